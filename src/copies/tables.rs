//! The tables of a package as the things that they tell.

use std::collections::BTreeMap;

use super::{Key, PackageCopy, RANKING};
use crate::export::{TableRows, table_rows};
use crate::model::{CellName, Cells, Dataset};
use crate::store::row_key;

/// Tables whose rows belong to a row of another: that, theirs, and the column that names it.
const CHILDREN: [(&str, &str, &str); 6] = [
    ("groups", "group_members", "group"),
    ("projects", "project_parties", "project"),
    ("projects", "project_progress", "project"),
    ("projects", "project_milestones", "project"),
    ("cooperatives", "coop_events", "cooperative"),
    ("cooperatives", "coop_years", "cooperative"),
];

/// The table of what is said of the package itself.
pub(super) const PACKAGE: &str = "datapackage";

/// A table with the places of the rows of each thing.
struct Indexed {
    table: TableRows,
    rows: BTreeMap<String, Vec<usize>>,
}

/// All tables of a package.
pub(super) struct Tables {
    tables: BTreeMap<String, Indexed>,
    /// What does not stand in a table.
    beside: BTreeMap<Key, Cells>,
}

/// The tables that hold a thing, each with the columns that name it there: its own first.
pub(super) fn places(table: &str) -> Vec<(&str, Vec<&'static str>)> {
    let children = CHILDREN.iter().filter(|(own, ..)| *own == table);
    let children = children.map(|(_, name, column)| (*name, vec![*column]));
    [(table, row_key(table).to_vec())].into_iter().chain(children).collect()
}

impl Tables {
    pub(super) fn of_copy(copy: PackageCopy<'_>) -> Self {
        let mut tables = Self::of(copy.dataset);
        if let Some(ranking) = copy.ranking {
            tables.beside.insert((RANKING.to_owned(), format!("{RANKING}.json")), ranking.clone());
        }
        tables
    }

    pub(super) fn of(dataset: &Dataset) -> Self {
        let tables = table_rows(dataset).into_iter();
        Self {
            tables: tables.map(|table| (table.name.clone(), indexed(table))).collect(),
            beside: said_of(dataset),
        }
    }

    /// All that is said of a thing, if it is there.
    pub(super) fn row(&self, table: &str, id: &str) -> Option<Cells> {
        if let Some(cells) = self.beside.get(&(table.to_owned(), id.to_owned())) {
            return Some(cells.clone());
        }
        let is_there = self.tables.get(table)?.rows.contains_key(id);
        let mut cells = Cells::new();
        for (name, _) in places(table).into_iter().filter(|_| is_there) {
            if let Some(indexed) = self.tables.get(name) {
                indexed.enter(id, &mut cells);
            }
        }
        is_there.then_some(cells)
    }

    /// What both have, and do not tell alike.
    pub(super) fn differing(&self, other: &Self) -> Vec<Key> {
        let is_told_otherwise = |(table, id): &Key| {
            let theirs = other.row(table, id);
            theirs.is_some() && theirs != self.row(table, id)
        };
        self.keys().filter(is_told_otherwise).collect()
    }

    /// What the other does not have.
    pub(super) fn without(&self, other: &Self) -> Vec<Key> {
        self.keys().filter(|(table, id)| other.row(table, id).is_none()).collect()
    }

    fn keys(&self) -> impl Iterator<Item = Key> {
        let child = |name: &str| CHILDREN.iter().any(|(_, child, _)| *child == name);
        let own = self.tables.iter().filter(move |(name, _)| !child(name));
        let rows =
            own.flat_map(|(name, table)| table.rows.keys().map(|id| (name.clone(), id.clone())));
        rows.chain(self.beside.keys().cloned())
    }
}

impl Indexed {
    /// The cells of the rows of a thing, without the empty ones.
    fn enter(&self, id: &str, cells: &mut Cells) {
        let rows = self.rows.get(id).into_iter().flatten();
        for (row, nth) in rows.filter_map(|row| self.table.rows.get(*row)).zip(1..) {
            for (cell, column) in
                row.iter().zip(&self.table.heads).filter(|(cell, _)| !cell.is_empty())
            {
                let name =
                    CellName { table: self.table.name.clone(), nth, column: (*column).to_owned() };
                cells.insert(name, cell.clone());
            }
        }
    }
}

fn indexed(table: TableRows) -> Indexed {
    let parent = CHILDREN.iter().find(|(_, child, _)| *child == table.name);
    let key = parent.map_or_else(|| row_key(&table.name).to_vec(), |(.., column)| vec![*column]);
    let key: Vec<usize> =
        key.iter().filter_map(|name| table.heads.iter().position(|head| head == name)).collect();
    let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, row) in table.rows.iter().enumerate() {
        rows.entry(name_of(row, &key)).or_default().push(place);
    }
    Indexed { table, rows }
}

/// What names a row: its cells in these columns.
pub(super) fn name_of<C: AsRef<str>>(row: &[C], key: &[usize]) -> String {
    let cells: Vec<&str> = key.iter().filter_map(|at| row.get(*at)).map(AsRef::as_ref).collect();
    cells.join(",")
}

/// The name and the title of a package.
fn said_of(dataset: &Dataset) -> BTreeMap<Key, Cells> {
    let key = |id: &str| (PACKAGE.to_owned(), id.to_owned());
    let cells = |said: &[(&str, &String)]| {
        let said = said.iter().filter(|(_, text)| !text.is_empty());
        said.map(|(column, text)| (package_cell(column), (*text).clone())).collect()
    };
    let title = [("title_fa", &dataset.title.fa), ("title", &dataset.title.en)];
    [(key("name"), cells(&[("name", &dataset.name)])), (key("title"), cells(&title))].into()
}

/// A cell of what is said of the package.
pub(super) fn package_cell(column: &str) -> CellName {
    CellName { table: PACKAGE.to_owned(), nth: 1, column: column.to_owned() }
}
