//! Plain shapes as elements.

use super::{class, color};
use crate::chart::{Anchor, Direction, Geometry, Ink, Item, Label, Point, Px, Rect, Stroke};
use crate::list::{Gather, join};
use crate::render::markup::{Writer, number};
use crate::render::plan::{Plain, dash_tenths, plan};

/// Writes items in paint order.
pub(super) fn items(writer: &mut Writer, items: &[Item]) {
    for plain in items.iter().flat_map(plan) {
        match plain {
            Plain::Fill(geometry, ink, percent) => filled(writer, &geometry, ink, percent),
            Plain::Stroke(geometry, stroke) => stroked(writer, geometry, &stroke),
            Plain::Segments(lines, ink, width) => segments(writer, &lines, ink, width),
            Plain::Spots(spots, ink, radius) => dots(writer, &spots, ink, radius),
            Plain::Text(label) => text(writer, label),
        }
    }
}

fn filled(writer: &mut Writer, geometry: &Geometry, ink: Ink, percent: u8) {
    begin(writer, geometry);
    color(writer, "fill", ink);
    if percent < 100 {
        writer.attribute("fill-opacity", &format!("0.{percent:02}"));
    }
    writer.end_empty();
}

fn stroked(writer: &mut Writer, geometry: &Geometry, stroke: &Stroke) {
    begin(writer, geometry);
    writer.attribute("fill", "none");
    color(writer, "stroke", stroke.ink);
    writer.length("stroke-width", stroke.width.0);
    let dashes = dash_tenths(stroke.dash);
    if !dashes.is_empty() {
        writer.attribute(
            "stroke-dasharray",
            &join(&dashes.iter().map(|tenths| tenth(*tenths)).gather(), " "),
        );
    }
    if matches!(geometry, Geometry::Line(_)) {
        writer.attribute("stroke-linejoin", "round");
    }
    writer.end_empty();
}

fn tenth(tenths: i32) -> String {
    if tenths % 10 == 0 {
        format!("{}", tenths / 10)
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

/// Begins the element of a geometry, as far as its own attributes.
fn begin(writer: &mut Writer, geometry: &Geometry) {
    match geometry {
        Geometry::Rect(area, radius) => {
            writer.begin("rect");
            writer.length("x", area.x.0);
            writer.length("y", area.y.0);
            writer.length("width", area.width.0);
            writer.length("height", area.height.0);
            writer.length("rx", radius.0);
        }
        Geometry::Rects(areas) => begin_path(writer, areas, rect_path),
        Geometry::Circles(centres, radius) => {
            begin_path(writer, centres, |path, centre| circle_path(path, centre, *radius));
        }
        Geometry::Line(points) => begin_with_points(writer, "polyline", points),
        Geometry::Polygon(points) => begin_with_points(writer, "polygon", points),
        Geometry::Circle(centre, radius) => {
            writer.begin("circle");
            writer.length("cx", centre.x.0);
            writer.length("cy", centre.y.0);
            writer.length("r", radius.0);
        }
    }
}

/// Many shapes that look alike are one path.
fn begin_path<T>(writer: &mut Writer, all: &[T], draw: impl Fn(&mut String, &T)) {
    let mut path = String::new();
    for one in all {
        draw(&mut path, one);
    }
    writer.begin("path");
    writer.attribute("d", &path);
}

fn rect_path(path: &mut String, area: &Rect) {
    let parts = [
        ("M", area.x.0),
        (" ", area.y.0),
        ("h", area.width.0),
        ("v", area.height.0),
        ("h", -area.width.0),
    ];
    for (step, length) in parts {
        path.push_str(step);
        path.push_str(&number(length));
    }
    path.push('z');
}

/// Two half circles.
fn circle_path(path: &mut String, centre: &Point, radius: Px) {
    let (radius, across) = (number(radius.0), radius.0 * 2);
    path.push('M');
    path.push_str(&number(centre.x.0 - across / 2));
    path.push(' ');
    path.push_str(&number(centre.y.0));
    for far in [across, -across] {
        for part in ["a", &radius, " ", &radius, " 0 1 0 ", &number(far), " 0"] {
            path.push_str(part);
        }
    }
}

fn begin_with_points(writer: &mut Writer, name: &str, points: &[Point]) {
    writer.begin(name);
    writer.attribute("points", &join(&points.iter().map(|point| pair(point, ",")).gather(), " "));
}

fn pair(point: &Point, between: &str) -> String {
    join(&[&number(point.x.0), between, &number(point.y.0)], "")
}

fn segments(writer: &mut Writer, lines: &[(Point, Point)], ink: Ink, width: Px) {
    let mut path = String::new();
    for (from, to) in lines {
        for (step, point) in [("M", from), ("L", to)] {
            path.push_str(step);
            path.push_str(&pair(point, " "));
        }
    }
    writer.begin("path");
    writer.attribute("d", &path);
    color(writer, "stroke", ink);
    writer.length("stroke-width", width.0);
    writer.attribute("fill", "none");
    writer.end_empty();
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
    writer.begin("text");
    writer.length("x", label.at.x.0);
    writer.length("y", label.at.y.0);
    writer.length("font-size", label.size.0);
    writer.attribute("text-anchor", anchor);
    writer.attribute("direction", if rtl { "rtl" } else { "ltr" });
    writer.attribute("unicode-bidi", "isolate");
    writer.attribute("fill", writer.color(label.ink));
    let mut classes = class("fill", label.ink);
    if label.bold {
        writer.attribute("font-weight", "700");
    }
    if label.tabular {
        writer.attribute("font-variant-numeric", "tabular-nums");
    }
    if label.halo {
        classes.push_str(" s-paper");
        writer.attribute("stroke", writer.color(Ink::Paper));
        writer.attribute("stroke-width", "3");
        writer.attribute("stroke-linejoin", "round");
        writer.attribute("paint-order", "stroke");
    }
    writer.attribute("class", &classes);
    writer.end();
    writer.text(&label.text);
    writer.close("text");
}
