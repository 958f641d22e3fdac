//! `measures`

use super::{Draft, RowReader, TableKind};
use crate::ingest::messages::{self, Contradiction};
#[cfg(feature = "complete")]
use crate::model::Limits;
use crate::model::{
    AreaRule, BaseChange, Direction, Formula, Measure, MeasureId, MeasureKind, Noun, TimeRule,
    UnitId,
};
use crate::number::Decimal;

pub(in crate::ingest) const MEASURES: TableKind =
    TableKind::new("measures", &["id", "name_fa", "unit", "kind", "area_rule", "time_rule"], read);

const NOT_BASE: Contradiction = Contradiction {
    fa: "واحد شاخص باید واحد پایه باشد؛ این واحد خود پایه‌ای دارد.",
    en: "The unit of a measure must be a base unit; this one has a base of its own.",
    hint_fa: "واحد پایه را بنویسید، مانند rial به جای billion_rial.",
    hint_en: "Write the base unit, such as rial for billion_rial.",
};

#[cfg(feature = "complete")]
const REVERSED: Contradiction = Contradiction {
    fa: "کمینه از بیشینه بزرگ‌تر است؛ هیچ رقمی میان آن دو نیست.",
    en: "The least is above the most; no figure is between them.",
    hint_fa: "دو خانهٔ min و max را جابه‌جا کنید، یا درست بنویسید.",
    hint_en: "Exchange the cells min and max, or mend them.",
};

const HALF_FORMULA: Contradiction = Contradiction {
    fa: "صورت و مخرج باید با هم باشند.",
    en: "Numerator and denominator must stand together.",
    hint_fa: "هر دو را بنویسید یا هر دو را خالی بگذارید.",
    hint_en: "Write both or leave both empty.",
};

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let measure = Measure {
        id: MeasureId::new(row.required("id")),
        name: row.name(),
        definition: row.bilingual("definition_fa", "definition_en"),
        unit: base_unit(row, draft),
        noun: noun(row),
        kind: row.required_word("kind", MeasureKind::Reference),
        area_rule: row.required_word("area_rule", AreaRule::None),
        time_rule: row.required_word("time_rule", TimeRule::None),
        decimals: u8::try_from(row.whole("decimals", 0, 12, 0)).unwrap_or_default(),
        direction: row.word("direction").unwrap_or(Direction::None),
        weight: weight(row),
        formula: formula(row),
        base_change: base_change(row),
        #[cfg(feature = "complete")]
        limits: limits(row),
        #[cfg(feature = "complete")]
        job_kind: row.word("job_kind"),
    };
    if let Some(fault) = measure.area_fault() {
        row.report("area_rule", messages::roll_up_fault(fault));
    }
    if let Some(fault) = measure.time_fault() {
        row.report("time_rule", messages::roll_up_fault(fault));
    }
    if row.is_sound() {
        draft.measures.insert(measure.id.clone(), measure);
    }
}

fn base_unit(row: &mut RowReader<'_>, draft: &Draft) -> UnitId {
    let id = UnitId::new(row.required("unit"));
    let unit = draft.units.get(&id);
    row.refer("unit", "units", unit.is_some());
    if unit.is_some_and(|unit| unit.base != unit.id || unit.exponent != 0) {
        row.contradict("unit", &NOT_BASE);
    }
    id
}

fn noun(row: &RowReader<'_>) -> Noun {
    Noun { one: row.bilingual("noun_fa", "noun_en"), many_en: row.text("nouns_en").to_owned() }
}

fn weight(row: &mut RowReader<'_>) -> Option<MeasureId> {
    let weight = row.text("weight");
    row.refer("weight", "measures", row.sheet().has_id(weight));
    (!weight.is_empty()).then(|| MeasureId::new(weight))
}

fn formula(row: &mut RowReader<'_>) -> Option<Formula> {
    let (numerator, denominator) = (row.text("numerator"), row.text("denominator"));
    row.refer("numerator", "measures", row.sheet().has_id(numerator));
    row.refer("denominator", "measures", row.sheet().has_id(denominator));
    let factor = row.decimal("factor").unwrap_or(Decimal::from_int(1));
    if numerator.is_empty() != denominator.is_empty() {
        row.contradict("denominator", &HALF_FORMULA);
    }
    (!numerator.is_empty()).then(|| Formula {
        numerator: MeasureId::new(numerator),
        denominator: MeasureId::new(denominator),
        factor,
    })
}

fn base_change(row: &mut RowReader<'_>) -> Option<BaseChange> {
    let before = row.bilingual("break_before_fa", "break_before_en");
    let after = row.bilingual("break_after_fa", "break_after_en");
    row.period("break_at").map(|at| BaseChange { at, before, after })
}

/// In the base unit, which is that of the measure.
#[cfg(feature = "complete")]
fn limits(row: &mut RowReader<'_>) -> Limits {
    let limits = Limits { min: row.decimal("min"), max: row.decimal("max") };
    if limits.min.zip(limits.max).is_some_and(|(min, max)| min > max) {
        row.contradict("max", &REVERSED);
    }
    limits
}
