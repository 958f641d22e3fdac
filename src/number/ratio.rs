//! A quotient kept exact until it is shown.

use super::decimal::power;
use super::divide::divide;
use super::{Decimal, Overflow};

/// `numerator ÷ denominator`, with a denominator that is not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    numerator: Decimal,
    denominator: Decimal,
}

impl Ratio {
    /// `None` when the denominator is zero: the quotient is not defined, which is not zero.
    pub fn new(numerator: Decimal, denominator: Decimal) -> Option<Self> {
        (!denominator.is_zero()).then_some(Self { numerator, denominator })
    }

    /// The quotient rounded half away from zero to `scale` decimals (at most 12).
    ///
    /// ```
    /// use hamyar::number::{Decimal, Ratio};
    /// let share = Ratio::new(Decimal::from_int(164_800), Decimal::from_int(2_327)).unwrap();
    /// assert_eq!(share.rounded(2).unwrap().to_string(), "70.82");
    /// ```
    ///
    /// # Errors
    /// [`Overflow`] when 128 bits do not hold the widened numerator.
    pub fn rounded(self, scale: u8) -> Result<Decimal, Overflow> {
        let parts = self.parts(scale)?;
        parts.decimal(parts.rest >= parts.divisor - parts.rest)
    }

    /// The nearest decimals of `scale` places (at most 12) not above and not below the quotient.
    ///
    /// # Errors
    /// [`Overflow`], as [`Ratio::rounded`].
    pub(super) fn around(self, scale: u8) -> Result<[Decimal; 2], Overflow> {
        let parts = self.parts(scale)?;
        let (inner, outer) = (parts.decimal(false)?, parts.decimal(parts.rest > 0)?);
        Ok(if parts.is_negative { [outer, inner] } else { [inner, outer] })
    }

    fn parts(self, scale: u8) -> Result<Parts, Overflow> {
        let scale = scale.min(12);
        let exponent = i32::from(scale) + i32::from(self.denominator.scale())
            - i32::from(self.numerator.scale());
        let power = power(exponent.unsigned_abs())?;
        let (top, bottom) = if exponent >= 0 {
            (self.numerator.units().checked_mul(power).ok_or(Overflow)?, self.denominator.units())
        } else {
            (self.numerator.units(), self.denominator.units().checked_mul(power).ok_or(Overflow)?)
        };
        let is_negative = (top < 0) != (bottom < 0);
        let divisor = bottom.unsigned_abs();
        let (whole, rest) = divide(top.unsigned_abs(), divisor);
        Ok(Parts { is_negative, whole, rest, divisor, scale })
    }
}

/// A quotient without its sign: the whole units of its last place, and what is left of the divisor.
struct Parts {
    is_negative: bool,
    whole: u128,
    rest: u128,
    divisor: u128,
    scale: u8,
}

impl Parts {
    /// With the last place as it is, or one up.
    fn decimal(&self, up: bool) -> Result<Decimal, Overflow> {
        let units = i128::try_from(self.whole + u128::from(up)).map_err(|_| Overflow)?;
        Decimal::new(if self.is_negative { -units } else { units }, self.scale)
    }
}
