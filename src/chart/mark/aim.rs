//! An aim in the row of what was reached of it: a blade across the bar.

use super::bar::value_type;
use super::rows::RowBox;
use crate::chart::columns::detail_type;
use crate::chart::frame::Frame;
use crate::chart::pen::{line, point, stroke};
use crate::chart::prepared::{Datum, Form};
use crate::chart::scene::{Dash, Fill, Geometry, Ink, Item};
use crate::list::join;

/// Between what was reached and the aim, in words.
pub(super) const GAP: f64 = 10.0;
/// Half of the base of the wedge on a blade.
const WEDGE: f64 = 4.0;

/// Whether of two figures of one place one is an aim and the other what was reached of it, each one value.
pub(super) fn is_aimed(one: &Datum<'_>, other: &Datum<'_>) -> bool {
    let is_plain =
        |datum: &Datum<'_>| datum.value.is_some_and(|value| value >= 0.0) && !datum.is_bound();
    // Beside its value an aim has room for this word and no other.
    let is_aim = |datum: &Datum<'_>| datum.form == Form::Target && datum.detail == datum.form_word;
    let is_one =
        is_aim(one) && other.form != Form::Target || is_aim(other) && one.form != Form::Target;
    is_one && one.name == other.name && one.rank == other.rank && is_plain(one) && is_plain(other)
}

/// An ink blade across the row, with a wedge on it, so that nobody takes it for a value of nought.
pub(super) fn blade(frame: Frame, at: f64, row: &RowBox) -> Vec<Item> {
    let (x, top) = (frame.across(at), row.bar_top);
    let ink = stroke(Ink::Ink, 3.0, Dash::Solid);
    let wedge = vec![point(x - WEDGE, top), point(x + WEDGE, top), point(x, top + 2.0 * WEDGE)];
    let fill = Fill::Solid(Ink::Ink);
    vec![
        line(point(x, top), point(x, row.bar_bottom), ink),
        Item::Shape { geometry: Geometry::Polygon(wedge), fill, stroke: None },
    ]
}

/// An aim in words: «هدف ۱۵».
pub(super) fn words(datum: &Datum<'_>) -> String {
    join(&[datum.form_word.as_str(), datum.text()], " ")
}

/// How wide the words beyond a bar and the aim in its row are; nothing for two rows.
pub(super) fn room(two: &[&Datum<'_>]) -> f64 {
    let [one, other] = two else { return 0.0 };
    if !is_aimed(one, other) {
        return 0.0;
    }
    let width = |datum: &Datum<'_>| match datum.form {
        Form::Target => detail_type().width(&words(datum)),
        _ => value_type().width(datum.text()),
    };
    width(one) + GAP + width(other)
}
