//! The room a chart has, and which side its categories start at.

use super::options::Options;
use super::pen::{Type, direction_of, point, rect};
use super::scene::{Anchor, Ink, Item, Rect};
use crate::number::Decimal;
use crate::text::{Direction, Lang, NumberFormat, format_number};

/// Width under which labels stand above bars and columns are stacked.
const COMPACT: f64 = 560.0;

/// Width, direction and language of one layout.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) direction: Direction,
    pub(super) lang: Lang,
}

/// The labels of an axis of values.
pub(super) const fn tick_type() -> Type {
    Type::new(13.0, Ink::Ink3)
}

impl Frame {
    pub(super) fn new(options: &Options) -> Self {
        Self { width: options.width(), direction: options.direction(), lang: options.lang }
    }

    /// A number as the labels of an axis write it.
    pub(super) fn number(self, value: &Decimal) -> String {
        format_number(value, self.lang, &NumberFormat::GROUPED)
    }

    /// Every how many ticks one has room for its label on an axis of a length. The last may have to
    /// move inwards by half of itself.
    pub(super) fn label_step(self, ticks: &[Decimal], length: f64) -> usize {
        let width = |tick| tick_type().width(&self.number(tick));
        let widest = ticks.iter().map(width).fold(0.0, f64::max);
        let steps = ticks.len().saturating_sub(1).max(1) as f64;
        ((widest * 1.5 + 4.0) * steps / length).ceil().max(1.0) as usize
    }

    pub(super) fn compact(self) -> bool {
        self.width < COMPACT
    }

    pub(super) fn is_rtl(self) -> bool {
        self.direction == Direction::Rtl
    }

    /// A place by its distance from the side where reading starts.
    pub(super) fn across(self, distance: f64) -> f64 {
        if self.is_rtl() { self.width - distance } else { distance }
    }

    /// A rectangle by distances from the starting side.
    pub(super) fn span(self, from: f64, to: f64, top: f64, bottom: f64) -> Rect {
        let (one, other) = (self.across(from), self.across(to));
        rect(one.min(other), top, one.max(other), bottom)
    }

    /// A label that begins at a distance from the starting side.
    pub(super) fn begin(self, kind: Type, distance: f64, baseline: f64, text: &str) -> Item {
        let anchor = if self.is_rtl() { Anchor::Right } else { Anchor::Left };
        self.label(kind, distance, baseline, anchor, text)
    }

    /// A label that ends at a distance from the starting side.
    pub(super) fn end(self, kind: Type, distance: f64, baseline: f64, text: &str) -> Item {
        let anchor = if self.is_rtl() { Anchor::Left } else { Anchor::Right };
        self.label(kind, distance, baseline, anchor, text)
    }

    /// A label around a distance from the starting side.
    pub(super) fn middle(self, kind: Type, distance: f64, baseline: f64, text: &str) -> Item {
        self.label(kind, distance, baseline, Anchor::Middle, text)
    }

    fn label(self, kind: Type, distance: f64, baseline: f64, anchor: Anchor, text: &str) -> Item {
        let at = point(self.across(distance), baseline);
        Item::Label(kind.at(at, anchor, text, self.text_direction(text)))
    }

    /// Base direction of a text in this language.
    pub(super) fn text_direction(self, text: &str) -> Direction {
        direction_of(text, self.lang.direction())
    }
}

/// A place within its limits. Where they cross (a label wider than its plot) the lower one holds:
/// unlike `f64::clamp` this never panics, and it brings no formatting of floats with it.
pub(super) fn within(value: f64, least: f64, most: f64) -> f64 {
    value.min(most).max(least)
}

/// What a mark kind makes.
#[derive(Default)]
pub(super) struct Drawing {
    pub(super) height: f64,
    pub(super) ground: Vec<Item>,
    pub(super) marks: Vec<super::scene::Mark>,
    pub(super) overlay: Vec<Item>,
    pub(super) legend: Vec<super::scene::LegendEntry>,
}
