//! How many lie in each class: columns that touch, from the side where reading starts, and beside them
//! what lies in no class that is known.

use super::mark_of;
use crate::chart::frame::{Drawing, Frame, within};
use crate::chart::pen::{Type, block, line, point, stroke};
use crate::chart::prepared::{Datum, Prepared, ends};
use crate::chart::reach::{ARROW, Axis, arrow};
use crate::chart::scale::ValueScale;
use crate::chart::scene::{Dash, Fill, Ink, Item, Mark};
use crate::chart::style::form;
use crate::list::Gather;
use crate::model::Qualifier;
use crate::text::metrics::wrap;

/// Height of the columns.
const PLOT: f64 = 200.0;
/// Room above the highest for its number.
const HEAD: f64 = 26.0 + ARROW;
/// Height of the slot of a class of which nothing is known.
const SLOT: f64 = 44.0;
/// A column does not grow wider than this.
const WIDEST: f64 = 96.0;
/// Before what stands beside the classes.
const GAP: f64 = 20.0;
/// From one line of names to the next.
const LINE: f64 = 17.0;
/// Most rows that the names take turns in.
const TURNS: usize = 6;

struct Columns<'a> {
    frame: Frame,
    data: &'a [Datum<'a>],
    scale: ValueScale,
    width: f64,
    /// Whether each number fits over its column.
    fits: bool,
    turns: usize,
}

const fn number_type() -> Type {
    Type::new(14.0, Ink::Ink).bold().tabular().halo()
}

const fn class_type() -> Type {
    Type::new(13.0, Ink::Ink2)
}

/// Draws a distribution.
pub(in crate::chart) fn distribution(prepared: &Prepared<'_>, frame: Frame) -> Drawing {
    let data = &prepared.data;
    let beside = if data.iter().any(|datum| datum.is_unplaced) { GAP } else { 0.0 };
    let width = ((frame.width - 2.0 - beside) / data.len().max(1) as f64).min(WIDEST);
    let widest = |kind: Type, text: &dyn Fn(&Datum<'_>) -> String| {
        data.iter().map(|datum| kind.width(&text(datum))).fold(0.0, f64::max)
    };
    let names = widest(class_type(), &|datum| datum.name.clone());
    let columns = Columns {
        frame,
        data,
        scale: ValueScale::new(&ends(&data.iter().gather())),
        width,
        fits: widest(number_type(), &|datum| short(datum, frame)) + 2.0 <= width,
        // The last is moved inwards by up to half of itself.
        turns: ((names + 6.0) * 1.5 / width - 0.5).ceil().max(1.0).min(TURNS as f64) as usize,
    };
    let mut drawing = Drawing { height: HEAD + PLOT, ..Drawing::default() };
    for (index, datum) in data.iter().enumerate() {
        drawing.marks.push(columns.mark(index, datum));
    }
    columns.names(&mut drawing);
    let base = stroke(Ink::Ink, 2.0, Dash::Solid);
    let end = columns.span(data.len().saturating_sub(1))[1];
    let [from, to] = [0.0, end].map(|along| point(frame.across(along), HEAD + PLOT));
    drawing.overlay.push(line(from, to, base));
    drawing
}

/// The number of a column; that it is the least its arrow says.
fn short(datum: &Datum<'_>, frame: Frame) -> String {
    match datum.exact {
        Some(exact) if datum.qualifier == Some(Qualifier::AtLeast) => frame.number(&exact),
        _ => datum.text().to_owned(),
    }
}

impl Columns<'_> {
    /// From where to where a column stands.
    fn span(&self, index: usize) -> [f64; 2] {
        let is_beside = self.data.get(index).is_some_and(|datum| datum.is_unplaced);
        let from = 1.0 + self.width * index as f64 + if is_beside { GAP } else { 0.0 };
        [from, from + self.width]
    }

    fn mark(&self, index: usize, datum: &Datum<'_>) -> Mark {
        let foot = HEAD + PLOT;
        let [from, to] = self.span(index);
        let value = datum.value.unwrap_or_default();
        let top =
            if datum.value.is_some() { self.scale.place(value, foot, HEAD) } else { foot - SLOT };
        let area = self.frame.span(from, to, top, foot);
        let slot = Some(stroke(Ink::Axis, 1.5, Dash::Slot));
        let (fill, edge) = form(datum.form, Ink::Category(3));
        let is_open = datum.qualifier == Some(Qualifier::AtLeast) && !datum.is_unplaced;
        let mut items = Vec::new();
        if datum.is_unplaced || datum.value.is_none() {
            let inside = self.frame.span(from + 2.0, to - 2.0, top, foot - 2.0);
            items.push(block(inside, Fill::None, slot));
        } else if value > 0.0 {
            // A thread of paper tells neighbours of one height apart.
            let thread = Some(stroke(Ink::Paper, 1.0, Dash::Solid));
            items.push(block(area, fill, edge.or(thread)));
        } else {
            let blade = self.frame.span(from + 4.0, to - 4.0, foot - 4.0, foot);
            items.push(block(blade, Fill::Solid(Ink::Ink), None));
        }
        let middle = f64::midpoint(from, to);
        let mut baseline = top - 7.0;
        if is_open {
            let axis = Axis::Upright(self.frame.across(middle));
            let firm = stroke(Ink::Category(3), 2.0, Dash::Solid);
            items.extend(arrow(axis, top - 2.0, top - ARROW, -1.0, firm));
            baseline -= ARROW;
        }
        if self.fits {
            let number = short(datum, self.frame);
            let full = datum.text();
            let fits = number_type().width(full) + 2.0 <= self.width;
            let text = if fits { full } else { &number };
            items.push(self.frame.middle(number_type(), middle, baseline, text));
        }
        let top = top.min(foot - 16.0);
        mark_of(index, self.frame.span(from, to, top, foot), items)
    }

    /// The classes below their columns, taking turns where they are wider; with their numbers where those
    /// have no room above.
    fn names(&self, drawing: &mut Drawing) {
        let room = (self.width * (self.turns as f64 + 0.5) / 1.5 - 6.0).max(40.0);
        let mut tops = vec![HEAD + PLOT + 4.0; self.turns + 1];
        let named: Vec<Vec<String>> = self
            .data
            .iter()
            .map(|datum| {
                let mut lines = wrap(&datum.name, &class_type().style(), room, 5);
                if !self.fits {
                    lines.push(datum.text().to_owned());
                }
                lines
            })
            .gather();
        for turn in 0..self.turns {
            let own = named.iter().skip(turn).step_by(self.turns).map(Vec::len);
            let most = own.max().unwrap_or_default() as f64;
            let top = tops.get(turn).copied().unwrap_or_default();
            if let Some(next) = tops.get_mut(turn + 1) {
                *next = top + LINE * most + 3.0;
            }
        }
        for (index, lines) in named.iter().enumerate() {
            let top = tops.get(index % self.turns).copied().unwrap_or_default();
            let [from, to] = self.span(index);
            for (place, text) in lines.iter().enumerate() {
                let is_number = !self.fits && place + 1 == lines.len();
                let kind = if is_number { class_type().bold() } else { class_type() };
                let half = kind.width(text) / 2.0;
                let middle = within(f64::midpoint(from, to), half, self.frame.width - half);
                let baseline = top + 14.0 + LINE * place as f64;
                let item: Item = self.frame.middle(kind, middle, baseline, text);
                drawing.ground.push(item);
            }
        }
        drawing.height = tops.last().copied().unwrap_or_default() + 4.0;
    }
}
