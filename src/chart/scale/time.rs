//! A true Jalali axis: every tick is the first day of a Jalali day, week, month, season, half, year or
//! decade.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};

use crate::calendar::{Day, Period, PeriodKind, Step, Weekday};
use crate::list::Gather;

/// Most ticks that are made; a guard, not a limit that a reader meets.
const MOST: usize = 4_000;

/// One part of the axis: its first day and the day after its last.
pub(in crate::chart) type Tick = [Day; 2];

/// Whole parts of the coarsest kind that the figures have: years of yearly figures, weeks of weekly.
#[derive(Clone, Copy, Debug)]
pub(in crate::chart) struct TimeScale {
    start: Day,
    end: Day,
    /// The finest kind that the figures have.
    step: Step,
}

impl TimeScale {
    /// An axis that holds all these periods; `None` without a period that has both ends.
    pub(in crate::chart) fn new<'a>(periods: impl Iterator<Item = &'a Period>) -> Option<Self> {
        let bounded: Vec<(Day, Day, Step)> = periods
            .filter_map(|period| Some((period.start()?, period.end()?, step_of(period))))
            .gather();
        let start = bounded.iter().map(|(start, ..)| *start).min()?;
        let end = bounded.iter().map(|(_, end, _)| *end).max()?;
        let steps = || bounded.iter().map(|(.., step)| *step);
        let whole = steps().max()?;
        Some(Self {
            start: whole.start(start),
            end: whole.next(end.plus(-1)),
            step: steps().min()?,
        })
    }

    /// The finest kind of period that it was made for.
    pub(in crate::chart) fn step(&self) -> Step {
        self.step
    }

    /// First day, and the day after the last.
    pub(in crate::chart) fn ends(&self) -> Tick {
        [self.start, self.end]
    }

    /// Every part of a kind that the axis touches; the first and the last may reach beyond it.
    pub(in crate::chart) fn ticks(&self, of: Step) -> Vec<Tick> {
        let starts = of.starts(self.start, self.end, MOST).into_iter();
        starts.map(|start| [start, of.next(start)]).gather()
    }

    /// Where a day begins between two places, in CSS px; days outside lie at the ends.
    pub(in crate::chart) fn place(&self, day: Day, from: f64, to: f64) -> f64 {
        let limit = |length: f64| (length * 8.0).round() as i32;
        let day = day.clamp(self.start, self.end);
        f64::from(self.map(&day, (limit(from), limit(to)))) / 8.0
    }

    /// Begin and end of a period between two places.
    pub(in crate::chart) fn interval(&self, period: &Period, from: f64, to: f64) -> (f64, f64) {
        let ends = [period.start().unwrap_or(self.start), period.end().unwrap_or(self.end)];
        let [begin, end] = self.between(ends, from, to);
        (begin, end)
    }

    /// The same of a part of the axis.
    pub(in crate::chart) fn between(&self, [begin, end]: Tick, from: f64, to: f64) -> [f64; 2] {
        [self.place(begin, from, to), self.place(end, from, to)]
    }
}

/// The kind of tick that a period is as long as, or that its ends lie at.
fn step_of(period: &Period) -> Step {
    match period.kind() {
        PeriodKind::Day => Step::Day,
        PeriodKind::Month => Step::Month,
        PeriodKind::Quarter => Step::Quarter,
        PeriodKind::Half => Step::Half,
        PeriodKind::Span => span_step(period).unwrap_or(Step::Day),
        _ => Step::Year,
    }
}

/// Of a span: years, months, or weeks from Saturday to Friday, if both of its ends lie there.
fn span_step(period: &Period) -> Option<Step> {
    let (start, end) = (period.start()?, period.end()?);
    let is_whole = |step: Step| step.start(start) == start && step.start(end) == end;
    let is_week = start.until(end) <= 7 && start.weekday() == Weekday::Saturday;
    let steps = [(Step::Year, true), (Step::Month, true), (Step::Week, is_week)].into_iter();
    let mut steps = steps.filter(|(step, is)| *is && is_whole(*step));
    steps.next().map(|(step, _)| step)
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
        self.step.starts(self.start, self.end, hint.max_num_points())
    }

    fn range(&self) -> Range<Day> {
        self.start..self.end
    }
}
