//! What is sure of figures some of which are bounds: "fewer than 100" is any number below 100.

use std::cmp::Ordering;

use super::prepared::Datum;
use crate::model::Level;
use crate::number::Interval;

/// How one figure stands to another; nothing where a bound leaves it open.
pub(super) fn order(one: &Interval, other: &Interval) -> Option<Ordering> {
    if one.is_below(other) {
        return Some(Ordering::Less);
    }
    if other.is_below(one) {
        return Some(Ordering::Greater);
    }
    (one.single()? == other.single()?).then_some(Ordering::Equal)
}

/// Which rows have no place among the values: bounds that may be more or less than a value, or than
/// another bound that has a place among the values.
pub(super) fn unplaced(data: &[Datum<'_>]) -> Vec<bool> {
    let mut unplaced = vec![false; data.len()];
    if !data.iter().any(Datum::is_bound) {
        return unplaced;
    }
    for by_bounds in [false, true] {
        let before = unplaced.clone();
        for (one, is_unplaced) in data.iter().zip(&mut unplaced) {
            for (other, was_unplaced) in data.iter().zip(&before) {
                let counts = one.is_bound() && other.is_bound() == by_bounds && !was_unplaced;
                *is_unplaced |= counts && !std::ptr::eq(one, other) && is_open(one, other);
            }
        }
    }
    unplaced
}

/// Whether a bound leaves open how one row stands to another.
fn is_open(one: &Datum<'_>, other: &Datum<'_>) -> bool {
    match (&one.span, &other.span) {
        (Some(one), Some(other)) => order(one, other).is_none(),
        _ => false,
    }
}

/// The datum that is surely the greatest or least; of equals the first shown. None where a bound
/// leaves it open.
pub(super) fn extreme<'d, 'a>(data: &'d [Datum<'a>], greatest: bool) -> Option<&'d Datum<'a>> {
    let beyond = if greatest { Ordering::Greater } else { Ordering::Less };
    let yields = |one: &Datum<'_>, other: &Datum<'_>| match (&one.span, &other.span) {
        (Some(one), Some(other)) => order(one, other).is_some_and(|order| order != beyond),
        (own, _) => own.is_none(),
    };
    // What all others yield to is found in one pass: once met, it yields to none that follows.
    let mut best = data.first()?;
    for next in data {
        if !yields(next, best) {
            best = next;
        }
    }
    let is_sure = data.iter().all(|other| std::ptr::eq(other, best) || yields(other, best));
    Some(best).filter(|best| is_sure && best.span.is_some())
}

/// Rows that surely stand above, equal to or below an area above them: that of a level, or the first.
pub(super) fn standing(data: &[Datum<'_>], wanted: Ordering, level: Option<Level>) -> usize {
    data.iter().filter(|datum| stands(datum, level) == Some(wanted)).count()
}

/// How a row surely stands to an area above it: that of a level, or the first.
pub(super) fn stands(datum: &Datum<'_>, level: Option<Level>) -> Option<Ordering> {
    let beside = datum.beside.iter().find(|one| level.is_none_or(|level| one.level == level))?;
    order(datum.span.as_ref()?, &beside.span)
}
