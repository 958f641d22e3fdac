//! Periods: intervals of days that carry the name of what they are.

mod build;
mod id;
mod label;
mod read;
mod relate;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Day, JalaliDate};
pub use id::PeriodError;
pub use read::read_period;

/// What kind of interval a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// One day, `1401-05-18`.
    Day,
    /// A Jalali month, `1401-05`.
    Month,
    /// A season, `1401-Q2`.
    Quarter,
    /// Half a year, `1401-H1`.
    Half,
    /// Farvardin to Azar, `1401-9M`.
    NineMonths,
    /// A Jalali year, which is also the fiscal year, `1401`.
    Year,
    /// Farvardin to some month, cumulative, `1401-C05`.
    ToDate,
    /// From one part to another, both included: `1398-12/1401-02`, `1396/1400`.
    Span,
    /// From some day on, `1396-10/`.
    Since,
    /// Up to some day, `../1400`.
    Until,
}

/// An interval of days `[start, end)` with its kind. An open end is `None`.
///
/// Two periods are equal when kind and interval are; order is by start, then end, then kind.
/// Serialized as its [id](Period::id).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    kind: PeriodKind,
    start: Option<Day>,
    end: Option<Day>,
}

impl Period {
    /// What kind of interval it is.
    pub const fn kind(&self) -> PeriodKind {
        self.kind
    }

    /// Its first day; `None` when it has no beginning.
    pub const fn start(&self) -> Option<Day> {
        self.start
    }

    /// Jalali year in which it starts; `None` when it has no beginning.
    pub fn start_year(&self) -> Option<i32> {
        self.start.map(|day| JalaliDate::from_day(day).year())
    }

    /// The day after its last; `None` when it has no end.
    pub const fn end(&self) -> Option<Day> {
        self.end
    }

    /// Its last day; `None` when it has no end.
    pub fn last(&self) -> Option<Day> {
        self.end.map(|end| end.plus(-1))
    }

    /// Number of days; `None` when an end is open.
    pub fn days(&self) -> Option<i32> {
        Some(self.start?.until(self.end?))
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.id())
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        Self::parse(&id).map_err(de::Error::custom)
    }
}
