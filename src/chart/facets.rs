//! Small multiples: the same chart once for each value of a field, with the same scales.

use super::frame::{Drawing, Frame};
use super::mark::{bar, line};
use super::pen::{Type, moved, point};
use super::prepared::{Datum, Panel, Prepared};
use super::scene::{Ink, Item, Mark, Point, Px, Rect};
use super::view::{HAS_ALL, MarkKind, View};
use super::words::{put, words};
use crate::list::Gather;
use crate::text::metrics::wrap;
use crate::text::{Lang, plain_integer};

/// Most panels of one chart.
pub(super) const PANELS: usize = 12;
/// Most panels beside one another, the least width of one, and the room between two.
const MOST: usize = 4;
const LEAST: f64 = 240.0;
const GAP: f64 = 24.0;
const TITLE_LINE: f64 = 20.0;

/// The names of the panels in the order shown.
pub(super) fn panels<'d>(data: &'d [Datum<'_>]) -> Vec<&'d str> {
    let mut names: Vec<&str> = Vec::new();
    for datum in data {
        if !names.contains(&datum.facet.as_str()) {
            names.push(&datum.facet);
        }
    }
    names
}

/// How many panels there is no room for.
pub(super) fn panels_left(data: &[Datum<'_>], lang: Lang) -> Option<String> {
    let left = panels(data).len().checked_sub(PANELS).filter(|left| *left > 0)?;
    let left = plain_integer(i64::try_from(left).unwrap_or_default(), lang);
    Some(put(words(lang).more_panels, &[&left]))
}

/// Draws a chart, or a panel of it for each value of the field that the view names.
pub(super) fn facets(prepared: &Prepared<'_>, view: &View, frame: Frame) -> Drawing {
    let mut names = panels(&prepared.data);
    names.truncate(PANELS);
    let shown = prepared.data.iter().filter(|datum| names.contains(&datum.facet.as_str()));
    let shown: Vec<&Datum<'_>> = shown.gather();
    let whole = Panel {
        series: &prepared.series,
        data: &shown,
        whole: &shown,
        has_others: prepared.has_others,
        base_change: prepared.base_change.as_ref(),
        area: prepared.area,
    };
    if !HAS_ALL || names.len() < 2 {
        return draw(&whole, view, frame);
    }
    let columns = columns(frame.width, names.len());
    let width = ((frame.width - GAP * (columns as f64 - 1.0)) / columns as f64).floor();
    let small = Frame { width, ..frame };
    let mut all = Drawing::default();
    for (row, titles) in names.chunks(columns).enumerate() {
        let top = if row == 0 { 0.0 } else { all.height + GAP };
        let titles: Vec<(&str, Vec<String>)> =
            titles.iter().map(|name| (*name, title(name, small))).gather();
        let lines = titles.iter().map(|(_, lines)| lines.len()).max().unwrap_or_default();
        let plot = top + lines as f64 * TITLE_LINE + 4.0;
        for (column, (name, lines)) in titles.iter().enumerate() {
            let before = column as f64 * (width + GAP);
            for (number, line) in lines.iter().enumerate() {
                let baseline = top + 15.0 + TITLE_LINE * number as f64;
                all.ground.push(frame.begin(title_type(), before, baseline, line));
            }
            let left = if frame.is_rtl() { frame.width - before - width } else { before };
            let panel = panel(&whole, name, view, small);
            join(&mut all, panel, point(left, plot), row * columns + column);
        }
    }
    all
}

const fn title_type() -> Type {
    Type::new(14.0, Ink::Ink).bold()
}

fn title(name: &str, frame: Frame) -> Vec<String> {
    wrap(name, &title_type().style(), frame.width, 3)
}

/// As many columns as there is room for, and no more than make the rows even.
fn columns(width: f64, panels: usize) -> usize {
    let most = (((width + GAP) / (LEAST + GAP)) as usize).clamp(1, MOST);
    let rows = panels.div_ceil(most);
    panels.div_ceil(rows.max(1)).max(1)
}

fn draw(panel: &Panel<'_>, view: &View, frame: Frame) -> Drawing {
    match view.mark {
        MarkKind::Line | MarkKind::Area => line(panel, view, frame),
        _ => bar(panel, view, frame),
    }
}

/// One panel; its marks name the rows of the whole table.
fn panel(whole: &Panel<'_>, name: &str, view: &View, frame: Frame) -> Drawing {
    let own = whole.data.iter().enumerate().filter(|(_, datum)| datum.facet == name);
    let (mut data, mut rows) = (Vec::new(), Vec::new());
    for (row, datum) in own {
        data.push(*datum);
        rows.push(row);
    }
    let mut drawing = draw(&Panel { data: &data, has_others: false, ..*whole }, view, frame);
    for mark in &mut drawing.marks {
        mark.row = rows.get(mark.row).copied().unwrap_or(mark.row);
    }
    drawing
}

/// Puts a panel at its place.
fn join(all: &mut Drawing, panel: Drawing, at: Point, number: usize) {
    let place = |items: &[Item]| -> Vec<Item> { items.iter().map(|item| moved(item, at)).gather() };
    all.ground.extend(place(&panel.ground));
    all.overlay.extend(place(&panel.overlay));
    let marks = panel.marks.into_iter().map(|mark| {
        let (x, y) = (mark.target.x.0 + at.x.0, mark.target.y.0 + at.y.0);
        let target = Rect { x: Px(x), y: Px(y), ..mark.target };
        Mark { items: place(&mark.items), target, panel: number, ..mark }
    });
    all.marks.extend(marks);
    if all.legend.is_empty() {
        all.legend = panel.legend;
    }
    all.height = all.height.max(at.y.css() + panel.height);
}
