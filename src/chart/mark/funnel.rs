//! The stages of money: a bar for each, with its share of the stage before and of the first above it.

use super::bar::value_type;
use super::mark_of;
use super::rows::{RowBox, Rows};
use crate::chart::bar_form::Bar;
use crate::chart::columns::{Columns, detail_type};
use crate::chart::frame::{Drawing, Frame};
use crate::chart::prepared::{Datum, Prepared, ends};
use crate::chart::scale::ValueScale;
use crate::chart::scene::{Ink, Mark};
use crate::chart::style::absence;
use crate::list::Gather;
use crate::text::metrics::wrap;

/// From one line of shares to the next.
const LINE: f64 = 18.0;
/// From the zero line to the words above a bar.
const INSET: f64 = 8.0;

/// Draws a funnel.
pub(in crate::chart) fn funnel(prepared: &Prepared<'_>, frame: Frame) -> Drawing {
    let data: Vec<&Datum<'_>> = prepared.data.iter().gather();
    let columns = Columns::new(frame, &data);
    let texts = data.iter().filter(|datum| datum.value.is_some());
    let room = texts.map(|datum| value_type().width(datum.text())).fold(0.0, f64::max);
    let rows = Rows {
        frame,
        begin: if frame.compact() { 2.0 } else { columns.plot },
        end: frame.width - room - 14.0 - crate::chart::reach::ARROW,
        columns,
        scale: ValueScale::new(&ends(&prepared.data.iter().gather())),
        data,
    };
    let most = rows.data.iter().map(|datum| shares(&rows, datum).len()).max().unwrap_or_default();
    let over = LINE * most as f64;
    let boxes = rows.boxes(4.0, over);
    let foot = boxes.last().map_or(4.0, |row| row.bottom);
    let mut drawing = Drawing { height: foot + 6.0, ..Drawing::default() };
    for (index, (datum, row)) in prepared.data.iter().zip(&boxes).enumerate() {
        drawing.marks.push(mark(&rows, index, datum, row, over));
    }
    // In pieces: words stand between the bars.
    for row in &boxes {
        rows.zero_line(&mut drawing, [row.bar_top - 2.0, row.bar_bottom + 2.0], &[]);
    }
    drawing
}

/// The lines above a bar.
fn shares(rows: &Rows<'_>, datum: &Datum<'_>) -> Vec<String> {
    let room = rows.frame.width - rows.begin - INSET;
    wrap(&datum.comparison, &detail_type().style(), room, 4)
}

fn mark(rows: &Rows<'_>, index: usize, datum: &Datum<'_>, row: &RowBox, over: f64) -> Mark {
    let frame = rows.frame;
    let mut items = rows.labels(datum, row, over);
    let lines = shares(rows, datum);
    let mut baseline = row.bar_top - 6.0 - LINE * lines.len().saturating_sub(1) as f64;
    for text in lines.iter().filter(|text| !text.is_empty()) {
        items.push(frame.begin(detail_type(), rows.begin + INSET, baseline, text));
        baseline += LINE;
    }
    let (top, bottom) = (row.bar_top, row.bar_bottom);
    let bar = Bar::new(frame, datum, &rows.scale, [rows.begin, rows.end], [top, bottom]);
    let Some(bar) = bar else {
        let (from, to) = (rows.place(0.0), rows.absence_end());
        items.extend(absence(frame, datum, from, to, top, bottom));
        return mark_of(index, frame.span(from, to, top, bottom), items);
    };
    items.extend(bar.items(Ink::Category(1)));
    let [near, far] = bar.extent();
    let from = (far + 8.0).min(frame.width - value_type().width(datum.text()));
    items.push(frame.begin(value_type(), from, f64::midpoint(top, bottom) + 5.0, datum.text()));
    mark_of(index, frame.span(near, far.max(near + 24.0), top, bottom), items)
}
