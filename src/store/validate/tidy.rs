//! One spelling for what has one meaning, before anything is checked or kept.

use crate::calendar::Period;
use crate::store::entry::Entry;
use crate::text::to_latin;

/// The entry without stray white space, its period and date in the spelling of ids. The value stays
/// as typed.
pub(in crate::store) fn tidied(entry: &Entry) -> Entry {
    let mut entry = entry.clone();
    entry.trim();
    entry.period = period(&entry.period);
    entry.source_published = dashed(&entry.source_published);
    entry
}

/// `۱۴۰۱/۲` is how a month is typed, `1400/1401` is the id of a span: the id comes first.
fn period(text: &str) -> String {
    let read = Period::parse(text).or_else(|_| Period::parse(&dashed(text)));
    read.map_or_else(|_| text.to_owned(), |period| period.id())
}

/// `۱۴۰۱/۲/۱۸` as `1401-02-18`; any other text in Latin digits.
fn dashed(text: &str) -> String {
    let parts: Vec<String> =
        to_latin(text).split(['/', '-']).map(|part| format!("{:0>2}", part.trim())).collect();
    if text.is_empty() { String::new() } else { parts.join("-") }
}
