//! What two copies tell differently under one id: the cells that differ, as their tables write them.

use std::collections::BTreeSet;

use hamyar::export::data_package;
use hamyar::ingest::Table;
use hamyar::model::Dataset;
use hamyar::store::{Differing, Merged};
use hamyar::text::shield;
use serde::Serialize;

use crate::cli::report;

/// Tables whose rows belong to a row of another: that, theirs, and the column that names it.
const CHILDREN: [(&str, &str, &str); 6] = [
    ("groups", "group_members", "group"),
    ("projects", "project_parties", "project"),
    ("projects", "project_progress", "project"),
    ("projects", "project_milestones", "project"),
    ("cooperatives", "coop_events", "cooperative"),
    ("cooperatives", "coop_years", "cooperative"),
];

/// The cells of a row, each with its column.
pub(crate) type Row = Vec<(String, String)>;

/// One cell, or all rows of a child table.
#[derive(Serialize)]
pub(crate) struct Difference {
    table: &'static str,
    id: String,
    column: String,
    #[serde(flatten)]
    values: Values,
}

/// What stands in the merged package, the first copy and the second.
#[derive(Serialize)]
struct Values {
    kept: String,
    first: String,
    second: String,
}

impl Difference {
    /// Whether both are cells of one thing.
    pub(crate) fn is_beside(&self, other: &Self) -> bool {
        (self.table, &self.id) == (other.table, &other.id)
    }

    /// In both languages, on standard error.
    pub(crate) fn tell(&self) {
        let Self { table, id, column, values: Values { kept, first, second } } = self;
        report(&format!(
            "{table} {id} {column}: {first} | {second}\n  \
             دو نسخه یکی نمی‌گویند؛ این ماند: «{kept}». The copies differ; kept: “{kept}”.\n"
        ));
    }
}

/// A package as its tables.
struct Tables(Vec<(String, Table)>);

impl Tables {
    fn of(dataset: &Dataset) -> Self {
        let files = data_package(dataset).into_iter();
        let table = |(path, bytes): (String, Vec<u8>)| {
            let name = path.strip_suffix(".csv")?.to_owned();
            Some((name, Table::parse(&bytes).ok()?))
        };
        Self(files.filter_map(table).collect())
    }

    fn table(&self, name: &str) -> Option<&Table> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, table)| table)
    }

    /// The cells of the row that the columns of `key` name.
    fn row(&self, one: &Differing) -> Row {
        let Some(table) = self.table(one.table) else { return Vec::new() };
        let key: Vec<usize> = one.key.iter().filter_map(|name| table.column(name)).collect();
        let name = |row: usize| {
            let cells: Vec<&str> = key.iter().map(|column| table.cell(row, *column)).collect();
            cells.join(",")
        };
        let Some(row) = (0..table.rows()).find(|row| name(*row) == one.id) else {
            return Vec::new();
        };
        let cell =
            |(column, head): (usize, &String)| (head.clone(), table.cell(row, column).to_owned());
        table.headers().iter().enumerate().map(cell).collect()
    }

    /// All rows of a child table that belong to one row.
    fn children(&self, name: &str, column: &str, id: &str) -> String {
        let Some(table) = self.table(name) else { return String::new() };
        let Some(parent) = table.column(column) else { return String::new() };
        let rows = (0..table.rows()).filter(|row| table.cell(*row, parent) == id);
        let text = |row: usize| {
            let columns = (0..table.headers().len()).filter(|column| *column != parent);
            columns.map(|column| table.cell(row, column)).collect::<Vec<_>>().join(", ")
        };
        rows.map(text).collect::<Vec<_>>().join("; ")
    }
}

/// Everything that the copies tell differently.
pub(crate) fn differences(merged: &Merged, one: &Dataset, other: &Dataset) -> Vec<Difference> {
    let all = [&merged.dataset, one, other];
    let tables = all.map(Tables::of);
    let heads = all.map(|data| [("name", data.name.clone()), ("title", data.title.fa.clone())]);
    let mut found = Vec::new();
    for differing in merged.differing.iter().collect::<BTreeSet<_>>() {
        let rows = if differing.key.is_empty() {
            let cells = |head: &[(&str, String); 2]| {
                let asked = head.iter().filter(|(name, _)| *name == differing.id);
                asked.map(|(name, text)| ((*name).to_owned(), text.clone())).collect()
            };
            heads.each_ref().map(cells)
        } else {
            tables.each_ref().map(|tables| tables.row(differing))
        };
        found.extend(cells(differing, rows));
        for (_, name, column) in CHILDREN.iter().filter(|(table, ..)| *table == differing.table) {
            let values =
                tables.each_ref().map(|tables| tables.children(name, column, &differing.id));
            found.extend(difference(differing, name, values));
        }
    }
    found
}

/// Those cells in which the second and the third row differ; the first is what was kept. All have the same columns.
pub(crate) fn cells(differing: &Differing, rows: [Row; 3]) -> Vec<Difference> {
    let [kept, first, second] = rows;
    let all = kept.into_iter().zip(first).zip(second);
    all.filter_map(|(((column, kept), (_, first)), (_, second))| {
        difference(differing, &column, [kept, first, second])
    })
    .collect()
}

fn difference(differing: &Differing, column: &str, values: [String; 3]) -> Option<Difference> {
    let [kept, first, second] = values;
    (first != second).then(|| Difference {
        table: differing.table,
        id: differing.id.clone(),
        column: column.to_owned(),
        values: Values { kept, first, second },
    })
}

/// The same as a table.
pub(crate) fn csv(differences: &[Difference]) -> String {
    let quoted = |cell: &str| format!("\"{}\"", shield(cell).replace('"', "\"\""));
    let mut text = String::from("table,id,column,kept,first,second\n");
    for Difference { table, id, column, values } in differences {
        let Values { kept, first, second } = values;
        let [kept, first, second] = [kept, first, second].map(|value| quoted(value));
        text.push_str(&format!("{table},{},{column},{kept},{first},{second}\n", quoted(id)));
    }
    text
}
