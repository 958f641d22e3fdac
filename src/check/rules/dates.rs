//! V10 and V11: a weekday beside a date is its weekday, and a date is in the calendar.

use super::weekdays::mentions;
use super::{finding, subject};
use crate::calendar::{JalaliDate, Weekday, read_date, weekday_name};
use crate::check::index::Index;
use crate::diag::{Bilingual, Diagnostic};
use crate::model::{Finding, Observation, Verdict};
use crate::text::{Lang, fold, to_persian};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    index.dataset.observations.values().flat_map(|one| quoted_days(index, one)).collect()
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

/// Each weekday in the quote of a figure with the date that follows it.
fn quoted_days(index: &Index<'_>, one: &Observation) -> Vec<Finding> {
    let words = fold(&one.wording.quote).text;
    let witness = one.period.as_ref().and_then(crate::calendar::Period::start_year);
    let mentions = mentions(&words);
    let found = mentions.iter().filter_map(|mention| {
        let (date, read) = mention
            .dates()
            .into_iter()
            .find_map(|date| read_date(&date, witness).ok().map(|read| (date, read)))?;
        Some(agreement(index, one, mention.weekday, &date, read))
    });
    found.collect()
}

/// «یکشنبه» و «۹۷/۹/۱۸» با هم می‌خواند.
fn agreement(
    index: &Index<'_>,
    one: &Observation,
    weekday: Weekday,
    written: &str,
    date: JalaliDate,
) -> Finding {
    let day = date.day_number();
    let of = subject(index.dataset, one);
    let verdict = if day.weekday() == weekday { Verdict::Pass } else { Verdict::Warn };
    let [fa, en] = [Lang::Fa, Lang::En].map(|lang| weekday_name(day.weekday(), lang));
    let (said_fa, said_en) = match verdict {
        Verdict::Pass => ("می‌خواند.".to_owned(), "agree.".to_owned()),
        _ => (format!("نمی‌خواند: آن روز {fa} است."), format!("do not agree: that day is a {en}.")),
    };
    let [name_fa, name_en] = [Lang::Fa, Lang::En].map(|lang| weekday_name(weekday, lang));
    // A month in words is told in digits, so that one language stands in each message.
    let is_spoken = written.contains(' ');
    let date = if is_spoken { date.to_string() } else { written.to_owned() };
    let digits = to_persian(&date);
    let message = Bilingual::new(
        format!("{}: «{name_fa}» و «\u{2066}{digits}\u{2069}» با هم {said_fa}", of.fa),
        format!("{}: “{name_en}” and “{date}” {said_en}", of.en),
    );
    finding("V10", verdict, &[one], message)
}
