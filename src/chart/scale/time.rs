//! A true Jalali axis: every tick is the first day of a Jalali month, season or year.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};

use crate::calendar::{Day, Period, PeriodKind};
use crate::list::Gather;

/// Most ticks that are made; a guard, not a limit that a reader meets.
const MOST: usize = 4_000;

/// One whole period of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) struct Tick {
    pub(in crate::chart) period: Period,
}

/// Whole Jalali years, or whole months when the data span less than three years of months.
#[derive(Clone, Copy, Debug)]
pub(in crate::chart) struct TimeScale {
    start: Day,
    end: Day,
    kind: PeriodKind,
}

impl TimeScale {
    /// An axis that holds all these periods; `None` without a period that has both ends.
    pub(in crate::chart) fn new<'a>(periods: impl Iterator<Item = &'a Period>) -> Option<Self> {
        let bounded: Vec<(Day, Day, PeriodKind)> = periods
            .filter_map(|period| Some((period.start()?, period.end()?, period.kind())))
            .gather();
        let start = bounded.iter().map(|(start, ..)| *start).min()?;
        let end = bounded.iter().map(|(_, end, _)| *end).max()?;
        let monthly = bounded.iter().all(|(.., kind)| *kind == PeriodKind::Month);
        let kind = if monthly { PeriodKind::Month } else { PeriodKind::Year };
        let whole = |day: Day| Period::of(kind, day);
        Some(Self {
            start: whole(start).and_then(|period| period.start()).unwrap_or(start),
            end: whole(end.plus(-1)).and_then(|period| period.end()).unwrap_or(end),
            kind,
        })
    }

    /// Whether the axis counts in months.
    pub(in crate::chart) fn is_monthly(&self) -> bool {
        self.kind == PeriodKind::Month
    }

    /// Every year that the axis touches, cut to nothing.
    pub(in crate::chart) fn years(&self) -> Vec<Tick> {
        self.ticks(PeriodKind::Year)
    }

    /// Every month of the axis.
    pub(in crate::chart) fn months(&self) -> Vec<Tick> {
        self.ticks(PeriodKind::Month)
    }

    fn ticks(&self, of: PeriodKind) -> Vec<Tick> {
        let end = self.end;
        let within = |period: &Period| period.start().is_some_and(|start| start < end);
        std::iter::successors(Period::of(of, self.start), Period::next)
            .take_while(within)
            .take(MOST)
            .map(|period| Tick { period })
            .gather()
    }

    /// Where a day begins between two places, in CSS px; days outside lie at the ends.
    pub(in crate::chart) fn place(&self, day: Day, from: f64, to: f64) -> f64 {
        let limit = |length: f64| (length * 8.0).round() as i32;
        let day = day.clamp(self.start, self.end);
        f64::from(self.map(&day, (limit(from), limit(to)))) / 8.0
    }

    /// Begin and end of a period between two places.
    pub(in crate::chart) fn interval(&self, period: &Period, from: f64, to: f64) -> (f64, f64) {
        let begin = self.place(period.start().unwrap_or(self.start), from, to);
        let end = self.place(period.end().unwrap_or(self.end), from, to);
        (begin.min(end), begin.max(end))
    }
}

impl Ranged for TimeScale {
    type FormatOption = DefaultFormatting;
    type ValueType = Day;

    fn map(&self, day: &Day, limit: (i32, i32)) -> i32 {
        let span = f64::from(self.start.until(self.end).max(1));
        let part = f64::from(self.start.until(*day)) / span;
        limit.0 + (part * f64::from(limit.1 - limit.0)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<Day> {
        let ticks = if self.is_monthly() { self.months() } else { self.years() };
        let starts = ticks.iter().filter_map(|tick| tick.period.start());
        starts.take(hint.max_num_points()).gather()
    }

    fn range(&self) -> Range<Day> {
        self.start..self.end
    }
}
