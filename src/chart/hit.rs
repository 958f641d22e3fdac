//! Which mark a pointer means.

use super::scene::{Geometry, Item, Mark, Point, Rect, Scene};
use super::view::{HAS_ALL, MarkKind};

/// How far beside a mark a pointer still means it, in eighths of a px.
const NEAR: i64 = 12 * 8;

/// An area of a map that is smaller than this both ways is met beside it too.
const SMALL: i32 = 24 * 8;

/// The mark under a point, else the nearest within 12 px.
pub fn hit(scene: &Scene, at: Point) -> Option<usize> {
    if HAS_ALL && scene.mark == MarkKind::Map {
        return on_ground(scene, at);
    }
    let distances = scene.marks.iter().enumerate().map(|(index, mark)| {
        let area = i64::from(mark.target.width.0) * i64::from(mark.target.height.0);
        (distance(mark.target, at), area, from_middle(mark.target, at), index)
    });
    // Of marks that hold the point, the smallest is meant, and of those of one size the nearest.
    distances.filter(|(distance, ..)| *distance <= NEAR * NEAR).min().map(|(.., index)| index)
}

/// Square of twice the distance from a point to the middle of a rectangle.
fn from_middle(area: Rect, at: Point) -> i64 {
    let dx = i64::from(area.x.0) * 2 + i64::from(area.width.0) - i64::from(at.x.0) * 2;
    let dy = i64::from(area.y.0) * 2 + i64::from(area.height.0) - i64::from(at.y.0) * 2;
    dx * dx + dy * dy
}

/// Square of the distance from a point to a rectangle, 0 inside.
fn distance(area: Rect, at: Point) -> i64 {
    let outside = |start: i32, length: i32, at: i32| {
        let (start, end, at) =
            (i64::from(start), i64::from(start) + i64::from(length), i64::from(at));
        (start - at).max(at - end).max(0)
    };
    let dx = outside(area.x.0, area.width.0, at.x.0);
    let dy = outside(area.y.0, area.height.0, at.y.0);
    dx * dx + dy * dy
}

/// The area whose ground holds a point: the last that is drawn there; else the nearest of those that are too small to
/// be met.
fn on_ground(scene: &Scene, at: Point) -> Option<usize> {
    let is_held = |item: &&Item| match item {
        Item::Shape { geometry: Geometry::Polygon(ring), .. } => is_inside(ring, at),
        _ => false,
    };
    // What lies in a hole lies in two rings.
    let holds = |mark: &Mark| mark.items.iter().filter(is_held).count() % 2 == 1;
    let found = scene.marks.iter().rposition(holds);
    let is_small = |mark: &Mark| mark.target.width.0.max(mark.target.height.0) < SMALL;
    let small = scene.marks.iter().enumerate().filter(|(_, mark)| is_small(mark));
    let distances = small.map(|(index, mark)| (distance(mark.target, at), index));
    let nearest = distances.filter(|(distance, _)| *distance <= NEAR * NEAR).min();
    match (found, nearest) {
        (Some(found), Some((0, small))) if !is_small(scene.marks.get(found)?) => Some(small),
        (Some(found), _) => Some(found),
        (None, nearest) => nearest.map(|(_, index)| index),
    }
}

/// Whether a line from a point to the right crosses a ring an odd number of times.
fn is_inside(ring: &[Point], at: Point) -> bool {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    let crossed = ends.filter(|(from, to)| {
        if (from.y.0 <= at.y.0) == (to.y.0 <= at.y.0) {
            return false;
        }
        let part = f64::from(at.y.0 - from.y.0) / f64::from(to.y.0 - from.y.0);
        f64::from(from.x.0) + part * f64::from(to.x.0 - from.x.0) > f64::from(at.x.0)
    });
    crossed.count() % 2 == 1
}
