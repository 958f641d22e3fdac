//! Form carries the meaning: fill and edge of a mark from stage and absence.

use super::frame::Frame;
use super::pen::{Type, block, line, point, stroke};
use super::prepared::{Datum, Form};
use super::scene::{Dash, Fill, Ink, Item, Stroke};
use crate::model::Missing;

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

/// An absence in full size: slot, cross hatch, dash or question mark, with its word.
pub(super) fn absence(
    frame: Frame,
    datum: &Datum<'_>,
    from: f64,
    to: f64,
    top: f64,
    bottom: f64,
) -> Vec<Item> {
    let area = frame.span(from, to, top, bottom);
    let baseline = f64::midpoint(top, bottom) + 4.5;
    let kind = Type::new(12.0, Ink::Ink3).halo();
    // Beside a hatch, which no letters can be read on.
    let beside = to + 8.0;
    let fits = beside + kind.width(datum.text()) <= frame.width;
    let is_hatched = datum.missing == Some(Missing::Withheld);
    let at = if is_hatched && fits { beside } else { from + 10.0 };
    let word = frame.begin(kind, at, baseline, datum.text());
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

/// Series take 1, 3, 2, 4 and so on; one series alone takes 1.
pub(super) fn series_ink(index: usize, count: usize) -> Ink {
    const ORDER: [u8; 8] = [1, 3, 2, 4, 5, 6, 7, 8];
    if count <= 1 {
        return Ink::Category(1);
    }
    Ink::Category(ORDER.get(index % ORDER.len()).copied().unwrap_or(8))
}

/// Colours with at least 4.5:1 on the card in both themes.
pub(super) fn readable(ink: Ink) -> bool {
    matches!(ink, Ink::Category(3 | 4 | 5 | 8))
}
