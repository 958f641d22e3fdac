//! The label columns of charts whose rows run from top to bottom.

use super::frame::Frame;
use super::pen::Type;
use super::prepared::Datum;
use super::scene::{Ink, Item};
use crate::text::metrics::wrap;

/// Widest part of the chart that names may take.
const NAME_SHARE: f64 = 0.34;
/// Widest part that second labels may take.
const DETAIL_SHARE: f64 = 0.24;
const GAP: f64 = 12.0;
/// Most lines that a name takes.
pub(super) const NAME_LINES: usize = 3;

/// Where names, second labels and the plot begin, as distances from the starting side.
pub(super) struct Columns {
    pub(super) rank: f64,
    pub(super) name: f64,
    pub(super) detail: f64,
    pub(super) plot: f64,
    name_width: f64,
    detail_width: f64,
}

/// Name of a row.
pub(super) const fn name_type() -> Type {
    Type::new(14.0, Ink::Ink).bold()
}

/// Second label of a row.
pub(super) const fn detail_type() -> Type {
    Type::new(13.0, Ink::Ink2)
}

impl Columns {
    /// Columns wide enough for the labels, names wrapped where they must.
    pub(super) fn new(frame: Frame, data: &[&Datum<'_>]) -> Self {
        let widest = |kind: Type, width: fn(&Datum<'_>, Type) -> f64| {
            data.iter().map(|datum| width(datum, kind)).fold(0.0, f64::max)
        };
        let rank = widest(detail_type().tabular(), |datum, kind| kind.width(&datum.rank));
        let rank_room = if rank > 0.0 { rank + GAP } else { 0.0 };
        let name_width = widest(name_type(), |datum, kind| kind.width(datum.label()))
            .min(frame.width * NAME_SHARE)
            .ceil();
        let detail = widest(detail_type(), |datum, kind| kind.width(&datum.detail));
        let detail_width = detail.min(frame.width * DETAIL_SHARE).ceil();
        let detail_room = if detail > 0.0 { detail_width + GAP } else { 0.0 };
        let name = rank_room;
        let detail = name + name_width + GAP;
        Self { rank: 0.0, name, detail, plot: detail + detail_room, name_width, detail_width }
    }

    /// Name and second label of a row, centred on `middle`.
    pub(super) fn labels(&self, frame: Frame, datum: &Datum<'_>, middle: f64) -> Vec<Item> {
        let mut items = Vec::new();
        if !datum.rank.is_empty() {
            let kind = detail_type().tabular();
            items.push(frame.begin(kind, self.rank, middle + 4.5, &datum.rank));
        }
        let lines = wrap(datum.label(), &name_type().style(), self.name_width, NAME_LINES);
        let first = middle + 5.0 - 9.0 * (lines.len().saturating_sub(1)) as f64;
        for (index, text) in lines.iter().enumerate() {
            let baseline = first + 18.0 * index as f64;
            items.push(frame.begin(name_type(), self.name, baseline, text));
        }
        let lines = self.detail_lines(datum);
        let first = middle + 4.5 - 9.0 * (lines.len().saturating_sub(1)) as f64;
        for (index, text) in lines.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            items.push(frame.begin(detail_type(), self.detail, first + 18.0 * index as f64, text));
        }
        items
    }

    fn detail_lines(&self, datum: &Datum<'_>) -> Vec<String> {
        wrap(&datum.detail, &detail_type().style(), self.detail_width, NAME_LINES)
    }

    /// How many lines the name of a row and its second label take.
    pub(super) fn lines(&self, datum: &Datum<'_>) -> usize {
        let name = wrap(datum.label(), &name_type().style(), self.name_width, NAME_LINES).len();
        name.max(self.detail_lines(datum).len()).max(1)
    }
}
