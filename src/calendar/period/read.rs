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
/// Words that say nothing that the year beside them does not say, as keys; outermost first.
const FILLERS: [&str; 8] =
    ["thestartof", "theendof", "اغاز", "پایان", "سال", "theyear", "year", "of"];

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
    if let Ok(date) = read_date(&words.join(" "), None) {
        return Period::day(date.day_number());
    }
    let (first, last) = (words.first()?, words.last()?);
    let (before, after) = (words.get(..words.len() - 1)?, words.get(1..)?);
    let (name, year) = match (digits(last, 4), digits(first, 4)) {
        (Some(year), _) => (before.concat(), year),
        (None, Some(year)) => (after.concat(), year),
        (None, None) => {
            // «تیر۱۴۰۳»: the year hangs on a word, never on other digits or signs.
            let (name, year) = last.split_at_checked(last.len().checked_sub(4)?)?;
            name.chars().next_back().filter(|letter| letter.is_alphabetic())?;
            (before.concat() + name, digits(year, 4)?)
        }
    };
    // «نیمه‌ی» is «نیمهٔ».
    let name = key(&name).replace("مهی", "مه").replace("ماههی", "ماهه");
    named(without_fillers(&name), year)
}

fn without_fillers(name: &str) -> &str {
    FILLERS.iter().fold(name, |name, word| {
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
        Some(("نیمه" | "نیمسال" | "half", half)) => Period::half(year, half),
        Some(("quarter", quarter)) => Period::quarter(year, quarter),
        Some((counted, part)) => nth_months(months(counted)?, part, year),
        None => to_date(months(name)?, year),
    }
}

fn season_named(name: &str) -> Option<u8> {
    let is_season = |season: &u8| {
        [Lang::Fa, Lang::En].iter().any(|lang| key(season_name(*season, *lang)) == name)
    };
    (1..=4).find(is_season)
}

/// From one on, as keys.
const NUMBERS_FA: [&str; 12] =
    ["یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده"];
const NUMBERS_EN: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

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

/// What is parted and its number: «نیمهنخست», "secondhalf".
fn ordinal(name: &str) -> Option<(&str, u8)> {
    ORDINALS.iter().find_map(|(word, number)| {
        let counted = name.strip_suffix(word).or_else(|| name.strip_prefix(word))?;
        Some((counted, *number))
    })
}

/// How many months a key counts: «9ماهه», «نهماه», "fivemonths".
fn months(name: &str) -> Option<u8> {
    let endings = ["ماهه", "ماه", "months"];
    let count = endings.iter().find_map(|ending| name.strip_suffix(ending))?;
    let word = |words: &[&str]| words.iter().position(|word| *word == count);
    let spelt = word(&NUMBERS_FA).or_else(|| word(&NUMBERS_EN));
    count.parse().ok().or_else(|| u8::try_from(spelt? + 1).ok())
}

/// The first, second, third … stretch of so many months in a year.
fn nth_months(count: u8, part: u8, year: i32) -> Option<Period> {
    match (count, part) {
        (6, _) => Period::half(year, part),
        (3, _) => Period::quarter(year, part),
        (_, 1) => to_date(count, year),
        _ => None,
    }
}

/// So many months from the start of the year.
fn to_date(count: u8, year: i32) -> Option<Period> {
    if count == 9 { Period::nine_months(year) } else { Period::to_date(year, count) }
}

fn is_one(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
}
