//! The day number everything else is built on.

use serde::{Deserialize, Serialize};

use super::GregorianDate;

/// Days since 1970-01-01, which is `Day(0)`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Day(pub i32);

/// A day of the week, Saturday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    /// شنبه
    Saturday,
    /// یکشنبه
    Sunday,
    /// دوشنبه
    Monday,
    /// سه‌شنبه
    Tuesday,
    /// چهارشنبه
    Wednesday,
    /// پنجشنبه
    Thursday,
    /// جمعه
    Friday,
}

impl Day {
    /// The day `days` later (earlier when negative); the ends of the range are not passed.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Days from this day to the other.
    pub const fn until(self, other: Self) -> i32 {
        other.0.saturating_sub(self.0)
    }

    /// Its day of the week.
    pub const fn weekday(self) -> Weekday {
        // Day 0 was a Thursday, the fifth after Saturday.
        match (self.0 as i64 + 5).rem_euclid(7) {
            0 => Weekday::Saturday,
            1 => Weekday::Sunday,
            2 => Weekday::Monday,
            3 => Weekday::Tuesday,
            4 => Weekday::Wednesday,
            5 => Weekday::Thursday,
            _ => Weekday::Friday,
        }
    }

    /// The Gregorian date as ISO 8601: `2022-05-08`.
    pub fn to_iso(self) -> String {
        GregorianDate::from_day(self).to_string()
    }
}
