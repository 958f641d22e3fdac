//! What no page needs, at random, for a data set of [`super::random`].

use hamyar::calendar::{Day, Period};
use hamyar::model::*;
use hamyar::number::Decimal;

use super::random::{Dice, area_id, odd};

/// Legends of some measures, and marks on some figures.
pub fn mark(dice: &mut Dice, data: &mut Dataset) {
    for id in data.measures.keys() {
        let limit = dice.decimal();
        let mut class = |from, to| LegendClass { from, to, name: dice.name() };
        let classes = vec![class(None, Some(limit)), class(Some(limit), None)];
        data.legends.extend(dice.maybe(|_| Legend::new(id.clone(), classes).unwrap()));
    }
    for id in data.observations.keys() {
        data.follow_up.extend(dice.maybe(|_| id.clone()));
    }
}

/// Adds the rest with numbers of its own, so that the set is the same without it.
pub fn add(seed: u64, data: &mut Dataset) {
    let dice = &mut Dice::new(seed + 1_000);
    for (_, source) in data.sources.iter_mut() {
        source.imprint = imprint(dice);
    }
    for (_, measure) in data.measures.iter_mut() {
        let min = dice.maybe(Dice::decimal);
        let more = Decimal::from_int(dice.below(9) as i64);
        let max = dice.maybe(|_| min.unwrap_or_default().checked_add(more).unwrap());
        measure.limits = Limits { min, max };
        measure.job_kind = dice.maybe(|dice| *dice.pick(JobKind::ALL));
    }
    for (_, group) in data.groups.iter_mut() {
        group.members.iter_mut().for_each(|member| member.valid = validity(dice));
    }
    data.area_codes = area_codes(dice);
    data.registers.records = super::random_records::records(dice, data);
    data.registers.projects.iter_mut().for_each(|project| project.course = course(dice));
    report(dice, data);
    correct(dice, data);
    note(dice, data);
}

fn imprint(dice: &mut Dice) -> Imprint {
    Imprint {
        author: dice.both(),
        licence: dice.both(),
        sha256: dice.maybe(|dice| format!("{:064x}", dice.below(9_000))).unwrap_or_default(),
    }
}

/// Codes of the areas of one division, each another, so that none means two of them.
fn area_codes(dice: &mut Dice) -> Vec<AreaCode> {
    let code = |dice: &mut Dice, number| AreaCode {
        area: area_id(dice),
        scheme: *dice.pick(AreaScheme::ALL),
        code: odd("code", number),
        valid: validity(dice),
    };
    (0..dice.below(5)).map(|number| code(dice, number)).collect()
}

/// Days of which the first comes before the last.
fn validity(dice: &mut Dice) -> Validity {
    let (first, days) = (day(dice), dice.below(900) as i32 + 1);
    Validity { from: dice.maybe(|_| first), to: dice.maybe(|_| first.plus(days)) }
}

fn course(dice: &mut Dice) -> Course {
    let stretch = |dice: &mut Dice| {
        let first = day(dice);
        Stretch { start: Some(first), finish: dice.maybe(|dice| first.plus(dice.below(90) as i32)) }
    };
    let milestone = |dice: &mut Dice, number, weight| Milestone {
        id: odd("piece", number),
        name: dice.name(),
        weight: Decimal::from_int(weight),
        due: dice.maybe(day),
        done: dice.maybe(day),
    };
    let first = dice.below(101) as i64;
    let pieces = [first, 100 - first].into_iter().enumerate();
    let pieces = pieces.map(|(number, weight)| milestone(dice, number, weight)).collect();
    let start = day(dice);
    let progress = (0..dice.below(3) as i32).map(|number| Progress {
        day: start.plus(number),
        physical: Some(Decimal::from_int(dice.below(101) as i64)),
        financial: dice.maybe(|dice| Decimal::from_int(dice.below(101) as i64)),
    });
    let progress = progress.collect();
    Course {
        planned_cost: dice.maybe(Dice::decimal),
        actual_cost: dice.maybe(Dice::decimal),
        planned: stretch(dice),
        actual: stretch(dice),
        progress,
        milestones: if dice.below(2) == 0 {
            Milestones::new(pieces).unwrap()
        } else {
            Milestones::default()
        },
    }
}

/// A set that each order of its level and of no period may ask for, and its reports then name.
fn report(dice: &mut Dice, data: &mut Dataset) {
    if data.registers.is_empty() {
        return;
    }
    let set = ReportingSet {
        id: ReportingSetId::new(odd("set", dice.below(3))),
        name: dice.name(),
        measures: (0..=dice.below(3))
            .map(|number| MeasureId::new(odd("measure", number)))
            .collect(),
        level: *dice.pick(Level::ALL),
        cycle: *dice.pick(ReportingCycle::ALL),
        timely_days: dice.maybe(|dice| dice.below(90) as u16),
    };
    let registers = &mut data.registers;
    for order in &mut registers.directives {
        let fits = order.level == set.level && order.period.is_none();
        order.set = fits.then(|| set.id.clone());
        // Who has reported already was asked as one of all.
        let is_answered = registers.submissions.iter().any(|one| one.directive == order.id);
        let group = dice.maybe(|dice| GroupId::new(odd("group", dice.below(3))));
        order.group = group.filter(|_| !is_answered);
    }
    for one in &mut registers.submissions {
        let order = registers.directives.iter().find(|order| order.id == one.directive);
        one.set = order.and_then(|order| order.set.clone());
    }
    registers.reporting_sets.push(set);
}

/// Corrections of some figures; one in question is to be looked at again, as a reader of the table would have it.
fn correct(dice: &mut Dice, data: &mut Dataset) {
    for (id, figure) in data.observations.iter_mut() {
        if dice.below(3) > 0 {
            continue;
        }
        let correction = correction(dice, figure);
        if correction.is_pending() {
            data.follow_up.extend((correction.mending == Mending::Flag).then(|| id.clone()));
        }
        data.corrections.push(correction);
    }
}

fn correction(dice: &mut Dice, figure: &Observation) -> Correction {
    let printed = figure.wording.value;
    let mending = match dice.below(if printed.is_some() { 4 } else { 2 }) {
        0 => Mending::Drop,
        1 => Mending::Flag,
        2 => Mending::Override(dice.decimal()),
        _ => Mending::Scale(Decimal::new(dice.below(9) as i128 + 1, 1).unwrap()),
    };
    let is_guarded = !matches!(mending, Mending::Drop | Mending::Flag) || dice.below(2) == 0;
    Correction {
        observation: figure.id.clone(),
        mending,
        expect: printed.filter(|_| is_guarded),
        reason: dice.both(),
        provider: dice.both(),
        source: dice.maybe(|dice| SourceId::new(odd("source", dice.below(3)))),
        status: *dice.pick(CorrectionStatus::ALL),
    }
}

/// Notes on tables, on rows and on cells of them.
fn note(dice: &mut Dice, data: &mut Dataset) {
    for number in 0..3 {
        let (table, row, columns) = match dice.below(3) {
            0 => ("observations", odd("figure", dice.below(24)), ["value", "quote"]),
            1 => ("measures", odd("measure", dice.below(3)), ["unit", "name_fa"]),
            _ => ("group_members", format!("{},01@1395", odd("group", 0)), ["area", "status"]),
        };
        let first = data.groups.get(&GroupId::new(odd("group", 0)));
        let is_member =
            first.is_some_and(|group| group.known().any(|(_, area)| area.as_str() == "01@1395"));
        let names_row = (table != "group_members" || is_member) && dice.below(4) > 0;
        data.notes.push(Note {
            id: NoteId::new(odd("note", number)),
            table: table.to_owned(),
            row: if names_row { row } else { String::new() },
            column: dice.maybe(|dice| (*dice.pick(&columns)).to_owned()).unwrap_or_default(),
            text: dice.name(),
            by: dice.both(),
            day: dice.maybe(day),
        });
    }
}

/// A day of the years from 1401 on.
fn day(dice: &mut Dice) -> Day {
    Period::year(1401).unwrap().start().unwrap().plus(dice.below(2_000) as i32)
}
