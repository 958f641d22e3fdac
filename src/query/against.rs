//! Sets the value of the areas above beside each row.

use super::answer::{Answer, Key, Reference, Row};
use super::run::run;
use super::select::Selection;
use super::spec::{AreaSelection, By, Derive, Query};
use crate::model::{Level, Measure, counts_in};

/// Fills [`Row::references`] for the levels that the query names, with what is derived if so asked.
/// A share of all rows has nothing like it above.
pub(super) fn fill(selection: &Selection<'_>, measure: &Measure, answer: &mut Answer) {
    if selection.query.derive == Some(Derive::Share) {
        return;
    }
    for level in &selection.query.against {
        let above = run(selection.dataset, &above(selection.query, measure, *level));
        for row in &mut answer.rows {
            row.references.extend(reference(selection, row, &above.rows, *level));
        }
    }
}

/// The same question one level up, without its own references.
fn above(query: &Query, measure: &Measure, level: Level) -> Query {
    let mut by = query.by.clone();
    if !by.contains(&By::Area) {
        by.push(By::Area);
    }
    Query {
        measure: measure.id.clone(),
        also: Vec::new(),
        areas: AreaSelection { level: Some(level), ..AreaSelection::default() },
        by,
        against: Vec::new(),
        unreported: false,
        ..query.clone()
    }
}

fn reference(
    selection: &Selection<'_>,
    row: &Row,
    above: &[Row],
    level: Level,
) -> Option<Reference> {
    let own = row.key.area.as_ref()?;
    let area = selection.dataset.areas.ancestor(own, level)?;
    let area = counts_in(selection.dataset, area, own, row.key.period.as_ref());
    let by = &selection.query.by;
    let found = above.iter().find(|other| {
        other.key.area.as_ref() == Some(&area.id) && are_alike(by, &other.key, &row.key)
    })?;
    Some(Reference {
        level,
        area: area.id.clone(),
        figure: found.figure,
        coverage: found.coverage,
        working: found.working.clone(),
        evidence: found.evidence.clone(),
    })
}

/// Whether two rows are of one matter: all but their areas agree, documents and words only where they tell
/// rows apart.
fn are_alike(by: &[By], above: &Key, own: &Key) -> bool {
    above.period == own.period
        && above.scenario == own.scenario
        && above.stage == own.stage
        && above.action_status == own.action_status
        && above.programme == own.programme
        && above.dimensions == own.dimensions
        && (above.source == own.source || !by.contains(&By::Source))
        && (above.scope == own.scope || !by.contains(&By::Scope))
}
