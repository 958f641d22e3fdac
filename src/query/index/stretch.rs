//! Figures of one measure, one period and one kind, side by side.

use std::ops::Range;

use crate::calendar::Period;
use crate::model::AreaId;

/// A stretch of a column.
pub(super) struct Stretch {
    pub(super) period: Period,
    /// Which of the kinds of the layout.
    pub(super) kind: u32,
    /// Where it stands in the column.
    pub(super) range: Range<usize>,
    /// `None` when its figures do not just add.
    pub(super) plain: Option<Plain>,
}

/// What a sum over a stretch needs to know, found once.
#[derive(Clone)]
pub(super) struct Plain {
    /// The country above all of its areas.
    pub(super) country: AreaId,
    /// How many areas of their level the country has.
    pub(super) expected: u32,
    /// Digits after the point of every value.
    pub(super) scale: u8,
}
