//! The figure that another is divided by.

#[cfg(feature = "complete")]
use crate::calendar::Period;
use crate::list::Gather;
#[cfg(feature = "complete")]
use crate::model::Place;
use crate::model::{Dataset, Measure, Observation};
use crate::query::answer::{Key, Row};
use crate::query::refuse::Reason;
use crate::query::rollup::Resolved;
use crate::query::run::{resolved, with_common};
use crate::query::select::Selection;
use crate::query::spec::{By, Query};

/// Cells with their keys, each resolved or refused.
pub(super) type Cells<'a> = Vec<(Key, Result<Resolved<'a>, Reason>)>;

/// Every cell of a question, resolved or refused, with all that its figures agree on.
///
/// # Errors
/// When the question names what is not there.
pub(super) fn cells<'a>(
    dataset: &'a Dataset,
    query: &'a Query,
    measure: &'a Measure,
) -> Result<Cells<'a>, Reason> {
    let selection = Selection::new(dataset, query).map_err(|_| Reason::NotDefined)?;
    let cells = resolved(&selection, measure).into_iter().map(|(key, cell)| match cell {
        Ok(cell) => (with_common(key, &cell.used), Ok(cell)),
        refused => (key, refused),
    });
    Ok(cells.gather())
}

/// Tells rows apart by these too.
pub(super) fn also_by(query: &Query, more: &[By]) -> Vec<By> {
    let mut by = query.by.clone();
    for one in more.iter().filter(|one| !query.by.contains(one)) {
        by.push(*one);
    }
    by
}

/// The figures behind a row.
pub(super) fn behind<'a>(dataset: &'a Dataset, row: &Row) -> Vec<&'a Observation> {
    row.evidence.iter().filter_map(|id| dataset.observations.get(id)).gather()
}

/// Where and when figures with a value are from, in order.
#[cfg(feature = "complete")]
pub(super) fn grounds<'a>(figures: &[&'a Observation]) -> Vec<(&'a Place, Option<Period>)> {
    let reported = figures.iter().filter(|one| one.figure.value().is_some());
    let mut grounds: Vec<_> = reported.map(|one| (&one.place, one.period)).collect();
    grounds.sort();
    grounds
}

/// Refuses figures that speak of different matters under one measure.
pub(super) fn of_one_scope(above: &[&Observation], below: &[&Observation]) -> Result<(), Reason> {
    let within = |one: &Observation, others: &[&Observation]| {
        others.iter().any(|other| other.apart() == one.apart())
    };
    let same =
        above.iter().all(|one| within(one, below)) && below.iter().all(|one| within(one, above));
    if same { Ok(()) } else { Err(Reason::SeveralFigures) }
}
