//! Reading a cell that holds one Jalali date.

use std::fmt;

use crate::calendar::words::{jalali_month_name, weekday_name};
use crate::calendar::{JalaliDate, Weekday, YEARS};
use crate::text::{Lang, fold, key};

/// Why a text is not one Jalali date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Nothing in it.
    Empty,
    /// It has none of the forms.
    NotADate,
    /// Either end could be the year: «12/03/11».
    Ambiguous,
    /// The year has two digits and no witness says which century.
    CenturyUnknown,
    /// The year is outside 1200–1500, most likely a Gregorian one.
    YearOutOfRange,
    /// The calendar has no such day: 30 Esfand 1400.
    NoSuchDay,
    /// The weekday beside the date is another one.
    WeekdayMismatch,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DateError::Empty => "no date",
            DateError::NotADate => "not a date",
            DateError::Ambiguous => "either end could be the year",
            DateError::CenturyUnknown => "two digits of a year do not say which century",
            DateError::YearOutOfRange => "the year is not a Jalali year of 1200–1500",
            DateError::NoSuchDay => "the calendar has no such day",
            DateError::WeekdayMismatch => "the weekday does not agree with the date",
        })
    }
}

impl std::error::Error for DateError {}

/// Reads one date: `1401/02/18`, `۱۴۰۱-۲-۱۸`, `20/آذر/1397`, «یکشنبه ۱۸ اردیبهشت ۱۴۰۱».
///
/// The year may stand at either end; four digits, or a number over 31, show which. A year of two
/// digits needs a `witness`, such as the year of publication: the latest year with these digits
/// that is at most five years after it.
///
/// ```
/// use hamyar::calendar::{DateError, read_date};
/// assert_eq!(read_date("97/9/18", Some(1397)).unwrap().to_string(), "1397-09-18");
/// assert_eq!(read_date("97/9/18", None).unwrap_err(), DateError::CenturyUnknown);
/// ```
///
/// # Errors
/// [`DateError`]; nothing is guessed.
pub fn read_date(text: &str, witness: Option<i32>) -> Result<JalaliDate, DateError> {
    let folded = fold(text).text;
    if folded.trim().is_empty() {
        return Err(DateError::Empty);
    }
    // «سه شنبه» is one word, however it is parted.
    let joined = folded.trim().replace(" شنبه", "شنبه");
    let mut pieces = pieces(&joined)?;
    let weekday = match pieces.first() {
        Some(Piece::Weekday(weekday)) => Some(*weekday),
        _ => None,
    };
    if weekday.is_some() {
        pieces.remove(0);
    }
    let (left, month, right) = match pieces.as_slice() {
        [Piece::Number(left), Piece::Number(month), Piece::Number(right)] => {
            (*left, month.value, *right)
        }
        [Piece::Number(left), Piece::Month(month), Piece::Number(right)] => {
            (*left, i32::from(*month), *right)
        }
        _ => return Err(DateError::NotADate),
    };
    let (year, day) = year_and_day(left, right)?;
    let date = date(full_year(year, witness)?, month, day)?;
    match weekday {
        Some(weekday) if weekday != date.day_number().weekday() => Err(DateError::WeekdayMismatch),
        _ => Ok(date),
    }
}

#[derive(Clone, Copy)]
struct Number {
    value: i32,
    digits: usize,
}

#[derive(Clone, Copy)]
enum Piece {
    Number(Number),
    Month(u8),
    Weekday(Weekday),
}

/// Runs of digits and of letters; between them one separator, always the same between numbers.
fn pieces(text: &str) -> Result<Vec<Piece>, DateError> {
    let mut pieces = Vec::new();
    let mut separator = None;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |letter: char| class(letter) == class(first);
        let length = rest.find(|letter| !same(letter)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(length);
        match class(first) {
            Class::Digit => pieces.push(Piece::Number(number(run)?)),
            Class::Letter => pieces.extend(word(run)?),
            Class::Separator => {
                let sign = run.trim();
                let known = matches!(sign, "" | "/" | "-" | "." | "،" | ",");
                if !known
                    || separator.is_some_and(|before: &str| before != sign && numeric(&pieces))
                {
                    return Err(DateError::NotADate);
                }
                separator = Some(sign);
            }
        }
        rest = after;
    }
    let spaced = separator == Some("") && numeric(&pieces);
    if spaced { Err(DateError::NotADate) } else { Ok(pieces) }
}

/// Whether the pieces hold no name of a month, so that only signs part the numbers.
fn numeric(pieces: &[Piece]) -> bool {
    pieces.iter().all(|piece| matches!(piece, Piece::Number(_)))
}

#[derive(PartialEq)]
enum Class {
    Digit,
    Letter,
    Separator,
}

fn class(letter: char) -> Class {
    match letter {
        '0'..='9' => Class::Digit,
        ' ' | '/' | '-' | '.' | ',' | '،' => Class::Separator,
        _ => Class::Letter,
    }
}

fn number(run: &str) -> Result<Number, DateError> {
    let digits = run.len();
    let value = run.parse().ok().filter(|_| digits <= 4 && digits != 3);
    value.map(|value| Number { value, digits }).ok_or(DateError::NotADate)
}

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Saturday,
    Weekday::Sunday,
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
];

/// A month, a weekday, or the word «ماه», which adds nothing.
fn word(run: &str) -> Result<Option<Piece>, DateError> {
    let name = key(run);
    if name == "ماه" {
        return Ok(None);
    }
    let month = month_named(&name).map(Piece::Month);
    let piece = month.or_else(|| weekday_named(&name).map(Piece::Weekday));
    piece.map(Some).ok_or(DateError::NotADate)
}

/// The month of a [`key`], with or without «ماه» after it.
pub(in crate::calendar) fn month_named(name: &str) -> Option<u8> {
    let short = name.strip_suffix("ماه").unwrap_or(name);
    let short = if short == "امرداد" { "مرداد" } else { short };
    (1..=12).find(|month| {
        [Lang::Fa, Lang::En].iter().any(|lang| key(jalali_month_name(*month, *lang)) == short)
    })
}

fn weekday_named(name: &str) -> Option<Weekday> {
    WEEKDAYS
        .into_iter()
        .find(|day| [Lang::Fa, Lang::En].iter().any(|lang| key(weekday_name(*day, *lang)) == name))
}

/// Which of the two ends is the year.
fn year_and_day(left: Number, right: Number) -> Result<(Number, i32), DateError> {
    let surely_year = |number: Number| number.digits == 4 || number.value > 31;
    match (surely_year(left), surely_year(right)) {
        (true, false) => Ok((left, right.value)),
        (false, true) => Ok((right, left.value)),
        (true, true) => Err(DateError::NoSuchDay),
        (false, false) => Err(DateError::Ambiguous),
    }
}

fn full_year(year: Number, witness: Option<i32>) -> Result<i32, DateError> {
    if year.digits == 4 {
        return Ok(year.value);
    }
    let witness = witness.filter(|witness| YEARS.contains(witness));
    let latest = witness.ok_or(DateError::CenturyUnknown)? + 5;
    Ok(latest - (latest - year.value).rem_euclid(100))
}

fn date(year: i32, month: i32, day: i32) -> Result<JalaliDate, DateError> {
    if !YEARS.contains(&year) {
        return Err(DateError::YearOutOfRange);
    }
    let date = u8::try_from(month).ok().zip(u8::try_from(day).ok());
    let date = date.and_then(|(month, day)| JalaliDate::new(year, month, day));
    date.ok_or(DateError::NoSuchDay)
}
