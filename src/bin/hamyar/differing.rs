//! What copies tell differently of other things than figures: the cells that differ, as their tables write them.

use hamyar::export::{TableRows, table_rows};
use hamyar::model::{CellName, Cells, Dataset, ToldApart, open_rows};
use hamyar::store::row_key;
use hamyar::text::isolate;
use serde::Serialize;

use crate::cli::report;

/// What is told of the package itself.
const PACKAGE: [(&str, &str); 3] =
    [("name", "نام"), ("title", "عنوان انگلیسی"), ("title_fa", "عنوان فارسی")];

/// One cell of a thing that a person must decide on.
#[derive(Serialize)]
pub(crate) struct Difference {
    table: String,
    id: String,
    column: String,
    /// What the variants that stand say, first the one in the merged package; nothing where the row was taken out.
    values: Vec<Option<String>>,
    /// Table and column in Persian.
    #[serde(skip)]
    named: [String; 2],
}

impl Difference {
    /// In both languages, on standard error.
    pub(crate) fn tell(&self) {
        let Self { table, id, column, values, named: [table_fa, column_fa] } = self;
        let quoted = |open: &str, close: &str, taken_out: &str| {
            let value = |value: &Option<String>| match value {
                Some(value) => format!("{open}{}{close}", isolate(value)),
                None => taken_out.to_owned(),
            };
            values.iter().map(value).collect::<Vec<_>>().join(" | ")
        };
        report(&format!(
            "{table} {id} {column}: {}\n  دو نسخه یکی نمی‌گویند: {table_fa}، «{}»، {column_fa} ({}): {}\n",
            quoted("“", "”", "(taken out)"),
            isolate(id),
            isolate(column),
            quoted("«", "»", "(برداشته شده)"),
        ));
    }
}

/// Everything that a person must decide on, cell by cell.
pub(crate) fn differences(dataset: &Dataset) -> Vec<Difference> {
    let open: Vec<&ToldApart> = open_rows(dataset).collect();
    let tables = if open.is_empty() { Vec::new() } else { table_rows(dataset) };
    open.into_iter().flat_map(|told| cells(told, &tables)).collect()
}

fn cells(told: &ToldApart, tables: &[TableRows]) -> Vec<Difference> {
    let cell = |name: &CellName| Difference {
        table: told.table.clone(),
        id: told.id.clone(),
        column: column(told, name),
        values: told.standing().map(|(_, one)| said(&one.cells, name)).collect(),
        named: named(tables, name),
    };
    let mut names: Vec<CellName> = if told.is_taken_out() { key(told) } else { Vec::new() };
    names.extend(told.differing().into_iter().cloned());
    names.iter().map(cell).collect()
}

/// The cells that name a row, for one that is told or taken out as a whole.
fn key(told: &ToldApart) -> Vec<CellName> {
    let cell = |column: &&str| CellName {
        table: told.table.clone(),
        nth: 1,
        column: (*column).to_owned(),
    };
    row_key(&told.table).iter().map(cell).collect()
}

fn said(cells: &Cells, name: &CellName) -> Option<String> {
    (!cells.is_empty()).then(|| cells.get(name).cloned().unwrap_or_default())
}

/// As `differing.csv` has it.
fn column(told: &ToldApart, CellName { table, nth, column }: &CellName) -> String {
    if *table == told.table && *nth == 1 {
        column.clone()
    } else {
        format!("{table}/{nth}/{column}")
    }
}

/// Table and column in Persian, where they have such a name.
fn named(tables: &[TableRows], CellName { table, column, .. }: &CellName) -> [String; 2] {
    let known = tables.iter().find(|one| one.name == *table);
    let place = known.and_then(|one| one.heads.iter().position(|head| head == column));
    let head = known.zip(place).and_then(|(one, place)| one.heads_fa.get(place).copied());
    let of_package = || PACKAGE.iter().find(|(name, _)| name == column).map(|(_, fa)| *fa);
    let table = match table.as_str() {
        "datapackage" => "بسته",
        "ranking" => "رتبه‌بندی",
        "ranking_values" => "مقدارهای رتبه‌بندی",
        other => known.map_or(other, |one| one.title_fa),
    };
    [table.to_owned(), head.or_else(of_package).unwrap_or("ستون").to_owned()]
}
