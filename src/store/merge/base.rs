//! What two copies know of each figure beside the data set that both were made of.
//!
//! A copy tells of a figure only what was recorded. Beside what it was made of more is known: it has gone on from
//! there ([`ways_since`]). So a copy that left a figure as it was is behind any other, also one that withdrew it,
//! and those that changed it apart stand against each other. What is kept is what each copy told itself: the next
//! merger finds out the rest from the base again, and so comes to the same.

use std::collections::BTreeSet;

use super::cell::{Cell, Cells, contents};
use super::join::first;
use super::place;
use crate::model::{Content, Dataset, Line, ObservationId, Revision};
use crate::store::line::{is_behind, ways_since};

/// A line as it is since the base, and as a copy tells it.
type Told<'a> = (Vec<&'a Content>, &'a Line);

impl Cells {
    /// What both know, if both were made of what `base` knows. Commutative, associative, idempotent.
    #[must_use]
    pub fn merged_since(mut self, mut other: Self, base: &Self) -> Self {
        let ids = self.0.keys().chain(other.0.keys()).chain(base.0.keys());
        let ids: BTreeSet<ObservationId> = ids.cloned().collect();
        let cell = |id: ObservationId| {
            let [ours, theirs] =
                [&mut self, &mut other].map(|all| all.0.remove(&id).unwrap_or_else(|| absent(&id)));
            let was = base.0.get(&id).cloned().unwrap_or_else(|| absent(&id));
            (id, ours.merged_since(theirs, &was))
        };
        Self(ids.into_iter().map(cell).collect())
    }
}

/// Without the changes that the base tells and that one copy took out or told otherwise, unless what stands of the
/// figure has gone through them: of a figure that was taken out with its history nothing comes back.
pub(super) fn without_left(
    revisions: &[Revision],
    base: &Dataset,
    copies: [&Dataset; 2],
    cells: &Cells,
) -> Vec<Revision> {
    let [was, ours, theirs] = [base, copies[0], copies[1]]
        .map(|data| data.revisions.iter().map(place).collect::<BTreeSet<_>>());
    let is_passed = |one: &Revision| {
        let lines = cells.0.get(&one.observation).into_iter().flat_map(|cell| &cell.0);
        lines.into_iter().any(|line| line.past.contains(&one.before))
    };
    let mut kept = Vec::new();
    for one in revisions {
        let place = place(one);
        let is_told = ours.contains(&place) && theirs.contains(&place);
        if is_told || is_passed(one) || !was.contains(&place) {
            kept.push(one.clone());
        }
    }
    kept
}

/// What is known of a figure of which a copy says nothing.
fn absent(id: &ObservationId) -> Cell {
    Cell(vec![Line::new(id.clone(), [], None)])
}

impl Cell {
    fn merged_since(self, other: Self, base: &Self) -> Self {
        if self == other {
            return self.joined(other);
        }
        let Self(lines) = self.joined(other);
        let bases: Vec<Vec<&Content>> = base.0.iter().map(contents).collect();
        let mut told: Vec<Told<'_>> = Vec::new();
        for line in &lines {
            for way in ways_since(&contents(line), &bases) {
                match told.iter_mut().find(|(known, _)| *known == way) {
                    Some((_, known)) => *known = fuller(known, line),
                    None => told.push((way, line)),
                }
            }
        }
        let is_ahead = |(way, _): &&Told<'_>| !told.iter().any(|(other, _)| is_behind(way, other));
        let ahead = told.iter().filter(is_ahead).map(|(_, line)| (*line).clone());
        Self(ahead.collect()).joined(Self::default())
    }
}

/// That of two lines which tells more of one way.
fn fuller<'a>(one: &'a Line, other: &'a Line) -> &'a Line {
    match one.past.len().cmp(&other.past.len()) {
        std::cmp::Ordering::Less => other,
        std::cmp::Ordering::Greater => one,
        std::cmp::Ordering::Equal => first(one, other),
    }
}
