//! What of a row is another than it was, part by part.

use std::collections::{BTreeMap, BTreeSet};

use super::RANKING;
use crate::model::{CellName, Cells};

/// What can be changed by itself: a column of the row, or all rows of a table that belong to it together, since
/// nothing names one of those.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part {
    table: String,
    column: Option<String>,
}

/// What is said of each part that was changed; nothing, where it was emptied.
pub(super) type Edits = BTreeMap<Part, Cells>;

/// The parts in which a row of `table` is another than it was; `all` are the rows that it stands beside.
pub(super) fn edits(table: &str, was: &Cells, all: &BTreeSet<&Cells>, is: &Cells) -> Edits {
    // Of a thing that is several rows of its own table, such as a legend, neither row has a name. Rules of a ranking
    // are weighed against each other: those of two hands together would be nobody's.
    let names = all.iter().copied().chain([was, is]).flat_map(|cells| cells.keys());
    let is_one_row =
        table != RANKING && names.filter(|name| name.table == table).all(|name| name.nth == 1);
    let part = |name: &CellName| Part {
        table: name.table.clone(),
        column: (is_one_row && name.table == table).then(|| name.column.clone()),
    };
    let parts = |cells: &Cells| {
        let mut parts = Edits::new();
        for (name, text) in cells {
            parts.entry(part(name)).or_default().insert(name.clone(), text.clone());
        }
        parts
    };
    let (before, mut after) = (parts(was), parts(is));
    for part in before.keys() {
        after.entry(part.clone()).or_default();
    }
    after.retain(|part, said| before.get(part) != Some(said));
    after
}

/// The parts that were changed to one thing and to another, each with what comes first of it.
pub(super) fn contested<'a>(all: impl Iterator<Item = &'a Edits>) -> Edits {
    let mut said: BTreeMap<&Part, BTreeSet<&Cells>> = BTreeMap::new();
    for (part, cells) in all.flatten() {
        said.entry(part).or_default().insert(cells);
    }
    let contested = said.into_iter().filter(|(_, said)| said.len() > 1);
    let first = |(part, said): (&Part, BTreeSet<&Cells>)| {
        (part.clone(), said.into_iter().next().cloned().unwrap_or_default())
    };
    contested.map(first).collect()
}
