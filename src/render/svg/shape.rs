//! Plain shapes as elements.

use super::write::{Writer, number};
use super::{colors, length};
use crate::chart::{Anchor, Direction, Geometry, Ink, Item, Label, Point, Px, Stroke};
use crate::list::Gather;
use crate::render::plan::{Plain, dash_tenths, plan};

/// Writes items in paint order.
pub(super) fn items(writer: &mut Writer, items: &[Item]) {
    for plain in items.iter().flat_map(plan) {
        match plain {
            Plain::Fill(geometry, ink, percent) => filled(writer, &geometry, ink, percent),
            Plain::Stroke(geometry, stroke) => stroked(writer, &geometry, &stroke),
            Plain::Segments(lines, ink, width) => segments(writer, &lines, ink, width),
            Plain::Spots(spots, ink, radius) => dots(writer, &spots, ink, radius),
            Plain::Text(label) => text(writer, &label),
        }
    }
}

fn filled(writer: &mut Writer, geometry: &Geometry, ink: Ink, percent: u8) {
    let (color, class) = colors(writer, ink, false);
    let opacity = format!("0.{percent:02}");
    let mut attributes = vec![("fill", color), ("class", class.as_str())];
    if percent < 100 {
        attributes.push(("fill-opacity", &opacity));
    }
    shape(writer, geometry, &attributes);
}

fn stroked(writer: &mut Writer, geometry: &Geometry, stroke: &Stroke) {
    let (color, class) = colors(writer, stroke.ink, true);
    let width = length(stroke.width);
    let dashes = dash_tenths(stroke.dash).iter().map(|tenths| tenth(*tenths)).gather().join(" ");
    let mut attributes = vec![
        ("fill", "none"),
        ("stroke", color),
        ("class", class.as_str()),
        ("stroke-width", &width),
    ];
    if !dashes.is_empty() {
        attributes.push(("stroke-dasharray", &dashes));
    }
    if matches!(geometry, Geometry::Line(_)) {
        attributes.push(("stroke-linejoin", "round"));
    }
    shape(writer, geometry, &attributes);
}

fn tenth(tenths: i32) -> String {
    if tenths % 10 == 0 {
        format!("{}", tenths / 10)
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

fn shape(writer: &mut Writer, geometry: &Geometry, attributes: &[(&str, &str)]) {
    match geometry {
        Geometry::Rect(area, radius) => {
            let [x, y] = [area.x, area.y].map(length);
            let [width, height] = [area.width, area.height].map(length);
            let radius = length(*radius);
            let own = [
                ("x", x.as_str()),
                ("y", &y),
                ("width", &width),
                ("height", &height),
                ("rx", &radius),
            ];
            writer.empty("rect", &[own.as_slice(), attributes].concat());
        }
        Geometry::Line(points) => {
            let points = list(points);
            writer.empty(
                "polyline",
                &[[("points", points.as_str())].as_slice(), attributes].concat(),
            );
        }
        Geometry::Polygon(points) => {
            let points = list(points);
            writer
                .empty("polygon", &[[("points", points.as_str())].as_slice(), attributes].concat());
        }
        Geometry::Circle(centre, radius) => {
            let [x, y, radius] = [centre.x, centre.y, *radius].map(length);
            let own = [("cx", x.as_str()), ("cy", &y), ("r", &radius)];
            writer.empty("circle", &[own.as_slice(), attributes].concat());
        }
    }
}

fn list(points: &[Point]) -> String {
    let pair = |point: &Point| format!("{},{}", number(point.x.0), number(point.y.0));
    points.iter().map(pair).gather().join(" ")
}

fn segments(writer: &mut Writer, lines: &[(Point, Point)], ink: Ink, width: Px) {
    let (color, class) = colors(writer, ink, true);
    let mut path = String::new();
    for (from, to) in lines {
        let [a, b] = [from, to].map(|point| format!("{} {}", number(point.x.0), number(point.y.0)));
        path.push_str(&format!("M{a}L{b}"));
    }
    let width = length(width);
    let attributes = [
        ("d", path.as_str()),
        ("stroke", color),
        ("class", &class),
        ("stroke-width", &width),
        ("fill", "none"),
    ];
    writer.empty("path", &attributes);
}

fn dots(writer: &mut Writer, spots: &[Point], ink: Ink, radius: Px) {
    for spot in spots {
        filled(writer, &Geometry::Circle(*spot, radius), ink, 100);
    }
}

/// A text in its own direction. In a right-to-left text `start` means the right end, so the anchor
/// is turned with it: left stays left.
fn text(writer: &mut Writer, label: &Label) {
    let rtl = label.direction == Direction::Rtl;
    let anchor = match (label.anchor, rtl) {
        (Anchor::Middle, _) => "middle",
        (Anchor::Left, false) | (Anchor::Right, true) => "start",
        (Anchor::Left, true) | (Anchor::Right, false) => "end",
    };
    let (color, mut class) = colors(writer, label.ink, false);
    let [x, y] = [label.at.x, label.at.y].map(length);
    let size = length(label.size);
    let paper = writer.color(Ink::Paper);
    let mut attributes = vec![
        ("x", x.as_str()),
        ("y", &y),
        ("font-size", &size),
        ("text-anchor", anchor),
        ("direction", if rtl { "rtl" } else { "ltr" }),
        ("unicode-bidi", "isolate"),
        ("fill", color),
    ];
    if label.bold {
        attributes.push(("font-weight", "700"));
    }
    if label.tabular {
        attributes.push(("font-variant-numeric", "tabular-nums"));
    }
    if label.halo {
        class.push_str(" s-paper");
        let rim = [
            ("stroke", paper),
            ("stroke-width", "3"),
            ("stroke-linejoin", "round"),
            ("paint-order", "stroke"),
        ];
        attributes.extend(rim);
    }
    attributes.push(("class", &class));
    writer.element("text", &attributes, &label.text);
}
