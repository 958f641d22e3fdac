//! A quotient of products, bounds included.

use super::arithmetic::DERIVED_SCALE;
use super::refuse::Reason;
use crate::model::{Figure, Qualifier};
use crate::number::{Bound, Decimal, Interval};

/// `factor × above ÷ below`, each the product of its figures, with all values that the figures
/// allow; divided and rounded once.
///
/// What is counted and paid is never below zero, so "fewer than 100" ends there. A divisor that
/// is zero, below it, or missing gives nothing; neither does a bound that no one word says.
pub(super) fn quotient(
    factor: Decimal,
    above: &[&Figure],
    below: &[&Figure],
) -> Result<Figure, Reason> {
    let about = || above.iter().chain(below);
    let about = about().any(|figure| figure.qualifier() == Some(Qualifier::About));
    let mut tops = intervals(above, Bound::Reached(Decimal::ZERO))?;
    tops.push(Interval::exact(factor));
    // Of what may be nothing no share is known; what was counted, if only as "fewer than", is there.
    let mut bottoms = intervals(below, Bound::NotReached(Decimal::ZERO))?;
    cancel(&mut tops, &mut bottoms);
    let (top, bottom) = (product(&tops)?, product(&bottoms)?);
    if bottom.low.value().is_none_or(|low| low.is_negative()) {
        return Err(Reason::NotDefined);
    }
    let quotient = top.checked_div_to(bottom, DERIVED_SCALE).map_err(|_| Reason::Overflow)?;
    let quotient = quotient.ok_or(Reason::NotDefined)?;
    let is_single = top.single().is_some_and(|top| top.is_zero() || bottom.single().is_some());
    let said = if is_single { quotient } else { without_floor(quotient) };
    Figure::of_interval(said, about).ok_or(Reason::Bounded)
}

/// What figures allow; `floor` stands for a lower end that nothing is said of.
fn intervals(figures: &[&Figure], floor: Bound) -> Result<Vec<Interval>, Reason> {
    let mut intervals = Vec::new();
    for figure in figures {
        intervals.push(match figure.interval().ok_or(Reason::NotDefined)? {
            Interval { low: Bound::Open, high } if !is_negative(high) => {
                Interval { low: floor, high }
            }
            whole => whole,
        });
    }
    Ok(intervals)
}

fn is_negative(end: Bound) -> bool {
    end.value().is_some_and(|end| end.is_negative())
}

/// Takes common factors out, so that products of sums of money in rial stay in range.
fn cancel(tops: &mut [Interval], bottoms: &mut [Interval]) {
    for top in tops {
        for bottom in bottoms.iter_mut() {
            [*top, *bottom] = top.cancelled(*bottom);
        }
    }
}

fn product(intervals: &[Interval]) -> Result<Interval, Reason> {
    let mut product = Interval::exact(Decimal::from_int(1));
    for interval in intervals {
        product = product.checked_mul(*interval).map_err(|_| Reason::Overflow)?;
    }
    Ok(product)
}

/// That nothing is below zero goes without saying.
fn without_floor(interval: Interval) -> Interval {
    match interval.low {
        low if low.value() == Some(Decimal::ZERO) => Interval { low: Bound::Open, ..interval },
        _ => interval,
    }
}
