//! How periods lie to each other.

use std::cmp::Ordering;

use super::id::coarsest;
use super::{Period, PeriodKind};
use crate::calendar::{Day, JalaliDate};
use crate::list::Gather;

impl Period {
    /// The interval with open ends at the ends of time.
    fn bounds(&self) -> (Day, Day) {
        (self.start.unwrap_or(Day(i32::MIN)), self.end.unwrap_or(Day(i32::MAX)))
    }

    /// Whether the day lies in it.
    pub fn contains(&self, day: Day) -> bool {
        let (start, end) = self.bounds();
        start <= day && (day < end || self.end.is_none())
    }

    /// Whether all days of the other lie in it.
    pub fn contains_period(&self, other: &Self) -> bool {
        let ((start, end), (other_start, other_end)) = (self.bounds(), other.bounds());
        start <= other_start && other_end <= end
    }

    /// Whether they have a day in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        let ((start, end), (other_start, other_end)) = (self.bounds(), other.bounds());
        start < other_end && other_start < end
    }

    /// Whether the other begins on the day after this one ends.
    pub fn is_adjacent_to(&self, other: &Self) -> bool {
        self.end.is_some() && self.end == other.start
    }

    /// The one after it of the same kind, `None` past the known years and for open ends.
    ///
    /// After nine months or a cumulative period comes the same part of the next year, the one it
    /// is compared with; after a span one of equal length.
    pub fn next(&self) -> Option<Self> {
        self.shifted(1)
    }

    /// The one before it of the same kind, see [`Period::next`].
    pub fn previous(&self) -> Option<Self> {
        self.shifted(-1)
    }

    fn shifted(&self, steps: i32) -> Option<Self> {
        let (start, end) = (self.start?, self.end?);
        let months = match self.kind {
            PeriodKind::Day => return Self::day(start.plus(steps)),
            PeriodKind::Span if coarsest(self.start, self.end) == PeriodKind::Day => {
                let days = start.until(end).checked_mul(steps)?;
                return Self::between(start.plus(days), end.plus(days));
            }
            PeriodKind::NineMonths | PeriodKind::ToDate => 12,
            _ => months_between(start, end),
        };
        let moved = |day: Day| JalaliDate::from_day(day).add_months(months * steps);
        let (start, end) = (moved(start)?.day_number(), moved(end)?.day_number());
        Self::between(start, end).map(|moved| Self { kind: self.kind, ..moved })
    }

    /// All days from `start` to the one before `end`.
    fn between(start: Day, end: Day) -> Option<Self> {
        Self::span(&Self::day(start)?, &Self::day(end.plus(-1))?)
    }

    /// Its days, months, quarters, halves or years in order; empty when they do not fill it
    /// exactly, when an end is open, and for other kinds.
    ///
    /// ```
    /// use hamyar::calendar::{Period, PeriodKind};
    /// let ids = |id: &str, kind| {
    ///     let parts = Period::parse(id).unwrap().subdivide(kind);
    ///     parts.iter().map(Period::id).collect::<Vec<_>>()
    /// };
    /// assert_eq!(ids("1401-9M", PeriodKind::Quarter), ["1401-Q1", "1401-Q2", "1401-Q3"]);
    /// assert!(ids("1401-C05", PeriodKind::Quarter).is_empty());
    /// ```
    pub fn subdivide(&self, kind: PeriodKind) -> Vec<Self> {
        let bounded = self.start.filter(|_| self.end.is_some());
        let first = bounded.and_then(|start| Self::of(kind, start));
        let within = |part: &Self| self.contains_period(part);
        let next = |part: &Self| part.end.and_then(|end| Self::of(kind, end)).filter(within);
        let parts: Vec<Self> = std::iter::successors(first.filter(within), next).gather();
        let fills = parts.last().is_some_and(|part| part.end == self.end);
        if fills { parts } else { Vec::new() }
    }

    /// The month, quarter, half or year that it lies in as a whole.
    pub fn enclosing(&self, kind: PeriodKind) -> Option<Self> {
        Self::of(kind, self.start?).filter(|whole| whole.contains_period(self))
    }
}

fn months_between(start: Day, end: Day) -> i32 {
    let (start, end) = (JalaliDate::from_day(start), JalaliDate::from_day(end));
    (end.year() - start.year()) * 12 + i32::from(end.month()) - i32::from(start.month())
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bounds().cmp(&other.bounds()).then(self.kind.cmp(&other.kind))
    }
}
