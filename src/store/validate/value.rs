//! The number, its unit and its qualifier, or why there is none.

use super::kind::unknown_choice;
use super::{Finding, size};
use crate::diag::Diagnostic;
use crate::model::{Dataset, Measure, MeasureId, Missing, ObservationId, Unit, UnitId};
use crate::number::Decimal;
use crate::store::entry::Entry;
use crate::store::numbers::{self, Unreadable};
use crate::text::NumberErrorKind;

pub(super) fn check(
    dataset: &Dataset,
    entry: &Entry,
    correcting: Option<&ObservationId>,
    findings: &mut Vec<Diagnostic>,
) {
    match (entry.value.is_empty(), entry.missing.is_empty()) {
        (true, true) => findings.push(nothing()),
        (false, false) => findings.push(both()),
        (true, false) => check_missing(entry, findings),
        (false, true) => check_value(dataset, entry, correcting, findings),
    }
}

fn check_missing(entry: &Entry, findings: &mut Vec<Diagnostic>) {
    if crate::spec::from_code::<Missing>(&entry.missing).is_none() {
        findings.push(unknown_choice("missing"));
    }
}

fn check_value(
    dataset: &Dataset,
    entry: &Entry,
    correcting: Option<&ObservationId>,
    findings: &mut Vec<Diagnostic>,
) {
    let measure = dataset.measures.get(&MeasureId::new(&*entry.measure));
    let unit = dataset.units.get(&UnitId::new(&*entry.unit));
    check_unit(entry, measure, unit, findings);
    let known = size::Known { dataset, measure, unit, correcting };
    let value = number("value", &entry.value, &known, findings);
    if entry.qualifier == "between" {
        let upper = number("upper", &entry.upper, &known, findings);
        if let (Some(value), Some(upper)) = (value, upper)
            && upper <= value
        {
            findings.push(reversed());
        }
    }
}

fn check_unit(
    entry: &Entry,
    measure: Option<&Measure>,
    unit: Option<&Unit>,
    findings: &mut Vec<Diagnostic>,
) {
    let message = match (unit, measure) {
        (None, _) if entry.unit.is_empty() => ("واحد برگزیده نشده است", "no unit is chosen"),
        (None, _) => ("این واحد شناخته نیست", "this unit is not known"),
        (Some(unit), Some(measure)) if unit.base != measure.unit => {
            ("این واحد با شاخص نمی‌خواند", "this unit does not go with the measure")
        }
        _ => return,
    };
    let hint = (
        "یکی از واحدهایی را برگزینید که برای این شاخص فهرست شده‌اند.",
        "Choose one of the units listed for this measure.",
    );
    findings.push(Finding { code: "entry/unit", field: "unit", message, hint }.error());
}

/// The number in a field, in its own unit, if it is sound; else a finding says why not. A number of a
/// doubtful size is sound.
fn number(
    field: &'static str,
    text: &str,
    known: &size::Known<'_>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Decimal> {
    let unit = known.unit;
    let percent = unit.is_some_and(|unit| unit.base.as_str() == "percent");
    // A toman is ten rial, which nobody takes for a scale word; a thousand and more is one.
    let scaled = unit.is_some_and(|unit| unit.exponent >= 3);
    match numbers::number(text, percent) {
        Err(fault) => findings.push(unreadable(fault, field)),
        Ok(_) if scaled && text.chars().any(char::is_alphabetic) => {
            findings.push(scale_twice(field));
        }
        Ok(value) if unit.is_some_and(|unit| value.scaled(unit.exponent).is_err()) => {
            findings.push(unreadable(Unreadable::Number(NumberErrorKind::TooLarge), field));
        }
        Ok(value) => {
            size::check(known, field, value, findings);
            return Some(value);
        }
    }
    None
}

fn nothing() -> Diagnostic {
    Finding {
        code: "entry/no-value",
        field: "value",
        message: ("نه رقمی هست و نه دلیل نبودنش", "there is neither a value nor why there is none"),
        hint: (
            "رقم را بنویسید یا بگویید چرا نیست؛ خالی صفر نیست.",
            "Write the value or say why there is none; empty is not zero.",
        ),
    }
    .error()
}

fn both() -> Diagnostic {
    Finding {
        code: "entry/value-and-missing",
        field: "missing",
        message: ("هم رقم هست و هم دلیل نبودنش", "there is a value and a reason for its absence"),
        hint: ("یکی را خالی کنید.", "Empty one of the two."),
    }
    .error()
}

fn unreadable(fault: Unreadable, field: &'static str) -> Diagnostic {
    let (code, message, hint) = match fault {
        Unreadable::Number(NumberErrorKind::Ambiguous) => (
            "entry/ambiguous",
            ("این نوشته دو جور خوانده می‌شود", "this can be read as two numbers"),
            (
                "ممیز را با «٫» یا نقطه بنویسید، مانند ۱۰٫۵؛ نه با «/».",
                "Write the decimal mark as a point, 10.5; not as a slash.",
            ),
        ),
        Unreadable::Number(NumberErrorKind::TooLarge) => (
            "entry/over-range",
            ("این رقم بزرگ‌تر از آن است که نگه داشته شود", "this is larger than can be kept"),
            ("رقم و واحد را دوباره ببینید.", "Look at the number and the unit again."),
        ),
        Unreadable::Number(NumberErrorKind::Empty | NumberErrorKind::NotANumber) => (
            "entry/not-a-number",
            ("این یک عدد نیست", "this is not one number"),
            (
                "فقط رقم را بنویسید، مانند ۵۸۰، ۱۰٫۵ یا ۵٬۶۱۳؛ میان هزارها «،» ننویسید.",
                "Write the number alone, such as 580, 10.5 or 5,613.",
            ),
        ),
        Unreadable::UnitInside => (
            "entry/unit-inside",
            ("واحد کنار رقم نوشته شده است", "a unit is written beside the number"),
            (
                "فقط رقم را بنویسید و واحد را از فهرست برگزینید.",
                "Write the number alone and choose the unit from the list.",
            ),
        ),
    };
    Finding { code, field, message, hint }.error()
}

fn scale_twice(field: &'static str) -> Diagnostic {
    Finding {
        code: "entry/scale-twice",
        field,
        message: (
            "هم رقم و هم واحد بزرگی را می‌گویند",
            "both the number and the unit say the scale",
        ),
        hint: (
            "یا «۵۸۰» با واحد «میلیارد ریال» بنویسید یا «۵۸۰ میلیارد» با واحد «ریال».",
            "Write either 580 with the unit billion rial, or “580 billion” with rial.",
        ),
    }
    .error()
}

fn reversed() -> Diagnostic {
    Finding {
        code: "entry/reversed",
        field: "upper",
        message: ("سر بالا از سر پایین بزرگ‌تر نیست", "the upper end is not above the lower"),
        hint: ("دو سر را جابه‌جا کنید.", "Exchange the two."),
    }
    .error()
}
