//! What copies know of each figure.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use super::join::first;
use super::place;
use crate::model::{Content, Dataset, Line, ObservationId, Revision};
use crate::store::line::is_behind;

/// Everything that copies know of one figure: the lines on which it came to what stands of it, none of them
/// behind another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell(pub(super) Vec<Line>);

impl Cell {
    /// What both know.
    #[must_use]
    pub fn merged(self, other: Self) -> Self {
        let Self(all) = self.joined(other);
        let is_left_behind =
            |line: &Line| all.iter().any(|other| is_behind(&contents(line), &contents(other)));
        let left: Vec<bool> = all.iter().map(is_left_behind).collect();
        Self(all.into_iter().zip(left).filter(|(_, left)| !left).map(|(line, _)| line).collect())
    }

    /// The lines of both, each once, also those that are behind another.
    pub(super) fn joined(self, other: Self) -> Self {
        let mut all: Vec<Line> = Vec::new();
        for line in self.0.into_iter().chain(other.0) {
            match all.iter_mut().find(|known| **known == line) {
                Some(known) => *known = first(known, &line).clone(),
                None => all.push(line),
            }
        }
        all.sort();
        Self(all)
    }

    /// What stands of the figure: one content, or several that were made apart from each other.
    pub fn standing(&self) -> Vec<&Content> {
        let mut ends: Vec<&Content> = Vec::new();
        for line in &self.0 {
            match ends.last_mut().filter(|end| **end == &line.end) {
                Some(end) => *end = first(*end, &line.end),
                None => ends.push(&line.end),
            }
        }
        ends
    }

    /// The lines, unless there is one and it is that of all these changes; of each is given what stood
    /// there before it.
    fn told_apart(self, changes: &[&Content]) -> Vec<Line> {
        match self.0.as_slice() {
            [line] if line.takes(changes).into_iter().all(|taken| taken) => Vec::new(),
            _ => self.0,
        }
    }
}

pub(super) fn contents(line: &Line) -> Vec<&Content> {
    line.past.iter().chain([&line.end]).collect()
}

/// All figures of a copy, or of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells(pub(super) BTreeMap<ObservationId, Cell>);

impl Cells {
    /// What one copy knows. Without lines of its own, a figure came to what it is by all its revisions. Lines that it
    /// tells stand, also one behind another: what both were made of may have told them apart.
    pub fn of(dataset: &Dataset) -> Self {
        let mut lines: BTreeMap<&ObservationId, Vec<Line>> = BTreeMap::new();
        for line in &dataset.lines {
            lines.entry(&line.observation).or_default().push(line.clone());
        }
        let changes = changes(&dataset.revisions);
        let ids: BTreeSet<&ObservationId> = dataset
            .observations
            .keys()
            .chain(changes.keys().copied())
            .chain(lines.keys().copied())
            .collect();
        let cell = |id: &ObservationId| {
            let mut known = lines.remove(id).unwrap_or_default();
            let stands = dataset.observations.get(id).cloned();
            if known.iter().all(|line| line.end != stands) {
                let past = changes.get(id).into_iter().flatten().map(|content| (*content).clone());
                known.push(Line::new(id.clone(), past, stands));
            }
            (id.clone(), Cell(known).joined(Cell::default()))
        };
        Self(ids.into_iter().map(cell).collect())
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

    /// The lines that all these changes do not tell by themselves.
    pub(super) fn told_apart(self, revisions: &[Revision]) -> Vec<Line> {
        let changes = changes(revisions);
        let told = |(id, cell): (ObservationId, Cell)| {
            cell.told_apart(changes.get(&id).map_or(&[][..], Vec::as_slice))
        };
        self.0.into_iter().flat_map(told).collect()
    }

    /// Every cell, in the order of ids.
    pub fn iter(&self) -> impl Iterator<Item = (&ObservationId, &Cell)> {
        self.0.iter()
    }
}

/// Of each figure what stood there before each of its changes, in their order.
fn changes(revisions: &[Revision]) -> BTreeMap<&ObservationId, Vec<&Content>> {
    let mut ordered: Vec<&Revision> = revisions.iter().collect();
    ordered.sort_by(|one, other| place(one).cmp(&place(other)));
    let mut changes: BTreeMap<&ObservationId, Vec<&Content>> = BTreeMap::new();
    for one in ordered {
        changes.entry(&one.observation).or_default().push(&one.before);
    }
    changes
}
