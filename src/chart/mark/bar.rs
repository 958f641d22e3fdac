//! Bars from a zero line at the side where reading starts.

use std::borrow::Cow;
use std::ops::Range;

use super::aim;
use super::classed::entry;
use super::mark_of;
use super::rows::{RowBox, Rows};
use crate::chart::bar_form::Bar;
use crate::chart::captions::captions;
use crate::chart::columns::{Columns, detail_type};
use crate::chart::frame::{Drawing, Frame, within};
use crate::chart::pen::{Type, line, point, stroke};
use crate::chart::prepared::{Datum, Form, Panel, country, ends};
use crate::chart::reach::ARROW;
use crate::chart::scale::ValueScale;
use crate::chart::scene::{Anchor, Dash, Ink, Item, LegendEntry, Mark, Rect};
use crate::chart::style::{absence, form};
use crate::chart::view::View;
use crate::list::join;
use crate::number::Decimal;

/// Room above the first row for the label of a reference line.
const REFERENCE_ROOM: f64 = 26.0;
/// Room below the last row for tick labels.
const TICK_ROOM: f64 = 28.0;
/// Least room beyond the longest bar, for half the label of the last tick.
const VALUE_ROOM: f64 = 40.0;
/// More rows than this need no ticks: each bar says its value.
const TICKED_ROWS: usize = 6;

/// Draws a bar chart, ranked or grouped by series.
pub(in crate::chart) fn bar(panel: &Panel<'_>, view: &View, frame: Frame) -> Drawing {
    let Panel { data, whole, has_others, .. } = *panel;
    let columns = Columns::new(frame, whole);
    let reference = reference(data, view);
    let beside = reference.map(|(value, _)| value);
    let mut values = ends(whole);
    values.extend(beside);
    let begin = if frame.compact() { 2.0 } else { columns.plot } + below_zero_room(whole);
    let scale = ValueScale::new(&values);
    let is_ticked = data.len() <= TICKED_ROWS;
    let layout = Rows {
        frame,
        columns,
        // Without ticks no bar needs the room up to the next round number.
        scale: if is_ticked || data.len() < whole.len() { scale } else { scale.within(&values) },
        begin,
        end: frame.width - value_room(whole).max(VALUE_ROOM),
        data: data.to_vec(),
    };
    let top = if reference.is_some() { REFERENCE_ROOM } else { 6.0 };
    let rows = layout.boxes(top, 0.0);
    let foot = rows.last().map_or(top, |row| row.bottom);
    let mut drawing = Drawing { height: foot + 8.0, ..Drawing::default() };
    if is_ticked {
        layout.ticks(&mut drawing, [top, foot], |tick| tick);
        drawing.height = foot + TICK_ROOM;
    }
    layout.zero_line(&mut drawing, [top, foot], &rows);
    for (index, (datum, row)) in data.iter().zip(&rows).enumerate() {
        let is_rest = has_others && index + 1 == data.len();
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
fn value_room(data: &[&Datum<'_>]) -> f64 {
    let single = widest(data, |datum| datum.value.is_some());
    data.windows(2).map(aim::room).fold(single, f64::max) + 14.0
}

/// The same before the bars that end below zero.
fn below_zero_room(data: &[&Datum<'_>]) -> f64 {
    let widest = widest(data, is_below_zero);
    if widest > 0.0 { widest + 14.0 } else { 0.0 }
}

fn widest(data: &[&Datum<'_>], is_meant: fn(&Datum<'_>) -> bool) -> f64 {
    let room = |datum: &Datum<'_>| {
        value_type().width(datum.text()) + if datum.goes_on() { ARROW } else { 0.0 }
    };
    data.iter().filter(|datum| is_meant(datum)).map(|datum| room(datum)).fold(0.0, f64::max)
}

fn is_below_zero(datum: &Datum<'_>) -> bool {
    let high = datum.span.and_then(|span| span.high.value());
    high.is_some_and(|high| high <= Decimal::ZERO) && datum.value.is_some_and(|value| value < 0.0)
}

pub(super) const fn value_type() -> Type {
    Type::new(14.0, Ink::Ink).bold().tabular().halo()
}

/// The country's value beside the rows, when the view asks for its line.
fn reference<'a>(data: &[&'a Datum<'_>], view: &View) -> Option<(f64, &'a str)> {
    view.encoding.reference.iter().find(|name| *name == "country")?;
    let country = country(data.iter().copied())?;
    Some((country.value, country.text.as_str()))
}

impl Rows<'_> {
    /// One row; what stands for all the rest is no peer of the others.
    fn mark(&self, index: usize, datum: &Datum<'_>, row: &RowBox, is_rest: bool) -> Mark {
        let mut items = self.labels(datum, row, 0.0);
        let target = if let Some(bar) = self.bar(datum, row) {
            let [near, far] = bar.extent();
            let is_blade = datum.form == Form::Target && !datum.is_bound();
            items.extend(if is_blade {
                aim::blade(self.frame, far, row)
            } else {
                let ink = ink_of(&self.data, bar.is_below_zero());
                bar.items(if is_rest { Ink::Context } else { ink })
            });
            items.push(self.value_label(datum, row, &bar));
            self.target(index, row, if is_blade { far - 12.0 } else { near }, far)
        } else {
            let (from, to) = (self.place(0.0), self.absence_end());
            let (top, bottom) = (row.bar_top, row.bar_bottom);
            items.extend(absence(self.frame, datum, from, to, top, bottom));
            self.frame.span(from, to, top, bottom)
        };
        mark_of(index, target, items)
    }

    /// Where a pointer means a bar from one place to another.
    fn target(&self, index: usize, row: &RowBox, near: f64, far: f64) -> Rect {
        let far = far.max(near + 24.0).max(self.place(0.0) + 24.0);
        // Of two in one row the first lies a little higher, where arrows find it first.
        let [up, down] = match row.partner {
            Some(other) if other > index => [0.0, 4.0],
            Some(_) => [4.0, 0.0],
            None => [0.0; 2],
        };
        self.frame.span(near, far, row.bar_top + up, row.bar_bottom - down)
    }

    fn bar<'a>(&self, datum: &'a Datum<'a>, row: &RowBox) -> Option<Bar<'a>> {
        // Behind an aim the bar is thin, so that the blade stands out of it.
        let inset = if row.partner.is_some() { 4.0 } else { 0.0 };
        let edges = [row.bar_top + inset, row.bar_bottom - inset];
        Bar::new(self.frame, datum, &self.scale, [self.begin, self.end], edges)
    }

    fn value_label(&self, datum: &Datum<'_>, row: &RowBox, bar: &Bar<'_>) -> Item {
        let baseline = f64::midpoint(row.bar_top, row.bar_bottom) + 5.0;
        let (kind, text) = value_words(datum, row);
        let span = self.value_span(datum, row, bar);
        if span.end < self.frame.width {
            return self.frame.begin(kind, span.start, baseline, &text);
        }
        self.frame.end(kind, self.frame.width, baseline, &text)
    }

    /// From where to where a value is written: beyond its bar, or at the edge where there is no room.
    /// An aim in the same row is written after what was reached of it.
    fn value_span(&self, datum: &Datum<'_>, row: &RowBox, bar: &Bar<'_>) -> Range<f64> {
        let (kind, text) = value_words(datum, row);
        let width = kind.width(&text);
        let [near, mut far] = bar.extent();
        if bar.is_below_zero() {
            let to = (near - 8.0).max(width);
            return to - width..to;
        }
        if let Some(other) = row.partner.and_then(|place| self.data.get(place)) {
            let is_aim = datum.form == Form::Target;
            let end = self.place(other.value.unwrap_or_default());
            let [reached, aim] = if is_aim { [end, far] } else { [far, end] };
            let value = value_type().width(if is_aim { other.text() } else { datum.text() });
            // What was reached is written before the blade where it has room there.
            if aim - reached < value + 16.0 {
                far = reached.max(aim) + if is_aim { value + aim::GAP } else { 0.0 };
            }
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
            let words = self.value_span(datum, row, &bar);
            if words.end + 4.0 < at || at < words.start - 4.0 {
                let is_hidden = value * own > 0.0 && own.abs() > value.abs();
                let layer = if is_hidden { &mut drawing.overlay } else { &mut drawing.ground };
                layer.push(line(point(x, row.bar_top), point(x, row.bottom), dash));
            }
        }
    }
}

/// How the value of a datum is written at its bar.
fn value_words<'a>(datum: &'a Datum<'_>, row: &RowBox) -> (Type, Cow<'a, str>) {
    if datum.form == Form::Target && row.partner.is_some() {
        return (detail_type().halo(), Cow::Owned(aim::words(datum)));
    }
    (value_type(), Cow::Borrowed(datum.text()))
}

/// Colour 1 where a chart tells money or plans, 3 for counts and shares. Form tells the rows of a chart
/// apart, so one colour serves them all; what lies below zero has the other one beside its side.
fn ink_of(data: &[&Datum<'_>], is_below: bool) -> Ink {
    let tells_form = data.iter().any(|datum| !datum.form_word.is_empty());
    if tells_form == is_below { Ink::Category(3) } else { Ink::Category(1) }
}
