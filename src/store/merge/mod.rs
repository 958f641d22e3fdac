//! Two offline copies of one data set, merged by value.
//!
//! A cell is one figure. Each copy knows what stands in it and, from its revisions, what stood there
//! before. What one copy has left behind gives way to what the other has; what both changed, each in its
//! own way, is a conflict, and both values are kept for a person to choose from.
//!
//! What is known of a cell only ever grows, by union: so the order of merging, and merging twice, make no
//! difference. Everything else (areas, units, documents, records …) is joined by its id in the same way;
//! what is told differently under one id is named, and the content that is kept does not depend on the
//! order of the copies.

mod decide;
mod join;
mod rest;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Diagnostic;
use crate::model::{Dataset, Observation, ObservationId, Revision};

pub use decide::{Decision, decide, mark};
pub use join::Differing;

/// What may stand in a cell: a figure, or nothing after one was withdrawn.
pub type Content = Option<Observation>;

/// Everything that copies know of one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands there in one copy or another.
    current: BTreeSet<Content>,
    /// What one copy or another has left behind.
    past: BTreeSet<Content>,
}

impl Cell {
    /// What both know.
    #[must_use]
    pub fn merged(mut self, other: Self) -> Self {
        self.current.extend(other.current);
        self.past.extend(other.past);
        self
    }

    /// What stands in the cell: one content, or several that were made apart from each other. Where
    /// each was left behind for another, as by a change and its undoing, all of them stand.
    pub fn standing(&self) -> Vec<&Content> {
        let new: Vec<&Content> = self.current.difference(&self.past).collect();
        if new.is_empty() { self.current.iter().collect() } else { new }
    }
}

/// All cells of a copy, or of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells(BTreeMap<ObservationId, Cell>);

impl Cells {
    /// The cells of one copy.
    pub fn of(dataset: &Dataset) -> Self {
        let mut cells: BTreeMap<ObservationId, Cell> = BTreeMap::new();
        for (id, one) in dataset.observations.iter() {
            cells.entry(id.clone()).or_default().current.insert(Some(one.clone()));
        }
        for revision in &dataset.revisions {
            let cell = cells.entry(revision.observation.clone()).or_default();
            cell.past.insert(revision.before.clone());
            if !dataset.observations.contains_key(&revision.observation) {
                cell.current.insert(None);
            }
        }
        Self(cells)
    }

    /// What both know. Commutative, associative, idempotent.
    #[must_use]
    pub fn merged(mut self, other: Self) -> Self {
        for (id, cell) in other.0 {
            let known = self.0.remove(&id).unwrap_or_default();
            self.0.insert(id, known.merged(cell));
        }
        self
    }

    /// Every cell, in the order of ids.
    pub fn iter(&self) -> impl Iterator<Item = (&ObservationId, &Cell)> {
        self.0.iter()
    }
}

/// A cell that was changed apart in two copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The figure.
    pub id: ObservationId,
    /// All that stands there, in a fixed order; the first of them stands in the merged data set.
    pub contents: Vec<Content>,
}

/// What came of merging two copies.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// Both copies in one.
    pub dataset: Dataset,
    /// Cells that a person must decide on.
    pub clashes: Vec<Clash>,
    /// Other things (documents, measures, areas, records …) that the copies tell differently.
    pub differing: Vec<Differing>,
    /// Areas that have no place in the tree of both copies together, as where each of two stands above
    /// the other in one copy; they are not in the merged data set.
    pub refused: Vec<Diagnostic>,
}

/// Merges two copies of one data set, as they were read: counts of registers are no cells of a copy.
///
/// A list that both copies have alike keeps its order; one that differs comes in the order of ids.
///
/// ```
/// use hamyar::model::Dataset;
/// use hamyar::store::merge;
/// let copy = Dataset { name: "copy".into(), ..Dataset::default() };
/// assert!(merge(&copy, &copy).clashes.is_empty());
/// ```
pub fn merge(one: &Dataset, other: &Dataset) -> Merged {
    let mut merged = rest::merged(one, other);
    for (id, cell) in Cells::of(one).merged(Cells::of(other)).iter() {
        let standing = cell.standing();
        if let Some(Some(first)) = standing.first() {
            merged.dataset.observations.insert(id.clone(), first.clone());
        }
        if standing.len() > 1 {
            let contents = standing.into_iter().cloned().collect();
            merged.clashes.push(Clash { id: id.clone(), contents });
        }
    }
    merged.dataset.revisions = revisions(one, other);
    merged
}

/// The revisions of both, each once, in the order of days, and of the changes of a figure on one day.
fn revisions(one: &Dataset, other: &Dataset) -> Vec<Revision> {
    if one.revisions == other.revisions {
        return one.revisions.clone();
    }
    let mut all = one.revisions.clone();
    all.extend(other.revisions.iter().filter(|new| !one.revisions.contains(new)).cloned());
    fn place(one: &Revision) -> impl Ord {
        (one.recorded, &one.observation, one.change, &one.before, &one.by, &one.reason)
    }
    all.sort_by(|left, right| place(left).cmp(&place(right)));
    all
}
