//! A value axis that holds zero and ends at round numbers.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};

use crate::list::Gather;
use crate::number::Decimal;

/// Ticks aimed at.
const TICKS: f64 = 4.0;

/// From a round number at or below the least value to one at or above the greatest; zero is in it.
#[derive(Clone, Debug)]
pub(in crate::chart) struct ValueScale {
    low: f64,
    high: f64,
    ticks: Vec<Decimal>,
}

impl ValueScale {
    /// A scale over these values. Without any, from 0 to 1.
    pub(in crate::chart) fn new(values: &[f64]) -> Self {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for value in values.iter().filter(|value| value.is_finite()) {
            low = low.min(*value);
            high = high.max(*value);
        }
        if high - low <= 0.0 {
            high = 1.0;
        }
        let step = round_step((high - low) / TICKS);
        let from = whole_steps(low, &step, f64::floor);
        let to = whole_steps(high, &step, f64::ceil);
        let ticks: Vec<Decimal> = (from..=to)
            .filter_map(|count| step.checked_mul(Decimal::from_int(count)).ok())
            .map(Decimal::trimmed)
            .gather();
        let end = |tick: Option<&Decimal>, other: f64| tick.map_or(other, |tick| tick.to_f64());
        Self { low: end(ticks.first(), low), high: end(ticks.last(), high), ticks }
    }

    /// The same scale from the least of these values to the greatest, zero in it: for a chart without ticks.
    pub(in crate::chart) fn within(mut self, values: &[f64]) -> Self {
        let ends = values.iter().filter(|value| value.is_finite());
        let [low, high] =
            ends.fold([0.0_f64; 2], |[low, high], value| [low.min(*value), high.max(*value)]);
        if low < high {
            (self.low, self.high) = (low, high);
        }
        self
    }

    /// From the least of these values to the greatest, without ticks: for marks that each say their value.
    pub(in crate::chart) fn close(values: &[f64]) -> Self {
        let values = || values.iter().copied().filter(|value| value.is_finite());
        let low = values().fold(f64::INFINITY, f64::min);
        let high = values().fold(f64::NEG_INFINITY, f64::max);
        if low < high {
            return Self { low, high, ticks: Vec::new() };
        }
        let one = if low.is_finite() { low } else { 0.0 };
        Self { low: one - 1.0, high: one + 1.0, ticks: Vec::new() }
    }

    /// The round numbers of the axis, lowest first.
    pub(in crate::chart) fn ticks(&self) -> &[Decimal] {
        &self.ticks
    }

    /// Where a value lies between two places, in CSS px.
    pub(in crate::chart) fn place(&self, value: f64, from: f64, to: f64) -> f64 {
        let limit = |length: f64| (length * 8.0).round() as i32;
        f64::from(self.map(&value, (limit(from), limit(to)))) / 8.0
    }
}

impl Ranged for ValueScale {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let part = (value - self.low) / (self.high - self.low);
        limit.0 + (part * f64::from(limit.1 - limit.0)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        self.ticks.iter().take(hint.max_num_points()).map(|tick| tick.to_f64()).gather()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

/// The least of 1, 2, 2.5 and 5 times a power of ten that is at least `least`, exact.
fn round_step(least: f64) -> Decimal {
    let mut exponent: i8 = -6;
    while exponent < 30 {
        for (units, size) in [(10, 1.0), (20, 2.0), (25, 2.5), (50, 5.0)] {
            if size * power(exponent) >= least {
                let step = Decimal::new(units, 1).and_then(|one| one.scaled(exponent));
                return step.unwrap_or(Decimal::from_int(1));
            }
        }
        exponent += 1;
    }
    Decimal::from_int(1)
}

fn power(exponent: i8) -> f64 {
    10_f64.powi(i32::from(exponent))
}

fn whole_steps(value: f64, step: &Decimal, round: fn(f64) -> f64) -> i64 {
    // A hair of float noise must not add a tick beyond an exact end.
    let steps = value / step.to_f64();
    let near = steps.round();
    if (steps - near).abs() < 1e-9 { near as i64 } else { round(steps) as i64 }
}
