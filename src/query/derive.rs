//! Replaces the values of an answer by what is derived from them, or ranks them.

use super::answer::{Answer, Row, Working};
use super::arithmetic::sum;
use super::quotient::quotient;
use super::refuse::Reason;
use super::run::overall;
use super::select::Selection;
use super::spec::{By, Derive};
use super::together::{one_level, rows_add};
use super::{change, per};
use crate::calendar::{Period, PeriodKind};
use crate::list::{Gather, differ, in_order};
use crate::model::{Figure, Measure, Missing, Observation, TimeRule, UnitId};
use crate::number::{Bound, Decimal, Interval};

/// Applies [`Query::derive`].
pub(super) fn apply(selection: &Selection<'_>, measure: &Measure, answer: &mut Answer) {
    let (dataset, query) = (selection.dataset, selection.query);
    match &query.derive {
        None => {}
        Some(Derive::Growth) => change::apply(dataset, query, measure, answer),
        Some(Derive::Share) => shares(selection, measure, answer),
        Some(Derive::Per { measure: below, factor }) => {
            per::apply(selection, measure, below, *factor, answer);
        }
        Some(Derive::Rank) => ranks(selection, measure, answer),
        Some(_) => super::indicator::apply(dataset, query, measure, answer),
    }
}

/// A row whose value could not be derived stays, as a kind of absence.
pub(super) fn set(row: &mut Row, derived: Result<Figure, Reason>, working: Option<Working>) {
    let absent = if matches!(row.figure, Figure::Missing(_)) {
        row.figure
    } else {
        Figure::Missing(Missing::NotApplicable)
    };
    row.working = working.filter(|_| derived.is_ok());
    row.figure = derived.unwrap_or(absent);
    row.unit = UnitId::new("percent");
}

fn shares(selection: &Selection<'_>, measure: &Measure, answer: &mut Answer) {
    let figures: Vec<Figure> = answer.rows.iter().map(|row| row.figure).gather();
    let adds = rows_add(selection.dataset, measure, &answer.rows, None);
    let total = match adds.and_then(|()| whole(selection, answer)).and_then(|()| sum(&figures)) {
        Ok(total) => total,
        Err(reason) => return reason.empty(answer),
    };
    let is_negative = |figure: &Figure| figure.value().is_some_and(Decimal::is_negative);
    let has_negative = figures.iter().any(is_negative);
    for row in &mut answer.rows {
        let derived = quotient(Decimal::from_int(100), &row.figure, &total);
        let derived = derived.map(|share| if has_negative { share } else { at_most_all(share) });
        let working = Working::Share { part: row.figure, whole: total };
        set(row, derived, Some(working));
    }
}

/// No part is more than its whole, whatever their bounds would allow one by one.
fn at_most_all(share: Figure) -> Figure {
    let all = Decimal::from_int(100);
    let beyond = |bounds: &Interval| {
        bounds.single().is_none() && bounds.high.value().is_none_or(|high| high > all)
    };
    let bounds = share.interval().filter(beyond);
    let within = bounds.map(|bounds| Interval { high: Bound::Reached(all), ..bounds });
    within.and_then(|within| Figure::of_interval(within, false)).unwrap_or(share)
}

/// Refuses shares of a whole of which a part is not reported.
fn whole(selection: &Selection<'_>, answer: &Answer) -> Result<(), Reason> {
    let rows = answer.rows.iter().all(|row| row.coverage.is_whole());
    let is_whole = rows && overall(selection, answer).is_whole();
    if is_whole { Ok(()) } else { Err(Reason::Partial) }
}

/// 1 for the largest; equal values share a rank and the next rank is left out. A bound has no
/// place among values and gets no rank, nor does a value of which a bound leaves its place open.
fn ranks(selection: &Selection<'_>, measure: &Measure, answer: &mut Answer) {
    let rows = &answer.rows;
    let level = one_level(selection.dataset, rows).and_then(|()| one_kind(measure, rows));
    if let Err(reason) = level.and_then(|()| one_scope(selection, rows)) {
        return reason.empty(answer);
    }
    let intervals: Vec<Interval> = rows.iter().filter_map(|row| row.figure.interval()).gather();
    let mut values: Vec<Decimal> = intervals.iter().filter_map(|one| one.single()).gather();
    values = in_order(values, |left, right| right.cmp(left));
    let bounds: Vec<Interval> = intervals.into_iter().filter(|one| one.single().is_none()).gather();
    for row in &mut answer.rows {
        let value = row.figure.interval().and_then(|one| one.single());
        row.rank = value.and_then(|value| rank(&values, &bounds, value));
    }
}

/// `None` where a bound may lie on either side of the value.
fn rank(values: &[Decimal], bounds: &[Interval], value: Decimal) -> Option<u32> {
    let mut above = values.iter().position(|other| *other == value)?;
    let not_above = Interval { low: Bound::Open, high: Bound::Reached(value) };
    for bound in bounds.iter().filter(|bound| !bound.is_inside(not_above)) {
        if !bound.is_apart_from(not_above) {
            return None;
        }
        above += 1;
    }
    u32::try_from(above + 1).ok()
}

/// Refuses to rank facts among intentions, one stage of money among others, or what came in half a year
/// among that of whole ones.
fn one_kind(measure: &Measure, rows: &[Row]) -> Result<(), Reason> {
    let is_flow = measure.time_rule == TimeRule::Sum;
    let lengths = || rows.iter().map(|row| row.key.period.map(|period| length(&period)));
    let checks = [
        (differ(rows.iter().map(|row| row.key.scenario)), Reason::MixedScenarios),
        (differ(rows.iter().map(|row| row.key.stage)), Reason::MixedStages),
        (differ(rows.iter().map(|row| row.key.action_status)), Reason::MixedStatuses),
        (is_flow && differ(lengths()), Reason::MixedPeriods),
    ];
    let mixed = checks.into_iter().find(|(mixed, _)| *mixed);
    mixed.map_or(Ok(()), |(_, reason)| Err(reason))
}

/// Refuses to rank women in one area among men in another, unless the question tells them apart.
fn one_scope(selection: &Selection<'_>, rows: &[Row]) -> Result<(), Reason> {
    let figures = rows.iter().filter_map(|row| row.evidence.first());
    let scopes = figures.map(|id| selection.dataset.observations.get(id).map(Observation::apart));
    let tells = |by: &By| *by == By::Scope || by.dimension().is_some();
    let is_mixed = !selection.query.by.iter().any(tells) && differ(scopes);
    if is_mixed { Err(Reason::SeveralFigures) } else { Ok(()) }
}

/// The kind of a period, and where that does not tell how long it is, its days: months and years differ by
/// a day or two.
fn length(period: &Period) -> (PeriodKind, Option<i32>) {
    let is_of_any_length = matches!(period.kind(), PeriodKind::ToDate | PeriodKind::Span);
    (period.kind(), period.days().filter(|_| is_of_any_length))
}
