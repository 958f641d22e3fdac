//! A quotient of products, bounds included.

use crate::model::{Figure, Qualifier};
use crate::number::{Bound, Decimal, Interval, Ratio};
use crate::query::arithmetic::DERIVED_SCALE;
use crate::query::refuse::Reason;

/// `factor × above ÷ below`, each the product of its figures, with all values that the figures
/// allow.
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
    let top = product(factor, above, Bound::Reached(Decimal::ZERO))?;
    // Of what may be nothing no share is known; what was counted, if only as "fewer than", is there.
    let bottom = product(Decimal::from_int(1), below, Bound::NotReached(Decimal::ZERO))?;
    if bottom.low.value().is_none_or(|low| low.is_negative()) {
        return Err(Reason::NotDefined);
    }
    let quotient = top.checked_div(bottom).map_err(|_| Reason::Overflow)?;
    let shown = rounded(quotient.ok_or(Reason::NotDefined)?)?;
    Figure::of_interval(shown, about).ok_or(Reason::Bounded)
}

/// The product of all figures; `floor` stands for a lower end that nothing is said of.
fn product(factor: Decimal, figures: &[&Figure], floor: Bound) -> Result<Interval, Reason> {
    let mut product = Interval::exact(factor);
    for figure in figures {
        let interval = figure.interval().ok_or(Reason::NotDefined)?;
        let interval = match interval {
            Interval { low: Bound::Open, high } => Interval { low: floor, high },
            whole => whole,
        };
        product = product.checked_mul(interval).map_err(|_| Reason::Overflow)?;
    }
    Ok(product)
}

/// As many decimals as derived values keep. That nothing is below zero goes without saying.
fn rounded(interval: Interval) -> Result<Interval, Reason> {
    let end = |value: Decimal| {
        let ratio = Ratio::new(value, Decimal::from_int(1)).ok_or(Reason::NotDefined)?;
        ratio.rounded(DERIVED_SCALE).map_err(|_| Reason::Overflow)
    };
    let bound = |bound: Bound| {
        Ok(match bound {
            Bound::Open => Bound::Open,
            Bound::Reached(value) => Bound::Reached(end(value)?),
            Bound::NotReached(value) => Bound::NotReached(end(value)?),
        })
    };
    let is_single = interval.single().is_some();
    let low = match interval.low {
        low if !is_single && low.value() == Some(Decimal::ZERO) => Bound::Open,
        low => low,
    };
    Ok(Interval { low: bound(low)?, high: bound(interval.high)? })
}
