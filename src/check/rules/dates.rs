//! V10 and V11: a weekday beside a date is its weekday, and a date is in the calendar.

use super::{finding, subject};
use crate::calendar::{DateError, Weekday, read_date, weekday_name};
use crate::check::index::Index;
use crate::diag::{Bilingual, Diagnostic};
use crate::model::{Finding, Observation, Verdict};
use crate::text::{Lang, fold};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    index.dataset.observations.values().filter_map(|one| quoted_day(index, one)).collect()
}

/// Rows that were left out because the calendar has no such day.
pub(in crate::check) fn without_a_day(diagnostics: &[Diagnostic]) -> Vec<Finding> {
    let absent = diagnostics.iter().filter(|found| found.code == "cell/date-does-not-exist");
    let told = absent.map(|found| {
        let place = &found.position;
        let message = Bilingual::new(
            format!("\u{2066}{}:{}\u{2069}: {}", place.file, place.row, found.message.fa),
            format!("{}:{}: {}", place.file, place.row, found.message.en),
        );
        finding("V11", Verdict::Fail, &[], message)
    });
    told.collect()
}

/// The date in the quote of a figure, when a weekday stands before it.
fn quoted_day(index: &Index<'_>, one: &Observation) -> Option<Finding> {
    let words = fold(&one.wording.quote).text;
    let (weekday, rest) = after_weekday(&words)?;
    let date = rest.split_whitespace().find_map(|word| {
        let start = word.find(|letter: char| letter.is_ascii_digit())?;
        word.get(start..).filter(|date| date.contains(['/', '-']))
    })?;
    let witness = one.period.as_ref().and_then(crate::calendar::Period::start_year);
    let verdict = match read_date(&format!("{weekday} {date}"), witness) {
        Ok(_) => Verdict::Pass,
        Err(DateError::WeekdayMismatch) => Verdict::Warn,
        Err(_) => return None,
    };
    let of = subject(index.dataset, one);
    let (fa, en) = if verdict == Verdict::Pass {
        ("می‌خواند.", "agree.")
    } else {
        ("نمی‌خواند.", "do not agree.")
    };
    let message = Bilingual::new(
        format!("{}: «{weekday}» و «\u{2066}{date}\u{2069}» با هم {fa}", of.fa),
        format!("{}: “{weekday}” and “{date}” {en}", of.en),
    );
    Some(finding("V10", verdict, &[one], message))
}

/// The first weekday in the text, and what follows it.
fn after_weekday(text: &str) -> Option<(&'static str, &str)> {
    const DAYS: [Weekday; 7] = [
        Weekday::Sunday,
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        // Last: its name ends the names of the others.
        Weekday::Saturday,
    ];
    DAYS.into_iter().find_map(|day| {
        let name = weekday_name(day, Lang::Fa);
        let plain = fold(name).text;
        let start = text.find(plain.as_str())?;
        Some((name, text.get(start + plain.len()..)?))
    })
}
