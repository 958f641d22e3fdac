//! One file for each kind of mark.

mod bar;
mod dot;
mod line;
mod pair;
mod tile;

pub(super) use bar::bar;
pub(super) use dot::dot;
pub(super) use line::line;
pub(super) use pair::pair;
pub(super) use tile::tile_map;

use super::prepared::Datum;
use super::scene::{Item, Mark, Rect};

/// A mark of a datum; `row` is its row in the table. It tells what stands beside its figure, so
/// its card does too.
fn mark_of(datum: &Datum, row: usize, target: Rect, items: Vec<Item>) -> Mark {
    Mark {
        key: datum.key.clone(),
        items,
        target,
        series: 0,
        tip: datum.tip.clone(),
        row,
        evidence: datum.evidence_with(datum.beside.len()),
    }
}
