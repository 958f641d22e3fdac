//! Form carries the meaning: fill, edge and end of a mark from stage, precision and absence.

use super::frame::Frame;
use super::pen::{Type, block, line, point, px, stroke};
use super::prepared::{Datum, Form};
use super::scene::{Dash, Fill, Geometry, Ink, Item, Rect, Side, Stroke};
use crate::model::{Missing, Qualifier};

/// Fill and edge of a figure in a colour.
pub(super) fn form(form: Form, ink: Ink) -> (Fill, Option<Stroke>) {
    match form {
        Form::Actual | Form::Target => (Fill::Solid(ink), None),
        Form::InHand => (Fill::LowerHalf(ink), Some(stroke(ink, 2.0, Dash::Solid))),
        Form::Unstated => (Fill::Tint(ink), Some(stroke(ink, 2.0, Dash::Dots))),
        Form::Estimated => (Fill::Tint(ink), Some(stroke(ink, 2.0, Dash::Reference))),
        Form::Approved => (Fill::Tint(ink), Some(stroke(ink, 2.0, Dash::Solid))),
        Form::Planned => (Fill::Hatch(ink), Some(stroke(ink, 2.0, Dash::Planned))),
        Form::Forecast => (Fill::None, Some(stroke(ink, 2.0, Dash::Dots))),
        Form::Carried => (Fill::None, Some(stroke(ink, 2.0, Dash::Solid))),
    }
}

/// A bar from the zero line, with the end that its precision asks for. `tip` is its far side.
pub(super) fn bar(datum: &Datum, area: Rect, ink: Ink, tip: Side) -> Vec<Item> {
    let (fill, edge) = form(datum.form, ink);
    match datum.qualifier {
        Some(Qualifier::About) if datum.form == Form::Actual => {
            vec![block(area, Fill::Fade(ink, tip), None)]
        }
        Some(Qualifier::AtMost | Qualifier::LessThan) => {
            vec![band(area, ink)]
        }
        Some(Qualifier::AtLeast | Qualifier::MoreThan) => arrowed(area, fill, edge, ink, tip),
        _ if area.width.0 == 0 => vec![zero_blade(area)],
        _ => vec![block(area, fill, edge)],
    }
}

/// All that a bound may be. Never a solid end, which would be one value.
pub(super) fn band(area: Rect, ink: Ink) -> Item {
    block(area, Fill::Dots(ink), Some(stroke(ink, 1.0, Dash::Reference)))
}

/// Zero: a 4 px blade on the base line.
fn zero_blade(area: Rect) -> Item {
    let blade = Rect { x: px_add(area.x, -2.0), width: px(4.0), ..area };
    block(blade, Fill::Solid(Ink::Ink), None)
}

/// A bar with an arrow nose and an open arrow that goes on: at least, more than.
fn arrowed(area: Rect, fill: Fill, edge: Option<Stroke>, ink: Ink, tip: Side) -> Vec<Item> {
    let nose = 8.0;
    let (left, right) = (area.x.css(), area.x.css() + area.width.css());
    let (top, bottom) = (area.y.css(), area.y.css() + area.height.css());
    let middle = f64::midpoint(top, bottom);
    let (base, end, on) = match tip {
        Side::Left => (right, left, -1.0),
        Side::Right => (left, right, 1.0),
    };
    let shoulder = end - on * nose;
    let outline = vec![
        point(base, top),
        point(shoulder, top),
        point(end, middle),
        point(shoulder, bottom),
        point(base, bottom),
    ];
    let shaft = stroke(ink, 2.0, Dash::Solid);
    let head = Geometry::Line(vec![
        point(end + on * 12.0, middle - 4.0),
        point(end + on * 16.0, middle),
        point(end + on * 12.0, middle + 4.0),
    ]);
    vec![
        Item::Shape { geometry: Geometry::Polygon(outline), fill, stroke: edge },
        line(point(end + on * 3.0, middle), point(end + on * 16.0, middle), shaft),
        Item::Shape { geometry: head, fill: Fill::None, stroke: Some(shaft) },
    ]
}

/// An absence in full size: slot, cross hatch, dash or question mark, with its word.
pub(super) fn absence(
    frame: Frame,
    datum: &Datum,
    from: f64,
    to: f64,
    top: f64,
    bottom: f64,
) -> Vec<Item> {
    let area = frame.span(from, to, top, bottom);
    let baseline = f64::midpoint(top, bottom) + 4.5;
    let word = frame.begin(Type::new(12.0, Ink::Ink3).halo(), from + 10.0, baseline, &datum.text);
    let slot = stroke(Ink::Axis, 1.5, Dash::Slot);
    let shape = match datum.missing {
        Some(Missing::Withheld) => {
            block(area, Fill::CrossHatch(Ink::Axis), Some(stroke(Ink::Axis, 1.5, Dash::Solid)))
        }
        Some(Missing::NotApplicable) => {
            let middle = f64::midpoint(top, bottom);
            let end = |distance: f64| point(frame.across(distance), middle);
            line(end(from), end(from + 8.0), stroke(Ink::Axis, 2.0, Dash::Solid))
        }
        _ => block(area, Fill::None, Some(slot)),
    };
    vec![shape, word]
}

fn px_add(length: super::scene::Px, more: f64) -> super::scene::Px {
    super::scene::Px(length.0 + px(more).0)
}
