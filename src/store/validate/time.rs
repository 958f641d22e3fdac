//! Whether the times of a form can be true together.

use super::Finding;
use super::source::date;
use crate::calendar::{Day, Period};
use crate::diag::Diagnostic;
use crate::model::{Dataset, SourceId};
use crate::store::entry::Entry;

/// `today` is `None` where there is no clock.
pub(super) fn check(
    dataset: &Dataset,
    entry: &Entry,
    today: Option<Day>,
    findings: &mut Vec<Diagnostic>,
) {
    let period = Period::parse(&entry.period).ok();
    let published = published(dataset, entry);
    let (begins, appears) = (first_day(period), first_day(published));
    let later = |day: Option<Day>, than: Option<Day>| day.zip(than).is_some_and(|(a, b)| a > b);
    let done = entry.scenario == "actual";
    if later(appears, today) {
        findings.push(not_yet_published());
    }
    if done && later(begins, today) {
        findings.push(not_yet_begun());
    } else if done && later(begins, published.and_then(|period| period.last())) {
        findings.push(told_before());
    }
}

/// When the chosen or described document appeared.
fn published(dataset: &Dataset, entry: &Entry) -> Option<Period> {
    let known = dataset.sources.get(&SourceId::new(&*entry.source));
    date(known.map_or(&entry.source_published, |source| &source.published.date))
}

fn first_day(period: Option<Period>) -> Option<Day> {
    period.and_then(|period| period.start())
}

fn not_yet_published() -> Diagnostic {
    Finding {
        code: "entry/not-yet-published",
        field: "source_published",
        message: ("روز انتشار سند هنوز نرسیده است", "the document's day is still to come"),
        hint: ("تاریخ انتشار را دوباره ببینید.", "Look at the date of publication again."),
    }
    .warning()
}

fn not_yet_begun() -> Diagnostic {
    Finding {
        code: "entry/not-yet-begun",
        field: "period",
        message: (
            "این دوره هنوز آغاز نشده، ولی رقم «عملکرد» نشان خورده است",
            "this period has not begun, but the figure is marked as actual",
        ),
        hint: (
            "دوره را دوباره ببینید؛ رقم آینده «برنامه» است.",
            "Look at the period again; a figure of the future is “planned”.",
        ),
    }
    .warning()
}

fn told_before() -> Diagnostic {
    Finding {
        code: "entry/told-before",
        field: "period",
        message: (
            "سند پیش از آغاز این دوره منتشر شده، ولی رقم «عملکرد» نشان خورده است",
            "the document appeared before this period began, but the figure is marked as actual",
        ),
        hint: (
            "دوره و تاریخ انتشار را دوباره ببینید؛ رقم آینده «برنامه» است.",
            "Look at the period and the date again; a figure of the future is “planned”.",
        ),
    }
    .warning()
}
