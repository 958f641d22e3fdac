//! The order of a table's rows by any of its columns.

use super::scene::{Cell, Table};
use crate::list::{Gather, in_order};
use crate::number::Decimal;
use crate::text::CollationKey;

/// Numbers by their value, before texts in the order of the Persian alphabet.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(Decimal),
    Text(CollationKey),
}

impl Table {
    /// For each row, its place when a column rises; equal cells share one, and a cell that has
    /// nothing to sort by has none.
    pub fn places(&self, column: usize) -> Vec<Option<usize>> {
        let cells = self.rows.iter().map(|row| row.get(column)).enumerate();
        let keyed = cells.filter_map(|(row, cell)| Some((row, key(cell?)?))).gather();
        let mut places = vec![None; self.rows.len()];
        let mut before: Option<(Key, usize)> = None;
        for (place, (row, key)) in
            in_order(keyed, |one, other| one.1.cmp(&other.1)).into_iter().enumerate()
        {
            let place =
                before.filter(|(equal, _)| *equal == key).map_or(place, |(_, shared)| shared);
            if let Some(own) = places.get_mut(row) {
                *own = Some(place);
            }
            before = Some((key, place));
        }
        places
    }
}

fn key(cell: &Cell) -> Option<Key> {
    let number = Decimal::parse(&cell.sort).filter(|_| cell.numeric).map(Key::Number);
    number.or_else(|| (!cell.sort.is_empty()).then(|| Key::Text(CollationKey::new(&cell.sort))))
}
