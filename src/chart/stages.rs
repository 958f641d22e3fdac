//! The stages of money, in the order in which money goes through them.

use super::shape::{Of, Whole, is_one, slot};
use crate::list::{Gather, differ};
use crate::model::Stage;
use crate::query::{Answer, Key, Row};

/// A row for each stage, and what its share is of; nothing where the rows are of several streams.
pub(super) fn staged(answer: &Answer) -> Option<(Vec<Row>, Vec<Vec<Whole>>)> {
    let told = &answer.rows;
    let first = told.first()?;
    let is_staged = told.iter().all(|row| row.key.stage.is_some());
    let is_measured_once = !differ(told.iter().map(|row| &row.measure));
    if !is_staged || !is_measured_once || !is_one(told, |key| key.stage = None) {
        return None;
    }
    let mut rows = Vec::new();
    for stage in Stage::ALL {
        let own = told.iter().find(|row| row.key.stage == Some(*stage));
        let key = || Key { stage: Some(*stage), ..first.key.clone() };
        // What is outstanding or overdue is a stock beside the way, and no stage that could be missing.
        let is_on_the_way = *stage <= Stage::Repaid;
        rows.extend(own.cloned().or_else(|| is_on_the_way.then(|| slot(first, key()))));
    }
    let wholes = (0..rows.len()).map(|index| wholes(&rows, index)).gather();
    Some((rows, wholes))
}

/// The stage before one, and the first that is told.
fn wholes(rows: &[Row], index: usize) -> Vec<Whole> {
    let Some(stage) = rows.get(index).and_then(|row| row.key.stage) else { return Vec::new() };
    let mut before = rows.iter().take(if stage <= Stage::Repaid { index } else { 0 });
    let is_told = |row: &&Row| row.figure.value().is_some();
    let first = before.clone().find(is_told);
    let last = before.next_back().filter(is_told);
    let is_other = |row: &&Row| first.is_none_or(|first| first.key.stage != row.key.stage);
    let whole = |row: &Row, of| Whole { figure: row.figure, of, evidence: row.evidence.clone() };
    let first = first.and_then(|row| Some(whole(row, Of::First(row.key.stage?))));
    let last = last.filter(is_other).map(|row| whole(row, Of::Before));
    last.into_iter().chain(first).gather()
}
