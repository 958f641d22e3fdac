//! Sums and differences of figures, bounds included.

use super::quotient::{from_nought, quotient, without_floor};
use super::refuse::Reason;
use crate::model::{Figure, Qualifier};
use crate::number::{Bound, Decimal, Interval};

/// Decimals kept in a derived value; the chart rounds further for the eye, never the stated parts.
pub(super) const DERIVED_SCALE: u8 = 6;

/// Sum of figures that have values. Bounds stay bounds; one "about" makes the sum "about". Nothing is
/// below zero that is counted or paid, so fewer than 100 and 60 are at least 60.
pub(super) fn sum(figures: &[Figure]) -> Result<Figure, Reason> {
    let mut total = Interval::exact(Decimal::ZERO);
    let mut about = false;
    for figure in figures {
        let Some(interval) = figure.interval() else { continue };
        about |= figure.qualifier() == Some(Qualifier::About);
        let interval = from_nought(interval);
        total = total.checked_add(interval).map_err(|_| Reason::Overflow)?;
    }
    let is_bound = figures.iter().filter_map(Figure::interval).any(|one| one.low == Bound::Open);
    let said = if is_bound { without_floor(total) } else { total };
    Figure::of_interval(said, about).ok_or(Reason::Bounded)
}

/// `100 × (to ÷ from − 1)`. From less than nothing nothing grows.
pub(super) fn growth(from: &Figure, to: &Figure) -> Result<Figure, Reason> {
    let hundred = Figure::exact(Decimal::from_int(100));
    difference(&hundred, &quotient(Decimal::from_int(100), to, from)?)
}

/// `to − from`.
pub(super) fn difference(from: &Figure, to: &Figure) -> Result<Figure, Reason> {
    let (Some(low), Some(high)) = (from.interval(), to.interval()) else {
        return Err(Reason::NoEarlier);
    };
    let difference = high.checked_sub(low).map_err(|_| Reason::Overflow)?;
    let about = [from, to].iter().any(|one| one.qualifier() == Some(Qualifier::About));
    Figure::of_interval(difference, about).ok_or(Reason::Bounded)
}
