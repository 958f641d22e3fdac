//! The names of series at the ends of their lines.

use super::{Chart, TOP, series_ink};
use crate::chart::frame::{Drawing, Frame};
use crate::chart::mark::apart::apart;
use crate::chart::pen::{Type, point};
use crate::chart::scene::{Anchor, Ink, Item};
use crate::list::Gather;
use crate::text::metrics::wrap;

/// From one line of a name to the next.
pub(super) const LINE: f64 = 18.0;
/// Room for names beside the plot, of a narrow chart.
const LEAST: f64 = 72.0;

pub(super) const fn end_type() -> Type {
    Type::new(14.0, Ink::Ink).bold()
}

/// A series and the lines of its name.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) lines: Vec<String>,
}

/// The series in the order shown, each with its name in lines that leave room for the plot.
pub(super) fn named(series: &[String], frame: Frame) -> Vec<Named> {
    let room = (frame.width * 0.25).max(LEAST);
    let lines = |name: &str| match series {
        [_] => Vec::new(),
        _ => wrap(name, &end_type().style(), room, 8),
    };
    series.iter().map(|name| Named { name: name.clone(), lines: lines(name) }).gather()
}

/// Colours with at least 4.5:1 on the card in both themes.
fn readable(ink: Ink) -> bool {
    matches!(ink, Ink::Category(3 | 4 | 5 | 8))
}

impl Chart<'_> {
    /// The names of the series beside their last points, moved apart where they would meet.
    pub(super) fn names_at_end(&self, drawing: &mut Drawing) {
        let mut wanted = Vec::new();
        for series in &self.series {
            let data = self.of_series(&series.name);
            let last = data.iter().rev().find_map(|(_, datum)| self.centre(datum));
            let height = if last.is_some() { series.lines.len() as f64 * LINE } else { 0.0 };
            wanted.push([last.map_or(self.bottom, |at| at.y.css()), height]);
        }
        let middles = apart(&wanted, [TOP - 16.0, self.bottom + 6.0]);
        for (index, (series, middle)) in self.series.iter().zip(middles).enumerate() {
            if wanted.get(index).is_none_or(|[_, height]| *height == 0.0) {
                continue;
            }
            let ink = series_ink(index, self.series.len());
            let kind =
                Type { ink: if readable(ink) { ink } else { Ink::Ink }, ..end_type().halo() };
            let first = middle - (series.lines.len() as f64 - 1.0) * LINE / 2.0 + 5.0;
            for (number, text) in series.lines.iter().enumerate() {
                let at = point(self.right + 8.0, first + LINE * number as f64);
                let direction = self.frame.text_direction(text);
                drawing.overlay.push(Item::Label(kind.at(at, Anchor::Left, text, direction)));
            }
        }
    }
}
