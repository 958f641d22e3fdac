//! Values over true Jalali time: a line joins only periods that meet, of one length and one kind.

mod area;
mod names;
mod value;

use super::line_label::{Box, Places};
use super::strip::Strips;
use super::{diamond, mark_of, marked, nearness};
use crate::calendar::PeriodKind;
use crate::chart::frame::{Drawing, Frame, tick_type};
use crate::chart::pen::{Type, block, line as stroke_line, point, px, rect, stroke};
use crate::chart::prepared::{Area, Break, Datum, Form, Panel, ends};
use crate::chart::reach::{Axis, Reach, band};
use crate::chart::scale::{TimeScale, ValueScale};
use crate::chart::scene::{Anchor, Dash, Fill, Geometry, Ink, Item, Mark, Point};
use crate::chart::style::series_ink;
use crate::chart::time_axis::{TimeAxis, calendar_room, time_axis};
use crate::chart::view::{Calendars, MarkKind, View};
use crate::list::{Gather, in_order};
use crate::model::Missing;
use area::{stacked, tops};
use names::{LINE, Named, end_type, named};

const TOP: f64 = 34.0;
/// Room that a marker needs.
const MARKER: f64 = 7.0;
/// Points up to this many say their value beside them.
const LABELLED: usize = 8;

/// Half the width of a band.
const HALF: f64 = 5.0;

const fn base_type() -> Type {
    Type::new(12.0, Ink::Ink2).halo()
}

/// What stands below a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    Nothing,
    /// A tint down to zero, and bands between bounds.
    Zero,
    /// The lines of the series before it, on which it stands.
    Parts,
}

struct Chart<'a> {
    frame: Frame,
    time: TimeScale,
    values: ValueScale,
    left: f64,
    right: f64,
    bottom: f64,
    series: Vec<Named>,
    panel: Panel<'a>,
    below: Below,
    is_both: bool,
}

/// Draws lines and points over time; time runs from left to right in both languages. All panels of a
/// chart have their scales and series in common.
pub(in crate::chart) fn line(panel: &Panel<'_>, view: &View, frame: Frame) -> Drawing {
    let whole = panel.whole;
    let periods = whole.iter().filter_map(|datum| datum.period.as_ref());
    let Some(time) = TimeScale::new(periods) else { return Drawing::default() };
    let below = match (view.mark, panel.area) {
        (MarkKind::Area, Area::Stacked) => Below::Parts,
        (MarkKind::Area, Area::Filled) => Below::Zero,
        _ => Below::Nothing,
    };
    let series = named(panel.series, frame);
    let widest = series.iter().flat_map(|one| &one.lines).map(|line| end_type().width(line));
    let named = widest.fold(0.0, f64::max);
    // The later of two bases is named beside the line that parts them, however late it comes.
    let base = panel.base_change.map_or(0.0, |change| base_type().width(&change.after));
    let beyond = f64::max(named, base) + 14.0;
    let values = match below {
        Below::Parts => ValueScale::new(&tops(whole, &series)),
        _ => ValueScale::new(&ends(whole)),
    };
    let labels = tick_type();
    let ticks = values.ticks().iter();
    let left = ticks.map(|tick| labels.width(&frame.number(tick))).fold(0.0, f64::max) + 10.0;
    let is_both = view.encoding.calendars == Calendars::Both;
    let names: usize = series.iter().map(|one| one.lines.len()).sum();
    let plot = if frame.compact() { 190.0 } else { 240.0 };
    let chart = Chart {
        frame,
        time,
        values,
        left: if is_both { left.max(calendar_room(frame)) } else { left },
        right: frame.width - beyond,
        bottom: TOP + f64::max(plot, names as f64 * LINE),
        series,
        panel: *panel,
        below,
        is_both,
    };
    chart.draw()
}

impl Chart<'_> {
    fn draw(&self) -> Drawing {
        let mut drawing = Drawing::default();
        self.value_axis(&mut drawing);
        let axis = TimeAxis {
            frame: self.frame,
            scale: self.time,
            left: self.left,
            right: self.right,
            top: self.bottom,
            is_both: self.is_both,
        };
        let foot = time_axis(&axis, &mut drawing.ground);
        self.base_change(&mut drawing);
        let data = self.panel.data;
        let mut marks = Vec::new();
        let is_bounded = data.iter().any(|datum| datum.is_bound());
        if is_bounded || self.series.len() > 1 {
            for datum in data {
                marks.extend(self.mark_box(datum));
            }
        }
        let mut places = Places::new(marks, !is_bounded);
        for index in 0..self.series.len() {
            self.one_series(&mut drawing, index, &mut places);
        }
        self.names_at_end(&mut drawing);
        drawing.height = self.strips(&mut drawing, foot + 8.0) + 6.0;
        drawing
    }

    fn strips(&self, drawing: &mut Drawing, top: f64) -> f64 {
        let strips = Strips { time: &self.time, left: self.left, right: self.right };
        let mut next = top;
        for (index, series) in self.series.iter().enumerate() {
            let ink = series_ink(index, self.series.len());
            next = strips.draw(drawing, next, &self.of_series(&series.name), ink);
        }
        next
    }

    fn y(&self, value: f64) -> f64 {
        self.values.place(value, self.bottom, TOP)
    }

    fn value_axis(&self, drawing: &mut Drawing) {
        for tick in self.values.ticks() {
            let y = self.y(tick.to_f64());
            let (ink, width) = if tick.is_zero() { (Ink::Ink, 2.0) } else { (Ink::Grid, 1.0) };
            let rule = stroke(ink, width, Dash::Solid);
            drawing.ground.push(stroke_line(point(self.left, y), point(self.right, y), rule));
            let text = self.frame.number(tick);
            let kind = tick_type();
            let direction = self.frame.text_direction(&text);
            let label = kind.at(point(self.left - 8.0, y + 4.5), Anchor::Right, &text, direction);
            drawing.ground.push(Item::Label(label));
        }
    }

    /// A change of method: a dashed line with both bases named.
    fn base_change(&self, drawing: &mut Drawing) {
        let Some(change) = self.panel.base_change else { return };
        let Some(start) = change.at.start() else { return };
        let x = self.time.place(start, self.left, self.right);
        if x <= self.left || x >= self.right {
            return;
        }
        let dash = stroke(Ink::Ink, 1.5, Dash::Reference);
        drawing.ground.push(stroke_line(point(x, TOP - 22.0), point(x, self.bottom), dash));
        let mut put = |anchor, at: f64, text: &str| {
            let direction = self.frame.text_direction(text);
            let label = base_type().at(point(at, TOP - 14.0), anchor, text, direction);
            drawing.overlay.push(Item::Label(label));
        };
        if base_type().width(&change.before) <= x - 8.0 {
            put(Anchor::Right, x - 6.0, &change.before);
        }
        put(Anchor::Left, x + 6.0, &change.after);
    }

    fn of_series(&self, name: &str) -> Vec<(usize, &Datum<'_>)> {
        let data: Vec<(usize, &Datum<'_>)> = self
            .panel
            .data
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, datum)| datum.series == name && datum.period.is_some())
            .gather();
        in_order(data, |(_, one), (_, other)| one.period.cmp(&other.period))
    }

    fn one_series(&self, drawing: &mut Drawing, index: usize, places: &mut Places) {
        let Some(Named { name, .. }) = self.series.get(index) else { return };
        let ink = series_ink(index, self.series.len());
        let data = self.of_series(name);
        self.ground(drawing, &data, ink);
        for pair in data.windows(2) {
            let [(_, one), (_, next)] = pair else { continue };
            if joins(one, next, self.panel.base_change) {
                let dash = if next.form == Form::Planned { Dash::Planned } else { Dash::Solid };
                let ends = (self.centre(one), self.centre(next));
                if let (Some(from), Some(to)) = ends {
                    drawing.ground.push(stroke_line(from, to, stroke(ink, 2.5, dash)));
                }
            }
        }
        let labelled = data.len() <= LABELLED && self.below != Below::Parts;
        places.begin();
        let first = drawing.marks.len();
        for (place, (row, datum)) in data.iter().enumerate() {
            let mut mark = self.mark(*row, datum, ink, index);
            if self.is_within(&data, place) {
                mark.items.clear();
            }
            drawing.marks.push(mark);
        }
        // A bound says itself in words however many points there are, and takes its place first.
        for bound in [true, false] {
            let marks = drawing.marks.iter_mut().skip(first);
            for (place, ((_, datum), mark)) in data.iter().zip(marks).enumerate() {
                if datum.is_bound() == bound && (labelled || bound) {
                    mark.items.extend(self.label(datum, self.climbs(&data, place), places));
                }
            }
        }
    }

    /// Whether a point is only one of many on a line: with less room than a marker needs, those
    /// that a line joins on both sides have none.
    fn is_within(&self, data: &[(usize, &Datum<'_>)], place: usize) -> bool {
        let Some(around) = place.checked_sub(1).and_then(|from| data.get(from..place + 2)) else {
            return false;
        };
        let [(_, before), (_, datum), (_, after)] = around else { return false };
        let change = self.panel.base_change;
        self.is_dense(datum) && joins(before, datum, change) && joins(datum, after, change)
    }

    fn is_dense(&self, datum: &Datum<'_>) -> bool {
        let interval = |one| self.time.interval(one, self.left, self.right);
        let (from, to) = datum.period.as_ref().map_or((0.0, MARKER), interval);
        to - from < MARKER
    }

    fn centre(&self, datum: &Datum<'_>) -> Option<Point> {
        let (from, to) = self.time.interval(datum.period.as_ref()?, self.left, self.right);
        let value = match self.below {
            Below::Parts => stacked(self.panel.data, datum, &self.series)?[1],
            _ => datum.value?,
        };
        Some(point(f64::midpoint(from, to), self.y(value)))
    }

    /// How far a bound reaches; nothing for one value.
    fn reach(&self, datum: &Datum<'_>) -> Option<Reach> {
        let span = datum.span.as_ref().filter(|_| datum.is_bound())?;
        Some(Reach::new(span, &self.values, [self.bottom, TOP], 10.0))
    }

    /// What no label may cover: a band with its caps, a point as long as its period.
    fn mark_box(&self, datum: &Datum<'_>) -> Option<Box> {
        let centre = self.centre(datum)?;
        let (x, y) = (centre.x.css(), centre.y.css());
        if let Some(reach) = self.reach(datum) {
            let half = HALF + 4.0;
            return Some([x - half, reach.high, x + half, reach.low]);
        }
        let (from, to) = self.time.interval(datum.period.as_ref()?, self.left, self.right);
        Some([from.min(x - 6.0), y - 6.0, to.max(x + 6.0), y + 6.0])
    }

    fn mark(&self, row: usize, datum: &Datum<'_>, ink: Ink, series: usize) -> Mark {
        let interval =
            datum.period.as_ref().map(|one| self.time.interval(one, self.left, self.right));
        let (from, to) = interval.unwrap_or((self.left, self.right));
        let middle = f64::midpoint(from, to);
        let half = ((to - from) / 2.0).max(if self.is_dense(datum) { 0.5 } else { 6.0 });
        let Some(centre) = self.centre(datum) else {
            let items = self.gap(datum, from, to);
            let target = rect(middle - half, self.bottom - 22.0, middle + half, self.bottom);
            return Mark { series, ..mark_of(row, target, items) };
        };
        let y = centre.y.css();
        let mut items = Vec::new();
        let long = datum.period.is_some_and(|period| period.kind() != PeriodKind::Month);
        let (mut top, mut foot) = (y - 12.0, y + 12.0);
        if let Some(reach) = self.reach(datum) {
            items.extend(band(datum.form, reach, Axis::Upright(middle), HALF, ink));
            (top, foot) = (top.min(reach.high), foot.max(reach.low));
        } else {
            if long && to - from > 10.0 {
                // A season or a year is as long as it lasted.
                let bar = rect(from + 0.5, y - 2.0, to - 0.5, y + 2.0);
                items.push(block(bar, Fill::Solid(ink), None));
            }
            items.extend(nearness(datum, point(middle, y), ink));
            items.push(marker(middle, y, ink, series, datum.form));
        }
        let target = rect(middle - half, top, middle + half, foot);
        Mark { series, ..mark_of(row, target, items) }
    }

    /// What was not reported stands as an empty slot on the base line.
    fn gap(&self, datum: &Datum<'_>, from: f64, to: f64) -> Vec<Item> {
        let area = rect(from + 1.0, self.bottom - 20.0, to - 1.0, self.bottom - 2.0);
        let fill = if datum.missing == Some(Missing::Withheld) {
            Fill::CrossHatch(Ink::Axis)
        } else {
            Fill::None
        };
        vec![block(area, fill, Some(stroke(Ink::Axis, 1.5, Dash::Slot)))]
    }
}

/// Whether a line may go from one figure to the next.
fn joins(one: &Datum<'_>, next: &Datum<'_>, change: Option<&Break>) -> bool {
    meets(one, next, change) && !one.is_bound() && !next.is_bound()
}

/// Whether two figures are of periods that meet, of one length, one base and one form.
fn meets(one: &Datum<'_>, next: &Datum<'_>, change: Option<&Break>) -> bool {
    let (Some(first), Some(second)) = (&one.period, &next.period) else { return false };
    let apart = |change: &Break| *first < change.at && *second >= change.at;
    if change.is_some_and(apart) {
        return false;
    }
    // Spans are of one kind however long they are.
    let is_as_long = || first.kind() != PeriodKind::Span || first.days() == second.days();
    first.kind() == second.kind()
        && is_as_long()
        && first.is_adjacent_to(second)
        && one.value.is_some()
        && next.value.is_some()
        && one.form == next.form
}

/// One marker a series; hollow for what is planned.
fn marker(x: f64, y: f64, ink: Ink, series: usize, form: Form) -> Item {
    let size = 4.5;
    let geometry = match series % 4 {
        0 => Geometry::Circle(point(x, y), px(size)),
        1 => diamond(point(x, y), px(6.0)),
        2 => Geometry::Rect(rect(x - size, y - size, x + size, y + size), px(1.0)),
        _ => Geometry::Polygon(vec![
            point(x, y - 5.5),
            point(x + 5.5, y + 4.0),
            point(x - 5.5, y + 4.0),
        ]),
    };
    marked(geometry, ink, form)
}
