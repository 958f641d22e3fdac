//! Reports over Jalali time: from the order to its last day, and the day on which each came in.
//!
//! One group of rows for each order, under its name and with its own last day. In time, late and not in differ in
//! shape before they differ in colour.

use super::classed::entry;
use super::{diamond, mark_of};
use crate::calendar::{Day, Period, PeriodKind};
use crate::chart::columns::name_type;
use crate::chart::course::{Course, State};
use crate::chart::frame::{Drawing, Frame};
use crate::chart::pen::{Type, block, line, point, px, rect, stroke};
use crate::chart::prepared::{Datum, Prepared};
use crate::chart::scale::TimeScale;
use crate::chart::scene::{Anchor, Dash, Fill, Geometry, Ink, Item, LegendEntry, Side, Stroke};
use crate::chart::time_axis::{TimeAxis, time_axis};
use crate::chart::view::{Calendars, View};
use crate::chart::words::{put, words};
use crate::list::{Gather, in_order};
use crate::text::metrics::wrap;

/// Widest part of the chart that names may take.
const NAME_SHARE: f64 = 0.4;
const GAP: f64 = 10.0;
/// Least height of a row, and of a line of its name.
const ROW: f64 = 32.0;
const LINE: f64 = 17.0;
/// Half of the height of what a pointer means.
const HIGH: f64 = 14.0;
/// Height of a line of the name of a group, and the room before the next group.
const HEAD: f64 = 22.0;
const BETWEEN: f64 = 14.0;
/// Half of the height of the bar from the order to the last day, and of what lies beyond it.
const HALF: f64 = 4.0;
/// From a mark to its words.
const SPACE: f64 = 10.0;
/// What came in late, or not at all.
const LATE: Ink = Ink::Category(4);
const IN_TIME: Ink = Ink::Category(1);
/// The time that an order gives: quiet also where colours are forced, beside what is late.
const GIVEN: Fill = Fill::Tint(Ink::Ink2);
/// Parts and gaps in which it goes on where it has no end.
const PART: f64 = 6.0;

const fn said_type() -> Type {
    Type::new(13.0, Ink::Ink2).halo()
}

struct Timeline<'a> {
    frame: Frame,
    time: TimeScale,
    left: f64,
    right: f64,
    /// Room beside the plot for names; none where they stand above.
    room: f64,
    rows: Vec<(usize, &'a Datum<'a>, &'a Course)>,
}

/// Draws a timeline of deadlines; time runs from left to right in both languages.
pub(in crate::chart) fn timeline(prepared: &Prepared<'_>, view: &View, frame: Frame) -> Drawing {
    let rows = rows(&prepared.data);
    let Some(time) = time_of(&rows) else { return Drawing::default() };
    let names = rows.iter().map(|(_, datum, _)| name_type().width(datum.label()));
    let room = names.fold(0.0, f64::max).min(frame.width * NAME_SHARE).ceil() + GAP;
    let room = if frame.compact() { 0.0 } else { room };
    // After the latest mark there is room for what is said of it.
    let words = rows.iter().map(|(.., course)| said_type().width(&course.words));
    let tail = SPACE + words.fold(0.0, f64::max);
    let (left, right) =
        if frame.is_rtl() { (1.0, frame.width - room) } else { (room, frame.width) };
    let right = right - tail;
    let timeline = Timeline { frame, time, left, right, room, rows };
    let mut drawing = Drawing::default();
    let foot = timeline.groups(&mut drawing);
    let axis = TimeAxis {
        frame,
        scale: time,
        left,
        right,
        top: foot,
        is_both: view.encoding.calendars == Calendars::Both,
    };
    drawing.height = time_axis(&axis, &mut drawing.ground) + 4.0;
    timeline.month_lines(&mut drawing, foot);
    drawing.legend = timeline.key();
    drawing
}

/// Those of one order together, that with the earliest last day first and one without a date last.
fn rows<'a>(data: &'a [Datum<'a>]) -> Vec<(usize, &'a Datum<'a>, &'a Course)> {
    let told = data.iter().enumerate();
    let told = told.filter_map(|(row, datum)| Some((row, datum, datum.course.as_ref()?))).gather();
    let key = |course: &'a Course| (course.due.is_none(), course.due, course.issued, &course.name);
    in_order(told, |(.., one), (.., other)| key(one).cmp(&key(other)))
}

/// Whole months around all days.
fn time_of(rows: &[(usize, &Datum<'_>, &Course)]) -> Option<TimeScale> {
    let days = rows.iter().flat_map(|(.., course)| {
        [Some(course.issued), course.due, course.told].into_iter().flatten()
    });
    let month = |day: Day| Period::day(day)?.enclosing(PeriodKind::Month);
    let months: Vec<Period> = days.filter_map(month).gather();
    TimeScale::new(months.iter())
}

impl Timeline<'_> {
    /// The end of a day: a report that comes in on the last day is in time.
    fn end_of(&self, day: Day) -> f64 {
        self.time.place(day.plus(1), self.left, self.right)
    }

    fn middle_of(&self, day: Day) -> f64 {
        f64::midpoint(self.time.place(day, self.left, self.right), self.end_of(day))
    }

    /// Draws all groups and gives the height where the last one ends.
    fn groups(&self, drawing: &mut Drawing) -> f64 {
        let mut next = 2.0;
        let same = |one: &(usize, &Datum<'_>, &Course), other: &(usize, &Datum<'_>, &Course)| {
            (&one.2.name, one.2.due, one.2.issued) == (&other.2.name, other.2.due, other.2.issued)
        };
        for group in self.rows.chunk_by(same) {
            let Some((.., first)) = group.first() else { continue };
            next = self.head(drawing, first, next);
            for (row, datum, course) in group {
                next = self.row(drawing, *row, datum, course, next);
            }
            next += BETWEEN;
        }
        next - BETWEEN + 4.0
    }

    /// Room for a name: beside the plot, or above its mark.
    fn name_room(&self) -> f64 {
        if self.frame.compact() { self.frame.width } else { self.room - GAP }
    }

    /// What was asked for, and its last day.
    fn head(&self, drawing: &mut Drawing, course: &Course, top: f64) -> f64 {
        let words = words(self.frame.lang);
        let [due, _] = &course.dates;
        let due = match course.due {
            Some(_) => put(words.due_on, &[due]),
            None => words.no_due.to_owned(),
        };
        let name = Type::new(14.0, Ink::Ink).bold().halo();
        let mut next = top;
        for text in wrap(&course.name, &name.style(), self.frame.width, 3) {
            drawing.ground.push(self.frame.begin(name, 0.0, next + 16.0, &text));
            next += HEAD;
        }
        drawing.ground.push(self.frame.begin(said_type(), 0.0, next + 14.0, &due));
        next + HEAD
    }

    /// Draws one report and gives the height where its row ends.
    fn row(
        &self,
        drawing: &mut Drawing,
        row: usize,
        datum: &Datum<'_>,
        course: &Course,
        top: f64,
    ) -> f64 {
        let names = wrap(datum.label(), &name_type().style(), self.name_room(), 3);
        let lines = LINE * names.len() as f64;
        let is_above = self.frame.compact();
        let above = if is_above { lines + 4.0 } else { 0.0 };
        let height = if is_above { ROW } else { ROW.max(lines + 14.0) };
        let middle = top + above + height / 2.0;
        let mut baseline = if is_above { top + 15.0 } else { middle + 15.0 - (lines + 4.0) / 2.0 };
        for name in &names {
            drawing.ground.push(self.frame.begin(name_type().halo(), 0.0, baseline, name));
            baseline += LINE;
        }
        let until = course.due.map_or(self.right, |due| self.end_of(due));
        let from = self.time.place(course.issued, self.left, self.right);
        let mut items = vec![given(from, until, middle, course.due.is_none())];
        let end = self.beyond(&mut items, course, until, middle);
        let [begin, end] = [from.min(end), until.max(end)];
        items.push(self.said(course, end, middle));
        if course.due.is_some() {
            // From row to row it is one line, but for names above marks, which it must not strike out.
            let [top, foot] = [middle - height / 2.0, middle + height / 2.0];
            let due = stroke(Ink::Ink, 1.5, Dash::Reference);
            drawing.ground.push(line(point(until, top), point(until, foot), due));
        }
        let target = rect(begin - 2.0, middle - HIGH, end + 2.0, middle + HIGH);
        drawing.marks.push(mark_of(row, target, items));
        top + above + height
    }

    /// What lies at the day that is told, and between it and the last day; gives its furthest place.
    fn beyond(&self, items: &mut Vec<Item>, course: &Course, until: f64, middle: f64) -> f64 {
        let Some(told) = course.told else { return until };
        let at = self.middle_of(told);
        match course.state {
            State::InTime => items.push(dot(at, middle, Fill::Solid(IN_TIME), None)),
            State::Late => {
                let bar = rect(until, middle - HALF, at, middle + HALF);
                items.push(block(bar, Fill::Tint(LATE), Some(stroke(LATE, 1.0, Dash::Solid))));
                let geometry = diamond(point(at, middle), px(7.5));
                items.push(Item::Shape { geometry, fill: Fill::Solid(LATE), stroke: None });
            }
            State::Over => {
                let bar = rect(until, middle - HALF, self.end_of(told), middle + HALF);
                items.push(block(bar, Fill::Fade(LATE, Side::Right), None));
            }
            State::Left => {
                items.push(dot(at, middle, Fill::Solid(Ink::Paper), Some(waiting())));
            }
            State::Unknown => {}
        }
        at
    }

    /// How it stands, after its mark and the time that was given.
    fn said(&self, course: &Course, end: f64, middle: f64) -> Item {
        let kind = said_type();
        let at = point(end + SPACE, middle + 4.5);
        let direction = self.frame.text_direction(&course.words);
        Item::Label(kind.at(at, Anchor::Left, &course.words, direction))
    }

    /// A quiet line at the beginning of each month.
    fn month_lines(&self, drawing: &mut Drawing, foot: f64) {
        let [begin, _] = self.time.ends();
        let mut lines = Vec::new();
        for [day, _] in self.time.ticks(crate::calendar::Step::Month) {
            if day > begin {
                let x = self.time.place(day, self.left, self.right);
                let grid = stroke(Ink::Grid, 1.0, Dash::Solid);
                lines.push(line(point(x, 0.0), point(x, foot), grid));
            }
        }
        lines.append(&mut drawing.ground);
        drawing.ground = lines;
    }

    /// What each mark means, of those that there are.
    fn key(&self) -> Vec<LegendEntry> {
        let words = words(self.frame.lang);
        let has = |state| self.rows.iter().any(|(.., course)| course.state == state);
        let shape = |geometry, fill| Item::Shape { geometry, fill, stroke: None };
        let mut key = vec![entry(GIVEN, None, words.allowed)];
        let mut add = |is: bool, item: Item, text: &str| {
            if is {
                key.push(LegendEntry { swatch: vec![item], text: text.to_owned() });
            }
        };
        let due = stroke(Ink::Ink, 1.5, Dash::Reference);
        let is_due = self.rows.iter().any(|(.., course)| course.due.is_some());
        add(is_due, line(point(9.0, 0.0), point(9.0, 12.0), due), words.due_head);
        add(has(State::InTime), dot(9.0, 6.0, Fill::Solid(IN_TIME), None), words.in_time);
        let late = diamond(point(9.0, 6.0), px(6.0));
        add(has(State::Late), shape(late, Fill::Solid(LATE)), words.came_late);
        let over = block(rect(1.0, 2.0, 17.0, 10.0), Fill::Fade(LATE, Side::Right), None);
        add(has(State::Over), over, words.not_in);
        add(
            has(State::Left),
            dot(9.0, 6.0, Fill::Solid(Ink::Paper), Some(waiting())),
            words.not_in_yet,
        );
        key
    }
}

/// The edge of what may still come in.
fn waiting() -> Stroke {
    stroke(Ink::Axis, 2.0, Dash::Slot)
}

/// The time that an order gives; without a last day it goes on in parts.
fn given(from: f64, until: f64, middle: f64, is_open: bool) -> Item {
    let part = |from, to| rect(from, middle - HALF, to, middle + HALF);
    if !is_open {
        return block(part(from, until), GIVEN, None);
    }
    let gap = PART.min((until - from) / 8.0);
    let (mut parts, mut last) = (Vec::new(), until);
    for _ in 0..3 {
        parts.push(part(last - gap, last));
        last -= 2.0 * gap;
    }
    parts.push(part(from, last));
    Item::Shape { geometry: Geometry::Rects(parts), fill: GIVEN, stroke: None }
}

fn dot(x: f64, y: f64, fill: Fill, edge: Option<Stroke>) -> Item {
    Item::Shape { geometry: Geometry::Circle(point(x, y), px(6.0)), fill, stroke: edge }
}
