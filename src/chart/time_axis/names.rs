//! Whether the names of a row of an axis fit, and where they stand.

use crate::chart::frame::{Frame, within};
use crate::chart::pen::{Type, point};
use crate::chart::scene::{Anchor, Item};
use crate::list::{Gather, in_order};

/// Room between two names.
const GAP: f64 = 6.0;
/// Room that each of two staggered rows of names needs (LOOK §7).
const STAGGERED: f64 = 30.0;
/// From a tick to the name of what begins there.
const INSET: f64 = 4.0;
const ROW: f64 = 20.0;

/// A name and the interval that it names, in px.
pub(super) struct Name {
    pub(super) at: [f64; 2],
    pub(super) text: String,
    /// Whether a part of it lies beyond an end of the axis.
    pub(super) is_cut: bool,
}

impl Name {
    fn room(&self) -> f64 {
        self.at[1] - self.at[0]
    }
}

/// Where names stand: in the middle of their interval in one or two staggered rows, each by itself
/// in the middle of an interval that may be narrower than it, or from the first day on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    Middle(u8),
    Each,
    After,
}

impl Stand {
    pub(super) fn rows(self) -> f64 {
        if self == Self::Middle(2) { 2.0 } else { 1.0 }
    }

    /// Left and right end of a name.
    fn span(self, name: &Name, kind: Type) -> [f64; 2] {
        let [from, to] = name.at;
        let width = kind.width(&name.text);
        match self {
            Self::After => [from + INSET, from + INSET + width],
            _ => [f64::midpoint(from, to) - width / 2.0, f64::midpoint(from, to) + width / 2.0],
        }
    }

    /// Whether all names of whole intervals fit; those cut at an end of the axis may be left out.
    pub(super) fn fits(self, names: &[Name], kind: Type) -> bool {
        let whole: Vec<&Name> = names.iter().filter(|name| !name.is_cut).gather();
        let next = if self == Self::Middle(2) { 2 } else { 1 };
        let is_wide = |name: &Name, width: f64| match self {
            Self::Middle(1) => width + GAP <= name.room(),
            Self::Middle(_) => name.room() >= STAGGERED,
            _ => true,
        };
        let is_free = |index: usize, name: &Name| {
            let [from, to] = self.span(name, kind);
            let after = whole.get(index + next);
            is_wide(name, to - from)
                && after.is_none_or(|other| to + GAP <= self.span(other, kind)[0])
        };
        !names.is_empty() && whole.iter().enumerate().all(|(index, name)| is_free(index, name))
    }
}

/// Writes the names of a row between two edges, whole intervals and the widest first; one that would run
/// into another or over an edge is left to its tick.
pub(super) fn put_all(
    (frame, edges): (Frame, [f64; 2]),
    kind: Type,
    stand: Stand,
    names: &[Name],
    baseline: f64,
    items: &mut Vec<Item>,
) {
    let mut taken: Vec<(usize, [f64; 2])> = Vec::new();
    let rows = if stand == Stand::Middle(2) { 2 } else { 1 };
    let all: Vec<(usize, &Name)> = names.iter().enumerate().gather();
    let order = |one: &Name, other: &Name| {
        one.is_cut.cmp(&other.is_cut).then(other.room().total_cmp(&one.room()))
    };
    for (index, name) in in_order(all, |(_, one), (_, other)| order(one, other)) {
        let [left, right] = inside(stand, name, stand.span(name, kind), edges, index == 0);
        let is_apart = |(other, [begin, end]): &(usize, [f64; 2])| {
            other % rows != index % rows || right + GAP <= *begin || *end + GAP <= left
        };
        if edges[0] <= left && right <= edges[1] && taken.iter().all(is_apart) {
            taken.push((index, [left, right]));
        }
    }
    // They are read from left to right.
    for (index, [left, _]) in in_order(taken, |(one, _), (other, _)| one.cmp(other)) {
        let Some(name) = names.get(index) else { continue };
        let direction = frame.text_direction(&name.text);
        let at = point(left, baseline + ROW * (index % rows) as f64);
        items.push(Item::Label(kind.at(at, Anchor::Left, &name.text, direction)));
    }
}

/// Where a name stands; one that is wider than its interval at an end of the axis hangs over that end,
/// and not over what it does not name.
fn inside(
    stand: Stand,
    name: &Name,
    [from, to]: [f64; 2],
    edges: [f64; 2],
    is_first: bool,
) -> [f64; 2] {
    let width = to - from;
    let left = match stand {
        Stand::After => from,
        _ if !name.is_cut || width + GAP <= name.room() => within(from, edges[0], edges[1] - width),
        _ if is_first => name.at[1] - INSET - width,
        _ => name.at[0] + INSET,
    };
    [left, left + width]
}
