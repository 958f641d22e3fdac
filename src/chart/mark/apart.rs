//! Labels in a column, moved apart where they would meet.

use std::cmp::Ordering;

use crate::chart::frame::within;
use crate::list::{Gather, in_order};

/// The middles of labels that would stand at `[middle, height]` each: as near to that as their order,
/// their heights and the ends of the column leave room for.
pub(super) fn apart(wanted: &[[f64; 2]], [top, bottom]: [f64; 2]) -> Vec<f64> {
    let by_middle = |(_, one): &(usize, &[f64; 2]), (_, other): &(usize, &[f64; 2])| {
        one[0].partial_cmp(&other[0]).unwrap_or(Ordering::Equal)
    };
    let order = in_order(wanted.iter().enumerate().gather(), by_middle);
    let mut middles: Vec<f64> = wanted.iter().map(|[middle, _]| *middle).gather();
    let mut put = |index: usize, middle: f64| {
        if let Some(place) = middles.get_mut(index) {
            *place = middle;
        }
    };
    // Downwards, each at least below the one before; then upwards again from the foot.
    let mut placed = Vec::new();
    let mut free = top;
    for (index, [middle, height]) in &order {
        let at = within(*middle, free + height / 2.0, f64::INFINITY);
        free = at + height / 2.0;
        placed.push((*index, at, *height));
    }
    let mut limit = bottom.max(placed.iter().map(|(.., height)| height).sum::<f64>() + top);
    for (index, at, height) in placed.into_iter().rev() {
        let middle = at.min(limit - height / 2.0);
        limit = middle - height / 2.0;
        put(index, middle);
    }
    middles
}
