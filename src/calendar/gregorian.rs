//! The Gregorian calendar, carried back before its introduction.

use std::fmt;

use super::Day;

/// A date of the proleptic Gregorian calendar; the year before 1 is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GregorianDate {
    year: i32,
    month: u8,
    day: u8,
}

/// Days in the months of a year that starts in March, so that the leap day comes last.
const DAYS_BEFORE_MONTH_FROM_MARCH: [i64; 12] =
    [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337];

const DAYS_OF_400_YEARS: i64 = 146_097;

/// Days from 0000-03-01 to 1970-01-01.
const EPOCH: i64 = 719_468;

impl GregorianDate {
    /// The date, if it exists and its year has one to four digits (1–9999).
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=month_length(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads ISO 8601, `2022-05-08`, in Latin digits.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = digits(parts.next()?, 2)?;
        let day = digits(parts.next()?, 2)?;
        let end = parts.next().is_none();
        let date = Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        end.then_some(date)
    }

    /// The date of a day.
    pub fn from_day(day: Day) -> Self {
        let days = i64::from(day.0) + EPOCH;
        let era = days.div_euclid(DAYS_OF_400_YEARS);
        let of_era = days.rem_euclid(DAYS_OF_400_YEARS);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let past = |before: &&i64| **before <= of_year;
        let month = DAYS_BEFORE_MONTH_FROM_MARCH.iter().take_while(past).count();
        let before = DAYS_BEFORE_MONTH_FROM_MARCH.get(month - 1).copied().unwrap_or(0);
        let (month, carry) = if month <= 10 { (month + 2, 0) } else { (month - 10, 1) };
        Self {
            year: (era * 400 + year_of_era + carry) as i32,
            month: month as u8,
            day: (of_year - before + 1) as u8,
        }
    }

    /// Its day number.
    pub fn day_number(self) -> Day {
        let (year, month) = match self.month {
            1 | 2 => (i64::from(self.year) - 1, usize::from(self.month) + 9),
            _ => (i64::from(self.year), usize::from(self.month) - 3),
        };
        let before = DAYS_BEFORE_MONTH_FROM_MARCH.get(month).copied().unwrap_or(0);
        let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        Day((365 * year + leaps + before + i64::from(self.day) - 1 - EPOCH) as i32)
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1–12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1–31.
    pub const fn day(self) -> u8 {
        self.day
    }
}

const fn month_length(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Exactly so many Latin digits.
pub(super) fn digits(text: &str, count: usize) -> Option<i32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.bytes().fold(0, |sum, byte| sum * 10 + i32::from(byte - b'0')))
}

impl fmt::Display for GregorianDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
