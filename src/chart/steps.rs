//! Where the arrow keys go: to the next mark in the order that the picture is read in.

use super::scene::{Mark, Scene};
use super::view::MarkKind;
use crate::text::{Direction, fold};

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
///
/// Rows are stepped through from top to bottom, a line from period to period; only tiles and cells
/// have neighbours on four sides, as have the parts of bars. Panels follow one another, and beyond an
/// end of one lies the panel beside it.
pub fn next(scene: &Scene, from: usize, step: Step) -> usize {
    let last = scene.marks.len().saturating_sub(1);
    match (step, scene.mark) {
        (Step::First, _) => 0,
        (Step::Last, _) => last,
        (Step::PageUp, _) => from.saturating_sub(PAGE),
        (Step::PageDown, _) => from.saturating_add(PAGE).min(last),
        (Step::Left, MarkKind::TileMap | MarkKind::Map | MarkKind::HeatMap) => {
            beside(scene, from, |dx, dy| (-dx, dy), |_| true)
        }
        (Step::Right, MarkKind::TileMap | MarkKind::Map | MarkKind::HeatMap) => {
            beside(scene, from, |dx, dy| (dx, dy), |_| true)
        }
        (Step::Up, MarkKind::TileMap | MarkKind::Map | MarkKind::HeatMap) => {
            beside(scene, from, |dx, dy| (-dy, dx), |_| true)
        }
        (Step::Down, MarkKind::TileMap | MarkKind::Map | MarkKind::HeatMap) => {
            beside(scene, from, |dx, dy| (dy, dx), |_| true)
        }
        (Step::Left, mark) if mark.is_over_time() => {
            in_series(scene, from, from.checked_sub(1), |dx, dy| (-dx, dy))
        }
        (Step::Right, mark) if mark.is_over_time() => {
            in_series(scene, from, from.checked_add(1), |dx, dy| (dx, dy))
        }
        (Step::Up, mark) if mark.is_over_time() => other_series(scene, from, true),
        (Step::Down, mark) if mark.is_over_time() => other_series(scene, from, false),
        (Step::Left, MarkKind::Distribution) => from.saturating_add_signed(along(scene)).min(last),
        (Step::Right, MarkKind::Distribution) => {
            from.saturating_add_signed(-along(scene)).min(last)
        }
        (Step::Up | Step::Down, MarkKind::Distribution) => from.min(last),
        (Step::Left, _) => in_row(scene, from, -1, |dx, dy| (-dx, dy)),
        (Step::Right, _) => in_row(scene, from, 1, |dx, dy| (dx, dy)),
        (Step::Up, _) => other_row(scene, from, -1),
        (Step::Down, _) => other_row(scene, from, 1),
    }
}

/// A name or what is typed of it as letters that are compared: folded, without capitals, spaces and joiners,
/// which hands set differently.
pub fn letters_of(name: &str) -> String {
    let mut letters = fold(name).text;
    letters.retain(|letter| !matches!(letter, ' ' | '\u{200C}'));
    letters.make_ascii_lowercase();
    letters
}

/// The mark whose name begins with the letters that were typed, from the focused one on and around. One letter, or
/// the same again and again, leads on to the next such mark.
///
/// `names` are those of the rows, as [`letters_of`] makes both.
pub fn typed(scene: &Scene, names: &[String], from: usize, letters: &str) -> Option<usize> {
    let first = letters.chars().next()?;
    if letters.chars().all(|letter| letter == first) {
        return typed_again(scene, names, from, letters.get(..first.len_utf8())?, false);
    }
    let is_there = is_named(scene, names, from, letters);
    if is_there { Some(from) } else { typed_again(scene, names, from, letters, false) }
}

/// The mark after or before the focused one, around, whose name begins with the letters.
pub fn typed_again(
    scene: &Scene,
    names: &[String],
    from: usize,
    letters: &str,
    is_back: bool,
) -> Option<usize> {
    let count = scene.marks.len();
    let mut at = from;
    for _ in 0..count {
        at = (at + if is_back { count - 1 } else { 1 }) % count;
        if is_named(scene, names, at, letters) {
            return Some(at);
        }
    }
    None
}

fn is_named(scene: &Scene, names: &[String], index: usize, letters: &str) -> bool {
    let mark = scene.marks.get(index);
    mark.and_then(|mark| names.get(mark.row)).is_some_and(|name| name.starts_with(letters))
}

/// Which way the marks of a row run to the left.
fn along(scene: &Scene) -> isize {
    if scene.direction == Direction::Rtl { 1 } else { -1 }
}

/// The next part of the same bar on one side; beyond the last one, a mark of the panel that way.
fn in_row(scene: &Scene, from: usize, side: i64, turn: fn(i64, i64) -> (i64, i64)) -> usize {
    let Some(start) = scene.marks.get(from) else { return 0 };
    let (x, y) = centre(start);
    let beyond = |mark: &Mark| (centre(mark).0 - x) * side;
    let marks = scene.marks.iter().enumerate();
    let parts = marks
        .filter(|(_, mark)| mark.panel == start.panel && centre(mark).1 == y && beyond(mark) > 0);
    let nearest = parts.map(|(index, mark)| (beyond(mark), index)).min();
    nearest.map_or_else(|| other_panel(scene, from, turn), |(_, index)| index)
}

/// The mark of the next row above or below that lies nearest; of bars without parts the one there is.
fn other_row(scene: &Scene, from: usize, side: i64) -> usize {
    let Some(start) = scene.marks.get(from) else { return 0 };
    let (x, y) = centre(start);
    let beyond = |mark: &Mark| (centre(mark).1 - y) * side;
    let own = |mark: &Mark| (mark.panel.abs_diff(start.panel), beyond(mark));
    let marks = scene.marks.iter().enumerate().filter(|(_, mark)| beyond(mark) > 0);
    let costs = marks.map(|(index, mark)| ((own(mark), (centre(mark).0 - x).abs()), index));
    costs.min().map_or(from, |(_, index)| index)
}

/// The mark before or after, if it is of the same series; else one in the panel that way.
fn in_series(
    scene: &Scene,
    from: usize,
    to: Option<usize>,
    turn: fn(i64, i64) -> (i64, i64),
) -> usize {
    let series = |index: usize| scene.marks.get(index).map(|mark| (mark.panel, mark.series));
    let to = to.filter(|to| series(*to).is_some() && series(*to) == series(from));
    to.unwrap_or_else(|| other_panel(scene, from, turn))
}

/// The nearest mark of another panel on one side; the same one where there is none.
fn other_panel(scene: &Scene, from: usize, turn: fn(i64, i64) -> (i64, i64)) -> usize {
    let panel = |index: usize| scene.marks.get(index).map(|mark| mark.panel);
    let is_other = |mark: &Mark| Some(mark.panel) != panel(from);
    if scene.marks.iter().any(is_other) { beside(scene, from, turn, is_other) } else { from }
}

/// The mark of the nearest other series above or below, at the nearest period.
fn other_series(scene: &Scene, from: usize, up: bool) -> usize {
    let Some(start) = scene.marks.get(from) else { return 0 };
    let (x, y) = centre(start);
    let place = |mark: &Mark| (centre(mark).1, mark.series);
    let beyond =
        |mark: &Mark| if up { place(mark) < place(start) } else { place(mark) > place(start) };
    let cost = |mark: &Mark| {
        let (other_x, other_y) = centre(mark);
        ((other_x - x).abs(), (other_y - y).abs())
    };
    let marks = scene.marks.iter().enumerate();
    // Those of the own panel come first.
    let is_other = |mark: &Mark| (mark.panel, mark.series) != (start.panel, start.series);
    let others = marks.filter(|(_, mark)| is_other(mark) && beyond(mark));
    let others = others.map(|(index, mark)| (mark.panel != start.panel, cost(mark), index));
    others.min().map_or(from, |(.., index)| index)
}

/// Middle of a mark's target, in sixteenths of a px so that it stays whole.
fn centre(mark: &Mark) -> (i64, i64) {
    let target = mark.target;
    let middle = |start: i32, length: i32| i64::from(start) * 2 + i64::from(length);
    (middle(target.x.0, target.width.0), middle(target.y.0, target.height.0))
}

/// The nearest tile on one side. `turn` gives the distance that way and across; what lies more
/// across than along does not lie that way.
fn beside(
    scene: &Scene,
    from: usize,
    turn: fn(i64, i64) -> (i64, i64),
    is_meant: impl Fn(&Mark) -> bool,
) -> usize {
    let Some(start) = scene.marks.get(from) else { return 0 };
    let (x, y) = centre(start);
    let cost = |mark: &Mark| {
        let (other_x, other_y) = centre(mark);
        let (along, across) = turn(other_x - x, other_y - y);
        (is_meant(mark) && along > 0 && across.abs() <= along * 2).then(|| along + across.abs() * 2)
    };
    let costs =
        scene.marks.iter().enumerate().filter_map(|(index, mark)| Some((cost(mark)?, index)));
    costs.min().map_or(from, |(_, index)| index)
}
