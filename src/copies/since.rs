//! What copies that were made of one package changed of a row since.
//!
//! A row has gone on from what the package said, as a figure has ([`ways_since`]): so a copy that left it is behind
//! one that changed it or took it out, and those stand against each other. Where several changed it, what only some
//! of them touched is no contest: each row that stands has all of that, and of what is contested what its own copy
//! says. Such a row is the next step of every line that it was put together from. The next merger takes that step
//! back and makes it anew with what has come to it, so that the order of mergers makes no difference.

use std::collections::{BTreeMap, BTreeSet};

use super::edits::{Edits, contested, edits};
use super::state::{Line, State, went_on};
use crate::model::{Cells, Chosen};
use crate::store::{is_behind, ways_since};

/// Lines as they are since the base, each with what the copies tell of it: that is what is kept of a merger.
type Ways = BTreeMap<Line, Line>;

/// The package that copies were made of, as far as it says something of one row.
pub(super) struct Base<'a> {
    table: &'a str,
    lines: Vec<Line>,
    row: Cells,
}

impl<'a> Base<'a> {
    pub(super) fn new(table: &'a str, state: &State) -> Self {
        let row = state.first().cloned().unwrap_or_default();
        Self { table, lines: state.lines.iter().cloned().collect(), row }
    }

    /// What both copies know: as it is put together, and each copy's by itself where that is another.
    pub(super) fn merged(&self, one: State, other: State) -> (State, Option<State>) {
        let [ours, theirs] =
            [&one, &other].map(|state| self.apart(self.ways(&state.lines), &state.chosen));
        let apart = ahead(theirs.into_iter().fold(ours, with));
        let together = self.together(&apart);
        let chosen: BTreeSet<(Cells, Chosen)> =
            one.chosen.into_iter().chain(other.chosen).collect();
        let state =
            |ways: &Ways| State { lines: ways.values().cloned().collect(), chosen: chosen.clone() };
        (state(&together), (together != apart).then(|| state(&apart)))
    }

    fn ways(&self, lines: &BTreeSet<Line>) -> Ways {
        let ways = lines.iter().flat_map(|line| {
            ways_since(line, &self.lines).into_iter().map(move |way| (way, line.clone()))
        });
        ways.fold(Ways::new(), with)
    }

    /// Without the last step of an earlier merger, if that is what these lines end with.
    fn apart(&self, ways: Ways, chosen: &BTreeSet<(Cells, Chosen)>) -> Ways {
        let is_chosen = |end: &Cells| chosen.iter().any(|(kept, _)| kept == end);
        let own = |way: &Line| {
            let bases = self.lines.iter().filter(|base| way.starts_with(base));
            way.len() - bases.map(Vec::len).max().unwrap_or_default()
        };
        let before = |(way, told): (&Line, &Line)| match (way.split_last(), told.split_last()) {
            (Some((end, way_there)), Some((_, told_there)))
                if own(way) > 1 && !told_there.is_empty() && !is_chosen(end) =>
            {
                (way_there.to_vec(), told_there.to_vec())
            }
            _ => (way.clone(), told.clone()),
        };
        let parted = ways.iter().map(before).fold(Ways::new(), with);
        if self.together(&parted) == ways { parted } else { ways }
    }

    /// Every line with the rows that it has a part in as its next step.
    fn together(&self, ways: &Ways) -> Ways {
        let ends = ways.keys().filter_map(|way| way.last()).filter(|end| !end.is_empty());
        let ends: BTreeSet<&Cells> = ends.collect();
        // A row that the package did not have was written as a whole.
        if self.row.is_empty() || ends.len() < 2 {
            return ways.clone();
        }
        let rows = self.rows(&ends);
        let next = ways.iter().flat_map(|(way, told)| {
            let end = way.last().unwrap_or(&self.row);
            let next = rows.get(end).cloned().unwrap_or_else(|| vec![end.clone()]);
            next.into_iter().map(|row| (went_on(way, &row), went_on(told, &row)))
        });
        next.fold(Ways::new(), with)
    }

    /// Of each end the rows that stand for it. What a row does not say itself of a contested part is there what
    /// comes first of all that is said.
    fn rows<'b>(&self, ends: &BTreeSet<&'b Cells>) -> BTreeMap<&'b Cells, Vec<Cells>> {
        let all: Vec<(&'b Cells, Edits)> =
            ends.iter().map(|end| (*end, edits(self.table, &self.row, ends, end))).collect();
        let contested = contested(all.iter().map(|(_, edits)| edits));
        let own = |edits: &Edits| -> Edits {
            let own = edits.iter().filter(|(part, _)| contested.contains_key(*part));
            own.map(|(part, said)| (part.clone(), said.clone())).collect()
        };
        let of_each: Vec<Edits> = all.iter().map(|(_, edits)| own(edits)).collect();
        let is_part = |one: &Edits, other: &Edits| {
            one.iter().all(|(part, said)| other.get(part) == Some(said))
        };
        let is_whole = |own: &&Edits| {
            !of_each.iter().any(|other| other.len() > own.len() && is_part(own, other))
        };
        let whole: BTreeSet<&Edits> = of_each.iter().filter(is_whole).collect();
        let mut shared: Edits = all.iter().flat_map(|(_, edits)| edits.clone()).collect();
        shared.extend(contested.clone());
        let row = |own: &Edits| {
            let mut said = shared.clone();
            said.extend(own.clone());
            let changed = said.keys().cloned().collect::<BTreeSet<_>>();
            let kept = edits(self.table, &Cells::new(), ends, &self.row).into_iter();
            let kept = kept.filter(|(part, _)| !changed.contains(part));
            kept.chain(said).flat_map(|(_, cells)| cells).collect::<Cells>()
        };
        let rows_of = |own: &Edits| {
            whole.iter().filter(|whole| is_part(own, whole)).map(|whole| row(whole)).collect()
        };
        all.iter().zip(&of_each).map(|((end, _), own)| (*end, rows_of(own))).collect()
    }
}

/// Of one way that is told twice, what tells more of it.
fn with(mut all: Ways, (way, told): (Line, Line)) -> Ways {
    let known = all.remove(&way);
    let fuller = known.filter(|known| (known.len(), &told) >= (told.len(), known)).unwrap_or(told);
    all.insert(way, fuller);
    all
}

/// Without the lines that are behind another.
fn ahead(ways: Ways) -> Ways {
    let is_left = |way: &Line| ways.keys().any(|other| is_behind(way, other));
    let left: BTreeSet<Line> = ways.keys().filter(|way| is_left(way)).cloned().collect();
    ways.into_iter().filter(|(way, _)| !left.contains(way)).collect()
}
