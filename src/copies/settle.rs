//! What stands of each row, put into its table.

use std::collections::{BTreeMap, BTreeSet};

use super::state::State;
use super::tables::{PACKAGE, Tables, name_of, package_cell, places};
use super::{Key, RANKING};
use crate::diag::{Diagnostic, Severity};
use crate::export::data_package;
use crate::ingest::{Descriptor, Files, Resource, Table, read_package};
use crate::model::{CellName, Cells, Dataset};
use crate::store::Merged;
use crate::text::csv_row;

/// What is known of the rows that copies tell differently, or once did.
#[derive(Default)]
pub(super) struct Known {
    /// Of each row what stands, and how it came to that.
    pub(super) states: BTreeMap<Key, State>,
    /// Of rows that were put together the same with each copy's by itself.
    pub(super) apart: BTreeMap<Key, State>,
    /// Whether something that a copy has was taken out, so that what leans on it must be judged again.
    pub(super) is_less: bool,
}

/// Puts the first of what stands of each row into its table, and all that is known of it beside. Where that is what
/// neither copy has in the table, the tables are written with it and read again, so that it is judged as any row is.
/// A row that was put together and is not read as it was put stays apart, for a person to decide.
pub(super) fn settle(merged: &mut Merged, mut known: Known) {
    let unfit = unfit(&merged.dataset, &known);
    known.apart.retain(|key, _| unfit.contains(key));
    known.states.extend(known.apart);
    let rows = settled(&mut merged.dataset, &known.states);
    if rows.is_empty() && !known.is_less {
        return;
    }
    let told_apart = std::mem::take(&mut merged.dataset.told_apart);
    let (dataset, findings) = with_rows(&merged.dataset, &rows);
    merged.dataset = Dataset { told_apart, ..dataset };
    merged.refused.extend(findings);
}

/// The rows that were put together and of which some variant is refused, or says another thing than was put: a day
/// and how exact it is, each of another copy.
fn unfit(dataset: &Dataset, known: &Known) -> BTreeSet<Key> {
    let is_table = |table: &str| table != PACKAGE && table != RANKING;
    let together = known.apart.keys().filter(|(table, _)| is_table(table));
    let variants = together.filter_map(|key| Some((key, known.states.get(key)?.standing())));
    let variants: Vec<(&Key, Vec<&Cells>)> = variants.collect();
    let mut unfit = BTreeSet::new();
    for nth in 0..variants.iter().map(|(_, all)| all.len()).max().unwrap_or_default() {
        let row =
            |(key, all): &(&Key, Vec<&Cells>)| Some(((*key).clone(), (*all.get(nth)?).clone()));
        let rows: Vec<(Key, Cells)> = variants.iter().filter_map(row).collect();
        let tables = Tables::of(&with_rows(dataset, &rows).0);
        let is_other =
            |(key, cells): &(Key, Cells)| tables.row(&key.0, &key.1).unwrap_or_default() != *cells;
        unfit.extend(rows.into_iter().filter(is_other).map(|(key, _)| key));
    }
    unfit
}

/// Tells what is known of each row, and of which its table says something else than stands.
fn settled(dataset: &mut Dataset, states: &BTreeMap<Key, State>) -> Vec<(Key, Cells)> {
    let told = states.iter().filter(|((table, _), state)| !state.is_plain(table));
    dataset.told_apart = told.map(|(key, state)| State::into_told(key.clone(), state)).collect();
    if states.is_empty() {
        return Vec::new();
    }
    let tables = Tables::of(dataset);
    let mut rows = Vec::new();
    for (key, first) in states.iter().filter_map(|(key, state)| Some((key, state.first()?))) {
        let (table, id) = key;
        if table == PACKAGE {
            say_of_package(dataset, id, first);
        } else if table != RANKING && tables.row(table, id).unwrap_or_default() != *first {
            rows.push((key.clone(), first.clone()));
        }
    }
    rows
}

fn say_of_package(dataset: &mut Dataset, id: &str, cells: &Cells) {
    let said = |column| cells.get(&package_cell(column)).cloned().unwrap_or_default();
    match id {
        "name" => dataset.name = said("name"),
        _ => dataset.title = crate::diag::Bilingual::new(said("title_fa"), said("title")),
    }
}

/// The data set with these rows in place of what it has under their names, and what was found against them.
fn with_rows(dataset: &Dataset, rows: &[(Key, Cells)]) -> (Dataset, Vec<Diagnostic>) {
    let mut files: Files = data_package(dataset).into_iter().collect();
    let descriptor = files.get("datapackage.json").map(|bytes| Descriptor::parse(bytes));
    let Some(Ok(mut descriptor)) = descriptor else { return (dataset.clone(), Vec::new()) };
    let touched: BTreeSet<&str> =
        rows.iter().flat_map(|((table, _), _)| places(table)).map(|(name, _)| name).collect();
    for name in touched {
        let path = format!("{name}.csv");
        let before = files.get(&path).and_then(|bytes| Table::parse(bytes).ok());
        files.insert(path.clone(), replaced(name, before.as_ref(), rows).into_bytes());
        if !descriptor.paths().any(|known| known == path) {
            let name = name.to_owned();
            descriptor.resources.push(Resource { name, path, ..Resource::default() });
        }
    }
    match read_package(&descriptor, &files) {
        Ok(read) => {
            let errors = read.diagnostics.into_iter().filter(|one| one.severity == Severity::Error);
            let Dataset { name, version, title, example, .. } = dataset.clone();
            (Dataset { name, version, title, example, ..read.value.dataset }, errors.collect())
        }
        Err(error) => (dataset.clone(), vec![*error.0]),
    }
}

/// A table in which rows stand in the place of those of their names, or at the end.
fn replaced(name: &str, before: Option<&Table>, rows: &[(Key, Cells)]) -> String {
    let heads = heads(name, before, rows);
    let key = rows.iter().find_map(|((table, _), _)| key_in(name, table, &heads));
    let key = key.unwrap_or_default();
    let of_thing = |cells: &Cells| rows_of(name, &heads, cells);
    let mut own: BTreeMap<&str, Option<&Cells>> = BTreeMap::new();
    let in_table = || rows.iter().filter(|((table, _), _)| key_in(name, table, &heads).is_some());
    for ((_, id), cells) in in_table() {
        own.insert(id, Some(cells));
    }
    let mut all = vec![heads.clone()];
    for mut row in before.map(cells_of).unwrap_or_default() {
        row.resize(heads.len(), String::new());
        match own.get_mut(name_of(&row, &key).as_str()) {
            Some(cells) => all.extend(cells.take().map(of_thing).unwrap_or_default()),
            None => all.push(row),
        }
    }
    for ((_, id), _) in in_table() {
        let cells = own.get_mut(id.as_str()).and_then(Option::take);
        all.extend(cells.map(of_thing).unwrap_or_default());
    }
    all.iter().map(csv_row).collect()
}

/// The columns of a file, with those that only these rows have.
fn heads(name: &str, before: Option<&Table>, rows: &[(Key, Cells)]) -> Vec<String> {
    let mut heads: Vec<String> = before.map(|table| table.headers().to_vec()).unwrap_or_default();
    for CellName { table, column, .. } in rows.iter().flat_map(|(_, cells)| cells.keys()) {
        if table == name && !heads.contains(column) {
            heads.push(column.clone());
        }
    }
    heads
}

/// Where the cells stand that name the rows of a thing of `table` in a file; `None` where it has none there.
fn key_in(name: &str, table: &str, heads: &[String]) -> Option<Vec<usize>> {
    let (_, key) = places(table).into_iter().find(|(own, _)| *own == name)?;
    Some(key.iter().filter_map(|column| heads.iter().position(|head| head == column)).collect())
}

fn cells_of(table: &Table) -> Vec<Vec<String>> {
    let columns = table.headers().len();
    let row = |row| (0..columns).map(|column| table.cell(row, column).to_owned()).collect();
    (0..table.numbers().len()).map(row).collect()
}

/// The rows of a thing in one table.
fn rows_of(name: &str, heads: &[String], cells: &Cells) -> Vec<Vec<String>> {
    let most = cells.keys().filter(|cell| cell.table == name).map(|cell| cell.nth).max();
    let cell = |nth: u32, column: &String| {
        let cell = CellName { table: name.to_owned(), nth, column: column.clone() };
        cells.get(&cell).cloned().unwrap_or_default()
    };
    let row = |nth: u32| heads.iter().map(|column| cell(nth, column)).collect();
    (1..=most.unwrap_or_default()).map(row).collect()
}
