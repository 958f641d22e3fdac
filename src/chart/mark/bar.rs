//! Bars from a zero line at the side where reading starts.

use std::ops::Range;

use super::classed::entry;
use super::mark_of;
use super::rows::{RowBox, Rows};
use crate::chart::bar_form::Bar;
use crate::chart::captions::captions;
use crate::chart::columns::Columns;
use crate::chart::frame::{Drawing, Frame, within};
use crate::chart::pen::{Type, line, point, stroke};
use crate::chart::prepared::{Datum, Form, Prepared, country, ends};
use crate::chart::reach::ARROW;
use crate::chart::scale::ValueScale;
use crate::chart::scene::{Anchor, Dash, Ink, Item, LegendEntry, Mark};
use crate::chart::style::{absence, form};
use crate::chart::view::View;
use crate::list::{Gather, join};
use crate::number::Decimal;

/// Room above the first row for the label of a reference line.
const REFERENCE_ROOM: f64 = 26.0;
/// Room below the last row for tick labels.
const TICK_ROOM: f64 = 28.0;
/// Room beyond the longest bar for its value.
const VALUE_ROOM: f64 = 76.0;
/// More rows than this need no ticks: each bar says its value.
const TICKED_ROWS: usize = 6;

/// Draws a bar chart, ranked or grouped by series. `whole` is what all panels of a chart have in common:
/// their scale, and where its zero stands.
pub(in crate::chart) fn bar(
    prepared: &Prepared<'_>,
    whole: &[Datum<'_>],
    view: &View,
    frame: Frame,
) -> Drawing {
    let data = &prepared.data;
    let columns = Columns::new(frame, &whole.iter().gather());
    let reference = reference(data, view);
    let beside = reference.map(|(value, _)| value);
    let mut values = ends(whole);
    values.extend(beside);
    let begin = if frame.compact() { 2.0 } else { columns.plot } + below_zero_room(whole);
    let layout = Rows {
        frame,
        columns,
        scale: ValueScale::new(&values),
        begin,
        end: frame.width - value_room(whole).max(VALUE_ROOM.min(frame.width * 0.22)),
        data: data.iter().gather(),
    };
    let top = if reference.is_some() { REFERENCE_ROOM } else { 6.0 };
    let rows = layout.boxes(top, 0.0);
    let foot = rows.last().map_or(top, |row| row.bottom);
    let mut drawing = Drawing { height: foot + 8.0, ..Drawing::default() };
    if data.len() <= TICKED_ROWS {
        layout.ticks(&mut drawing, [top, foot], |tick| tick);
        drawing.height = foot + TICK_ROOM;
    }
    layout.zero_line(&mut drawing, [top, foot], &rows);
    for (index, (datum, row)) in data.iter().zip(&rows).enumerate() {
        let is_rest = prepared.has_others && index + 1 == data.len();
        drawing.marks.push(layout.mark(index, datum, row, is_rest));
    }
    if let Some((value, text)) = reference {
        layout.reference_line(&mut drawing, value, text, &rows);
    }
    drawing.legend = form_key(&layout.data);
    drawing
}

/// What the forms of the bars mean, where no word beside them says it.
fn form_key(data: &[&Datum<'_>]) -> Vec<LegendEntry> {
    let mut entries: Vec<LegendEntry> = Vec::new();
    for datum in data.iter().filter(|datum| datum.form != Form::Target) {
        let word = &datum.form_word;
        let is_told = word.is_empty() || [&datum.name, &datum.detail].contains(&word);
        if !is_told && entries.iter().all(|entry| entry.text != *word) {
            let (fill, edge) = form(datum.form, ink_of(data, false));
            entries.push(entry(fill, edge, word));
        }
    }
    if entries.len() > 1 { entries } else { Vec::new() }
}

/// Room for the widest value, so that none is written over its own bar.
fn value_room(data: &[Datum<'_>]) -> f64 {
    widest(data.iter().filter(|datum| datum.value.is_some())) + 14.0
}

/// The same before the bars that end below zero.
fn below_zero_room(data: &[Datum<'_>]) -> f64 {
    let widest = widest(data.iter().filter(|datum| is_below_zero(datum)));
    if widest > 0.0 { widest + 14.0 } else { 0.0 }
}

fn widest<'a>(data: impl Iterator<Item = &'a Datum<'a>>) -> f64 {
    let room = |datum: &Datum<'_>| {
        value_type().width(datum.text()) + if datum.goes_on() { ARROW } else { 0.0 }
    };
    data.map(room).fold(0.0, f64::max)
}

fn is_below_zero(datum: &Datum<'_>) -> bool {
    let high = datum.span.and_then(|span| span.high.value());
    high.is_some_and(|high| high <= Decimal::ZERO) && datum.value.is_some_and(|value| value < 0.0)
}

pub(super) const fn value_type() -> Type {
    Type::new(14.0, Ink::Ink).bold().tabular().halo()
}

/// The country's value beside the rows, when the view asks for its line.
fn reference<'a>(data: &'a [Datum<'_>], view: &View) -> Option<(f64, &'a str)> {
    view.encoding.reference.iter().find(|name| *name == "country")?;
    let country = country(data)?;
    Some((country.value, country.text.as_str()))
}

impl Rows<'_> {
    /// One row; what stands for all the rest is no peer of the others.
    fn mark(&self, index: usize, datum: &Datum<'_>, row: &RowBox, is_rest: bool) -> Mark {
        let mut items = self.labels(datum, row, 0.0);
        let target = if let Some(bar) = self.bar(datum, row) {
            let zero = self.place(0.0);
            items.extend(if datum.form == Form::Target && !datum.is_bound() {
                self.blade(row, bar.extent()[1])
            } else {
                let ink = ink_of(&self.data, bar.is_below_zero());
                bar.items(if is_rest { Ink::Context } else { ink })
            });
            items.push(self.value_label(datum, row, &bar));
            let [near, far] = bar.extent();
            self.frame.span(near, far.max(zero + 24.0), row.bar_top, row.bar_bottom)
        } else {
            let (from, to) = (self.place(0.0), self.absence_end());
            let (top, bottom) = (row.bar_top, row.bar_bottom);
            items.extend(absence(self.frame, datum, from, to, top, bottom));
            self.frame.span(from, to, top, bottom)
        };
        mark_of(index, target, items)
    }

    fn bar<'a>(&self, datum: &'a Datum<'a>, row: &RowBox) -> Option<Bar<'a>> {
        let (plot, edges) = ([self.begin, self.end], [row.bar_top, row.bar_bottom]);
        Bar::new(self.frame, datum, &self.scale, plot, edges)
    }

    /// A target: an ink blade across the row.
    fn blade(&self, row: &RowBox, end: f64) -> Vec<Item> {
        let x = self.frame.across(end);
        let ink = stroke(Ink::Ink, 3.0, Dash::Solid);
        vec![line(point(x, row.bar_top - 3.0), point(x, row.bar_bottom + 3.0), ink)]
    }

    fn value_label(&self, datum: &Datum<'_>, row: &RowBox, bar: &Bar<'_>) -> Item {
        let baseline = f64::midpoint(row.bar_top, row.bar_bottom) + 5.0;
        let span = self.value_span(datum, bar);
        if span.end < self.frame.width {
            return self.frame.begin(value_type(), span.start, baseline, datum.text());
        }
        self.frame.end(value_type(), self.frame.width, baseline, datum.text())
    }

    /// From where to where a value is written: beyond its bar, or at the edge where there is no room.
    fn value_span(&self, datum: &Datum<'_>, bar: &Bar<'_>) -> Range<f64> {
        let width = value_type().width(datum.text());
        let [near, far] = bar.extent();
        if bar.is_below_zero() {
            let to = (near - 8.0).max(width);
            return to - width..to;
        }
        let from = (far + 8.0).min(self.frame.width - width);
        from..from + width
    }

    /// The line of the value that the rows are compared with, and over each bar that hides it. It
    /// stops where a word stands: what it would cross is to be read.
    fn reference_line(&self, drawing: &mut Drawing, value: f64, text: &str, rows: &[RowBox]) {
        let at = self.place(value);
        let x = self.frame.across(at);
        let dash = stroke(Ink::Ink, 1.5, Dash::Reference);
        let words = join(&[captions(self.frame.lang).country, text], " ");
        let kind = Type::new(13.0, Ink::Ink).bold();
        let half = kind.width(&words) / 2.0;
        let centre = within(x, half, self.frame.width - half);
        let label = kind.at(
            point(centre, REFERENCE_ROOM - 9.0),
            Anchor::Middle,
            &words,
            self.frame.text_direction(&words),
        );
        drawing.overlay.push(Item::Label(label));
        for (datum, row) in self.data.iter().zip(rows) {
            let (Some(own), Some(bar)) = (datum.value, self.bar(datum, row)) else { continue };
            if !self.frame.compact() || self.above_end(datum) < at {
                drawing.ground.push(line(point(x, row.top), point(x, row.bar_top), dash));
            }
            let words = self.value_span(datum, &bar);
            if words.end + 4.0 < at || at < words.start - 4.0 {
                let is_hidden = value * own > 0.0 && own.abs() > value.abs();
                let layer = if is_hidden { &mut drawing.overlay } else { &mut drawing.ground };
                layer.push(line(point(x, row.bar_top), point(x, row.bottom), dash));
            }
        }
    }
}

/// Colour 1 where a chart tells money or plans, 3 for counts and shares. Form tells the rows of a chart
/// apart, so one colour serves them all; what lies below zero has the other one beside its side.
fn ink_of(data: &[&Datum<'_>], is_below: bool) -> Ink {
    let tells_form = data.iter().any(|datum| !datum.form_word.is_empty());
    if tells_form == is_below { Ink::Category(3) } else { Ink::Category(1) }
}
