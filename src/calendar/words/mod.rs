//! The names of months, seasons and weekdays, and the patterns of labels, one file per language.

mod en;
mod fa;

use super::Weekday;
use crate::text::Lang;

/// All words of the calendar in one language. `{0}` and `{1}` in a pattern are filled in.
pub(super) struct Words {
    pub months: [&'static str; 12],
    pub seasons: [&'static str; 4],
    /// From Saturday.
    pub weekdays: [&'static str; 7],
    pub gregorian_months: [&'static str; 12],
    /// As short as usual in the language.
    pub gregorian_months_short: [&'static str; 12],
    /// Year.
    pub year: &'static str,
    /// Year, for each half.
    pub halves: [&'static str; 2],
    pub halves_long: [&'static str; 2],
    /// Without their year.
    pub half_names: [&'static str; 2],
    /// Year.
    pub nine_months: &'static str,
    pub nine_months_long: &'static str,
    /// Number of months, year.
    pub to_date: &'static str,
    /// Year, name of the last month.
    pub to_date_long: &'static str,
    /// First and last part.
    pub span: &'static str,
    /// First part.
    pub since: &'static str,
    pub since_long: &'static str,
    /// Last part.
    pub until: &'static str,
    pub until_long: &'static str,
    /// First and last Gregorian date.
    pub gregorian_span: &'static str,
    /// First Gregorian date.
    pub gregorian_since: &'static str,
    /// Last Gregorian date.
    pub gregorian_until: &'static str,
}

pub(super) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fa => &fa::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// The pattern with `{0}` and `{1}` filled in.
pub(super) fn fill(pattern: &str, first: &str, second: &str) -> String {
    let mut out = String::new();
    for piece in pattern.split('{') {
        if let Some(after) = piece.strip_prefix("0}") {
            out.push_str(first);
            out.push_str(after);
        } else if let Some(after) = piece.strip_prefix("1}") {
            out.push_str(second);
            out.push_str(after);
        } else {
            out.push_str(piece);
        }
    }
    out
}

pub(super) fn nth(names: &[&'static str], number: u8) -> &'static str {
    let index = usize::from(number).checked_sub(1);
    index.and_then(|index| names.get(index)).copied().unwrap_or("")
}

/// The name of a Jalali month, 1 = Farvardin; empty for a month that does not exist.
pub fn jalali_month_name(month: u8, lang: Lang) -> &'static str {
    nth(&words(lang).months, month)
}

/// The name of a season, 1 = spring, which is the first quarter of the year; else empty.
pub fn season_name(quarter: u8, lang: Lang) -> &'static str {
    nth(&words(lang).seasons, quarter)
}

/// The name of half a year, 1 or 2; else empty.
pub fn half_name(half: u8, lang: Lang) -> &'static str {
    nth(&words(lang).half_names, half)
}

/// The short name of a Gregorian month, 1 = January; empty for a month that does not exist.
pub(crate) fn gregorian_month_name(month: u8, lang: Lang) -> &'static str {
    nth(&words(lang).gregorian_months_short, month)
}

/// The name of a weekday.
pub fn weekday_name(weekday: Weekday, lang: Lang) -> &'static str {
    nth(&words(lang).weekdays, weekday as u8 + 1)
}
