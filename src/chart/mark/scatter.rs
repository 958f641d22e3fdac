//! Two measures of each place on two axes, and a third as the area of a bubble.

use super::{mark_of, marked, nearness};
use crate::chart::captions::captions;
use crate::chart::frame::{Drawing, Frame, tick_type, within};
use crate::chart::pen::{Type, line, point, px, rect, stroke};
use crate::chart::prepared::{Datum, Prepared, ends};
use crate::chart::scale::ValueScale;
use crate::chart::scene::{Anchor, Dash, Fill, Geometry, Ink, Item, LegendEntry, Point, Rect};
use crate::list::{Gather, in_order, join};
use crate::number::{Bound, Decimal, Interval};

/// Radius of a point, and of the largest bubble.
const POINT: f64 = 4.5;
const LARGEST: f64 = 22.0;
/// Points up to this many are marks of their own; more are drawn as one cloud.
const SINGLE: usize = 400;
/// Radius in a cloud.
const GRAIN: f64 = 2.0;
/// Points up to this many have their names where there is room.
const NAMED: usize = 120;
const TOP: f64 = 40.0;
const INK: Ink = Ink::Category(1);

const fn name_type() -> Type {
    Type::new(12.0, Ink::Ink2).halo()
}

struct Scatter<'a> {
    frame: Frame,
    across: ValueScale,
    up: ValueScale,
    left: f64,
    right: f64,
    bottom: f64,
    prepared: &'a Prepared<'a>,
    largest: f64,
}

/// A figure with a place on both axes.
struct Placed<'a> {
    row: usize,
    datum: &'a Datum<'a>,
    at: Point,
    radius: f64,
}

/// Draws the points; both axes rise to the right and upwards in both languages.
pub(in crate::chart) fn scatter<'a>(prepared: &'a Prepared<'a>, frame: Frame) -> Drawing {
    let data = &prepared.data;
    let companions = |index: usize| {
        data.iter().filter_map(move |datum| Some(datum.across.get(index)?.as_ref()?.value))
    };
    let values: Vec<f64> = companions(0).gather();
    if values.is_empty() {
        return Drawing::default();
    }
    let largest = companions(1).fold(0.0, f64::max);
    let (across, up) = (ValueScale::new(&values), ValueScale::new(&ends(&data.iter().gather())));
    let widths = up.ticks().iter().map(|tick| tick_type().width(&frame.number(tick)));
    let left = widths.fold(0.0, f64::max) + 10.0;
    let height = if frame.compact() { 260.0 } else { 340.0 };
    let scatter = Scatter {
        frame,
        across,
        up,
        left,
        right: frame.width - 24.0,
        bottom: TOP + height,
        prepared,
        largest,
    };
    scatter.draw()
}

impl Scatter<'_> {
    fn draw(&self) -> Drawing {
        let mut drawing = Drawing { height: self.bottom + 52.0, ..Drawing::default() };
        self.axes(&mut drawing);
        let placed = self.placed();
        if placed.len() > SINGLE {
            self.cloud(&mut drawing, &placed);
        } else {
            self.points(&mut drawing, &placed);
        }
        drawing.legend.extend(self.size_key());
        drawing
    }

    /// What the area of a bubble is.
    fn size_key(&self) -> Option<LegendEntry> {
        let mut sizes = self.prepared.data.iter().filter_map(|datum| datum.across.get(1)?.as_ref());
        let geometry = Geometry::Circle(point(9.0, 6.0), px(5.0));
        let swatch = Item::Shape {
            geometry,
            fill: Fill::Tint(INK),
            stroke: Some(stroke(INK, 1.5, Dash::Solid)),
        };
        let words = captions(self.frame.lang).area_is;
        Some(LegendEntry {
            swatch: vec![swatch],
            text: join(&[words, &sizes.next()?.across.title()], " "),
        })
    }

    fn x(&self, value: f64) -> f64 {
        self.across.place(value, self.left, self.right)
    }

    fn y(&self, value: f64) -> f64 {
        self.up.place(value, self.bottom, TOP)
    }

    fn axes(&self, drawing: &mut Drawing) {
        let rule = |tick: &Decimal| {
            let (ink, width) = if tick.is_zero() { (Ink::Ink, 2.0) } else { (Ink::Grid, 1.0) };
            stroke(ink, width, Dash::Solid)
        };
        let kind = tick_type();
        let mut put = |at: Point, anchor: Anchor, text: &str| {
            let direction = self.frame.text_direction(text);
            drawing.ground.push(Item::Label(kind.at(at, anchor, text, direction)));
        };
        for tick in self.up.ticks() {
            let y = self.y(tick.to_f64());
            put(point(self.left - 8.0, y + 4.5), Anchor::Right, &self.frame.number(tick));
        }
        let step = self.frame.label_step(self.across.ticks(), self.right - self.left);
        for tick in self.across.ticks().iter().step_by(step) {
            let text = self.frame.number(tick);
            let half = kind.width(&text) / 2.0;
            let x = within(self.x(tick.to_f64()), half, self.frame.width - half);
            put(point(x, self.bottom + 20.0), Anchor::Middle, &text);
        }
        for tick in self.up.ticks() {
            let y = self.y(tick.to_f64());
            drawing.ground.push(line(point(self.left, y), point(self.right, y), rule(tick)));
        }
        for tick in self.across.ticks() {
            let x = self.x(tick.to_f64());
            drawing.ground.push(line(point(x, TOP), point(x, self.bottom), rule(tick)));
        }
        self.titles(drawing);
    }

    /// What each axis measures: above the one that rises, below the end of the other.
    fn titles(&self, drawing: &mut Drawing) {
        let kind = Type::new(13.0, Ink::Ink2).bold();
        let mut put = |at: Point, anchor: Anchor, text: &str| {
            let fitted = crate::text::metrics::wrap(text, &kind.style(), self.frame.width, 1);
            for text in fitted.iter().take(1) {
                let direction = self.frame.text_direction(text);
                drawing.ground.push(Item::Label(kind.at(at, anchor, text, direction)));
            }
        };
        put(point(0.0, 14.0), Anchor::Left, &self.prepared.measure);
        let first = self.prepared.data.iter().find_map(|datum| datum.across.first()?.as_ref());
        if let Some(one) = first {
            put(point(self.frame.width, self.bottom + 44.0), Anchor::Right, &one.across.title());
        }
    }

    /// The figures that have both values, the largest bubble first so that none hides another.
    fn placed(&self) -> Vec<Placed<'_>> {
        let place = |(row, datum)| self.place(row, datum);
        let placed: Vec<Placed<'_>> =
            self.prepared.data.iter().enumerate().filter_map(place).gather();
        if self.largest <= 0.0 {
            return placed;
        }
        in_order(placed, |one, other| other.radius.total_cmp(&one.radius))
    }

    fn place<'d>(&self, row: usize, datum: &'d Datum<'d>) -> Option<Placed<'d>> {
        let [companion, size] = &datum.across;
        let at = point(self.x(companion.as_ref()?.value), self.y(datum.value?));
        let part = size
            .as_ref()
            .map(|size| (size.value.max(0.0) / self.largest.max(f64::MIN_POSITIVE)).sqrt());
        let radius = part.map_or(POINT, |part| (part * LARGEST).max(2.0));
        Some(Placed { row, datum, at, radius })
    }

    fn target(one: &Placed<'_>, least: f64) -> Rect {
        let half = one.radius.max(least);
        let (x, y) = (one.at.x.css(), one.at.y.css());
        rect(x - half, y - half, x + half, y + half)
    }

    fn cloud(&self, drawing: &mut Drawing, placed: &[Placed<'_>]) {
        let centres = placed.iter().map(|one| one.at).gather();
        let geometry = Geometry::Circles(centres, px(GRAIN));
        drawing.ground.push(Item::Shape { geometry, fill: Fill::Solid(INK), stroke: None });
        for one in placed {
            drawing.marks.push(mark_of(one.row, Self::target(one, GRAIN), Vec::new()));
        }
    }

    fn points(&self, drawing: &mut Drawing, placed: &[Placed<'_>]) {
        for one in placed {
            let mut items = self.reaches(one);
            items.extend(nearness(one.datum, one.at, INK));
            items.push(self.dot(one));
            drawing.marks.push(mark_of(one.row, Self::target(one, 8.0), items));
        }
        if placed.len() <= NAMED {
            self.names(drawing, placed);
        }
    }

    /// A bubble shows what lies behind it; a point is as its figure is settled.
    fn dot(&self, one: &Placed<'_>) -> Item {
        let geometry = Geometry::Circle(one.at, px(one.radius));
        if self.largest <= 0.0 {
            return marked(geometry, INK, one.datum.form);
        }
        Item::Shape { geometry, fill: Fill::Tint(INK), stroke: Some(stroke(INK, 1.5, Dash::Solid)) }
    }

    /// How far a bound or a range reaches along either axis.
    fn reaches(&self, one: &Placed<'_>) -> Vec<Item> {
        let (x, y) = (one.at.x.css(), one.at.y.css());
        let rule = stroke(INK, 2.0, Dash::Reference);
        let companion = one.datum.across.first().and_then(Option::as_ref);
        let mut items = Vec::new();
        if let Some([from, to]) = companion.and_then(|one| ends_of(&one.span)) {
            let place = |end: Option<f64>, open: f64| end.map_or(open, |value| self.x(value));
            items.push(line(
                point(place(from, self.left), y),
                point(place(to, self.right), y),
                rule,
            ));
        }
        if let Some([from, to]) = one.datum.span.as_ref().and_then(ends_of) {
            let place = |end: Option<f64>, open: f64| end.map_or(open, |value| self.y(value));
            items.push(line(point(x, place(from, self.bottom)), point(x, place(to, TOP)), rule));
        }
        items
    }

    /// The lines of nought, which no name may cross.
    fn noughts(&self) -> impl Iterator<Item = [f64; 4]> {
        let is_nought = |ticks: &[Decimal]| ticks.iter().any(|tick| tick.is_zero());
        let (x, y) = (self.x(0.0), self.y(0.0));
        let upright =
            is_nought(self.across.ticks()).then_some([x - 2.0, TOP, x + 2.0, self.bottom]);
        let level = is_nought(self.up.ticks()).then_some([self.left, y - 1.0, self.right, y + 1.0]);
        upright.into_iter().chain(level)
    }

    /// Names beside their points, as far as they cover neither a point, an axis nor another name.
    fn names(&self, drawing: &mut Drawing, placed: &[Placed<'_>]) {
        let points = placed.iter().map(|one| edges(Self::target(one, POINT)));
        let mut taken: Vec<[f64; 4]> = points.chain(self.noughts()).gather();
        for one in placed {
            let text =
                if one.datum.short.is_empty() { one.datum.label() } else { &one.datum.short };
            let (x, y, width) = (one.at.x.css(), one.at.y.css(), name_type().width(text));
            let away = one.radius.max(POINT) + 4.0;
            let places = [
                [x + away, y + 4.5],
                [x - away - width, y + 4.5],
                [x - width / 2.0, y - away - 2.0],
                [x - width / 2.0, y + away + 10.0],
            ];
            let is_free = |[left, baseline]: &[f64; 2]| {
                let own = [*left, baseline - 11.0, left + width, baseline + 4.0];
                own[0] >= self.left
                    && own[2] <= self.frame.width
                    && own[1] >= 20.0
                    && own[3] <= self.bottom
                    && taken.iter().all(|other| is_apart(&own, other))
            };
            let Some([left, baseline]) = places.iter().copied().find(is_free) else { continue };
            taken.push([left - 3.0, baseline - 11.0, left + width + 3.0, baseline + 4.0]);
            let direction = self.frame.text_direction(text);
            let label = name_type().at(point(left, baseline), Anchor::Left, text, direction);
            drawing.overlay.push(Item::Label(label));
        }
    }
}

fn edges(area: Rect) -> [f64; 4] {
    let (left, top) = (area.x.css(), area.y.css());
    [left, top, left + area.width.css(), top + area.height.css()]
}

fn is_apart(one: &[f64; 4], other: &[f64; 4]) -> bool {
    one[2] < other[0] || other[2] < one[0] || one[3] < other[1] || other[3] < one[1]
}

/// Both ends of what is not one value; nothing at an open one.
fn ends_of(span: &Interval) -> Option<[Option<f64>; 2]> {
    let end = |bound: Bound| bound.value().map(Decimal::to_f64);
    span.single().is_none().then(|| [end(span.low), end(span.high)])
}
