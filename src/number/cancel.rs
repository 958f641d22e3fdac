//! Common factors of what stands above and below a line.

use super::divide::divide;
use super::{Bound, Interval};

impl Interval {
    /// Both without the largest whole number that divides all their ends: products of them are
    /// smaller, and their quotient is the same.
    ///
    /// ```
    /// use hamyar::number::{Decimal, Interval};
    /// let [top, bottom] = [6_000, 9_000].map(|value| Interval::exact(Decimal::from_int(value)));
    /// let [two, three] = [2, 3].map(|value| Interval::exact(Decimal::from_int(value)));
    /// assert_eq!(top.cancelled(bottom), [two, three]);
    /// ```
    #[must_use]
    pub fn cancelled(self, other: Self) -> [Self; 2] {
        let ends = [self.low, self.high, other.low, other.high];
        let ends = ends.into_iter().filter_map(Bound::value);
        let factor = ends.fold(0, |factor, end| common(factor, end.units().unsigned_abs()));
        match i128::try_from(factor) {
            Ok(factor) if factor > 1 => [self, other].map(|one| one.divided(factor)),
            _ => [self, other],
        }
    }

    /// With ends that `factor` divides.
    fn divided(self, factor: i128) -> Self {
        let bound = |bound| match bound {
            Bound::Open => Bound::Open,
            Bound::Reached(end) => Bound::Reached(end.divided(factor)),
            Bound::NotReached(end) => Bound::NotReached(end.divided(factor)),
        };
        Self { low: bound(self.low), high: bound(self.high) }
    }
}

/// The largest number that divides both; of nought and a number, the number.
fn common(one: u128, other: u128) -> u128 {
    let (mut large, mut small) = (one, other);
    while small > 0 {
        (large, small) = (small, divide(large, small).1);
    }
    large
}
