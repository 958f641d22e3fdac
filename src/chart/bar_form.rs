//! What one bar looks like: from the zero line to its value, or a band where no one value is right.

use super::frame::Frame;
use super::pen::{block, line, px, stroke};
use super::prepared::{Datum, Form};
use super::reach::{ARROW, Axis, Reach, Tip, arrow, band};
use super::scale::ValueScale;
use super::scene::{Dash, Fill, Geometry, Ink, Item, Px, Rect, Side, Stroke};
use super::style::form;
use crate::model::Qualifier;
use crate::number::Decimal;

/// The shortest bar: it stands out of the zero line.
const LEAST: f64 = 3.0;
/// Length of the nose of what is surely there.
const NOSE: f64 = 8.0;

/// A figure in its row. Places are distances from the side where reading starts.
pub(super) struct Bar<'a> {
    datum: &'a Datum<'a>,
    frame: Frame,
    zero: f64,
    reach: Reach,
    /// Where what is surely there ends, if the figure goes on from it.
    sure: Option<f64>,
    top: f64,
    bottom: f64,
}

impl<'a> Bar<'a> {
    /// The bar of a datum on a scale; nothing for an absence.
    pub(super) fn new(
        frame: Frame,
        datum: &'a Datum<'a>,
        scale: &ValueScale,
        plot: [f64; 2],
        [top, bottom]: [f64; 2],
    ) -> Option<Self> {
        let mut reach = Reach::new(datum.span.as_ref()?, scale, plot, 0.0);
        let zero = scale.place(0.0, plot[0], plot[1]);
        let mut sure = None;
        if datum.form == Form::Target {
            // Nothing is there yet of what is aimed at.
        } else if reach.tips[1] == Tip::Arrow && reach.low >= zero {
            sure = Some(reach.low);
            reach.high = reach.low + ARROW;
        } else if reach.tips[0] == Tip::Arrow && reach.high <= zero {
            sure = Some(reach.high);
            reach.low = reach.high - ARROW;
        }
        Some(Self { datum, frame, zero, reach, sure, top, bottom })
    }

    /// From where to where it is drawn, its arrow included.
    pub(super) fn extent(&self) -> [f64; 2] {
        [self.reach.low.min(self.zero), self.reach.high.max(self.zero)]
    }

    /// Whether all of it lies below zero.
    pub(super) fn is_below_zero(&self) -> bool {
        self.reach.low < self.zero && self.reach.high <= self.zero
    }

    /// Whether it is a band of more than one value, and no bar from the zero line.
    pub(super) fn is_band(&self) -> bool {
        self.datum.is_bound() && self.sure.is_none()
    }

    /// Whether it is filled, so that words in it are of paper.
    pub(super) fn is_solid(&self) -> bool {
        let is_sharp = self.datum.qualifier != Some(Qualifier::About);
        self.datum.form == Form::Actual && is_sharp && !self.is_band()
    }

    /// From where to where words have room in it.
    pub(super) fn body(&self) -> [f64; 2] {
        match self.sure {
            Some(end) => [self.zero, end - NOSE],
            None if self.is_band() => [self.reach.low, self.reach.high],
            None => [0.0, self.reach.high],
        }
    }

    /// Its shapes, in paint order.
    pub(super) fn items(&self, ink: Ink) -> Vec<Item> {
        let (fill, edge) = form(self.datum.form, ink);
        if let Some(end) = self.sure {
            return self.arrowed(end, fill, edge, ink);
        }
        if self.is_band() {
            return self.band(if self.datum.form == Form::Target { Ink::Ink } else { ink });
        }
        // What is next to nothing is still something, and no blade of nought.
        let is_nought = self.datum.exact.is_some_and(Decimal::is_zero);
        let length = self.reach.high - self.zero;
        let least =
            if is_nought { 0.0 } else { LEAST.copysign(self.datum.value.unwrap_or_default()) };
        let end = if length.abs() < LEAST { self.zero + least } else { self.reach.high };
        let area = self.frame.span(self.zero, end, self.top, self.bottom);
        let is_left = self.frame.is_rtl() == (end >= self.zero);
        vec![match self.datum.qualifier {
            Some(Qualifier::About) if self.datum.form == Form::Actual => {
                let tip = if is_left { Side::Left } else { Side::Right };
                block(area, Fill::Fade(ink, tip), None)
            }
            _ if area.width.0 == 0 => zero_blade(area),
            _ => block(area, fill, edge),
        }]
    }

    fn axis(&self) -> Axis {
        Axis::Row(self.frame, f64::midpoint(self.top, self.bottom))
    }

    /// A band, and a thread to it from a zero line that it does not reach.
    fn band(&self, ink: Ink) -> Vec<Item> {
        let half = (self.bottom - self.top) / 2.0;
        let mut items = band(self.datum.form, self.reach, self.axis(), half, ink);
        let near = self.zero.max(self.reach.low).min(self.reach.high);
        if near != self.zero {
            let end = |along| self.axis().at(along, 0.0);
            items.push(line(end(self.zero), end(near), stroke(ink, 1.5, Dash::Dots)));
        }
        items
    }

    /// What is surely there with an arrow nose, and an open arrow that goes on: at least, more than.
    fn arrowed(&self, end: f64, fill: Fill, edge: Option<Stroke>, ink: Ink) -> Vec<Item> {
        let (axis, half) = (self.axis(), (self.bottom - self.top) / 2.0);
        let out = if self.is_below_zero() { -1.0 } else { 1.0 };
        let shoulder = end - out * NOSE.min((end - self.zero).abs());
        let outline = vec![
            axis.at(self.zero, -half),
            axis.at(shoulder, -half),
            axis.at(end, 0.0),
            axis.at(shoulder, half),
            axis.at(self.zero, half),
        ];
        let shape = Item::Shape { geometry: Geometry::Polygon(outline), fill, stroke: edge };
        let firm = stroke(ink, 2.0, Dash::Solid);
        let mut items = vec![shape];
        items.extend(arrow(axis, end + out * 3.0, end + out * ARROW, out, firm));
        items
    }
}

/// Zero: a 4 px blade on the base line.
fn zero_blade(area: Rect) -> Item {
    let blade = Rect { x: Px(area.x.0 - px(2.0).0), width: px(4.0), ..area };
    block(blade, Fill::Solid(Ink::Ink), None)
}
