//! Which mark a pointer means.

use super::scene::{Point, Rect, Scene};

/// How far beside a mark a pointer still means it, in eighths of a px.
const NEAR: i64 = 12 * 8;

/// The mark under a point, else the nearest within 12 px.
pub fn hit(scene: &Scene, at: Point) -> Option<usize> {
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
