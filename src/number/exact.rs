//! A sum of quotients that is rounded nowhere on its way.

use std::cmp::Ordering;

use super::{Decimal, Overflow, Whole};

/// A sum of quotients from nought up, exact whatever their denominators are.
///
/// ```
/// use hamyar::number::{Decimal, ExactSum};
/// let [one, three] = [1, 3].map(Decimal::from_int);
/// let third = ExactSum::quotient(one, three).unwrap();
/// let whole = third.plus(&third).plus(&third);
/// assert_eq!(whole, ExactSum::quotient(one, one).unwrap());
/// assert_eq!(third.rounded(6).unwrap().to_string(), "0.333333");
/// ```
#[derive(Clone, Debug)]
pub struct ExactSum {
    top: Whole,
    bottom: Whole,
}

impl ExactSum {
    /// `top ÷ bottom`; `None` where one is below nought, or the lower nought.
    pub fn quotient(top: Decimal, bottom: Decimal) -> Option<Self> {
        if top.is_negative() || bottom.is_negative() || bottom.is_zero() {
            return None;
        }
        let part = |units: i128, scale: u8| {
            (0..scale)
                .fold(Whole::new(units.unsigned_abs()), |whole, _| whole.times(&Whole::new(10)))
        };
        let (top, bottom) = (top.trimmed(), bottom.trimmed());
        let both = top.scale().min(bottom.scale());
        Some(Self {
            top: part(top.units(), bottom.scale() - both),
            bottom: part(bottom.units(), top.scale() - both),
        })
    }

    /// A plain number; `None` below nought.
    pub fn whole(number: Decimal) -> Option<Self> {
        Self::quotient(number, Decimal::from_int(1))
    }

    /// The sum of both.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        if self.bottom == other.bottom {
            return Self { top: self.top.plus(&other.top), bottom: self.bottom.clone() };
        }
        let [left, right] = self.beside(other);
        Self { top: left.plus(&right), bottom: self.bottom.times(&other.bottom) }
    }

    /// Rounded half up to `scale` decimals.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn rounded(&self, scale: u8) -> Result<Decimal, Overflow> {
        let two = Whole::new(2);
        let top = self.widened(scale).times(&two).plus(&self.bottom);
        Decimal::new(top.over(&self.bottom.times(&two))?, scale)
    }

    /// The first `scale` decimals, the others left away.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn cut(&self, scale: u8) -> Result<Decimal, Overflow> {
        Decimal::new(self.widened(scale).over(&self.bottom)?, scale)
    }

    fn widened(&self, scale: u8) -> Whole {
        (0..scale).fold(self.top.clone(), |top, _| top.times(&Whole::new(10)))
    }

    /// Both over the same denominator.
    fn beside(&self, other: &Self) -> [Whole; 2] {
        [self.top.times(&other.bottom), other.top.times(&self.bottom)]
    }
}

impl Ord for ExactSum {
    fn cmp(&self, other: &Self) -> Ordering {
        let [left, right] = self.beside(other);
        left.cmp(&right)
    }
}

impl PartialOrd for ExactSum {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for ExactSum {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for ExactSum {}

impl Default for ExactSum {
    /// Nought.
    fn default() -> Self {
        Self { top: Whole::new(0), bottom: Whole::new(1) }
    }
}
