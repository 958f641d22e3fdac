//! Where the figure was read.

use super::Finding;
use crate::calendar::{Period, PeriodKind};
use crate::diag::Diagnostic;
use crate::model::{Dataset, SourceId};
use crate::store::entry::Entry;

pub(super) fn check(dataset: &Dataset, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    if !entry.source.is_empty() {
        if !dataset.sources.contains_key(&SourceId::new(&*entry.source)) {
            findings.push(super::kind::unknown_choice("source"));
        }
        return;
    }
    if entry.source_title.is_empty() {
        let begun = [&entry.source_publisher, &entry.source_published, &entry.source_url];
        let new = begun.iter().any(|text| !text.is_empty());
        findings.push(required(if new { "source_title" } else { "source" }));
    }
    if !entry.source_published.is_empty() && date(&entry.source_published).is_none() {
        findings.push(no_such_date());
    }
    let url = &entry.source_url;
    if !(url.is_empty() || url.starts_with("https://") || url.starts_with("http://")) {
        findings.push(address());
    }
}

/// The day, month or year on which a document can appear.
pub(super) fn date(text: &str) -> Option<Period> {
    Period::parse(text).ok().filter(|period| {
        matches!(period.kind(), PeriodKind::Day | PeriodKind::Month | PeriodKind::Year)
    })
}

fn required(field: &'static str) -> Diagnostic {
    Finding {
        code: "entry/no-source",
        field,
        message: ("منبع رقم گفته نشده است", "the source of the figure is not given"),
        hint: (
            "سندی از فهرست برگزینید یا عنوان سند تازه را بنویسید؛ رقم بی‌منبع نگه داشته نمی‌شود.",
            "Choose a document or write the title of a new one; a figure needs a source.",
        ),
    }
    .error()
}

fn no_such_date() -> Diagnostic {
    Finding {
        code: "entry/no-such-date",
        field: "source_published",
        message: ("چنین تاریخی در گاه‌شماری جلالی نیست", "there is no such Jalali date"),
        hint: (
            "روز ۱۴۰۱/۰۲/۱۸، ماه ۱۴۰۱/۰۲ یا فقط سال ۱۴۰۱ بنویسید؛ اسفند تنها در سال کبیسه ۳۰ روز دارد.",
            "Write a day 1401/02/18, month 1401/02 or year 1401; Esfand has 30 days only in a leap year.",
        ),
    }
    .error()
}

fn address() -> Diagnostic {
    Finding {
        code: "entry/not-an-address",
        field: "source_url",
        message: ("این نشانی وب نیست", "this is not a web address"),
        hint: (
            "نشانی را با https:// یا http:// آغاز کنید یا خالی بگذارید.",
            "Begin it with https:// or http://, or leave it empty.",
        ),
    }
    .error()
}
