//! Two offline copies of one data set, merged by value.
//!
//! A cell is one figure. Each copy knows what stands in it and, from its revisions, what stood there
//! before. What one copy has left behind gives way to what the other has; what both changed, each in its
//! own way, is a conflict, and both values are kept for a person to choose from.
//!
//! What is known of a cell only ever grows, by union: so the order of merging, and merging twice, make no
//! difference.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Dataset, Observation, ObservationId, Registers, Revision};

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
    /// Names of other things (documents, measures, areas …) that the copies tell differently; those of
    /// the first copy are kept.
    pub differing: Vec<String>,
}

/// Merges two copies of one data set.
///
/// ```
/// use hamyar::model::Dataset;
/// use hamyar::store::merge;
/// let copy = Dataset { name: "copy".into(), ..Dataset::default() };
/// assert!(merge(&copy, &copy).clashes.is_empty());
/// ```
pub fn merge(one: &Dataset, other: &Dataset) -> Merged {
    let mut merged = Merged { dataset: one.clone(), ..Merged::default() };
    merged.dataset.observations = Default::default();
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
    merged.differing = join_rest(&mut merged.dataset, other);
    merged
}

/// The revisions of both, each once, in the order of days.
fn revisions(one: &Dataset, other: &Dataset) -> Vec<Revision> {
    let mut all = one.revisions.clone();
    all.extend(other.revisions.iter().filter(|new| !one.revisions.contains(new)).cloned());
    all.sort_by(|left, right| {
        (left.recorded, &left.observation, &left.before).cmp(&(
            right.recorded,
            &right.observation,
            &right.before,
        ))
    });
    all
}

/// Adds what only the other copy has, and names what the two tell differently.
fn join_rest(dataset: &mut Dataset, other: &Dataset) -> Vec<String> {
    let mut differing = Vec::new();
    macro_rules! join {
        ($($table:ident),+) => {$(
            for (id, theirs) in other.$table.iter() {
                match dataset.$table.get(id) {
                    None => {
                        dataset.$table.insert(id.clone(), theirs.clone());
                    }
                    Some(ours) if ours != theirs => {
                        differing.push(format!("{}/{id}", stringify!($table)));
                    }
                    Some(_) => {}
                }
            }
        )+};
    }
    join!(measures, programmes, sources, groups);
    append(&mut dataset.statements, &other.statements);
    append(&mut dataset.comparisons, &other.comparisons);
    append(&mut dataset.rules, &other.rules);
    append(&mut dataset.successions, &other.successions);
    join_registers(&mut dataset.registers, &other.registers);
    differing
}

fn join_registers(ours: &mut Registers, theirs: &Registers) {
    append(&mut ours.organisations, &theirs.organisations);
    append(&mut ours.projects, &theirs.projects);
    append(&mut ours.directives, &theirs.directives);
    append(&mut ours.submissions, &theirs.submissions);
    append(&mut ours.cooperatives, &theirs.cooperatives);
    append(&mut ours.assemblies, &theirs.assemblies);
    append(&mut ours.supervisions, &theirs.supervisions);
    append(&mut ours.plans, &theirs.plans);
    append(&mut ours.actions, &theirs.actions);
    append(&mut ours.credit_lines, &theirs.credit_lines);
    append(&mut ours.register_days, &theirs.register_days);
}

/// Adds what is not there yet.
fn append<T: Clone + PartialEq>(ours: &mut Vec<T>, theirs: &[T]) {
    for one in theirs {
        if !ours.contains(one) {
            ours.push(one.clone());
        }
    }
}
