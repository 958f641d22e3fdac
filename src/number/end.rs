//! Ends of intervals as points of a number line that has both infinities.

use std::cmp::Ordering;

use super::{Bound, Decimal, Overflow};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Point {
    Below,
    At(Decimal),
    Above,
}

/// One end. An infinite one is never reached.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    point: Point,
    reached: bool,
}

impl End {
    pub(super) fn low(bound: Bound) -> Self {
        Self::of(bound, Point::Below)
    }

    pub(super) fn high(bound: Bound) -> Self {
        Self::of(bound, Point::Above)
    }

    fn of(bound: Bound, open: Point) -> Self {
        match bound {
            Bound::Open => Self { point: open, reached: false },
            Bound::Reached(value) => Self::at(value, true),
            Bound::NotReached(value) => Self::at(value, false),
        }
    }

    fn at(value: Decimal, reached: bool) -> Self {
        Self { point: Point::At(value), reached }
    }

    pub(super) fn bound(self) -> Bound {
        match (self.point, self.reached) {
            (Point::At(value), true) => Bound::Reached(value),
            (Point::At(value), false) => Bound::NotReached(value),
            _ => Bound::Open,
        }
    }

    fn is_zero(self) -> bool {
        matches!(self.point, Point::At(value) if value.is_zero())
    }

    fn is_negative(self) -> bool {
        match self.point {
            Point::Below => true,
            Point::At(value) => value.is_negative(),
            Point::Above => false,
        }
    }

    fn infinite(negative: bool) -> Self {
        Self { point: if negative { Point::Below } else { Point::Above }, reached: false }
    }

    /// The product of two ends. Nought times anything is nought, also beside an open end: whatever
    /// stands there is a number.
    pub(super) fn times(self, other: Self) -> Result<Self, Overflow> {
        if self.is_zero() || other.is_zero() {
            let reached = (self.is_zero() && self.reached) || (other.is_zero() && other.reached);
            return Ok(Self::at(Decimal::ZERO, reached));
        }
        match (self.point, other.point) {
            (Point::At(left), Point::At(right)) => {
                Ok(Self::at(left.checked_mul(right)?, self.reached && other.reached))
            }
            _ => Ok(Self::infinite(self.is_negative() != other.is_negative())),
        }
    }

    /// The lower of two low ends; of two at one point the one that is reached.
    pub(super) fn lower(self, other: Self) -> Self {
        self.nearer(other, Ordering::Less)
    }

    /// The higher of two high ends; of two at one point the one that is reached.
    pub(super) fn higher(self, other: Self) -> Self {
        self.nearer(other, Ordering::Greater)
    }

    fn nearer(self, other: Self, wanted: Ordering) -> Self {
        match self.point.cmp(&other.point) {
            Ordering::Equal if other.reached => other,
            order if order == wanted || order == Ordering::Equal => self,
            _ => other,
        }
    }
}
