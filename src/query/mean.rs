//! Means in which each part has a weight: its days, or another measure of its place.

use super::answer::Working;
use super::quotient::{divided, is_about, numerator, scaled};
use super::refuse::Reason;
use super::rollup::Resolved;
use super::select::Selection;
use crate::list::Gather;
use crate::model::{Figure, MeasureId, Observation};
use crate::number::{Decimal, Interval};

/// A mean and its working.
pub(super) type Mean = (Figure, Option<Working>);

/// The mean over the days of figures of one place.
pub(super) fn over_days(used: &[&Observation]) -> Result<Mean, Reason> {
    let mut parts = Vec::new();
    for one in used {
        let days = one.period.and_then(|period| period.days()).ok_or(Reason::NoWeight)?;
        parts.push((one.figure, Decimal::from_int(days.into())));
    }
    mean(&parts, None)
}

/// The mean over places that have a figure, with the weight of each in the same period.
pub(super) fn over_places(
    selection: &Selection<'_>,
    weight: Option<&MeasureId>,
    places: &[Resolved<'_>],
) -> Result<Mean, Reason> {
    let all = selection.dataset.observations.values();
    let weights: Vec<&Observation> = all.filter(|one| Some(&one.measure) == weight).gather();
    let mut parts = Vec::new();
    for place in places.iter().filter(|place| place.figure.value().is_some()) {
        parts.push((place.figure, weight_of(place, &weights)?));
    }
    mean(&parts, weight)
}

/// The one weight of a place; a bound weighs nothing that could be said.
fn weight_of(place: &Resolved<'_>, weights: &[&Observation]) -> Result<Decimal, Reason> {
    let first = place.used.first().ok_or(Reason::NoWeight)?;
    let is_there = |weight: &&&Observation| {
        (&weight.place, weight.period) == (&first.place, first.period)
            && (weight.scenario, weight.apart()) == (first.scenario, first.apart())
    };
    let mut found = weights.iter().filter(is_there);
    let (only, more) = (found.next().ok_or(Reason::NoWeight)?, found.next());
    if more.is_some() {
        return Err(Reason::SeveralFigures);
    }
    let interval = only.figure.interval().ok_or(Reason::NoWeight)?;
    interval.single().ok_or(Reason::Bounded)
}

/// The sum of figures, each times its weight, divided by the sum of weights.
fn mean(parts: &[(Figure, Decimal)], weight: Option<&MeasureId>) -> Result<Mean, Reason> {
    let (mut top, mut weights) = (Interval::exact(Decimal::ZERO), Decimal::ZERO);
    for (figure, weight) in parts {
        let weighed = scaled(numerator(figure)?, *weight);
        let sum = weighed.and_then(|weighed| top.checked_add(weighed));
        top = sum.map_err(|_| Reason::Overflow)?;
        weights = weights.checked_add(*weight).map_err(|_| Reason::Overflow)?;
    }
    let figures: Vec<&Figure> = parts.iter().map(|(figure, _)| figure).gather();
    let about = is_about(&figures);
    let figure = divided(top, Interval::exact(weights), about)?;
    let working = Figure::of_interval(top, about).map(|sum| Working::Mean {
        sum,
        weights,
        weight: weight.cloned(),
    });
    Ok((figure, working))
}
