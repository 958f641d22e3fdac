//! What kind of figure it is: measure, scenario, stage, status, programme.

use super::Finding;
use crate::diag::Diagnostic;
use crate::model::{ActionStatus, Dataset, MeasureId, Qualifier, Scenario, Stage};
use crate::store::code;
use crate::store::entry::Entry;
use crate::store::resolve;
use crate::text::key;

pub(super) fn check_measure(dataset: &Dataset, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let hint = ("یکی از شاخص‌های فهرست را برگزینید.", "Choose one of the measures in the list.");
    if entry.measure.is_empty() {
        let message = ("شاخص برگزیده نشده است", "no measure is chosen");
        findings.push(Finding { code: "entry/required", field: "measure", message, hint }.error());
    } else if !dataset.measures.contains_key(&MeasureId::new(&*entry.measure)) {
        let message = ("این شاخص شناخته نیست", "this measure is not known");
        findings.push(Finding { code: "entry/unknown", field: "measure", message, hint }.error());
    }
}

pub(super) fn check_codes(entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let known = [
        ("scenario", code::optional::<Scenario>(&entry.scenario).is_some()),
        ("stage", code::optional::<Stage>(&entry.stage).is_some()),
        ("action_status", code::optional::<ActionStatus>(&entry.action_status).is_some()),
        ("qualifier", code::optional::<Qualifier>(&entry.qualifier).is_some()),
    ];
    for (field, _) in known.iter().filter(|(_, known)| !known) {
        findings.push(unknown_choice(field));
    }
}

pub(super) fn unknown_choice(field: &'static str) -> Diagnostic {
    Finding {
        code: "entry/unknown",
        field,
        message: ("این گزینه در فهرست نیست", "this choice is not in the list"),
        hint: ("یکی از گزینه‌های فهرست را برگزینید.", "Choose one of the list."),
    }
    .error()
}

pub(super) fn check_programme(dataset: &Dataset, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    if resolve::programme(dataset, entry).is_err() {
        findings.push(unknown_choice("programme"));
    }
}

/// Words that say that money was paid, and words that say that it is meant to be, as keys.
const PAID: [&str; 3] = ["پرداخت شد", "پرداخت کرد", "پرداخت گردید"];
const PLANNED: [&str; 5] = ["پیشبینی", "برنامه", "خواهد", "در نظر", "هدفگذاری"];

/// Planned money read as paid is the gravest mistake that these figures allow.
pub(super) fn check_planned_or_paid(entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let intended = matches!(entry.scenario.as_str(), "planned" | "target" | "forecast");
    let paid = matches!(entry.stage.as_str(), "disbursed" | "repaid");
    if intended && paid {
        findings.push(planned_with_paid_stage());
    }
    let quote = key(&entry.quote);
    let says = |words: &[&str]| words.iter().any(|word| quote.contains(&key(word)));
    let (says_paid, says_planned) = (says(&PAID), says(&PLANNED));
    if intended && says_paid && !says_planned {
        findings.push(quote_says_paid());
    } else if !intended && paid && says_planned && !says_paid {
        findings.push(quote_says_planned());
    }
}

fn planned_with_paid_stage() -> Diagnostic {
    Finding {
        code: "entry/planned-or-paid",
        field: "stage",
        message: (
            "رقمِ برنامه‌ای با مرحلهٔ «پرداختی» آمده است",
            "a planned figure stands with the stage “disbursed”",
        ),
        hint: (
            "اگر پول پرداخت شده است، وضعیت را «عملکرد» کنید؛ اگر نه، مرحله را خالی بگذارید.",
            "If the money was paid choose “actual”; if not, leave the stage empty.",
        ),
    }
    .warning()
}

fn quote_says_paid() -> Diagnostic {
    Finding {
        code: "entry/planned-or-paid",
        field: "scenario",
        message: (
            "در نقل‌قول از پرداخت سخن رفته، ولی رقم «برنامه» نشان خورده است",
            "the quote speaks of a payment, but the figure is marked as planned",
        ),
        hint: (
            "نقل‌قول را دوباره بخوانید؛ پرداخت‌شده «عملکرد» است.",
            "Read the quote again; what was paid is “actual”.",
        ),
    }
    .warning()
}

fn quote_says_planned() -> Diagnostic {
    Finding {
        code: "entry/planned-or-paid",
        field: "scenario",
        message: (
            "در نقل‌قول از برنامه یا پیش‌بینی سخن رفته، ولی رقم «پرداختی» نشان خورده است",
            "the quote speaks of a plan or a forecast, but the figure is marked as paid",
        ),
        hint: (
            "نقل‌قول را دوباره بخوانید؛ آنچه هنوز پرداخت نشده «برنامه» است.",
            "Read the quote again; what is not yet paid is “planned”.",
        ),
    }
    .warning()
}
