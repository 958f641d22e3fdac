//! Whether a number can be of its size.

use super::Finding;
use crate::diag::Diagnostic;
use crate::model::{Dataset, Measure, MeasureKind, ObservationId, Unit};
use crate::number::Decimal;

/// A number so many digits above the largest figure known of a measure is looked at twice: a slip of
/// the scale is of three or more.
const UNUSUAL_DIGITS: i8 = 3;

/// What a number is looked at against.
pub(super) struct Known<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) measure: Option<&'a Measure>,
    /// The unit that the number is in.
    pub(super) unit: Option<&'a Unit>,
    /// Left out of what is known.
    pub(super) correcting: Option<&'a ObservationId>,
}

/// Looks at the number of a field.
pub(super) fn check(
    known: &Known<'_>,
    field: &'static str,
    value: Decimal,
    findings: &mut Vec<Diagnostic>,
) {
    let Known { dataset, measure, unit, correcting } = *known;
    let Some(measure) = measure else { return };
    let counted = matches!(measure.kind, MeasureKind::Stock | MeasureKind::Flow);
    if counted && value.is_negative() {
        findings.push(negative(field));
    }
    let share = measure.kind == MeasureKind::Ratio && measure.unit.as_str() == "percent";
    if share && value > Decimal::from_int(100) {
        findings.push(over_hundred(field));
    }
    let limit = largest(dataset, measure, correcting)
        .and_then(|largest| largest.scaled(UNUSUAL_DIGITS).ok());
    let based = unit.and_then(|unit| value.scaled(unit.exponent).ok());
    if counted && based.zip(limit).is_some_and(|(value, limit)| value >= limit) {
        findings.push(unusual(field));
    }
}

/// The largest figure known of a measure, in its base unit; `None` when none is above zero.
fn largest(
    dataset: &Dataset,
    measure: &Measure,
    correcting: Option<&ObservationId>,
) -> Option<Decimal> {
    let known = dataset.observations.values().filter(|one| one.measure == measure.id);
    let others = known.filter(|one| Some(&one.id) != correcting);
    let values = others.filter_map(|one| one.figure.value());
    values.filter(|value| *value > Decimal::ZERO).max()
}

fn negative(field: &'static str) -> Diagnostic {
    Finding {
        code: "entry/negative",
        field,
        message: ("این شاخص معمولاً منفی نمی‌شود", "this measure is not usually negative"),
        hint: ("نشان منفی را دوباره ببینید.", "Look at the minus sign again."),
    }
    .warning()
}

fn over_hundred(field: &'static str) -> Diagnostic {
    Finding {
        code: "entry/over-hundred",
        field,
        message: ("این درصد از صد بیشتر است", "this percentage is over a hundred"),
        hint: ("جای ممیز را دوباره ببینید.", "Look at the decimal mark again."),
    }
    .warning()
}

fn unusual(field: &'static str) -> Diagnostic {
    Finding {
        code: "entry/unusual",
        field,
        message: (
            "این رقم هزار برابرِ بزرگ‌ترین رقم شناختهٔ این شاخص یا بیشتر است",
            "this is a thousand times the largest figure known of this measure, or more",
        ),
        hint: ("رقم و واحد را دوباره ببینید.", "Look at the number and the unit again."),
    }
    .warning()
}
