//! `conflicts.csv` in which a person filled in what is kept.

use hamyar::ingest::Table;
use hamyar::model::{Clash, Dataset, ObservationId, clashes};
use hamyar::store::Decision;

use crate::decided::{Fault, Filled, NO_CONTENT, cell, is_same_cell};

/// Columns that say nothing of what a content is.
const BESIDE: [&str; 4] = ["keep", "day", "by", "lines"];

/// Reads the decisions.
///
/// # Errors
/// The number of the row, the figure, and what is wrong with it.
pub(crate) fn decisions(
    filled: &Filled,
    dataset: &Dataset,
) -> Result<Vec<Decision>, (u32, String, Fault)> {
    let clashes = clashes(dataset);
    let read = |(row, number): (usize, u32)| {
        let id = || filled.said(row, "observation").to_owned();
        decision(filled, row, &clashes).map_err(|fault| (number, id(), fault))
    };
    filled.kept().map(read).collect()
}

fn decision(filled: &Filled, row: usize, clashes: &[Clash]) -> Result<Decision, Fault> {
    let id = ObservationId::new(filled.said(row, "observation"));
    let own = rows_of(&filled.file, &id);
    let kept = filled.said(row, "keep");
    let keep = own.iter().position(|other| filled.said(*other, "standing") == kept);
    let keep = keep.ok_or(NO_CONTENT)?;
    let chosen = filled.chosen(row)?;
    let mut clashes = clashes.iter();
    let clash = clashes.find(|clash| clash.id == id && is_as_written(filled, &id, &own));
    let contents = clash.map(|clash| clash.contents.clone()).unwrap_or_default();
    Ok(Decision { id, keep, day: chosen.day, by: chosen.by, contents })
}

/// Whether the rows of a figure say what they would say now: what was typed over is no content of either
/// copy.
fn is_as_written(filled: &Filled, id: &ObservationId, own: &[usize]) -> bool {
    let now = rows_of(&filled.now, id);
    let heads = filled.now.headers().iter();
    let mut heads = heads.filter(|head| !BESIDE.contains(&head.as_str()));
    own.len() == now.len()
        && heads.all(|head| {
            let mut pairs = own.iter().zip(&now);
            pairs.all(|(one, other)| {
                is_same_cell(filled.said(*one, head), cell(&filled.now, *other, head))
            })
        })
}

fn rows_of(table: &Table, id: &ObservationId) -> Vec<usize> {
    let rows = 0..table.numbers().len();
    rows.filter(|row| cell(table, *row, "observation") == id.as_str()).collect()
}
