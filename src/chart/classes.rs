//! Five or fewer classes without gap or overlap.

use super::captions::captions;
use super::frame::within;
use super::prepared::Datum;
use super::scene::Ink;
use crate::list::{Gather, in_order};
use crate::number::{Bound, Decimal, Interval};
use crate::text::{Lang, NumberFormat, format_number};

/// Most classes, as many as there are sequential colours.
const MOST: usize = 5;

/// Limits between classes, rising. A value on a limit belongs to the class above it.
pub(super) struct Classes {
    limits: Vec<Decimal>,
    low: Decimal,
    high: Decimal,
}

impl Classes {
    /// Given limits, or limits that part the values into five equal shares of their range.
    pub(super) fn new(given: &[Decimal], data: &[Datum<'_>]) -> Self {
        let values: Vec<Decimal> = data.iter().filter_map(|datum| datum.exact).gather();
        Self::of_values(given, &values, MOST)
    }

    /// The same of values, at most so many classes.
    pub(super) fn of_values(given: &[Decimal], values: &[Decimal], most: usize) -> Self {
        let low = values.iter().min().copied().unwrap_or(Decimal::ZERO);
        let high = values.iter().max().copied().unwrap_or(Decimal::ZERO);
        let mut limits: Vec<Decimal> = given.to_vec();
        if limits.is_empty() {
            limits = equal_limits(low, high);
        }
        limits = in_order(limits, Ord::cmp);
        limits.dedup();
        limits.truncate(most - 1);
        Self { limits, low, high }
    }

    /// How many classes there are.
    pub(super) fn count(&self) -> u8 {
        // At most five by construction.
        self.limits.len() as u8 + 1
    }

    /// Colour of a class and of text on it. Classes on both sides of nought go away from it to both sides, the
    /// outermost of the longer side in the strongest colour.
    pub(super) fn inks(&self, class: u8) -> (Ink, Ink) {
        let count = self.count();
        let below = self.limits.iter().filter(|limit| **limit <= Decimal::ZERO).count() as u8;
        // The class that nought lies within has classes below it and above it; with a limit at nought there is none.
        let is_parted = self.limits.contains(&Decimal::ZERO);
        let above = if is_parted { count - below } else { count.saturating_sub(below + 1) };
        let longer = below.max(above);
        let is_signed = self.low < Decimal::ZERO && self.high > Decimal::ZERO;
        if !is_signed || below == 0 || above == 0 || longer > 3 {
            return (Ink::Sequence(class), Ink::SequenceText(class));
        }
        let steps = |away: u8| if longer == 1 { 2 } else { 3 * away / longer };
        let place = if class <= below {
            4 - steps(below + 1 - class)
        } else if class > count - above {
            4 + steps(class - (count - above))
        } else {
            4
        };
        let text = match place {
            1 | 7 => 4,
            2 | 6 => 3,
            _ => 1,
        };
        (Ink::Diverging(place), Ink::SequenceText(text))
    }

    /// The class of a value, 1 for the lowest.
    pub(super) fn of(&self, value: Decimal) -> u8 {
        self.limits.iter().filter(|limit| value >= **limit).count() as u8 + 1
    }

    /// The class that holds all that a figure may be; none where a bound goes beyond one.
    pub(super) fn of_span(&self, span: &Interval) -> Option<u8> {
        let [low, high] = self.reach(span);
        (low == high).then_some(low)
    }

    /// The lowest and the highest class of all that a figure may be.
    fn reach(&self, span: &Interval) -> [u8; 2] {
        let low = span.low.value().map_or(1, |low| self.of(low));
        let high = match span.high {
            Bound::Open => self.count(),
            Bound::Reached(high) => self.of(high),
            // "Fewer than 100" stays below the class that begins with 100.
            Bound::NotReached(high) => {
                self.limits.iter().filter(|limit| high > **limit).count() as u8 + 1
            }
        };
        [low, high]
    }

    /// Whether a figure may lie in a class.
    pub(super) fn may_hold(&self, class: u8, span: &Interval) -> bool {
        let [low, high] = self.reach(span);
        low <= class && class <= high
    }

    /// Where a value lies on a strip of classes of one width, 0 at its low end.
    pub(super) fn position(&self, value: Decimal) -> f64 {
        let class = self.of(value);
        let (from, to) = self.ends(class);
        let span = to.to_f64() - from.to_f64();
        let part = if span > 0.0 { (value.to_f64() - from.to_f64()) / span } else { 0.5 };
        f64::from(class - 1) + within(part, 0.0, 1.0)
    }

    fn ends(&self, class: u8) -> (Decimal, Decimal) {
        let index = usize::from(class);
        let below = index.checked_sub(2).and_then(|one| self.limits.get(one));
        let above = index.checked_sub(1).and_then(|one| self.limits.get(one));
        (below.copied().unwrap_or(self.low), above.copied().unwrap_or(self.high))
    }

    /// Words of a class: «زیر ۱۵»، «۱۵ تا ۲۵»، «۴۵ و بالاتر».
    pub(super) fn words(&self, class: u8, lang: Lang) -> String {
        let words = captions(lang);
        let text = |value: &Decimal| format_number(value, lang, &NumberFormat::GROUPED);
        let index = usize::from(class);
        let below = index.checked_sub(2).and_then(|one| self.limits.get(one));
        let above = index.checked_sub(1).and_then(|one| self.limits.get(one));
        match (below, above) {
            (None, Some(above)) => format!("{} {}", words.under, text(above)),
            (Some(below), Some(above)) => {
                format!("{} {} {}", text(below), words.to, text(above))
            }
            (Some(below), None) => format!("{} {}", text(below), words.and_over),
            (None, None) => String::new(),
        }
    }
}

/// Four limits at whole steps of a round size that cover the range.
fn equal_limits(low: Decimal, high: Decimal) -> Vec<Decimal> {
    let scale = super::scale::ValueScale::new(&[low.to_f64(), high.to_f64()]);
    let inner = scale.ticks().iter().filter(|tick| **tick > low && **tick < high);
    inner.copied().take(MOST - 1).gather()
}
