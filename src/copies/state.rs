//! What is known of one row.

use std::collections::BTreeSet;

use super::RANKING;
use crate::model::{Cells, Chosen, ToldApart, Variant};
use crate::store::is_behind;

/// What a row said, one variant after the other; the last stands. One without cells is that of a row which was taken
/// out.
pub(super) type Line = Vec<Cells>;

/// The lines of a row, none behind another, and who chose what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    pub(super) lines: BTreeSet<Line>,
    pub(super) chosen: BTreeSet<(Cells, Chosen)>,
}

impl State {
    /// What one copy knows: `row` is what its table says, `told` what else it tells. A row that was edited after
    /// that has gone on from what it was. One that stands open and is not in its table was not read: whether it is
    /// taken out is what is asked.
    pub(super) fn of(row: Option<Vec<Cells>>, told: Option<&ToldApart>) -> Self {
        let mut state = told.map(Self::told).unwrap_or_default();
        let was = told.and_then(|told| told.variants.first()).map(|first| &first.cells);
        let is_open = told.is_some_and(ToldApart::is_open);
        let is_edited = |row: &Vec<Cells>| {
            let end = row.last();
            end != was && !(is_open && end.is_none_or(Cells::is_empty))
        };
        let Some(line) = row.filter(is_edited) else { return state };
        let row = line.last().cloned().unwrap_or_default();
        let edited: Vec<Line> =
            state.lines.iter().filter(|line| line.last() == was).cloned().collect();
        for line in edited {
            state.lines.remove(&line);
            state.lines.insert(went_on(&line, &row));
        }
        if was.is_none() {
            state.lines.insert(line);
        }
        state.ahead()
    }

    fn told(told: &ToldApart) -> Self {
        let mut state = Self::default();
        for variant in &told.variants {
            let passed = |place: &usize| told.variants.get(*place).map(|one| one.cells.clone());
            for way in &variant.ways {
                let line = way.iter().filter_map(passed).chain([variant.cells.clone()]);
                state.lines.insert(line.collect());
            }
            let chosen = variant.chosen.iter().cloned();
            state.chosen.extend(chosen.map(|one| (variant.cells.clone(), one)));
        }
        state
    }

    /// What both know.
    pub(super) fn merged(mut self, other: Self) -> Self {
        self.lines.extend(other.lines);
        self.chosen.extend(other.chosen);
        self.ahead()
    }

    /// Without the lines that are behind another.
    fn ahead(mut self) -> Self {
        let all = self.lines.clone();
        self.lines.retain(|line| !all.iter().any(|other| is_behind(line, other)));
        self
    }

    /// The variants that stand, in their order: that a row was taken out comes last, so that what leans on it has it
    /// until a person decides.
    pub(super) fn standing(&self) -> Vec<&Cells> {
        let ends: BTreeSet<&Cells> = self.lines.iter().filter_map(|line| line.last()).collect();
        let mut ends: Vec<&Cells> = ends.into_iter().collect();
        ends.sort_by_key(|end| end.is_empty());
        ends
    }

    /// That of them which stands in its table.
    pub(super) fn first(&self) -> Option<&Cells> {
        self.standing().into_iter().next()
    }

    /// Whether the row itself says all of it.
    pub(super) fn is_plain(&self, table: &str) -> bool {
        let alone = self.lines.iter().next().filter(|_| self.lines.len() == 1);
        let is_told = |line: &Line| {
            let end = line.last().cloned().unwrap_or_default();
            line.len() == 1 || *line == told_first(table, end)
        };
        self.chosen.is_empty() && alone.is_some_and(is_told)
    }

    /// The last day on which somebody chose.
    pub(super) fn last_chosen(&self) -> Option<crate::calendar::Day> {
        self.chosen.iter().map(|(_, one)| one.day).max()
    }

    /// The same after a person chose: every line goes on to what is kept.
    pub(super) fn after_choice(mut self, kept: &Cells, chosen: Chosen) -> Self {
        self.lines = self.lines.iter().map(|line| went_on(line, kept)).collect();
        self.chosen.insert((kept.clone(), chosen));
        self.ahead()
    }

    /// As a data set tells it.
    pub(super) fn into_told((table, id): super::Key, state: &Self) -> ToldApart {
        let standing = state.standing();
        let known: BTreeSet<&Cells> = state.lines.iter().flatten().collect();
        let left = known.into_iter().filter(|cells| !standing.contains(cells));
        let all: Vec<&Cells> = standing.iter().copied().chain(left).collect();
        let place = |cells: &Cells| all.iter().position(|one| *one == cells);
        let way = |line: &Line| {
            let passed = line.split_last().map_or(&[][..], |(_, passed)| passed);
            passed.iter().filter_map(place).collect()
        };
        let variant = |cells: &&Cells| Variant {
            cells: (*cells).clone(),
            ways: state.lines.iter().filter(|line| line.last() == Some(*cells)).map(way).collect(),
            chosen: chosen_of(state, cells),
        };
        ToldApart { table, id, variants: all.iter().map(variant).collect() }
    }
}

fn chosen_of(state: &State, cells: &Cells) -> Vec<Chosen> {
    let own = state.chosen.iter().filter(|(of, _)| of == cells);
    own.map(|(_, one)| one.clone()).collect()
}

pub(super) fn went_on(line: &[Cells], to: &Cells) -> Line {
    let mut line = line.to_vec();
    if line.last() != Some(to) {
        line.push(to.clone());
    }
    line
}

/// The line of a row that one copy tells. A ranking with values has gone on from its rules alone: that is for copies
/// of which nobody knows what they were made of.
pub(super) fn told_first(table: &str, row: Cells) -> Line {
    let rules: Cells = if table == RANKING {
        row.iter()
            .filter(|(name, _)| name.table == RANKING)
            .map(|(name, text)| (name.clone(), text.clone()))
            .collect()
    } else {
        row.clone()
    };
    if rules == row { vec![row] } else { vec![rules, row] }
}
