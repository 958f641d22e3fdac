//! Where the arrow keys go: to what lies beside on the screen.

use super::scene::{Mark, Scene};

/// Marks that Page Up and Page Down pass over.
const PAGE: usize = 5;

/// One key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the left on screen, in both languages.
    Left,
    /// To the right on screen.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
    /// To the first mark.
    First,
    /// To the last mark.
    Last,
    /// Several marks back.
    PageUp,
    /// Several marks on.
    PageDown,
}

/// The mark that a key leads to; the same one where nothing lies that way.
pub fn next(scene: &Scene, from: usize, step: Step) -> usize {
    let last = scene.marks.len().saturating_sub(1);
    match step {
        Step::First => 0,
        Step::Last => last,
        Step::PageUp => from.saturating_sub(PAGE),
        Step::PageDown => from.saturating_add(PAGE).min(last),
        Step::Left => beside(scene, from, |dx, dy| (-dx, dy)),
        Step::Right => beside(scene, from, |dx, dy| (dx, dy)),
        Step::Up => beside(scene, from, |dx, dy| (-dy, dx)),
        Step::Down => beside(scene, from, |dx, dy| (dy, dx)),
    }
}

/// Middle of a mark's target, in sixteenths of a px so that it stays whole.
fn centre(mark: &Mark) -> (i64, i64) {
    let target = mark.target;
    let middle = |start: i32, length: i32| i64::from(start) * 2 + i64::from(length);
    (middle(target.x.0, target.width.0), middle(target.y.0, target.height.0))
}

/// The nearest mark on one side. `turn` gives the distance that way and across; what lies more
/// across than along counts only when nothing else lies that way.
fn beside(scene: &Scene, from: usize, turn: fn(i64, i64) -> (i64, i64)) -> usize {
    let Some(start) = scene.marks.get(from) else { return 0 };
    let (x, y) = centre(start);
    let cost = |mark: &Mark| {
        let (other_x, other_y) = centre(mark);
        let (along, across) = turn(other_x - x, other_y - y);
        let wide = across.abs() > along * 2;
        (along > 0).then(|| (wide, along + across.abs() * 2))
    };
    let candidates = scene.marks.iter().enumerate().filter(|(index, _)| *index != from);
    let costs = candidates.filter_map(|(index, mark)| Some((cost(mark)?, index)));
    costs.min().filter(|((wide, _), _)| !wide).map_or(from, |(_, index)| index)
}
