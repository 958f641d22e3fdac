//! Drives plotters' drawing area over a scene.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, EmptyElement, PathElement, Polygon, Rectangle};
use plotters::style::{Color, RGBColor, ShapeStyle};

use super::backend::{DisplayList, Manner, Recorder, push_circles, push_label, push_rects};
use super::palette::ink_index;
use super::plan::{Plain, plan};
use crate::chart::{Dash, Geometry, Ink, Item, Point, Px, Rect, Scene, Stroke};
use crate::list::Gather;

/// The display list of a scene: what lies below, marks, what lies above, hover edge, focus ring.
///
/// `focus` and `hover` count marks from 0 in keyboard order.
pub fn display_list(scene: &Scene, focus: Option<usize>, hover: Option<usize>) -> DisplayList {
    let mut list = DisplayList::default();
    let size = (scene.width.0.unsigned_abs(), scene.height.0.unsigned_abs());
    let marks = scene.marks.iter().flat_map(|mark| &mark.items);
    for item in scene.ground.iter().chain(marks).chain(&scene.overlay) {
        paint(&mut list, size, item);
    }
    let target = |index: Option<usize>| Some(scene.marks.get(index?)?.target);
    if let Some(area) = target(hover) {
        ring(&mut list, size, area, Ink::Ink, 1);
    }
    if let Some(area) = target(focus) {
        ring(&mut list, size, area, Ink::FocusOuter, 3);
        ring(&mut list, size, inset(area, -8), Ink::FocusInner, 2);
    }
    list
}

/// The display list of a few items, such as a swatch.
pub fn display_items(items: &[Item]) -> DisplayList {
    let mut list = DisplayList::default();
    for item in items {
        paint(&mut list, (24 * 8, 16 * 8), item);
    }
    list
}

fn inset(area: Rect, by: i32) -> Rect {
    Rect {
        x: Px(area.x.0 + by),
        y: Px(area.y.0 + by),
        width: Px(area.width.0 - 2 * by),
        height: Px(area.height.0 - 2 * by),
    }
}

/// An outline of `width` px around an area.
fn ring(list: &mut DisplayList, size: (u32, u32), area: Rect, ink: Ink, width: i32) {
    let around = Geometry::Rect(inset(area, -8 - width * 4), Px(16));
    let stroke = Stroke { ink, width: Px(width * 8), dash: Dash::Solid };
    draw(list, size, &Plain::Stroke(&around, stroke));
}

fn paint(list: &mut DisplayList, size: (u32, u32), item: &Item) {
    for plain in plan(item) {
        draw(list, size, &plain);
    }
}

/// A colour as an index in the red channel.
fn style(ink: Ink, percent: u8, filled: bool) -> ShapeStyle {
    let color = RGBColor(ink_index(ink), 0, 0).mix(f64::from(percent) / 100.0);
    ShapeStyle { color, filled, stroke_width: 1 }
}

fn fill(list: &mut DisplayList, size: (u32, u32), geometry: &Geometry, ink: Ink, percent: u8) {
    match geometry {
        Geometry::Rects(areas) => push_rects(list, areas, ink_index(ink), percent),
        Geometry::Circles(centres, radius) => {
            push_circles(list, centres, *radius, ink_index(ink), percent);
        }
        one => {
            let manner = Manner { radius: radius(one), ..Manner::PLAIN };
            let area = Recorder::new(list, size, manner, Px(0)).into_drawing_area();
            put(&area, one, style(ink, percent, true));
        }
    }
}

fn draw(list: &mut DisplayList, size: (u32, u32), plain: &Plain<'_>) {
    match plain {
        Plain::Text(label) => push_label(list, label, ink_index(label.ink)),
        Plain::Fill(geometry, ink, percent) => fill(list, size, geometry, *ink, *percent),
        Plain::Stroke(geometry, stroke) => {
            let manner = Manner { dash: stroke.dash, radius: radius(geometry) };
            let area = Recorder::new(list, size, manner, stroke.width).into_drawing_area();
            put(&area, geometry, style(stroke.ink, 100, false));
        }
        Plain::Segments(lines, ink, width) => {
            let area = Recorder::new(list, size, Manner::PLAIN, *width).into_drawing_area();
            for (from, to) in lines {
                put(&area, &Geometry::Line(vec![*from, *to]), style(*ink, 100, false));
            }
        }
        Plain::Spots(spots, ink, radius) => {
            let area = Recorder::new(list, size, Manner::PLAIN, Px(0)).into_drawing_area();
            for spot in spots {
                put(&area, &Geometry::Circle(*spot, *radius), style(*ink, 100, true));
            }
        }
    }
}

const fn radius(geometry: &Geometry) -> Px {
    match geometry {
        Geometry::Rect(_, radius) => *radius,
        _ => Px(0),
    }
}

fn put(area: &DrawingArea<Recorder<'_>, Shift>, geometry: &Geometry, style: ShapeStyle) {
    let at = |point: &Point| (point.x.0, point.y.0);
    // The recorder cannot fail: its error type has no value.
    let _ = match geometry {
        Geometry::Rect(rect, _) => {
            let far = (rect.x.0 + rect.width.0, rect.y.0 + rect.height.0);
            area.draw(&Rectangle::new([(rect.x.0, rect.y.0), far], style))
        }
        Geometry::Line(points) => {
            area.draw(&PathElement::new(points.iter().map(at).gather(), style))
        }
        Geometry::Polygon(points) if style.filled => {
            area.draw(&Polygon::new(points.iter().map(at).gather(), style))
        }
        Geometry::Polygon(points) => {
            let closed = points.iter().chain(points.first()).map(at);
            area.draw(&PathElement::new(closed.gather(), style))
        }
        // Batches go to the list themselves; they have no outline.
        Geometry::Rects(_) | Geometry::Circles(..) => Ok(()),
        Geometry::Circle(centre, radius) => {
            let circle = Circle::new((0, 0), radius.0, style);
            area.draw(&(EmptyElement::at(at(centre)) + circle))
        }
    };
}
