//! What a bounded figure says: a lower and an upper end, each reached or not.

use super::end::End;
use super::{Decimal, Overflow, Ratio};

/// Decimals kept in a quotient that is computed further.
const QUOTIENT_SCALE: u8 = 12;

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

impl Bound {
    /// The value at this end, reached or not.
    pub const fn value(self) -> Option<Decimal> {
        match self {
            Self::Open => None,
            Self::Reached(value) | Self::NotReached(value) => Some(value),
        }
    }

    fn negated(self) -> Self {
        match self {
            Self::Open => Self::Open,
            Self::Reached(value) => Self::Reached(value.negated()),
            Self::NotReached(value) => Self::NotReached(value.negated()),
        }
    }
}

/// All values a figure may have.
///
/// Arithmetic gives every value that can come of one value of each side, and no other (an end of a
/// quotient is rounded outwards, to twelve decimals):
///
/// ```
/// use hamyar::number::{Bound, Decimal, Interval};
/// let part = Interval::exact(Decimal::from_int(2_200));
/// let whole = Interval { low: Bound::NotReached(Decimal::from_int(42_000)), high: Bound::Open };
/// let share = part.checked_div(whole).unwrap().unwrap();
/// let most = Decimal::parse("0.052380952381").unwrap();
/// assert_eq!(share, Interval { low: Bound::NotReached(Decimal::ZERO), high: Bound::NotReached(most) });
/// ```
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
    pub fn single(&self) -> Option<Decimal> {
        match (self.low, self.high) {
            (Bound::Reached(low), Bound::Reached(high)) if low == high => Some(low),
            _ => None,
        }
    }

    /// Whether the value is one of those that the interval allows.
    pub fn contains(self, value: Decimal) -> bool {
        let above = match self.low {
            Bound::Open => true,
            Bound::Reached(low) => low <= value,
            Bound::NotReached(low) => low < value,
        };
        let below = match self.high {
            Bound::Open => true,
            Bound::Reached(high) => value <= high,
            Bound::NotReached(high) => value < high,
        };
        above && below
    }

    /// Whether every value of this interval is one of the other.
    pub fn is_inside(self, other: Self) -> bool {
        starts_within(self.low, other.low)
            && starts_within(self.high.negated(), other.high.negated())
    }

    /// Whether every value of this interval is less than every value of the other.
    pub fn is_below(&self, other: &Self) -> bool {
        ends_before(self.high, other.low)
    }

    /// Whether no value belongs to both.
    pub fn is_apart_from(self, other: Self) -> bool {
        self.is_below(&other) || other.is_below(&self)
    }

    /// All sums of one value of each: ends add, an open end stays open.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn checked_add(self, other: Self) -> Result<Self, Overflow> {
        Ok(Self { low: add_ends(self.low, other.low)?, high: add_ends(self.high, other.high)? })
    }

    /// All differences of one value of each.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn checked_sub(self, other: Self) -> Result<Self, Overflow> {
        self.checked_add(other.negated())
    }

    /// All products of one value of each.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn checked_mul(self, other: Self) -> Result<Self, Overflow> {
        let mut corners = Vec::with_capacity(4);
        for left in self.ends() {
            for right in other.ends() {
                corners.push(left.times(right)?);
            }
        }
        around(&corners).ok_or(Overflow)
    }

    /// All quotients of one value of each; `None` where nought is among the divisors, for which a
    /// quotient is not defined.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn checked_div(self, divisor: Self) -> Result<Option<Self>, Overflow> {
        self.checked_div_to(divisor, QUOTIENT_SCALE)
    }

    /// As [`Interval::checked_div`], rounded once, to `scale` decimals (at most 12): for a quotient
    /// that is shown. Rounding it again would take 50.0000004999999 to 50.000001. A single value goes
    /// to the nearest decimal, ends go outwards, so that nothing is left out.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn checked_div_to(self, divisor: Self, scale: u8) -> Result<Option<Self>, Overflow> {
        if divisor.contains(Decimal::ZERO) {
            return Ok(None);
        }
        if let (Some(top), Some(bottom)) = (self.single(), divisor.single()) {
            let value = Ratio::new(top, bottom).ok_or(Overflow)?.rounded(scale)?;
            return Ok(Some(Self::exact(value)));
        }
        let divides_below = divisor.high.value().is_some_and(|high| high <= Decimal::ZERO);
        let [top, divisor] =
            if divides_below { [self.negated(), divisor.negated()] } else { [self, divisor] };
        let high = top.negated().low_over(divisor, scale)?.negated();
        Ok(Some(Self { low: top.low_over(divisor, scale)?, high }))
    }

    fn negated(self) -> Self {
        Self { low: self.high.negated(), high: self.low.negated() }
    }

    /// The lower end of all quotients by a divisor that lies above nought: what is negative is least
    /// over little, what is positive over much. An open end beyond leads to nought, a divisor that
    /// begins at nought to no end at all. Rounded down, so that no quotient is left out.
    fn low_over(self, divisor: Self, scale: u8) -> Result<Bound, Overflow> {
        let Some(top) = self.low.value().filter(|top| !top.is_zero()) else { return Ok(self.low) };
        let end = if top.is_negative() { divisor.low } else { divisor.high };
        let Some(bottom) = end.value() else { return Ok(Bound::NotReached(Decimal::ZERO)) };
        let Some(quotient) = Ratio::new(top, bottom) else { return Ok(Bound::Open) };
        let [low, _] = quotient.around(scale)?;
        Ok(match (self.low, end) {
            (Bound::Reached(_), Bound::Reached(_)) => Bound::Reached(low),
            _ => Bound::NotReached(low),
        })
    }

    fn ends(self) -> [End; 2] {
        [End::low(self.low), End::high(self.high)]
    }
}

/// The smallest interval around all corners.
fn around(corners: &[End]) -> Option<Interval> {
    let low = corners.iter().copied().reduce(End::lower)?;
    let high = corners.iter().copied().reduce(End::higher)?;
    Some(Interval { low: low.bound(), high: high.bound() })
}

/// Whether what begins at `inner` lies wholly in what begins at `outer`.
fn starts_within(inner: Bound, outer: Bound) -> bool {
    match (inner, outer) {
        (_, Bound::Open) => true,
        (Bound::Open, _) => false,
        (Bound::Reached(inner), Bound::NotReached(outer)) => inner > outer,
        (Bound::Reached(inner) | Bound::NotReached(inner), _) => {
            outer.value().is_some_and(|outer| inner >= outer)
        }
    }
}

/// Whether what ends at `high` has no value in common with what begins at `low`.
fn ends_before(high: Bound, low: Bound) -> bool {
    match (high, low) {
        (Bound::Reached(high), Bound::Reached(low)) => high < low,
        _ => high.value().zip(low.value()).is_some_and(|(high, low)| high <= low),
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
