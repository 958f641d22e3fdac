//! Rows over Jalali time, each figure a cell in the colour of its class.

use super::classed::Classed;
use super::mark_of;
use crate::chart::frame::{Drawing, Frame};
use crate::chart::pen::{Type, block, point, rect};
use crate::chart::prepared::{Datum, Prepared};
use crate::chart::scale::TimeScale;
use crate::chart::scene::{Anchor, Fill, Geometry, Ink, Item, Rect};
use crate::chart::time_axis::{TimeAxis, time_axis};
use crate::chart::view::{Calendars, View};
use crate::text::metrics::wrap;

/// Widest part of the chart that names may take.
const NAME_SHARE: f64 = 0.4;
const GAP: f64 = 10.0;
/// Height of a row with a name of one line, and what each further line adds.
const ROW: f64 = 24.0;
const LINE: f64 = 16.0;
/// Rows up to this many have their names; more stand close, with the names of their groups.
const NAMED: usize = 60;
/// Height of a row that stands close.
const CLOSE: f64 = 6.0;
/// From this many rows on the axis stands above them too.
const LONG: usize = 16;

/// The figures of one row, by their numbers in the table.
struct Line<'a> {
    name: &'a str,
    group: &'a str,
    cells: Vec<(usize, &'a Datum<'a>)>,
    top: f64,
    bottom: f64,
}

struct Heat<'a> {
    frame: Frame,
    classed: Classed<'a>,
    time: TimeScale,
    left: f64,
    right: f64,
    is_close: bool,
    is_both: bool,
}

const fn name_type() -> Type {
    Type::new(13.0, Ink::Ink)
}

/// Draws the cells; time runs from left to right in both languages, names stand where reading starts.
pub(in crate::chart) fn heat<'a>(prepared: &'a Prepared<'a>, view: &View, frame: Frame) -> Drawing {
    let periods = prepared.data.iter().filter_map(|datum| datum.period.as_ref());
    let Some(time) = TimeScale::new(periods) else { return Drawing::default() };
    let mut lines = lines(&prepared.data);
    let is_close = lines.len() > NAMED;
    let told = |line: &Line<'a>| if is_close { line.group } else { line.name };
    let widest = lines.iter().map(|line| name_type().width(told(line))).fold(0.0, f64::max);
    let room = widest.min(frame.width * NAME_SHARE).ceil();
    let names = if room > 0.0 { room + GAP } else { 0.0 };
    let (left, right) =
        if frame.is_rtl() { (1.0, frame.width - names) } else { (names, frame.width - 1.0) };
    let heat = Heat {
        frame,
        classed: Classed::new(prepared, view, frame),
        time,
        left,
        right,
        is_close,
        is_both: view.encoding.calendars == Calendars::Both,
    };
    let mut drawing = Drawing::default();
    let mut next = if lines.len() >= LONG { heat.axis(&mut drawing, 0.0) + 4.0 } else { 2.0 };
    for line in &mut lines {
        let height = if is_close {
            CLOSE
        } else {
            ROW + LINE * heat.name_lines(line.name, room).saturating_sub(1) as f64
        };
        (line.top, line.bottom) = (next, next + height);
        next += height;
    }
    heat.names(&mut drawing, &lines, room);
    heat.cells(&mut drawing, &lines);
    drawing.height = heat.axis(&mut drawing, next + 2.0) + 4.0;
    heat.classed.explain(&mut drawing);
    drawing
}

/// Figures of one name and one group stand in one row, in the order in which rows are first met.
fn lines<'a>(data: &'a [Datum<'a>]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    for (row, datum) in data.iter().enumerate() {
        let key = (row_name(datum), datum.detail.as_str());
        let same = |line: &Line<'a>| (line.name, line.group) == key;
        // Most often it is the row before.
        let place = match lines.last() {
            Some(last) if same(last) => Some(lines.len() - 1),
            _ => lines.iter().position(same),
        };
        match place.and_then(|place| lines.get_mut(place)) {
            Some(line) => line.cells.push((row, datum)),
            None => lines.push(Line {
                name: key.0,
                group: key.1,
                cells: vec![(row, datum)],
                top: 0.0,
                bottom: 0.0,
            }),
        }
    }
    lines
}

fn row_name<'a>(datum: &'a Datum<'_>) -> &'a str {
    if datum.series.is_empty() { datum.label() } else { &datum.series }
}

impl Heat<'_> {
    fn axis(&self, drawing: &mut Drawing, top: f64) -> f64 {
        let axis = TimeAxis {
            frame: self.frame,
            scale: self.time,
            left: self.left,
            right: self.right,
            top,
            is_both: self.is_both,
        };
        time_axis(&axis, &mut drawing.ground)
    }

    fn name_lines(&self, name: &str, room: f64) -> usize {
        wrap(name, &name_type().style(), room, 3).len().max(1)
    }

    fn names(&self, drawing: &mut Drawing, lines: &[Line<'_>], room: f64) {
        if self.is_close {
            self.groups(drawing, lines);
            return;
        }
        for line in lines {
            let texts = wrap(line.name, &name_type().style(), room, 3);
            let middle = f64::midpoint(line.top, line.bottom);
            let first = middle + 4.5 - LINE / 2.0 * texts.len().saturating_sub(1) as f64;
            for (index, text) in texts.iter().enumerate() {
                let baseline = first + LINE * index as f64;
                drawing.ground.push(self.frame.begin(name_type(), 0.0, baseline, text));
            }
        }
    }

    /// The name of a group beside its rows, where they are as high as its letters.
    fn groups(&self, drawing: &mut Drawing, lines: &[Line<'_>]) {
        for group in lines.chunk_by(|one, next| one.group == next.group) {
            let [first, .., last] = group else { continue };
            if last.bottom - first.top >= LINE && !first.group.is_empty() {
                let baseline = f64::midpoint(first.top, last.bottom) + 4.5;
                drawing.ground.push(self.frame.begin(name_type(), 0.0, baseline, first.group));
            }
        }
    }

    fn area(&self, line: &Line<'_>, datum: &Datum<'_>) -> Option<Rect> {
        let (from, to) = self.time.interval(datum.period.as_ref()?, self.left, self.right);
        let gap = if self.is_close || to - from < 8.0 { 0.0 } else { 1.0 };
        Some(rect(from + gap, line.top + gap, to - gap, line.bottom - gap))
    }

    fn cells(&self, drawing: &mut Drawing, lines: &[Line<'_>]) {
        let mut batches: Vec<(Fill, Vec<Rect>)> = Vec::new();
        for line in lines {
            for (row, datum) in &line.cells {
                let Some(area) = self.area(line, datum) else { continue };
                let (fill, edge, ink) = self.classed.look(datum);
                let is_small = area.width.css() < 12.0 || area.height.css() < 12.0;
                let items = if is_small {
                    batch(&mut batches, small(fill), area);
                    Vec::new()
                } else {
                    let mut items = vec![block(area, fill, edge)];
                    items.extend(self.value(datum, area, ink));
                    items
                };
                drawing.marks.push(mark_of(*row, area, items));
            }
        }
        for (fill, areas) in batches {
            let geometry = Geometry::Rects(areas);
            drawing.ground.push(Item::Shape { geometry, fill, stroke: None });
        }
    }

    /// The value where it fits at 12 px.
    fn value(&self, datum: &Datum<'_>, area: Rect, ink: Ink) -> Option<Item> {
        let kind = Type::new(12.0, ink);
        let (width, height) = (area.width.css(), area.height.css());
        datum.value?;
        if height < 16.0 || kind.width(datum.text()) > width - 4.0 {
            return None;
        }
        let x = area.x.css() + width / 2.0;
        let at = point(x, area.y.css() + height / 2.0 + 4.5);
        let direction = self.frame.text_direction(datum.text());
        Some(Item::Label(kind.at(at, Anchor::Middle, datum.text(), direction)))
    }
}

/// What can still be told apart on a few pixels: classes by colour; what is not known stays empty, and what is
/// withheld or reaches over classes is grey.
const fn small(fill: Fill) -> Fill {
    match fill {
        Fill::CrossHatch(_) | Fill::Solid(Ink::Paper) => Fill::Solid(Ink::Context),
        fill => fill,
    }
}

fn batch(batches: &mut Vec<(Fill, Vec<Rect>)>, fill: Fill, area: Rect) {
    if fill == Fill::None {
        return;
    }
    match batches.iter_mut().find(|(own, _)| *own == fill) {
        Some((_, areas)) => areas.push(area),
        None => batches.push((fill, vec![area])),
    }
}
