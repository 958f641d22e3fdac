//! Two periods side by side, and a line for each series from one to the other.

mod ends;

use super::apart::apart;
use super::{mark_of, marked, nearness};
use crate::calendar::Period;
use crate::chart::frame::{Drawing, Frame};
use crate::chart::pen::{block, line, point, px, rect, stroke};
use crate::chart::prepared::{Break, Datum, Prepared, ends};
use crate::chart::reach::{Axis, Reach, band};
use crate::chart::scale::ValueScale;
use crate::chart::scene::{Dash, Fill, Geometry, Ink, Mark, Point};
use crate::chart::view::{MarkKind, View};
use crate::chart::words::{put, words};
use crate::list::{Gather, in_order};
use crate::text::{Lang, plain_integer};
use ends::{End, GAP, period_names};
use std::cmp::Ordering;

/// Least height of the plot.
const PLOT: f64 = 240.0;
/// Room below the plot for what was not reported.
const ABSENT: f64 = 26.0;
/// Half the width of a band.
const HALF: f64 = 5.0;

/// A figure with its row in the table.
type Place<'a> = (usize, &'a Datum<'a>);

/// A series at both periods.
struct Series<'a> {
    ends: [Option<Place<'a>>; 2],
}

struct Chart<'a> {
    frame: Frame,
    scale: ValueScale,
    prepared: &'a Prepared<'a>,
    periods: [Period; 2],
    /// Where the two axes stand.
    at: [f64; 2],
    top: f64,
    bottom: f64,
}

/// The first and the last period of figures that have both ends; nothing where they are one.
fn periods(data: &[Datum<'_>]) -> Option<[Period; 2]> {
    let all = || data.iter().filter_map(|datum| datum.period);
    let ends = [all().min()?, all().max()?];
    (ends[0] != ends[1]).then_some(ends)
}

/// How many periods between the two are only in the table.
pub(in crate::chart) fn between_slopes(
    view: &View,
    data: &[Datum<'_>],
    lang: Lang,
) -> Option<String> {
    let ends = periods(data).filter(|_| view.mark == MarkKind::Slope)?;
    let mut between: Vec<Period> = Vec::new();
    for period in data.iter().filter_map(|datum| datum.period) {
        if !ends.contains(&period) && !between.contains(&period) {
            between.push(period);
        }
    }
    let count = plain_integer(i64::try_from(between.len()).unwrap_or_default(), lang);
    (!between.is_empty()).then(|| put(words(lang).between_slopes, &[&count]))
}

/// Draws a slope chart; time runs from left to right in both languages.
pub(in crate::chart) fn slope(prepared: &Prepared<'_>, frame: Frame) -> Drawing {
    let Some(periods) = periods(&prepared.data) else { return Drawing::default() };
    let series = series(&prepared.data, periods);
    let shown = prepared.data.iter().filter(|datum| periods.map(Some).contains(&datum.period));
    let shown: Vec<&Datum<'_>> = shown.gather();
    let mut drawing = Drawing::default();
    let room = frame.width * if frame.compact() { 0.36 } else { 0.34 };
    let at = [room, frame.width - room];
    let top = period_names(&mut drawing, frame, periods, at) + 12.0;
    let ends: Vec<[Option<End>; 2]> = series
        .iter()
        .map(|one| one.ends.map(|end| end.map(|(_, datum)| End::new(frame, datum, room - GAP))))
        .gather();
    let is_reported = |end: &&End| end.is_reported;
    let heights = |side: usize, reported: bool| -> f64 {
        let ends = ends.iter().filter_map(|ends| ends.get(side)?.as_ref());
        let ends = ends.filter(|end| is_reported(end) == reported);
        ends.map(|end| end.height).sum()
    };
    let plot = f64::max(PLOT, f64::max(heights(0, true), heights(1, true)));
    let chart = Chart {
        frame,
        scale: ValueScale::close(&self::ends(&shown)),
        prepared,
        periods,
        at,
        top,
        bottom: top + plot,
    };
    let absent = f64::max(heights(0, false), heights(1, false));
    let foot = chart.bottom + if absent > 0.0 { ABSENT + absent } else { 12.0 };
    chart.axes(&mut drawing);
    for side in [0, 1] {
        let own: Vec<Option<&End>> =
            ends.iter().map(|ends| ends.get(side).and_then(Option::as_ref)).gather();
        chart.side(&mut drawing, side, &own, foot);
    }
    let series = in_order(series, |one, other| chart.order(one, other));
    for (index, one) in series.iter().enumerate() {
        chart.series(&mut drawing, one, index, foot);
    }
    drawing.height = foot + 6.0;
    drawing
}

fn series<'a>(data: &'a [Datum<'_>], periods: [Period; 2]) -> Vec<Series<'a>> {
    let mut names: Vec<&str> = Vec::new();
    for datum in data {
        if !names.contains(&datum.series.as_str()) {
            names.push(&datum.series);
        }
    }
    let end = |name: &str, period: Period| {
        let mut all = data.iter().enumerate();
        all.find(|(_, datum)| datum.series == name && datum.period == Some(period))
    };
    let both = |name: &str| Series { ends: periods.map(|period| end(name, period)) };
    let mut all: Vec<Series<'a>> = names.into_iter().map(both).gather();
    all.retain(|one| one.ends.iter().any(Option::is_some));
    all
}

impl Chart<'_> {
    fn y(&self, datum: &Datum<'_>) -> Option<f64> {
        Some(self.scale.place(datum.value?, self.bottom - 8.0, self.top + 8.0))
    }

    /// From top to bottom by the first period, then by the last.
    fn order(&self, one: &Series<'_>, other: &Series<'_>) -> Ordering {
        let place = |series: &Series<'_>, side: usize| {
            let end = series.ends.get(side).copied().flatten();
            end.and_then(|(_, datum)| self.y(datum)).unwrap_or(f64::INFINITY)
        };
        let by = |side| place(one, side).total_cmp(&place(other, side));
        by(0).then(by(1))
    }

    fn axes(&self, drawing: &mut Drawing) {
        for x in self.at {
            let rule = stroke(Ink::Axis, 1.0, Dash::Solid);
            drawing.ground.push(line(point(x, self.top), point(x, self.bottom), rule));
        }
    }

    /// The labels of one period, moved apart, with a thread to each that moved; those of absences below.
    fn side(&self, drawing: &mut Drawing, side: usize, own: &[Option<&End>], foot: f64) {
        let Some(x) = self.at.get(side).copied() else { return };
        let all = || own.iter().flatten();
        let value = |end: &End| self.scale.place(end.value, self.bottom - 8.0, self.top + 8.0);
        let reported: Vec<&&End> = all().filter(|end| end.is_reported).gather();
        let wanted: Vec<[f64; 2]> = reported.iter().map(|end| [value(end), end.height]).gather();
        let middles = apart(&wanted, [self.top, self.bottom]);
        for (end, middle) in reported.into_iter().zip(middles) {
            end.put(self.frame, drawing, side == 0, x, middle);
            end.thread(drawing, side == 0, x, [value(end), middle]);
        }
        let mut top =
            foot - all().filter(|end| !end.is_reported).map(|end| end.height).sum::<f64>();
        for end in all().filter(|end| !end.is_reported) {
            end.put(self.frame, drawing, side == 0, x, top + end.height / 2.0);
            top += end.height;
        }
    }

    fn series(&self, drawing: &mut Drawing, one: &Series<'_>, index: usize, foot: f64) {
        let [first, last] = one.ends.map(|end| end.map(|(_, datum)| datum));
        let change = match first.zip(last) {
            Some((first, last)) if self.joins(first, last) => first.exact.zip(last.exact),
            _ => None,
        };
        let turn = change.map(|(from, to)| to.cmp(&from));
        let ink = match turn {
            Some(Ordering::Less) => Ink::Category(2),
            Some(_) => Ink::Category(1),
            None => Ink::Ink3,
        };
        let ends = [first, last].map(|end| end.and_then(|datum| self.y(datum)));
        if let (Some(turn), [Some(from), Some(to)]) = (turn, ends) {
            let dash = if turn == Ordering::Less { Dash::Reference } else { Dash::Solid };
            let ends = (point(self.at[0], from), point(self.at[1], to));
            drawing.ground.push(line(ends.0, ends.1, stroke(ink, 2.5, dash)));
        }
        for (side, end) in one.ends.iter().enumerate() {
            let (Some((row, datum)), Some(x)) = (end, self.at.get(side)) else { continue };
            let turn = turn.filter(|_| side == 1);
            drawing.marks.push(self.mark(*row, datum, *x, foot, (ink, turn, index)));
        }
    }

    /// Whether a line may go from one to the other: periods of one kind, one base, and no bound.
    fn joins(&self, first: &Datum<'_>, last: &Datum<'_>) -> bool {
        let apart = |change: &Break| self.periods[0] < change.at && self.periods[1] >= change.at;
        self.periods[0].kind() == self.periods[1].kind()
            && !self.prepared.base_change.as_ref().is_some_and(apart)
            && !first.is_bound()
            && !last.is_bound()
    }

    fn mark(
        &self,
        row: usize,
        datum: &Datum<'_>,
        x: f64,
        foot: f64,
        (ink, turn, series): (Ink, Option<Ordering>, usize),
    ) -> Mark {
        let Some(y) = self.y(datum) else {
            // Its word stands below; so does its mark.
            let target = rect(x - 8.0, self.bottom + 8.0, x + 8.0, foot);
            let slot = rect(x - 6.0, self.bottom + 8.0, x + 6.0, self.bottom + 20.0);
            let edge = stroke(Ink::Axis, 1.5, Dash::Slot);
            let items = vec![block(slot, Fill::None, Some(edge))];
            return Mark { series, ..mark_of(row, target, items) };
        };
        let mut items = Vec::new();
        let (mut top, mut bottom) = (y - 10.0, y + 10.0);
        if let Some(span) = datum.span.as_ref().filter(|_| datum.is_bound()) {
            let ends = [self.bottom - 8.0, self.top + 8.0];
            let reach = Reach::new(span, &self.scale, ends, 6.0);
            items.extend(band(datum.form, reach, Axis::Upright(x), HALF, ink));
            (top, bottom) = (top.min(reach.high), bottom.max(reach.low));
        } else {
            items.extend(nearness(datum, point(x, y), ink));
            items.push(marked(glyph(point(x, y), turn), ink, datum.form));
        }
        Mark { series, ..mark_of(row, rect(x - 10.0, top, x + 10.0, bottom), items) }
    }
}

/// A triangle that points where the line went, a circle where it has no direction.
fn glyph(at: Point, turn: Option<Ordering>) -> Geometry {
    let up = match turn {
        Some(Ordering::Greater) => -1.0,
        Some(Ordering::Less) => 1.0,
        _ => return Geometry::Circle(at, px(4.5)),
    };
    let (x, y) = (at.x.css(), at.y.css());
    let corner = |dx: f64, dy: f64| point(x + dx, y + up * dy);
    Geometry::Polygon(vec![corner(0.0, 7.0), corner(-6.0, -4.0), corner(6.0, -4.0)])
}
