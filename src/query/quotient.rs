//! A quotient of figures, bounds included.

use super::arithmetic::DERIVED_SCALE;
use super::refuse::Reason;
use crate::model::{Figure, Qualifier};
use crate::number::{Bound, Decimal, Interval, Overflow};

/// `factor × above ÷ below`, with all values that the two figures allow; divided and rounded once.
pub(super) fn quotient(factor: Decimal, above: &Figure, below: &Figure) -> Result<Figure, Reason> {
    let top = scaled(numerator(above)?, factor).map_err(|_| Reason::Overflow)?;
    divided(top, denominator(below)?, is_about(&[above, below]))
}

/// What a figure above the line allows. What is counted and paid is never below zero, so "fewer than
/// 100" ends there.
pub(super) fn numerator(figure: &Figure) -> Result<Interval, Reason> {
    interval(figure).map(from_nought)
}

/// What a figure below the line allows. Of what may be nothing no share is known; what was counted, if
/// only as "fewer than", is there.
pub(super) fn denominator(figure: &Figure) -> Result<Interval, Reason> {
    interval(figure).map(above_nought)
}

/// All that "fewer than 100" allows of what is never below nought.
pub(crate) fn from_nought(interval: Interval) -> Interval {
    floored(interval, Bound::Reached(Decimal::ZERO))
}

/// The same of what divides: it is there.
pub(crate) fn above_nought(interval: Interval) -> Interval {
    floored(interval, Bound::NotReached(Decimal::ZERO))
}

/// Whether one of the figures is "about".
pub(super) fn is_about(figures: &[&Figure]) -> bool {
    figures.iter().any(|figure| figure.qualifier() == Some(Qualifier::About))
}

/// A divisor that is zero, below it, or missing gives nothing; neither does a bound that no one word
/// says.
pub(super) fn divided(top: Interval, bottom: Interval, about: bool) -> Result<Figure, Reason> {
    if bottom.low.value().is_none_or(|low| low.is_negative()) {
        return Err(Reason::BelowNought);
    }
    let quotient = top.checked_div_to(bottom, DERIVED_SCALE).map_err(|_| Reason::Overflow)?;
    let quotient = quotient.ok_or(Reason::Nought)?;
    let is_single = top.single().is_some_and(|top| top.is_zero() || bottom.single().is_some());
    let said = if is_single { quotient } else { without_floor(quotient) };
    Figure::of_interval(said, about).ok_or(Reason::Bounded)
}

fn interval(figure: &Figure) -> Result<Interval, Reason> {
    figure.interval().ok_or(Reason::NotDefined)
}

/// `floor` stands for a lower end that nothing is said of.
fn floored(interval: Interval, floor: Bound) -> Interval {
    let is_below = interval.high.value().is_some_and(|high| high.is_negative());
    let low = if interval.low == Bound::Open && !is_below { floor } else { interval.low };
    Interval { low, ..interval }
}

/// Every value of an interval times a factor.
pub(super) fn scaled(interval: Interval, factor: Decimal) -> Result<Interval, Overflow> {
    let end = |end| {
        Ok(match end {
            Bound::Open => Bound::Open,
            Bound::Reached(value) => Bound::Reached(value.checked_mul(factor)?),
            Bound::NotReached(value) => Bound::NotReached(value.checked_mul(factor)?),
        })
    };
    let (low, high) = (end(interval.low)?, end(interval.high)?);
    Ok(if factor.is_negative() {
        Interval { low: high, high: low }
    } else {
        Interval { low, high }
    })
}

/// That nothing is below zero goes without saying.
pub(super) fn without_floor(interval: Interval) -> Interval {
    match interval.low {
        low if low.value() == Some(Decimal::ZERO) => Interval { low: Bound::Open, ..interval },
        _ => interval,
    }
}
