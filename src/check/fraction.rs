//! Quotients that are rounded only where they are shown.

use crate::model::Operation;
use crate::number::{Bound, Decimal, Interval, Overflow};
use crate::query::above_nought;

/// Decimals of what is too long to be computed on exactly, and the most that are shown.
pub(super) const DECIMALS: u8 = 12;

/// An interval over one divisor above nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fraction {
    top: Interval,
    divisor: Decimal,
}

impl Fraction {
    pub(super) const fn whole(top: Interval) -> Self {
        Self { top, divisor: Decimal::from_int(1) }
    }

    /// The one value, over its divisor.
    pub(super) fn is_negative(self) -> bool {
        self.top.single().is_some_and(Decimal::is_negative)
    }

    /// The same as what divides: nought at its lower end is left out, as of what is there.
    pub(super) fn above_nought(self) -> Self {
        let is_bound = self.top.single().is_none();
        match self.top.low {
            Bound::Reached(low) if is_bound && low.is_zero() => {
                let open = Interval { low: Bound::Open, ..self.top };
                Self { top: above_nought(open), ..self }
            }
            _ => self,
        }
    }

    /// Whether it is nought and nothing else.
    pub(super) fn is_nought(self) -> bool {
        self.top.single().is_some_and(Decimal::is_zero)
    }

    /// Rounded once: a single value to the nearest, ends outwards. What is no quotient stays as it is.
    ///
    /// # Errors
    /// [`Overflow`].
    pub(super) fn rounded(self, scale: u8) -> Result<Interval, Overflow> {
        if self.divisor == Decimal::from_int(1) {
            return Ok(self.top);
        }
        self.top.checked_div_to(Interval::exact(self.divisor), scale)?.ok_or(Overflow)
    }

    /// As it is shown with so many decimals: a single value to the nearest, ends outwards. An upper end that is
    /// not reached but rounded is an "at most", which says less: 5.238 as 5.24.
    ///
    /// # Errors
    /// [`Overflow`].
    pub(super) fn shown(self, decimals: u8) -> Result<Interval, Overflow> {
        let value = self.rounded(decimals)?;
        if let Some(single) = value.single() {
            return Ok(Interval::exact(single.rounded(decimals).trimmed()));
        }
        let low = |end: Decimal| end.floor(decimals).trimmed();
        let high = |end: Decimal| end.ceiling(decimals).trimmed();
        let is_exact = |end| {
            let [shown, top] = [product(end, self.divisor).ok(), self.top.high.value()];
            shown.is_some() && shown == top
        };
        Ok(Interval {
            low: match value.low {
                Bound::Open => Bound::Open,
                Bound::Reached(end) => Bound::Reached(low(end)),
                Bound::NotReached(end) => Bound::NotReached(low(end)),
            },
            high: match value.high {
                Bound::NotReached(end) if is_exact(high(end)) => Bound::NotReached(high(end)),
                end => end.value().map_or(Bound::Open, |end| Bound::Reached(high(end))),
            },
        })
    }

    /// Decimals from `least` on with which two digits of each end are shown, or all there are. A value that is
    /// too long for more than `least` has digits enough.
    pub(super) fn clear_decimals(self, least: u8) -> u8 {
        self.two_digits(least).unwrap_or(least)
    }

    fn two_digits(self, least: u8) -> Result<u8, Overflow> {
        for decimals in least..DECIMALS {
            let [shown, finer] = [self.shown(decimals)?, self.shown(DECIMALS)?];
            let two_digits = Decimal::new(10, decimals)?;
            let is_clear = |shown: Bound, finer: Bound| {
                shown == finer || shown.value().is_none_or(|value| value.abs() >= two_digits)
            };
            if is_clear(shown.low, finer.low) && is_clear(shown.high, finer.high) {
                return Ok(decimals);
            }
        }
        Ok(DECIMALS)
    }

    /// Whether it is more than this, without rounding.
    ///
    /// # Errors
    /// [`Overflow`].
    pub(super) fn is_above(self, limit: Decimal) -> Result<bool, Overflow> {
        let ([own, limit], _) = self.beside(Self::whole(Interval::exact(limit)))?;
        Ok(limit.is_below(&own))
    }

    /// Whether it is this value and no other.
    pub(super) fn is(self, value: Decimal) -> bool {
        let whole = value.checked_mul(self.divisor).ok();
        self.top.single().is_some_and(|top| Some(top.trimmed()) == whole.map(Decimal::trimmed))
    }

    /// `None` for a quotient that is not defined.
    ///
    /// # Errors
    /// [`Overflow`].
    pub(super) fn calculate(
        self,
        operation: Operation,
        other: Self,
    ) -> Result<Option<Self>, Overflow> {
        self.exactly(operation, other).or_else(|Overflow| {
            let [left, right] = [self.shortened()?, other.shortened()?];
            left.exactly(operation, right)
        })
    }

    fn exactly(self, operation: Operation, other: Self) -> Result<Option<Self>, Overflow> {
        match operation {
            Operation::Add | Operation::Subtract => {
                let ([left, right], divisor) = self.beside(other)?;
                let top = match operation {
                    Operation::Add => left.checked_add(right),
                    _ => left.checked_sub(right),
                };
                Ok(Some(Self { top: top?, divisor }))
            }
            Operation::Multiply => Ok(Some(Self {
                top: self.top.checked_mul(other.top)?,
                divisor: product(self.divisor, other.divisor)?,
            })),
            Operation::Divide => self.over(other),
        }
    }

    fn over(self, other: Self) -> Result<Option<Self>, Overflow> {
        let Some(by) = other.top.single() else {
            let bottom = times(other.top, self.divisor)?;
            let quotient = times(self.top, other.divisor)?.checked_div(bottom)?;
            return Ok(quotient.map(Self::whole));
        };
        if by.is_zero() {
            return Ok(None);
        }
        let above = if by.is_negative() { other.divisor.negated() } else { other.divisor };
        let divisor = product(self.divisor, by.abs())?;
        Ok(Some(Self { top: times(self.top, above)?, divisor }))
    }

    /// Both over the same divisor.
    ///
    /// # Errors
    /// [`Overflow`].
    pub(super) fn beside(self, other: Self) -> Result<([Interval; 2], Decimal), Overflow> {
        if self.divisor == other.divisor {
            return Ok(([self.top, other.top], self.divisor));
        }
        let tops = [times(self.top, other.divisor)?, times(other.top, self.divisor)?];
        Ok((tops, product(self.divisor, other.divisor)?))
    }

    /// # Errors
    /// [`Overflow`].
    pub(super) fn shortened(self) -> Result<Self, Overflow> {
        self.rounded(DECIMALS).map(Self::whole)
    }
}

fn times(interval: Interval, factor: Decimal) -> Result<Interval, Overflow> {
    interval.checked_mul(Interval::exact(factor))
}

fn product(left: Decimal, right: Decimal) -> Result<Decimal, Overflow> {
    left.checked_mul(right).map(Decimal::trimmed)
}
