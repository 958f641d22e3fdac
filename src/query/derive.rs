//! Replaces the values of an answer by what is derived from them, or ranks them.

use super::answer::{Answer, Row, Working};
use super::arithmetic::sum;
use super::quotient::quotient;
use super::refuse::Reason;
use super::run::overall;
use super::select::Selection;
use super::spec::Derive;
use super::together::{one_level, rows_add};
use super::{change, per};
use crate::list::{Gather, differ, in_order};
use crate::model::{Figure, Measure, Missing, Qualifier, UnitId};
use crate::number::Decimal;

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
        Some(Derive::Rank) => ranks(selection, answer),
        #[cfg(feature = "complete")]
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
    let adds = rows_add(selection.dataset, measure, &answer.rows);
    let total = match adds.and_then(|()| whole(selection, answer)).and_then(|()| sum(&figures)) {
        Ok(total) => total,
        Err(reason) => return reason.empty(answer),
    };
    for row in &mut answer.rows {
        let derived = quotient(Decimal::from_int(100), &row.figure, &total);
        let working = Working::Share { part: row.figure, whole: total };
        set(row, derived, Some(working));
    }
}

/// Refuses shares of a whole of which a part is not reported.
fn whole(selection: &Selection<'_>, answer: &Answer) -> Result<(), Reason> {
    let rows = answer.rows.iter().all(|row| row.coverage.is_whole());
    let is_whole = rows && overall(selection, answer).is_whole();
    if is_whole { Ok(()) } else { Err(Reason::Partial) }
}

/// 1 for the largest; equal values share a rank and the next rank is left out. A bound has no
/// place among values and gets no rank.
fn ranks(selection: &Selection<'_>, answer: &mut Answer) {
    let rows = &answer.rows;
    if let Err(reason) = one_level(selection.dataset, rows).and_then(|()| one_kind(rows)) {
        return reason.empty(answer);
    }
    let ranked = |figure: &Figure| {
        let sound = matches!(figure.qualifier(), Some(Qualifier::Exact | Qualifier::About));
        figure.value().filter(|_| sound)
    };
    let mut values: Vec<Decimal> =
        answer.rows.iter().filter_map(|row| ranked(&row.figure)).gather();
    values = in_order(values, |left, right| right.cmp(left));
    for row in &mut answer.rows {
        let rank = ranked(&row.figure)
            .and_then(|value| values.iter().position(|other| *other == value))
            .and_then(|position| u32::try_from(position + 1).ok());
        row.rank = rank;
    }
}

/// Refuses to rank facts among intentions, or one stage of money among others.
fn one_kind(rows: &[Row]) -> Result<(), Reason> {
    let checks = [
        (differ(rows.iter().map(|row| row.key.scenario)), Reason::MixedScenarios),
        (differ(rows.iter().map(|row| row.key.stage)), Reason::MixedStages),
        (differ(rows.iter().map(|row| row.key.action_status)), Reason::MixedStatuses),
    ];
    let mixed = checks.into_iter().find(|(mixed, _)| *mixed);
    mixed.map_or(Ok(()), |(_, reason)| Err(reason))
}
