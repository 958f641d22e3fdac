//! `differing.csv` in which a person filled in what is kept.

use hamyar::copies::RowDecision;
use hamyar::ingest::Table;
use hamyar::model::{Dataset, open_rows};

use crate::decided::{Fault, Filled, NO_CONTENT, cell, is_same_cell};

/// Columns that say what a variant is.
const SAID: [&str; 4] = ["standing", "column", "value", "after"];

/// Reads the decisions. One that stands on several rows of a thing is one.
///
/// # Errors
/// The number of the row, what it is about, and what is wrong with it.
pub(crate) fn decisions(
    filled: &Filled,
    dataset: &Dataset,
) -> Result<Vec<RowDecision>, (u32, String, Fault)> {
    let mut all: Vec<RowDecision> = Vec::new();
    for (row, number) in filled.kept() {
        let id = || filled.said(row, "id").to_owned();
        let decision = decision(filled, dataset, row).map_err(|fault| (number, id(), fault))?;
        if !all.contains(&decision) {
            all.push(decision);
        }
    }
    Ok(all)
}

fn decision(filled: &Filled, dataset: &Dataset, row: usize) -> Result<RowDecision, Fault> {
    let [table, id] = ["table", "id"].map(|name| filled.said(row, name).to_owned());
    let own = rows_of(&filled.file, &table, &id);
    let keep = filled.said(row, "keep");
    let is_told = own.iter().any(|other| filled.said(*other, "standing") == keep);
    let keep = place(keep).filter(|_| is_told).ok_or(NO_CONTENT)?;
    let mut open = open_rows(dataset);
    let told = open.find(|one| one.table == table && one.id == id);
    let told = told.filter(|_| is_as_written(filled, &own, &rows_of(&filled.now, &table, &id)));
    let standing = told.iter().flat_map(|told| told.standing());
    let variants = standing.map(|(_, one)| one.cells.clone()).collect();
    Ok(RowDecision { keep, chosen: filled.chosen(row)?, variants, table, id })
}

/// Which of the variants that stand is called so.
fn place(standing: &str) -> Option<usize> {
    match standing {
        "first" => Some(0),
        "second" => Some(1),
        _ => standing.parse::<usize>().ok()?.checked_sub(1),
    }
}

fn rows_of(table: &Table, name: &str, id: &str) -> Vec<usize> {
    let is_own = |row: &usize| cell(table, *row, "table") == name && cell(table, *row, "id") == id;
    (0..table.numbers().len()).filter(is_own).collect()
}

/// Whether the rows of a thing say what they would say now, in whatever order: what was typed over is no variant.
fn is_as_written(filled: &Filled, own: &[usize], now: &[usize]) -> bool {
    let same = |one: usize, other: usize| {
        SAID.iter().all(|name| is_same_cell(filled.said(one, name), cell(&filled.now, other, name)))
    };
    own.len() == now.len() && now.iter().all(|other| own.iter().any(|one| same(*one, *other)))
}
