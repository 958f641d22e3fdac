//! A stock, what came to it and what left it, row by row from one level to the next.
//!
//! What comes in and what goes out differ in colour, in the way their arrows point, in the sign of their
//! number and in the side that it stands on.

use super::bar::value_type;
use super::mark_of;
use super::rows::{RowBox, Rows};
use crate::chart::bar_form::Bar;
use crate::chart::columns::Columns;
use crate::chart::flow::Step;
use crate::chart::frame::{Drawing, Frame};
use crate::chart::pen::{block, line, point, stroke};
use crate::chart::prepared::{Datum, Form, Prepared, ends};
use crate::chart::scale::ValueScale;
use crate::chart::scene::{Dash, Fill, Geometry, Ink, Item, Mark, Side};
use crate::chart::style::{absence, form};
use crate::list::Gather;
use crate::model::Qualifier;

/// Length of what nobody told where its level is known on one side alone.
const SLOT: f64 = 64.0;
/// A flow shorter than this has no arrow in it.
const ARROWED: f64 = 22.0;
/// The least that a flow is drawn as.
const LEAST: f64 = 3.0;

struct Flow<'a> {
    rows: Rows<'a>,
    steps: &'a [Step],
}

/// Draws a chart of stock and flow.
pub(in crate::chart) fn waterfall(prepared: &Prepared<'_>, frame: Frame) -> Drawing {
    let data: Vec<&Datum<'_>> = prepared.data.iter().gather();
    let columns = Columns::new(frame, &data);
    let mut values = ends(&data);
    values.extend(prepared.steps.iter().flat_map(|step| step.levels).flatten());
    let widest = |texts: &mut dyn Iterator<Item = &Step>| {
        texts.map(|step| value_type().width(&step.text)).fold(0.0, f64::max) + 14.0
    };
    let has_negative = values.iter().any(|value| *value < 0.0);
    let before = if has_negative { widest(&mut prepared.steps.iter()) } else { 0.0 };
    let flow = Flow {
        rows: Rows {
            frame,
            begin: if frame.compact() { 2.0 } else { columns.plot } + before,
            end: frame.width - widest(&mut prepared.steps.iter()) - 10.0,
            columns,
            scale: ValueScale::new(&values),
            data,
        },
        steps: &prepared.steps,
    };
    let rows = flow.rows.boxes(6.0, 0.0);
    let foot = rows.last().map_or(6.0, |row| row.bottom);
    let mut drawing = Drawing { height: foot + 8.0, ..Drawing::default() };
    for (index, ((datum, step), row)) in prepared.data.iter().zip(flow.steps).zip(&rows).enumerate()
    {
        drawing.marks.push(flow.mark(index, datum, step, row));
    }
    flow.rows.zero_line(&mut drawing, [6.0, foot], &rows);
    flow.connectors(&mut drawing, &rows);
    drawing
}

impl Flow<'_> {
    fn mark(&self, index: usize, datum: &Datum<'_>, step: &Step, row: &RowBox) -> Mark {
        let frame = self.rows.frame;
        let mut items = self.rows.labels(datum, row, 0.0);
        let (top, bottom) = (row.bar_top, row.bar_bottom);
        let [from, to] = if step.is_stock {
            let plot = [self.rows.begin, self.rows.end];
            let bar = Bar::new(frame, datum, &self.rows.scale, plot, [top, bottom]);
            bar.map_or([0.0; 2], |bar| {
                items.extend(bar.items(Ink::Category(1)));
                bar.extent()
            })
        } else {
            self.reach(datum, step)
        };
        let (low, high) = (from.min(to), from.max(to));
        if low == high {
            // Nobody told it, and nothing around it says where it would stand.
            let (from, to) = (self.rows.place(0.0), self.rows.absence_end());
            items.extend(absence(frame, datum, from, to, top, bottom));
            return mark_of(index, frame.span(from, to, top, bottom), items);
        }
        if !step.is_stock {
            items.extend(self.flow(datum, step, [low, high], [top, bottom]));
        }
        items.push(self.words(step, [low, high], f64::midpoint(top, bottom) + 5.0));
        let high = high.max(low + 12.0);
        mark_of(index, frame.span(low, high, top, bottom), items)
    }

    /// From where to where a flow is drawn; nowhere where neither level is known.
    fn reach(&self, datum: &Datum<'_>, step: &Step) -> [f64; 2] {
        let [before, after] = step.levels.map(|level| level.map(|level| self.rows.place(level)));
        let out = if step.is_off { -1.0 } else { 1.0 };
        let within = |at: f64| at.min(self.rows.end).max(self.rows.begin);
        match (before, after) {
            (Some(from), Some(to))
                if from == to && datum.exact.is_some_and(|own| own.is_zero()) =>
            {
                [from - LEAST / 2.0, from + LEAST / 2.0]
            }
            // The least that is seen keeps its level.
            (Some(from), Some(to)) if (to - from).abs() < LEAST => [to - out * LEAST, to],
            (Some(from), Some(to)) => [from, to],
            (Some(from), None) => [from, within(from + out * SLOT)],
            (None, Some(to)) => [within(to - out * SLOT), to],
            (None, None) => [0.0; 2],
        }
    }

    fn flow(
        &self,
        datum: &Datum<'_>,
        step: &Step,
        [low, high]: [f64; 2],
        edges: [f64; 2],
    ) -> Vec<Item> {
        let frame = self.rows.frame;
        let ink = Ink::Category(if step.is_off { 2 } else { 3 });
        let [top, bottom] = edges;
        let area = frame.span(low, high, top, bottom);
        if datum.exact.is_none() {
            return absence(frame, datum, low, high, top, bottom).into_iter().take(1).gather();
        }
        if datum.is_bound() {
            return vec![block(area, Fill::Dots(ink), Some(stroke(ink, 1.0, Dash::Reference)))];
        }
        if datum.exact.is_some_and(|own| own.is_zero()) {
            return vec![block(area, Fill::Solid(Ink::Ink), None)];
        }
        let (mut fill, edge) = form(datum.form, ink);
        let is_solid = matches!(fill, Fill::Solid(_));
        if is_solid && datum.qualifier == Some(Qualifier::About) {
            let is_left = frame.is_rtl() != step.is_off;
            fill = Fill::Fade(ink, if is_left { Side::Left } else { Side::Right });
        }
        let arrow =
            (high - low >= ARROWED).then(|| self.arrow(step, [low, high], edges, datum.form));
        [block(area, fill, edge)].into_iter().chain(arrow).gather()
    }

    /// A head that points where the flow leads.
    fn arrow(&self, step: &Step, [low, high]: [f64; 2], [top, bottom]: [f64; 2], of: Form) -> Item {
        let out = if step.is_off { -1.0 } else { 1.0 };
        let tip = if step.is_off { low + 6.0 } else { high - 6.0 };
        let middle = f64::midpoint(top, bottom);
        let corner =
            |along: f64, across: f64| point(self.rows.frame.across(along), middle + across);
        let head =
            vec![corner(tip, 0.0), corner(tip - out * 7.0, -5.0), corner(tip - out * 7.0, 5.0)];
        let ink = if of == Form::Actual { Ink::Paper } else { Ink::Ink };
        Item::Shape { geometry: Geometry::Polygon(head), fill: Fill::Solid(ink), stroke: None }
    }

    /// The number with its sign: beyond what came in, before what went out where it has room there.
    fn words(&self, step: &Step, [low, high]: [f64; 2], baseline: f64) -> Item {
        let frame = self.rows.frame;
        let width = value_type().width(&step.text);
        let is_below_zero = high <= self.rows.place(0.0) && low < high;
        let has_room = low - 8.0 - width >= self.rows.place(0.0) + 6.0;
        if step.is_off && !step.is_stock && has_room || is_below_zero {
            return frame.end(value_type(), (low - 8.0).max(width), baseline, &step.text);
        }
        let from = (high + 8.0).min(frame.width - width);
        frame.begin(value_type(), from, baseline, &step.text)
    }

    /// From the level after a row to the next; on a phone only where no name stands between.
    fn connectors(&self, drawing: &mut Drawing, rows: &[RowBox]) {
        let thread = stroke(Ink::Axis, 1.5, Dash::Dots);
        let next = rows.iter().zip(&self.rows.data).skip(1);
        for ((step, row), (below, name)) in self.steps.iter().zip(rows).zip(next) {
            let [_, Some(level)] = step.levels else { continue };
            let at = self.rows.place(level);
            let x = self.rows.frame.across(at);
            let is_clear = !self.rows.frame.compact() || self.rows.above_end(name) + 6.0 < at;
            let foot = if is_clear { below.bar_top } else { row.bar_bottom + 5.0 };
            drawing.ground.push(line(point(x, row.bar_bottom), point(x, foot), thread));
        }
    }
}
