//! One spelling for what has one meaning, before anything is checked or kept.

use crate::calendar::read_period;
use crate::store::entry::Entry;

/// The entry without stray white space, its period and date in the spelling of ids. The value stays
/// as typed.
pub(in crate::store) fn tidied(entry: &Entry) -> Entry {
    let mut entry = entry.clone();
    entry.trim();
    entry.period = period(&entry.period);
    entry.source_published = period(&entry.source_published);
    entry
}

fn period(text: &str) -> String {
    read_period(text).map_or_else(|| text.to_owned(), |period| period.id())
}
