//! Figures one by one: nothing is added, so nothing needs refusing but what does not exist.

use super::answer::{Answer, Coverage, Key, Row, Working};
use super::arithmetic::growth;
use super::quotient::quotient;
use super::refuse::Reason;
use super::rollup::count;
use super::select::Selection;
use super::spec::Query;
use crate::list::Gather;
use crate::model::{Comparison, Dataset, Measure, Observation, ObservationId, Place};
use crate::number::Decimal;

/// The figures and pairs that a query names, in its order.
pub(super) fn named(dataset: &Dataset, query: &Query) -> Answer {
    let mut answer = Answer::default();
    for id in &query.filter.observations {
        match row(dataset, id) {
            Some(row) => answer.rows.push(row),
            None => refuse(dataset, id.as_str(), &mut answer),
        }
    }
    for id in &query.pairs {
        match dataset.comparisons.iter().find(|pair| pair.id == *id) {
            Some(pair) => push_pair(dataset, pair, &mut answer),
            None => refuse(dataset, id.as_str(), &mut answer),
        }
    }
    answer.coverage = coverage(&answer.rows);
    answer
}

/// Says of a figure or pair why it is not there. What a day of knowledge left out is there on another day:
/// that is told once for all of it, and without names that only the tables have.
fn refuse(dataset: &Dataset, id: &str, answer: &mut Answer) {
    if !dataset.not_known.iter().any(|one| one == id) {
        return answer.refused.push(Reason::UnknownFigure.diagnostic(id));
    }
    if answer.refused.iter().all(|one| one.code != Reason::NotKnown.code()) {
        answer.refused.push(Reason::NotKnown.diagnostic(""));
    }
}

/// Every figure of a selection by itself, in the order of ids.
pub(super) fn each<'a>(selection: &Selection<'a>, measure: &'a Measure) -> Answer {
    let ids = selection.observations(&measure.id).into_iter().map(|one| &one.id);
    let rows: Vec<Row> = ids.filter_map(|id| row(selection.dataset, id)).gather();
    Answer { coverage: coverage(&rows), rows, ..Answer::default() }
}

fn coverage(rows: &[Row]) -> Coverage {
    let reported = rows.iter().filter(|row| row.figure.value().is_some()).count();
    Coverage { reported: count(reported), expected: count(rows.len()) }
}

/// Two rows, the second with how it compares to the first.
fn push_pair(dataset: &Dataset, pair: &Comparison, answer: &mut Answer) {
    let (Some(mut from), Some(mut to)) = (row(dataset, &pair.from), row(dataset, &pair.to)) else {
        answer.refused.push(Reason::UnknownFigure.about(&pair.label.fa, &pair.label.en));
        return;
    };
    if from.unit != to.unit {
        answer.refused.push(Reason::MixedUnits.about(&pair.label.fa, &pair.label.en));
        return;
    }
    let scope = Some((pair.label.fa.clone(), pair.label.en.clone()));
    from.key.scope.clone_from(&scope);
    to.key.scope = scope;
    match working(&from, &to) {
        Ok(working) => to.working = working,
        // Of nothing there is no part and no growth: the figures stand, and the answer says why alone.
        Err(reason @ (Reason::Nought | Reason::BelowNought)) => {
            answer.refused.push(reason.about(&pair.label.fa, &pair.label.en));
        }
        Err(_) => {}
    }
    answer.rows.extend([from, to]);
}

/// A share within one period, a growth from an earlier to a later one. A later plan beside an
/// earlier result has neither: the two bars stand alone.
fn working(from: &Row, to: &Row) -> Result<Option<Working>, Reason> {
    let (whole, part) = (from.figure, to.figure);
    match (&from.key.period, &to.key.period) {
        (Some(earlier), Some(later)) if earlier < later => {
            growth(&whole, &part)?;
            Ok(Some(Working::Growth { from: whole, to: part }))
        }
        (Some(later), Some(earlier)) if earlier < later => Ok(None),
        _ => {
            quotient(Decimal::from_int(100), &part, &whole)?;
            Ok(Some(Working::Share { part, whole }))
        }
    }
}

fn row(dataset: &Dataset, id: &ObservationId) -> Option<Row> {
    let observation = dataset.observations.get(id)?;
    let measure = dataset.measures.get(&observation.measure)?;
    Some(Row {
        key: key(observation),
        measure: measure.id.clone(),
        figure: observation.figure,
        unit: measure.unit.clone(),
        coverage: Coverage {
            reported: u32::from(observation.figure.value().is_some()),
            expected: 1,
        },
        working: None,
        evidence: vec![observation.id.clone()],
        references: Vec::new(),
        rank: None,
    })
}

/// The key of a figure by itself.
pub(super) fn key(observation: &Observation) -> Key {
    let scope = &observation.scope;
    let (area, group) = match &observation.place {
        Place::Area(id) => (Some(id.clone()), None),
        Place::Group(id) => (None, Some(id.clone())),
        Place::Unplaced => (None, None),
    };
    Key {
        area,
        group,
        period: observation.period,
        scenario: observation.scenario,
        stage: observation.stage,
        action_status: observation.action_status,
        programme: observation.programme.clone(),
        source: Some(observation.source.clone()),
        dimensions: observation.dimensions.clone(),
        scope: (!scope.is_empty()).then(|| (scope.fa.clone(), scope.en.clone())),
        observation: Some(observation.id.clone()),
    }
}
