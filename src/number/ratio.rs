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
        let scale = scale.min(12);
        let exponent = i32::from(scale) + i32::from(self.denominator.scale())
            - i32::from(self.numerator.scale());
        let power = power(exponent.unsigned_abs())?;
        let (top, bottom) = if exponent >= 0 {
            (self.numerator.units().checked_mul(power).ok_or(Overflow)?, self.denominator.units())
        } else {
            (self.numerator.units(), self.denominator.units().checked_mul(power).ok_or(Overflow)?)
        };
        let sign = if (top < 0) == (bottom < 0) { 1 } else { -1 };
        let (top, bottom) = (top.unsigned_abs(), bottom.unsigned_abs());
        let (whole, rest) = divide(top, bottom);
        let up = rest >= bottom - rest;
        let units = i128::try_from(whole + u128::from(up)).map_err(|_| Overflow)?;
        Decimal::new(sign * units, scale)
    }
}
