//! One file for each kind of mark.

mod aim;
mod apart;
mod bar;
mod classed;
mod distribution;
mod dot;
mod funnel;
mod heat;
mod line;
mod line_label;
mod map;
mod pair;
mod rows;
mod scatter;
mod slope;
mod stack;
mod strip;
mod tile;
mod timeline;
mod waterfall;

pub(super) use bar::bar;
pub(super) use distribution::distribution;
pub(super) use dot::dot;
pub(super) use funnel::funnel;
pub(super) use heat::heat;
pub(super) use line::line;
pub(super) use map::map;
pub(super) use pair::pair;
pub(super) use scatter::scatter;
pub(super) use slope::{between_slopes, slope};
pub(super) use stack::stack;
pub(super) use tile::tile_map;
pub(super) use timeline::timeline;
pub(super) use waterfall::waterfall;

use super::pen::{px, stroke};
use super::prepared::{Datum, Form};
use super::scene::{Dash, Fill, Geometry, Ink, Item, Mark, Point, Px, Rect};
use crate::model::Qualifier;

/// A mark of one series; `row` is its row in the table.
const fn mark_of(row: usize, target: Rect, items: Vec<Item>) -> Mark {
    Mark { items, target, series: 0, panel: 0, row }
}

/// A point in a colour: solid for what is settled and done, else hollow.
fn marked(geometry: Geometry, ink: Ink, form: Form) -> Item {
    let is_hollow = form != Form::Actual;
    let fill = Fill::Solid(if is_hollow { Ink::Paper } else { ink });
    Item::Shape { geometry, fill, stroke: is_hollow.then(|| stroke(ink, 2.0, Dash::Solid)) }
}

/// A haze around a point that is only about there.
fn nearness(datum: &Datum<'_>, at: Point, ink: Ink) -> Option<Item> {
    let geometry = Geometry::Circle(at, px(10.0));
    let haze =
        Item::Shape { geometry, fill: Fill::Tint(ink), stroke: Some(stroke(ink, 1.0, Dash::Dots)) };
    Some(haze).filter(|_| datum.qualifier == Some(Qualifier::About))
}

/// ◆ around a point.
fn diamond(at: Point, half: Px) -> Geometry {
    let (x, y) = (at.x, at.y);
    let corner = |across: i32, down: i32| Point { x: Px(x.0 + across), y: Px(y.0 + down) };
    Geometry::Polygon(vec![
        corner(-half.0, 0),
        corner(0, -half.0),
        corner(half.0, 0),
        corner(0, half.0),
    ])
}
