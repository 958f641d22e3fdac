//! Measures and groups at random, for a data set of [`super::random`].

use hamyar::model::*;

use super::random::{Dice, odd};

/// Only a measure that rolls up as it says is read back.
pub fn measure(dice: &mut Dice, number: usize) -> Measure {
    loop {
        let measure = any_measure(dice, number);
        if measure.area_fault().or(measure.time_fault()).is_none() {
            return measure;
        }
    }
}

fn any_measure(dice: &mut Dice, number: usize) -> Measure {
    let id = |number| MeasureId::new(odd("measure", number));
    let formula = |dice: &mut Dice| Formula {
        numerator: id(dice.below(3)),
        denominator: id(dice.below(3)),
        factor: dice.decimal(),
    };
    let change =
        |dice: &mut Dice| BaseChange { at: dice.period(), before: dice.both(), after: dice.both() };
    Measure {
        id: id(number),
        name: dice.name(),
        definition: dice.both(),
        unit: UnitId::new("rial"),
        noun: Noun { one: dice.both(), many_en: dice.text() },
        kind: *dice.pick(MeasureKind::ALL),
        area_rule: *dice.pick(AreaRule::ALL),
        time_rule: *dice.pick(TimeRule::ALL),
        decimals: dice.below(13) as u8,
        direction: *dice.pick(Direction::ALL),
        weight: dice.maybe(|dice| id(dice.below(3))),
        formula: dice.maybe(formula),
        base_change: dice.maybe(change),
        limits: Limits::default(),
        job_kind: None,
    }
}

pub fn group(dice: &mut Dice, number: usize) -> Group {
    let mut members = Vec::new();
    for code in ["IR@1395", "01@1395", "0101@1395"] {
        let status = *dice.pick(MemberStatus::ALL);
        members.push(Member {
            province: AreaId::new(if code.starts_with("IR") { code } else { "01@1395" }),
            area: (status != MemberStatus::Unknown).then(|| AreaId::new(code)),
            status,
            confidence: dice.maybe(|dice| *dice.pick(Confidence::ALL)),
            name_in_source: dice.text(),
            source: SourceId::new(odd("source", dice.below(3))),
            note: dice.both(),
            valid: Validity::default(),
        });
    }
    Group {
        id: GroupId::new(odd("group", number)),
        name: dice.name(),
        expected: dice.below(40) as u32,
        one_per_province: dice.below(2) == 0,
        source: dice.maybe(|dice| SourceId::new(odd("source", dice.below(3)))),
        members,
    }
}
