//! The Jalali (solar Hijri) calendar by the 33-year rule.

use std::fmt;

use super::Day;

/// A date of the Jalali calendar that exists.
///
/// ```
/// use hamyar::calendar::JalaliDate;
/// assert!(JalaliDate::new(1400, 12, 30).is_none(), "1400 is no leap year");
/// let last = JalaliDate::new(1403, 12, 30).unwrap();
/// assert_eq!(last.to_string(), "1403-12-30");
/// assert_eq!(last.day_number().to_iso(), "2025-03-20");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JalaliDate {
    year: i32,
    month: u8,
    day: u8,
}

/// Day number of the day before 1 Farvardin 1, less one leap day that the rule counts before it.
const EPOCH: i64 = -492_268;

/// Years and days of one cycle of the rule, and its leap years.
const CYCLE: i64 = 33;
const DAYS_OF_CYCLE: i64 = 12_053;
const LEAPS_OF_CYCLE: i64 = 8;

/// Day number of 1 Farvardin.
const fn new_year(year: i32) -> i64 {
    let year = year as i64;
    EPOCH + 365 * (year - 1) + (LEAPS_OF_CYCLE * year + 21).div_euclid(CYCLE)
}

/// Days of the year before the first of a month.
const fn days_before(month: u8) -> i64 {
    let months = month as i64 - 1;
    if months <= 6 { months * 31 } else { months * 30 + 6 }
}

impl JalaliDate {
    /// The date, if it exists and its year has one to four digits (1–9999).
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=Self::month_length(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Whether the year has 366 days: year mod 33 is one of 1, 5, 9, 13, 17, 22, 26, 30.
    pub const fn is_leap(year: i32) -> bool {
        matches!(year.rem_euclid(33), 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30)
    }

    /// Days of a month, 0 for a month that does not exist.
    pub const fn month_length(year: i32, month: u8) -> u8 {
        match month {
            1..=6 => 31,
            7..=11 => 30,
            12 if Self::is_leap(year) => 30,
            12 => 29,
            _ => 0,
        }
    }

    /// The date of a day.
    pub fn from_day(day: Day) -> Self {
        let number = i64::from(day.0);
        let guess = ((number - EPOCH) * CYCLE).div_euclid(DAYS_OF_CYCLE) + 1;
        let mut year = guess as i32;
        // The mean length of a year misses a New Year by less than a year, on either side.
        if new_year(year) > number {
            year -= 1;
        } else if new_year(year + 1) <= number {
            year += 1;
        }
        let of_year = number - new_year(year);
        let month = if of_year < 186 { of_year / 31 + 1 } else { (of_year - 6) / 30 + 1 };
        Self { year, month: month as u8, day: (of_year - days_before(month as u8) + 1) as u8 }
    }

    /// Its day number.
    pub const fn day_number(self) -> Day {
        Day((new_year(self.year) + days_before(self.month) + self.day as i64 - 1) as i32)
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 = Farvardin.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1–31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The same day of the month `months` later (earlier when negative), or the last day of that
    /// month when it has no such day. `None` outside the years 1–9999.
    ///
    /// ```
    /// use hamyar::calendar::JalaliDate;
    /// let date = JalaliDate::new(1401, 6, 31).unwrap();
    /// assert_eq!(date.add_months(1), JalaliDate::new(1401, 7, 30));
    /// ```
    pub fn add_months(self, months: i32) -> Option<Self> {
        let count = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = i32::try_from(count.div_euclid(12)).ok()?;
        let month = u8::try_from(count.rem_euclid(12) + 1).ok()?;
        Self::new(year, month, self.day.min(Self::month_length(year, month)))
    }

    /// As [`JalaliDate::add_months`] with twelve months for a year.
    pub fn add_years(self, years: i32) -> Option<Self> {
        self.add_months(years.checked_mul(12)?)
    }
}

impl fmt::Display for JalaliDate {
    /// As in ids: `1401-02-18`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
