//! What a bounded figure says: a lower and an upper end, each reached or not.

use super::{Decimal, Overflow};

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Nothing is said about this end.
    Open,
    /// The value itself belongs to the interval (at least, at most).
    Reached(Decimal),
    /// The value itself does not belong (more than, fewer than).
    NotReached(Decimal),
}

/// All values a figure may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Lower end.
    pub low: Bound,
    /// Upper end.
    pub high: Bound,
}

impl Interval {
    /// Exactly one value.
    pub const fn exact(value: Decimal) -> Self {
        Self { low: Bound::Reached(value), high: Bound::Reached(value) }
    }

    /// The one value, when there is only one.
    pub fn single(self) -> Option<Decimal> {
        match (self.low, self.high) {
            (Bound::Reached(low), Bound::Reached(high)) if low == high => Some(low),
            _ => None,
        }
    }

    /// All sums of one value of each: ends add, an open end stays open.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn checked_add(self, other: Self) -> Result<Self, Overflow> {
        Ok(Self { low: add_ends(self.low, other.low)?, high: add_ends(self.high, other.high)? })
    }
}

fn add_ends(left: Bound, right: Bound) -> Result<Bound, Overflow> {
    Ok(match (left, right) {
        (Bound::Open, _) | (_, Bound::Open) => Bound::Open,
        (Bound::Reached(a), Bound::Reached(b)) => Bound::Reached(a.checked_add(b)?),
        (Bound::Reached(a) | Bound::NotReached(a), Bound::Reached(b) | Bound::NotReached(b)) => {
            Bound::NotReached(a.checked_add(b)?)
        }
    })
}
