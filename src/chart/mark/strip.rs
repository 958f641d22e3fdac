//! Below an axis of time: for each series, where something was reported and where nothing was.

use crate::calendar::{Day, Step};
use crate::chart::frame::Drawing;
use crate::chart::pen::{block, rect, stroke};
use crate::chart::prepared::Datum;
use crate::chart::scale::{Tick, TimeScale};
use crate::chart::scene::{Dash, Fill, Geometry, Ink, Item};
use crate::list::{Gather, in_order};

const HEIGHT: f64 = 12.0;
const GAP: f64 = 6.0;
/// A cell is at least so wide; where parts are narrower, several are one cell.
const CELL: f64 = 3.0;

/// Where strips stand.
pub(super) struct Strips<'a> {
    pub(super) time: &'a TimeScale,
    pub(super) left: f64,
    pub(super) right: f64,
}

impl Strips<'_> {
    /// One strip: cells that are filled, empty, or of which only a part was reported. Gives where the
    /// next one begins.
    pub(super) fn draw(
        &self,
        drawing: &mut Drawing,
        top: f64,
        data: &[(usize, &Datum<'_>)],
        ink: Ink,
    ) -> f64 {
        let reported = data.iter().filter(|(_, datum)| datum.value.is_some());
        let reported = reported.filter_map(|(_, datum)| datum.period);
        let days = reported.filter_map(|one| Some([one.start()?, one.end()?]));
        let days = in_order(days.gather(), |one: &Tick, other| one.cmp(other));
        let (mut whole, mut part) = (Vec::new(), Vec::new());
        for cell in self.cells() {
            let [from, to] = self.time.between(cell, self.left, self.right);
            let area = rect(from + 0.5, top, (to - 0.5).max(from + 1.0), top + HEIGHT);
            let [is_whole, is_part] = covered(&days, cell);
            if is_whole {
                whole.push(area);
                continue;
            }
            if is_part {
                part.push(area);
            }
            let edge = Some(stroke(Ink::Axis, 1.0, Dash::Slot));
            drawing.ground.push(block(area, Fill::None, edge));
        }
        for (areas, fill) in [(whole, Fill::Solid(ink)), (part, Fill::Tint(ink))] {
            if !areas.is_empty() {
                drawing.ground.push(Item::Shape {
                    geometry: Geometry::Rects(areas),
                    fill,
                    stroke: None,
                });
            }
        }
        top + HEIGHT + GAP
    }

    /// Parts as fine as the figures, or seasons of longer ones, as far as they are wide enough.
    fn cells(&self) -> Vec<Tick> {
        let steps = [Step::Day, Step::Week, Step::Month, Step::Quarter, Step::Year, Step::Decade];
        let fine = self.time.step().min(Step::Quarter);
        let mut cells = Vec::new();
        for step in steps.into_iter().filter(|step| *step >= fine) {
            cells = self.time.ticks(step);
            if cells.len() as f64 * CELL <= self.right - self.left {
                break;
            }
        }
        let [begin, end] = self.time.ends();
        cells.into_iter().map(|[from, to]| [from.max(begin), to.min(end)]).gather()
    }
}

/// Whether all days of a cell are reported, and whether some are; the intervals are in order.
fn covered(reported: &[Tick], [from, to]: Tick) -> [bool; 2] {
    let mut known: Day = from;
    let mut some = false;
    for [begin, end] in reported {
        some |= *begin < to && from < *end;
        if *begin <= known {
            known = known.max(*end);
        }
    }
    [known >= to, some]
}
