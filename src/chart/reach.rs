//! How far a figure reaches on an axis of values, and the band that shows it where no single place
//! is right.
//!
//! One code for bars, dots and lines: dots between dashed edges, a cap across an end that is known, an
//! arrow at one that goes on. A band has no solid fill, which would be one value.

use super::frame::Frame;
use super::pen::{line, point, stroke};
use super::prepared::Form;
use super::scale::ValueScale;
use super::scene::{Dash, Fill, Geometry, Ink, Item, Point, Stroke};
use super::style::form;
use crate::list::Gather;
use crate::number::{Bound, Interval};

/// Length of the arrow at an end that goes on.
pub(super) const ARROW: f64 = 16.0;
/// A band that goes on has at least so much before its arrow.
const SHORTEST: f64 = 10.0;

/// What an end of a band looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tip {
    /// A cap: the figure ends there.
    Cap,
    /// Nothing: the zero line stands there, and nothing is said of less.
    Axis,
    /// An arrow: it goes on.
    Arrow,
}

/// From where to where a figure may be, in px along its axis.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) tips: [Tip; 2],
}

impl Reach {
    /// On a scale between two places; what goes on upwards reaches `beyond` of the second.
    pub(super) fn new(
        span: &Interval,
        scale: &ValueScale,
        [from, to]: [f64; 2],
        beyond: f64,
    ) -> Self {
        let place = |end: Bound, open| {
            end.value().map_or(open, |value| scale.place(value.to_f64(), from, to))
        };
        let goes_below = scale.ticks().first().is_some_and(|tick| tick.is_negative());
        let tip = |end, open| if end == Bound::Open { open } else { Tip::Cap };
        let tips = [
            tip(span.low, if goes_below { Tip::Arrow } else { Tip::Axis }),
            tip(span.high, Tip::Arrow),
        ];
        let forth = if to < from { -1.0 } else { 1.0 };
        let [mut low, mut high] = [place(span.low, from), place(span.high, to + forth * beyond)];
        // An arrow keeps its room where what is known lies at the edge.
        let short = ARROW + SHORTEST - (high - low) * forth;
        if tips.contains(&Tip::Arrow) && short > 0.0 {
            if tips[1] == Tip::Arrow { high += forth * short } else { low -= forth * short }
        }
        Self { low, high, tips }
    }
}

/// Which way an axis of values runs, and where across it a band lies.
#[derive(Clone, Copy)]
pub(super) enum Axis {
    /// From the side where reading starts, at a height.
    Row(Frame, f64),
    /// Upwards, at a distance from the left.
    Upright(f64),
}

impl Axis {
    pub(super) fn at(self, along: f64, across: f64) -> Point {
        match self {
            Self::Row(frame, middle) => point(frame.across(along), middle + across),
            Self::Upright(middle) => point(middle + across, along),
        }
    }
}

/// All that a figure of a form may be, `half` to either side of the axis.
pub(super) fn band(of: Form, reach: Reach, axis: Axis, half: f64, ink: Ink) -> Vec<Item> {
    let (fill, edge) = look(of, ink);
    let forth = if reach.high < reach.low { -1.0 } else { 1.0 };
    let [below, above] = reach.tips;
    let inset = |tip| if tip == Tip::Arrow { forth * ARROW } else { 0.0 };
    let (low, high) = (reach.low + inset(below), reach.high - inset(above));
    let corners = [(low, -half), (high, -half), (high, half), (low, half)];
    let outline = corners.into_iter().map(|(along, across)| axis.at(along, across)).gather();
    let mut items = vec![Item::Shape { geometry: Geometry::Polygon(outline), fill, stroke: None }];
    for side in [-half, half] {
        items.push(line(axis.at(low, side), axis.at(high, side), edge));
    }
    let firm = stroke(edge.ink, 2.0, Dash::Solid);
    let ends = [(below, low, reach.low, -forth), (above, high, reach.high, forth)];
    for (tip, end, beyond, out) in ends {
        match tip {
            Tip::Axis => {}
            Tip::Arrow => items.extend(arrow(axis, end, beyond, out, firm)),
            Tip::Cap => {
                let cap = half + 3.0;
                items.push(line(axis.at(end, -cap), axis.at(end, cap), firm));
            }
        }
    }
    items
}

/// Fill and edge of a band: those of its form, but never solid.
fn look(of: Form, ink: Ink) -> (Fill, Stroke) {
    match form(of, ink) {
        (Fill::Solid(ink), _) => (Fill::Dots(ink), stroke(ink, 1.0, Dash::Reference)),
        (fill, edge) => (fill, edge.unwrap_or(stroke(ink, 1.0, Dash::Reference))),
    }
}

/// An open arrow from where something is known to where it goes on; `out` is 1 or -1 along the axis.
pub(super) fn arrow(axis: Axis, from: f64, tip: f64, out: f64, firm: Stroke) -> [Item; 2] {
    let wing = |across| axis.at(tip - out * 4.0, across);
    let head = Geometry::Line(vec![wing(-4.0), axis.at(tip, 0.0), wing(4.0)]);
    [
        line(axis.at(from, 0.0), axis.at(tip, 0.0), firm),
        Item::Shape { geometry: head, fill: Fill::None, stroke: Some(firm) },
    ]
}
