//! Two offline copies of one data set, merged by value.
//!
//! A cell is one figure. Each copy knows what stands in it and, from its revisions, what stood there
//! before, one content after the other. A copy that is behind, whose every step the other went through as
//! well, gives way to it; what both changed, each in its own way, is a conflict, and both values are kept
//! for a person to choose from: they are a part of the merged data set, and of the next merger.
//!
//! What is known of a cell only ever grows, by union: so the order of merging, and merging twice, make no
//! difference. Everything else (areas, units, documents, records …) is joined by its id; what is told differently
//! under one id is named, and the content that is kept does not depend on the order of the copies.
//! [`crate::copies`] keeps the others too.

mod base;
mod cell;
mod decide;
mod join;
mod rest;
mod version;

use crate::diag::Diagnostic;
use crate::model::{Clash, Dataset, Revision, clashes};

pub use cell::{Cell, Cells};
pub use decide::{Decision, decide};
pub use join::{Differing, row_key};

/// What came of merging two copies.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// Both copies in one, with all that stands of cells which a person must decide on.
    pub dataset: Dataset,
    /// Other things (documents, measures, areas, records …) that the copies tell differently.
    pub differing: Vec<Differing>,
    /// Areas that have no place in the tree of both copies together, as where each of two stands above
    /// the other in one copy; they are not in the merged data set.
    pub refused: Vec<Diagnostic>,
}

impl Merged {
    /// Cells that a person must decide on.
    pub fn clashes(&self) -> Vec<Clash> {
        clashes(&self.dataset)
    }
}

/// Merges two copies of one data set, as they were read: counts of registers are no cells of a copy.
///
/// A list that both copies have alike keeps its order; one that differs comes in the order of ids.
///
/// ```
/// use hamyar::model::Dataset;
/// use hamyar::store::merge;
/// let copy = Dataset { name: "copy".into(), ..Dataset::default() };
/// assert!(merge(&copy, &copy).clashes().is_empty());
/// ```
pub fn merge(one: &Dataset, other: &Dataset) -> Merged {
    merge_preferring(None, [one, other], &|_, _| None)
}

/// The same, where it is known what both were made of, which content of some rows is kept, or both: `prefer` says of
/// a table and an id whether that is the second copy's. A row that the copy whose content is kept does not have is
/// left out.
pub fn merge_preferring(
    base: Option<&Dataset>,
    copies: [&Dataset; 2],
    prefer: &dyn Fn(&str, &str) -> Option<bool>,
) -> Merged {
    let [one, other] = copies;
    let mut merged = rest::merged(base, copies, prefer);
    let [ours, theirs] = copies.map(Cells::of);
    let cells = match base {
        Some(base) => ours.merged_since(theirs, &Cells::of(base)),
        None => ours.merged(theirs),
    };
    for (id, cell) in cells.iter() {
        if let Some(Some(first)) = cell.standing().first() {
            merged.dataset.observations.insert(id.clone(), first.clone());
        }
    }
    merged.dataset.revisions = revisions(one, other);
    if let Some(base) = base {
        let all = std::mem::take(&mut merged.dataset.revisions);
        merged.dataset.revisions = base::without_left(&all, base, copies, &cells);
    }
    merged.dataset.lines = cells.told_apart(&merged.dataset.revisions);
    merged
}

/// The revisions of both, each once, in the order of days, and of the changes of a figure on one day.
fn revisions(one: &Dataset, other: &Dataset) -> Vec<Revision> {
    if join::is_same(&one.revisions, &other.revisions) {
        return one.revisions.clone();
    }
    let mut all: Vec<&Revision> = one.revisions.iter().chain(&other.revisions).collect();
    all.sort_by(|left, right| place(left).cmp(&place(right)));
    let mut kept: Vec<&Revision> = Vec::new();
    for revision in all {
        match kept.last_mut().filter(|known| **known == revision) {
            Some(known) => *known = join::first(*known, revision),
            None => kept.push(revision),
        }
    }
    kept.into_iter().cloned().collect()
}

/// The place of a change in the list of all.
fn place(one: &Revision) -> impl Ord {
    (one.recorded, &one.observation, one.change, &one.before, &one.by, &one.reason)
}
