//! Periods as people write them: «تیر ۱۴۰۳», «نیمهٔ نخست ۱۴۰۳», "spring 1403", «۱۴۰۳ تا ۱۴۰۴».

use super::Period;
use crate::calendar::date_text::{month_named, read_date};
use crate::calendar::gregorian::digits;
use crate::calendar::words::season_name;
use crate::text::{Lang, fold, key, to_latin};

/// What stands before a period without an end.
const SINCE: [&str; 3] = ["از", "since", "from"];
/// What stands before a period without a beginning, and between the two ends of a span.
const UNTIL: [&str; 3] = ["تا", "until", "to"];
/// Words that say nothing that the year beside them does not say, as keys.
const YEAR: [&str; 4] = ["سال", "theyear", "year", "of"];

/// Reads a period as people write it, in Persian or English: whatever [`Period::parse`] and
/// [`read_date`] read, and what [`Period::label`] writes, with its usual variants. `1400/1401` is
/// the id of a span and `1401/2` a month.
///
/// ```
/// use hamyar::calendar::read_period;
/// assert_eq!(read_period("تیرماه ۱۴۰۳").unwrap().id(), "1403-04");
/// assert_eq!(read_period("سه‌ماههٔ دوم ۱۴۰۳").unwrap().id(), "1403-Q2");
/// assert_eq!(read_period("تیر تا مهر ۱۴۰۳").unwrap().id(), "1403-04/1403-07");
/// assert_eq!(read_period("تیر"), None);
/// ```
pub fn read_period(text: &str) -> Option<Period> {
    let id = Period::parse(text).or_else(|_| Period::parse(&dashed(text)));
    id.ok().or_else(|| {
        let folded = fold(text).text;
        let words: Vec<&str> = folded.split_whitespace().collect();
        spoken(&words)
    })
}

/// `۱۴۰۱/۲/۱۸` as `1401-02-18`.
fn dashed(text: &str) -> String {
    let latin = to_latin(text);
    let parts: Vec<String> =
        latin.split(['/', '-']).map(|part| format!("{:0>2}", part.trim())).collect();
    parts.join("-")
}

fn spoken(words: &[&str]) -> Option<Period> {
    let (first, rest) = words.split_first()?;
    if is_one(first, &UNTIL) {
        return Period::until(part(rest)?.last()?);
    }
    let is_since = is_one(first, &SINCE);
    let words = if is_since { rest } else { words };
    match words.iter().position(|word| is_one(word, &UNTIL)) {
        Some(place) => {
            let (start, end) = words.split_at_checked(place)?;
            span(start, end.split_first()?.1)
        }
        None if is_since => Period::since(part(words)?.start()?),
        None => part(words),
    }
}

/// Both ends, of which the first may leave its year to the second.
fn span(start: &[&str], end: &[&str]) -> Option<Period> {
    let last = part(end)?;
    let year = || end.iter().copied().find(|word| digits(word, 4).is_some());
    let first = part(start).or_else(|| part(&[start, &[year()?]].concat()))?;
    Period::span(&first, &last)
}

/// A day, or a year with the name of a part of it on either side.
fn part(words: &[&str]) -> Option<Period> {
    let text = words.join(" ");
    if let Ok(date) = read_date(&text, None) {
        return Period::day(date.day_number());
    }
    let text = key(&text);
    let whole = text.len();
    let at_end = whole.checked_sub(4).and_then(|place| text.split_at_checked(place));
    let at_start = text.split_at_checked(4).map(|(year, name)| (name, year));
    let (name, year) = [at_end, at_start]
        .into_iter()
        .flatten()
        .find_map(|(name, year)| Some((name, digits(year, 4)?)))?;
    named(without_year_words(name), year)
}

fn without_year_words(name: &str) -> &str {
    YEAR.iter().fold(name, |name, word| {
        let name = name.strip_prefix(word).unwrap_or(name);
        name.strip_suffix(word).unwrap_or(name)
    })
}

/// The part of a year that a key names; without a name the year itself.
fn named(name: &str, year: i32) -> Option<Period> {
    if name.is_empty() {
        return Period::year(year);
    }
    if let Some(month) = month_named(name) {
        return Period::month(year, month);
    }
    if let Some(season) = season_named(name.strip_prefix("فصل").unwrap_or(name)) {
        return Period::quarter(year, season);
    }
    match ordinal(name) {
        Some(("نیمه" | "نیمسال" | "6ماهه" | "ششماهه" | "half", half)) => {
            Period::half(year, half)
        }
        Some(("3ماهه" | "سهماهه" | "quarter", quarter)) => Period::quarter(year, quarter),
        Some(_) => None,
        None => months(name, year),
    }
}

fn season_named(name: &str) -> Option<u8> {
    let is_season = |season: &u8| {
        [Lang::Fa, Lang::En].iter().any(|lang| key(season_name(*season, *lang)) == name)
    };
    (1..=4).find(is_season)
}

const ORDINALS: [(&str, u8); 9] = [
    ("نخست", 1),
    ("اول", 1),
    ("دوم", 2),
    ("سوم", 3),
    ("چهارم", 4),
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
];

/// What is counted and its number: «نیمهنخست», "secondhalf".
fn ordinal(name: &str) -> Option<(&str, u8)> {
    ORDINALS.iter().find_map(|(word, number)| {
        let counted = name.strip_suffix(word).or_else(|| name.strip_prefix(word))?;
        Some((counted, *number))
    })
}

/// So many months from the start of the year: «9ماهه», "5months".
fn months(name: &str, year: i32) -> Option<Period> {
    let count = name.strip_suffix("ماهه").or_else(|| name.strip_suffix("months"))?;
    match count {
        "9" | "نه" | "nine" => Period::nine_months(year),
        _ => Period::to_date(year, count.parse().ok()?),
    }
}

fn is_one(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
}
