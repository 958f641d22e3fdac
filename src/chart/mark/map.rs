//! Areas on their ground, in classes of colour: by the boundaries that a user brought.

use super::classed::Classed;
use super::mark_of;
use crate::chart::frame::{Drawing, Frame};
use crate::chart::pen::{Type, point, px, stroke};
use crate::chart::prepared::{Datum, Prepared};
use crate::chart::scene::{Anchor, Dash, Fill, Geometry, Ink, Item, Mark, Point, Px, Rect, Stroke};
use crate::chart::view::View;
use crate::list::{Gather, in_order};
use crate::model::{Dataset, GroundPoint, Outline, Ring};

/// Highest part of its width that a map takes, and its greatest height.
const HIGH: f64 = 1.2;
const HIGHEST: f64 = 720.0;
/// Half of the widest edge, which the canvas would cut off.
const EDGE: f64 = 1.5;
/// Points nearer than this to the one before are let go: nobody sees them.
const NEAR: i32 = 6;
/// Ground smaller than this across is drawn as a square of that size: every area has a mark.
const LEAST: f64 = 3.0;
/// From one line of a hatch to the next, along the horizontal, in eighths of a px.
const HATCH: i32 = 12 * 8;

struct Map<'a> {
    frame: Frame,
    classed: Classed<'a>,
    ground: Ground,
}

/// How places become points.
struct Ground {
    /// The western and the northern end.
    corner: GroundPoint,
    /// The eastern and the southern end.
    far: GroundPoint,
    /// CSS px for a millionth of a degree, along and down.
    scale: [f64; 2],
    left: f64,
    height: f64,
}

/// Draws the map; north is above and west at the left in both languages.
pub(in crate::chart) fn map(
    dataset: &Dataset,
    prepared: &Prepared<'_>,
    view: &View,
    frame: Frame,
) -> Drawing {
    let told = |code: &str| prepared.data.iter().any(|datum| datum.code == code);
    // As large as what is told of: a province fills the chart as the country does.
    let own = dataset.outlines.iter().filter(|(code, _)| told(code));
    let rings = own.flat_map(|(_, outline)| outline.outer());
    let Some(ground) = Ground::of(rings, frame.width) else { return Drawing::default() };
    let map = Map { frame, classed: Classed::new(prepared, view, frame), ground };
    let mut drawing = Drawing { height: map.ground.height, ..Drawing::default() };
    for (_, outline) in dataset.outlines.iter().filter(|(code, _)| !told(code)) {
        if map.ground.holds(outline) {
            let rule = Some(stroke(Ink::Rule, 1.0, Dash::Solid));
            drawing.ground.extend(map.shapes(outline, Fill::None, rule));
        }
    }
    let marks =
        prepared.data.iter().enumerate().filter_map(|(row, datum)| {
            Some(map.mark(row, datum, dataset.outlines.get(&datum.code)?))
        });
    // What lies inside another is drawn after it.
    let size = |mark: &Mark| i64::from(mark.target.width.0) * i64::from(mark.target.height.0);
    drawing.marks = in_order(marks.gather(), |one, other| size(other).cmp(&size(one)));
    map.classed.explain(&mut drawing);
    drawing
}

impl Ground {
    fn of<'a>(rings: impl Iterator<Item = &'a Ring>, width: f64) -> Option<Self> {
        let mut ends: Option<[i32; 4]> = None;
        for [x, y] in rings.flatten() {
            let [west, south, east, north] = ends.unwrap_or([*x, *y, *x, *y]);
            ends = Some([west.min(*x), south.min(*y), east.max(*x), north.max(*y)]);
        }
        let [west, south, east, north] = ends?;
        let (wide, high) = (f64::from(east) - f64::from(west), f64::from(north) - f64::from(south));
        let narrowing = cosine(f64::midpoint(f64::from(south), f64::from(north)));
        let room = width - 2.0 * EDGE;
        let down = (room / (wide * narrowing).max(1.0))
            .min(room.min(HIGHEST / HIGH) * HIGH / high.max(1.0));
        let scale = [down * narrowing, down];
        Some(Self {
            corner: [west, north],
            far: [east, south],
            scale,
            left: (width - wide * scale[0]) / 2.0,
            height: high * down + 2.0 * EDGE,
        })
    }

    /// Whether all of an outline lies between the ends.
    fn holds(&self, outline: &Outline) -> bool {
        let ([west, north], [east, south]) = (self.corner, self.far);
        let mut places = outline.outer().flatten();
        places.all(|[x, y]| (west..=east).contains(x) && (south..=north).contains(y))
    }

    fn point(&self, [x, y]: GroundPoint) -> Point {
        let along = f64::from(x) - f64::from(self.corner[0]);
        let down = f64::from(self.corner[1]) - f64::from(y);
        point(self.left + along * self.scale[0], EDGE + down * self.scale[1])
    }

    /// A ring without the points that nobody sees; nothing where too few are left.
    fn points(&self, ring: &Ring) -> Option<Vec<Point>> {
        let mut points: Vec<Point> = Vec::new();
        for place in ring {
            let next = self.point(*place);
            let is_near = points.last().is_some_and(|last| {
                (last.x.0 - next.x.0).abs() < NEAR && (last.y.0 - next.y.0).abs() < NEAR
            });
            if !is_near {
                points.push(next);
            }
        }
        (points.len() > 2).then_some(points)
    }
}

impl Map<'_> {
    fn mark(&self, row: usize, datum: &Datum<'_>, outline: &Outline) -> Mark {
        let (fill, edge, ink) = self.classed.look(datum);
        let mut items = self.shapes(outline, fill, edge);
        let largest = items.iter().filter_map(points_of).max_by_key(|points| across(points));
        let is_seen = |points: &&Vec<Point>| {
            let area = around(points);
            area.width >= px(LEAST) || area.height >= px(LEAST)
        };
        match largest.filter(is_seen) {
            Some(points) => {
                let (target, value) = (around(points), self.value(datum, points, ink));
                items.extend(value);
                mark_of(row, target, items)
            }
            None => {
                let target = self.least(outline);
                let geometry = Geometry::Rect(target, px(0.5));
                mark_of(row, target, vec![Item::Shape { geometry, fill, stroke: edge }])
            }
        }
    }

    /// Its parts, without what lies inside them and is not of it.
    fn shapes(&self, outline: &Outline, fill: Fill, edge: Option<Stroke>) -> Vec<Item> {
        let mut items = Vec::new();
        for part in &outline.parts {
            let rings: Vec<Vec<Point>> =
                part.iter().filter_map(|ring| self.ground.points(ring)).gather();
            let Some(whole) = one_ring(&rings) else { continue };
            // A hatch fills rectangles: here its lines end at the border.
            let (solid, ink) = match fill {
                Fill::CrossHatch(ink) => (Fill::None, Some(ink)),
                fill => (fill, None),
            };
            let lines = ink.map(|ink| hatch(&whole, ink)).unwrap_or_default();
            let is_whole = rings.len() == 1;
            let stroke = edge.filter(|_| is_whole);
            items.push(Item::Shape { geometry: Geometry::Polygon(whole), fill: solid, stroke });
            items.extend(lines);
            if !is_whole {
                items.extend(rings.into_iter().map(|ring| closed(ring, edge)));
            }
        }
        items
    }

    /// A square in place of ground that is too small to be seen.
    fn least(&self, outline: &Outline) -> Rect {
        let first = outline.outer().flatten().next().copied().unwrap_or(self.ground.corner);
        let Point { x, y } = self.ground.point(first);
        let side = px(LEAST);
        Rect { x: Px(x.0 - side.0 / 2), y: Px(y.0 - side.0 / 2), width: side, height: side }
    }

    /// The value where the ground around its middle is wide enough for it.
    fn value(&self, datum: &Datum<'_>, ring: &[Point], ink: Ink) -> Option<Item> {
        datum.value?;
        let kind = Type::new(12.0, ink);
        let Rect { y, height, .. } = around(ring);
        let middle = y.0 + height.0 / 2;
        let need = kind.width(datum.text()) + 8.0;
        // As high as the letters all of it must lie on the ground.
        let rows = [middle - px(7.0).0, middle, middle + px(7.0).0];
        let spans = rows.map(|at| widest(ring, at));
        let [from, to] = spans.into_iter().try_fold([i32::MIN, i32::MAX], |[from, to], span| {
            let [left, right] = span?;
            Some([from.max(left), to.min(right)])
        })?;
        if f64::from(to) - f64::from(from) < need * 8.0 {
            return None;
        }
        let at = Point { x: Px(from / 2 + to / 2), y: Px(middle + px(4.5).0) };
        let direction = self.frame.text_direction(datum.text());
        Some(Item::Label(kind.at(at, Anchor::Middle, datum.text(), direction)))
    }
}

/// The ring around a part, from its first point into each hole and back: what fills it leaves the holes open. They run
/// the other way round, so that any rule of filling does.
fn one_ring(rings: &[Vec<Point>]) -> Option<Vec<Point>> {
    let (outer, holes) = rings.split_first()?;
    let mut whole = outer.clone();
    let first = *outer.first()?;
    for hole in holes {
        whole.push(first);
        let is_same = turns(hole) == turns(outer);
        let mut inner = hole.clone();
        if is_same {
            inner.reverse();
        }
        inner.extend(inner.first().copied());
        whole.append(&mut inner);
    }
    if !holes.is_empty() {
        whole.push(first);
    }
    Some(whole)
}

/// Whether a ring turns to the right.
fn turns(ring: &[Point]) -> bool {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    let cross = |(from, to): (&Point, &Point)| {
        i64::from(from.x.0) * i64::from(to.y.0) - i64::from(to.x.0) * i64::from(from.y.0)
    };
    ends.map(cross).sum::<i64>() > 0
}

fn closed(mut ring: Vec<Point>, stroke: Option<Stroke>) -> Item {
    ring.extend(ring.first().copied());
    Item::Shape { geometry: Geometry::Line(ring), fill: Fill::None, stroke }
}

/// Lines both ways across a ring, at 45 degrees.
fn hatch(ring: &[Point], ink: Ink) -> Vec<Item> {
    let area = around(ring);
    let mut items = Vec::new();
    for falling in [false, true] {
        let side = |at: &Point| if falling { at.x.0 - at.y.0 } else { at.x.0 + at.y.0 };
        let (least, most) = (ring.iter().map(side).min(), ring.iter().map(side).max());
        let (Some(least), Some(most)) = (least, most) else { continue };
        let mut line = least + HATCH / 2;
        while line < most && area.width.0 > 0 {
            let ends = ring.iter().zip(ring.iter().cycle().skip(1));
            let crossing = |(from, to): (&Point, &Point)| {
                let (one, other) = (side(from) - line, side(to) - line);
                let part = f64::from(one) / (f64::from(one) - f64::from(other));
                let x = f64::from(from.x.0) + part * f64::from(to.x.0 - from.x.0);
                ((one <= 0) != (other <= 0)).then(|| x.round() as i32)
            };
            let crossings = in_order(ends.filter_map(crossing).gather(), Ord::cmp);
            let at = |x: i32| Point { x: Px(x), y: Px(if falling { x - line } else { line - x }) };
            for pair in crossings.chunks_exact(2) {
                if let [from, to] = pair {
                    let thin = stroke(ink, 1.0, Dash::Solid);
                    items.push(crate::chart::pen::line(at(*from), at(*to), thin));
                }
            }
            line += HATCH;
        }
    }
    items
}

fn points_of(item: &Item) -> Option<&Vec<Point>> {
    match item {
        Item::Shape { geometry: Geometry::Polygon(points), .. } => Some(points),
        _ => None,
    }
}

fn across(points: &[Point]) -> i64 {
    let Rect { width, height, .. } = around(points);
    i64::from(width.0) * i64::from(height.0)
}

fn around(points: &[Point]) -> Rect {
    let low = |pick: fn(&Point) -> i32| points.iter().map(pick).min().unwrap_or_default();
    let high = |pick: fn(&Point) -> i32| points.iter().map(pick).max().unwrap_or_default();
    let (x, y) = (low(|at| at.x.0), low(|at| at.y.0));
    Rect { x: Px(x), y: Px(y), width: Px(high(|at| at.x.0) - x), height: Px(high(|at| at.y.0) - y) }
}

/// The longest stretch of a level line that lies inside a ring.
fn widest(ring: &[Point], at: i32) -> Option<[i32; 2]> {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    let crossing = |(from, to): (&Point, &Point)| {
        let is_crossed = (from.y.0 <= at) != (to.y.0 <= at);
        let part = f64::from(at - from.y.0) / f64::from(to.y.0 - from.y.0);
        let x = f64::from(from.x.0) + part * f64::from(to.x.0 - from.x.0);
        is_crossed.then(|| x.round() as i32)
    };
    let crossings = in_order(ends.filter_map(crossing).gather(), Ord::cmp);
    let stretches = crossings.chunks_exact(2).filter_map(|pair| <[i32; 2]>::try_from(pair).ok());
    stretches.max_by_key(|[from, to]| to - from)
}

/// The cosine of an angle in millionths of a degree by its series: the same bits everywhere, which a machine's own
/// need not be.
fn cosine(millionths: f64) -> f64 {
    let angle = millionths / 1e6 * (std::f64::consts::PI / 180.0);
    let square = angle * angle;
    let (mut sum, mut term) = (1.0, 1.0);
    for step in 1..12 {
        let double = f64::from(step * 2);
        term *= -square / (double * (double - 1.0));
        sum += term;
    }
    sum
}
