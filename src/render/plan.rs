//! Fills and edges as plain shapes: the one place where a hatch becomes lines, so that canvas and
//! SVG cannot disagree. Whole eighths of a px, additions and comparisons only.

use std::borrow::Cow;

use crate::chart::{Dash, Fill, Geometry, Ink, Item, Label, Point, Px, Rect, Side, Stroke};

/// Something that both painters can draw as it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Plain<'a> {
    /// A filled geometry; opacity in percent.
    Fill(Cow<'a, Geometry>, Ink, u8),
    /// A stroked geometry.
    Stroke(&'a Geometry, Stroke),
    /// Straight segments of one colour and width.
    Segments(Vec<(Point, Point)>, Ink, Px),
    /// Dots of one colour and radius.
    Spots(Vec<Point>, Ink, Px),
    /// A text.
    Text(&'a Label),
}

/// Opacity of a tint in percent.
const TINT: u8 = 18;
/// Shapes up to this size are swatches and take a finer pattern.
const SWATCH: i32 = 24 * 8;
/// Steps of a fading end.
const FADE_STEPS: i32 = 8;

/// The plain shapes of an item, in paint order.
pub(super) fn plan(item: &Item) -> Vec<Plain<'_>> {
    let (geometry, fill, stroke) = match item {
        Item::Label(label) => return vec![Plain::Text(label)],
        Item::Shape { geometry, fill, stroke } => (geometry, *fill, *stroke),
    };
    let mut out = Vec::new();
    let bounds = bounds(geometry);
    match fill {
        Fill::None => {}
        Fill::Solid(ink) => out.push(Plain::Fill(Cow::Borrowed(geometry), ink, 100)),
        Fill::Tint(ink) => out.push(Plain::Fill(Cow::Borrowed(geometry), ink, TINT)),
        Fill::Hatch(ink) => {
            let (every, width) = pattern(bounds, 9, 3);
            out.push(Plain::Segments(diagonals(bounds, every, false), ink, width));
        }
        Fill::CrossHatch(ink) => {
            let (every, width) = pattern(bounds, 8, 1);
            let mut lines = diagonals(bounds, every, false);
            lines.extend(diagonals(bounds, every, true));
            out.push(Plain::Segments(lines, ink, width));
        }
        Fill::LowerHalf(ink) => {
            let half = bounds.height.0 / 2;
            let lower =
                Rect { y: Px(bounds.y.0 + half), height: Px(bounds.height.0 - half), ..bounds };
            out.push(Plain::Fill(Cow::Owned(Geometry::Rect(lower, Px(0))), ink, 100));
        }
        Fill::Dots(ink) => out.push(Plain::Spots(spots(bounds), ink, Px(10))),
        Fill::Fade(ink, side) => out.extend(fade(bounds, ink, side)),
    }
    if let Some(stroke) = stroke {
        out.push(Plain::Stroke(geometry, stroke));
    }
    out
}

fn bounds(geometry: &Geometry) -> Rect {
    match geometry {
        Geometry::Rect(area, _) => *area,
        Geometry::Circle(centre, radius) => Rect {
            x: Px(centre.x.0 - radius.0),
            y: Px(centre.y.0 - radius.0),
            width: Px(radius.0 * 2),
            height: Px(radius.0 * 2),
        },
        Geometry::Rects(areas) => around(areas.iter().flat_map(|area| {
            let far = Point { x: Px(area.x.0 + area.width.0), y: Px(area.y.0 + area.height.0) };
            [Point { x: area.x, y: area.y }, far]
        })),
        Geometry::Line(points) | Geometry::Polygon(points) | Geometry::Circles(points, _) => {
            around(points.iter().copied())
        }
    }
}

/// The least rectangle that holds all points.
fn around(points: impl Iterator<Item = Point>) -> Rect {
    let mut ends: Option<[i32; 4]> = None;
    for Point { x: Px(x), y: Px(y) } in points {
        let [left, top, right, bottom] = ends.unwrap_or([x, y, x, y]);
        ends = Some([left.min(x), top.min(y), right.max(x), bottom.max(y)]);
    }
    let [left, top, right, bottom] = ends.unwrap_or_default();
    Rect { x: Px(left), y: Px(top), width: Px(right - left), height: Px(bottom - top) }
}

/// Distance and width of hatch lines: 3 in 9, and 2 in 5 for a swatch.
fn pattern(bounds: Rect, every: i32, width: i32) -> (i32, Px) {
    if bounds.width.0.min(bounds.height.0) <= SWATCH
        && bounds.width.0.max(bounds.height.0) <= SWATCH * 2
    {
        return (5 * 8, Px(if width > 1 { 12 } else { 8 }));
    }
    (every * 8, Px(width * 8))
}

/// Lines at 45° inside a rectangle, clipped to it. `every` is their distance across, measured along
/// the horizontal as `every × 3 ÷ 2`, near enough to √2 and exact on the grid.
fn diagonals(bounds: Rect, every: i32, falling: bool) -> Vec<(Point, Point)> {
    let (width, height) = (bounds.width.0, bounds.height.0);
    let step = (every * 3 / 2).max(8);
    let mut lines = Vec::new();
    let mut offset = step / 2;
    while offset < width + height {
        // The line x + y = offset inside the rectangle.
        let from_x = (offset - height).max(0);
        let to_x = offset.min(width);
        let ends = [(from_x, offset - from_x), (to_x, offset - to_x)].map(|(x, y)| Point {
            x: Px(bounds.x.0 + if falling { width - x } else { x }),
            y: Px(bounds.y.0 + y),
        });
        let [from, to] = ends;
        lines.push((from, to));
        offset += step;
    }
    lines
}

fn spots(bounds: Rect) -> Vec<Point> {
    const EVERY: i32 = 5 * 8;
    let mut spots = Vec::new();
    let mut y = EVERY / 2;
    while y < bounds.height.0 {
        let mut x = EVERY / 2;
        while x < bounds.width.0 {
            spots.push(Point { x: Px(bounds.x.0 + x), y: Px(bounds.y.0 + y) });
            x += EVERY;
        }
        y += EVERY;
    }
    spots
}

/// Solid, with the last quarter (at most 48 px) fading in steps towards a side.
fn fade(bounds: Rect, ink: Ink, side: Side) -> Vec<Plain<'static>> {
    let fading = (bounds.width.0 / 4).min(48 * 8);
    let step = (fading / FADE_STEPS).max(1);
    let fading = step * FADE_STEPS;
    let solid = (bounds.width.0 - fading).max(0);
    let slice = |from: i32, width: i32| {
        let x = match side {
            Side::Right => bounds.x.0 + from,
            Side::Left => bounds.x.0 + bounds.width.0 - from - width,
        };
        Cow::Owned(Geometry::Rect(Rect { x: Px(x), width: Px(width), ..bounds }, Px(0)))
    };
    let mut out = vec![Plain::Fill(slice(0, solid), ink, 100)];
    let mut opacity: u8 = 90;
    for index in 0..FADE_STEPS {
        out.push(Plain::Fill(slice(solid + step * index, step), ink, opacity));
        opacity -= 11;
    }
    out
}

/// On and off lengths of a dash in px times ten, empty for an unbroken line.
pub(super) const fn dash_tenths(dash: Dash) -> &'static [i32] {
    match dash {
        Dash::Solid => &[],
        Dash::Planned => &[80, 50],
        Dash::Reference => &[50, 40],
        Dash::Slot => &[18, 40],
        Dash::Dots => &[20, 40],
    }
}
