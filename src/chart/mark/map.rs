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

struct Map<'a> {
    frame: Frame,
    classed: Classed<'a>,
    ground: Ground,
}

/// How places become points.
struct Ground {
    /// The western and the northern end.
    corner: GroundPoint,
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
    let rings = dataset.outlines.iter().flat_map(|(_, outline)| &outline.outer);
    let Some(ground) = Ground::of(rings, frame.width) else { return Drawing::default() };
    let map = Map { frame, classed: Classed::new(prepared, view, frame), ground };
    let mut drawing = Drawing { height: map.ground.height, ..Drawing::default() };
    let told = |code: &str| prepared.data.iter().any(|datum| datum.code == code);
    for (_, outline) in dataset.outlines.iter().filter(|(code, _)| !told(code)) {
        let rule = Some(stroke(Ink::Rule, 1.0, Dash::Solid));
        drawing.ground.extend(map.shapes(outline, Fill::None, rule));
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
            scale,
            left: (width - wide * scale[0]) / 2.0,
            height: high * down + 2.0 * EDGE,
        })
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
        let target = match largest {
            Some(points) => {
                let target = around(points);
                items.extend(self.value(datum, points, ink));
                target
            }
            None => self.least(outline),
        };
        if items.is_empty() {
            items.push(Item::Shape {
                geometry: Geometry::Rect(target, px(0.5)),
                fill,
                stroke: edge,
            });
        }
        mark_of(row, target, items)
    }

    /// Its parts, and what lies inside them and is not of it.
    fn shapes(&self, outline: &Outline, fill: Fill, edge: Option<Stroke>) -> Vec<Item> {
        let shape = |ring: &Ring, fill| {
            let geometry = Geometry::Polygon(self.ground.points(ring)?);
            Some(Item::Shape { geometry, fill, stroke: edge })
        };
        let outer = outline.outer.iter().filter_map(|ring| shape(ring, fill));
        let holes = outline.holes.iter().filter_map(|ring| shape(ring, Fill::Solid(Ink::Paper)));
        outer.chain(holes).gather()
    }

    /// A square in place of ground that is too small to be seen.
    fn least(&self, outline: &Outline) -> Rect {
        let first = outline.outer.iter().flatten().next().copied().unwrap_or(self.ground.corner);
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
