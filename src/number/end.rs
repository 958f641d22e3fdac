//! Ends of intervals as points of a number line that has both infinities.

use std::cmp::Ordering;

use super::{Bound, Decimal, Overflow, Ratio};

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

    /// The quotient of two ends, rounded down and up; `None` between two infinite ones, which the
    /// other pairs decide.
    ///
    /// `divides_below` says on which side of nought the whole divisor lies: a divisor end at nought
    /// (never reached) leads to the infinity of that side. Rounding to `scale` decimals keeps the order
    /// of quotients, so that what lies between two ends still lies between the rounded ones.
    pub(super) fn over(
        self,
        divisor: Self,
        divides_below: bool,
        scale: u8,
    ) -> Result<Option<[Self; 2]>, Overflow> {
        let end = |end| Some([end; 2]);
        if self.is_zero() {
            return Ok(end(Self::at(Decimal::ZERO, self.reached)));
        }
        Ok(match (self.point, divisor.point) {
            (Point::At(_), Point::At(bottom)) if bottom.is_zero() => {
                end(Self::infinite(self.is_negative() != divides_below))
            }
            (Point::At(top), Point::At(bottom)) => {
                let quotient = Ratio::new(top, bottom).ok_or(Overflow)?;
                let reached = self.reached && divisor.reached;
                Some(quotient.around(scale)?.map(|value| Self::at(value, reached)))
            }
            (Point::At(_), _) => end(Self::at(Decimal::ZERO, false)),
            (_, Point::At(_)) => end(Self::infinite(self.is_negative() != divides_below)),
            _ => None,
        })
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
