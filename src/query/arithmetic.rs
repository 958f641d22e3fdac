//! Sums and quotients of figures, bounds included.

use super::refuse::Reason;
use crate::model::{Figure, Qualifier};
use crate::number::{Decimal, Interval, Ratio};

/// Decimals kept in a derived value; the chart rounds further for the eye, never the stated parts.
pub(super) const DERIVED_SCALE: u8 = 6;

/// Sum of figures that have values. Bounds stay bounds; one "about" makes the sum "about".
pub(super) fn sum(figures: &[Figure]) -> Result<Figure, Reason> {
    let mut total = Interval::exact(Decimal::ZERO);
    let mut about = false;
    for figure in figures {
        let Some(interval) = figure.interval() else { continue };
        about |= figure.qualifier() == Some(Qualifier::About);
        total = total.checked_add(interval).map_err(|_| Reason::Overflow)?;
    }
    Figure::of_interval(total, about).ok_or(Reason::Bounded)
}

/// `factor × numerator ÷ denominator`, with the qualifier that follows from the two.
///
/// Both must be positive when one is a bound; a bound below and a bound above the line together
/// give nothing that can be said in one word and are refused.
pub(super) fn quotient(factor: Decimal, top: &Figure, bottom: &Figure) -> Result<Figure, Reason> {
    let (
        Figure::Value { value: numerator, qualifier: above, .. },
        Figure::Value { value: denominator, qualifier: below, .. },
    ) = (top, bottom)
    else {
        return Err(Reason::NotDefined);
    };
    let scaled = factor.checked_mul(*numerator).map_err(|_| Reason::Overflow)?;
    let ratio = Ratio::new(scaled, *denominator).ok_or(Reason::NotDefined)?;
    let value = ratio.rounded(DERIVED_SCALE).map_err(|_| Reason::Overflow)?;
    let bounded = *above != Qualifier::Exact || *below != Qualifier::Exact;
    if bounded && (numerator.is_negative() || denominator.is_negative()) {
        return Err(Reason::Bounded);
    }
    Ok(Figure::Value { value, qualifier: above.over(*below).ok_or(Reason::Bounded)?, upper: None })
}

/// `100 × (to ÷ from − 1)` of two exact or approximate values. From less than nothing nothing grows.
pub(super) fn growth(from: &Figure, to: &Figure) -> Result<Figure, Reason> {
    if from.value().is_some_and(|value| value.is_negative()) {
        return Err(Reason::NotDefined);
    }
    let hundred = Decimal::from_int(100);
    let Figure::Value { value, qualifier, .. } = quotient(hundred, to, from)? else {
        return Err(Reason::NotDefined);
    };
    let value = value.checked_sub(hundred).map_err(|_| Reason::Overflow)?;
    Ok(Figure::Value { value, qualifier, upper: None })
}

/// `to − from` of two exact or approximate values.
pub(super) fn difference(from: &Figure, to: &Figure) -> Result<Figure, Reason> {
    let [from, to] = [from, to].map(|figure| match figure {
        Figure::Value { value, qualifier, upper: None } => Ok((*value, *qualifier)),
        _ => Err(Reason::Bounded),
    });
    let ((from, below), (to, above)) = (from?, to?);
    let value = to.checked_sub(from).map_err(|_| Reason::Overflow)?;
    Ok(Figure::Value { value, qualifier: above.over(below).ok_or(Reason::Bounded)?, upper: None })
}
