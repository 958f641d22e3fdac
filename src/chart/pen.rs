//! Small makers of items on the 1/8 px grid.

use super::scene::{Anchor, Dash, Fill, Geometry, Ink, Item, Label, Point, Px, Rect, Stroke};
use crate::list::Gather;
use crate::text::Direction;
use crate::text::metrics::{TextStyle, width};

/// A length on the grid.
pub(super) fn px(length: f64) -> Px {
    // Lengths of a chart are far below 2^31 eighths.
    Px((length * 8.0).round() as i32)
}

/// A point on the grid.
pub(super) fn point(x: f64, y: f64) -> Point {
    Point { x: px(x), y: px(y) }
}

/// A rectangle by its edges; the edges are rounded, so that neighbours meet.
pub(super) fn rect(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
    let (x, y) = (px(left), px(top));
    Rect { x, y, width: Px((px(right).0 - x.0).max(0)), height: Px((px(bottom).0 - y.0).max(0)) }
}

/// An outline.
pub(super) fn stroke(ink: Ink, width: f64, dash: Dash) -> Stroke {
    Stroke { ink, width: px(width), dash }
}

/// A filled rectangle with 2 px corners.
pub(super) fn block(area: Rect, fill: Fill, stroke: Option<Stroke>) -> Item {
    Item::Shape { geometry: Geometry::Rect(area, px(2.0)), fill, stroke }
}

/// A straight line.
pub(super) fn line(from: Point, to: Point, stroke: Stroke) -> Item {
    Item::Shape { geometry: Geometry::Line(vec![from, to]), fill: Fill::None, stroke: Some(stroke) }
}

/// How a label is set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) tabular: bool,
    pub(super) ink: Ink,
    pub(super) halo: bool,
}

impl Type {
    pub(super) const fn new(size: f32, ink: Ink) -> Self {
        Self { size, bold: false, tabular: false, ink, halo: false }
    }

    pub(super) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) const fn tabular(self) -> Self {
        Self { tabular: true, ..self }
    }

    pub(super) const fn halo(self) -> Self {
        Self { halo: true, ..self }
    }

    pub(super) const fn style(self) -> TextStyle {
        let style =
            if self.bold { TextStyle::bold(self.size) } else { TextStyle::regular(self.size) };
        if self.tabular { style.with_tabular_digits() } else { style }
    }

    /// Width of a text in CSS px.
    pub(super) fn width(self, text: &str) -> f64 {
        width(text, &self.style())
    }

    /// A label on its baseline.
    pub(super) fn at(self, at: Point, anchor: Anchor, text: &str, direction: Direction) -> Label {
        Label {
            at,
            anchor,
            text: text.to_owned(),
            size: px(f64::from(self.size)),
            bold: self.bold,
            tabular: self.tabular,
            ink: self.ink,
            direction,
            halo: self.halo,
        }
    }
}

/// Base direction of a text: that of its first strong letter, right-to-left for bare digits in
/// Persian and left-to-right otherwise.
pub(super) fn direction_of(text: &str, otherwise: Direction) -> Direction {
    let strong = text.chars().find_map(|character| match character {
        'A'..='Z' | 'a'..='z' => Some(Direction::Ltr),
        '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D3}' => Some(Direction::Rtl),
        _ => None,
    });
    strong.unwrap_or(otherwise)
}

/// The same, further to the right and further down.
pub(super) fn moved(item: &Item, by: Point) -> Item {
    let shift = |point: &Point| Point { x: Px(point.x.0 + by.x.0), y: Px(point.y.0 + by.y.0) };
    match item {
        Item::Shape { geometry, fill, stroke } => {
            let moved = |area: &Rect| {
                let corner = shift(&Point { x: area.x, y: area.y });
                Rect { x: corner.x, y: corner.y, ..*area }
            };
            let geometry = match geometry {
                Geometry::Rects(areas) => Geometry::Rects(areas.iter().map(moved).gather()),
                Geometry::Circles(centres, radius) => {
                    Geometry::Circles(centres.iter().map(shift).gather(), *radius)
                }
                Geometry::Rect(area, radius) => Geometry::Rect(moved(area), *radius),
                Geometry::Line(points) => Geometry::Line(points.iter().map(shift).gather()),
                Geometry::Polygon(points) => Geometry::Polygon(points.iter().map(shift).gather()),
                Geometry::Circle(centre, radius) => Geometry::Circle(shift(centre), *radius),
            };
            Item::Shape { geometry, fill: *fill, stroke: *stroke }
        }
        Item::Label(label) => Item::Label(Label { at: shift(&label.at), ..label.clone() }),
    }
}
