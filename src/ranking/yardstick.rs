//! What a value is held against, and the part of 1 that it is of that.

use super::{Criterion, Direction, Normaliser};
use crate::list::in_order;
use crate::number::{Decimal, ExactSum, Overflow, Ratio};

/// Decimals of parts, weights and points.
pub(super) const SCALE: u8 = 6;

/// What a value is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yardstick {
    /// The stated maximum.
    Most(Decimal),
    /// The lowest and the highest value of those who are ranked.
    Range {
        /// Lowest value.
        lowest: Decimal,
        /// Highest value.
        highest: Decimal,
    },
    /// The highest value of those who are ranked.
    Highest(Decimal),
    /// The others who are ranked, one by one.
    Standing {
        /// How many are no better, the candidate itself included.
        reached: u32,
        /// How many have a value.
        of: u32,
    },
}

impl Yardstick {
    /// Whether it tells no candidates apart, so that a quotient is not defined.
    pub(super) fn is_flat(self) -> bool {
        match self {
            Self::Range { lowest, highest } => lowest == highest,
            Self::Highest(highest) => highest.is_zero(),
            Self::Most(_) | Self::Standing { .. } => false,
        }
    }
}

/// The values of one criterion among those who are ranked, the lowest first.
pub(super) struct Field<'a> {
    pub(super) criterion: &'a Criterion,
    sorted: Vec<Decimal>,
}

impl<'a> Field<'a> {
    /// From the values in any order.
    pub(super) fn of(criterion: &'a Criterion, values: Vec<Decimal>) -> Self {
        Self { criterion, sorted: in_order(values, Decimal::cmp) }
    }

    /// `None` only where nobody has a value.
    pub(super) fn yardstick(&self, value: Decimal) -> Option<Yardstick> {
        let (lowest, highest) = (*self.sorted.first()?, *self.sorted.last()?);
        Some(match self.criterion.normaliser {
            Normaliser::Stated => Yardstick::Most(self.criterion.most?),
            Normaliser::MinMax => Yardstick::Range { lowest, highest },
            Normaliser::ShareOfMax => Yardstick::Highest(highest),
            Normaliser::Percentile => {
                Yardstick::Standing { reached: self.reached(value), of: count(self.sorted.len()) }
            }
        })
    }

    fn reached(&self, value: Decimal) -> u32 {
        count(match self.criterion.direction {
            Direction::Up => self.sorted.partition_point(|other| *other <= value),
            Direction::Down => {
                self.sorted.len() - self.sorted.partition_point(|other| *other < value)
            }
        })
    }
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A quotient before it is rounded. The lower part is never zero.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    top: Decimal,
    bottom: Decimal,
}

impl Fraction {
    /// The part of 1 that a value is of its yardstick.
    pub(super) fn of(
        value: Decimal,
        yardstick: Yardstick,
        direction: Direction,
    ) -> Result<Self, Overflow> {
        let whole = |number: u32| Decimal::from_int(number.into());
        let one = Decimal::from_int(1);
        let (top, bottom) = match yardstick {
            // Which way is better was looked at when the others were counted.
            Yardstick::Standing { reached, of } => {
                return Ok(Self { top: whole(reached), bottom: whole(of) });
            }
            // All are as good as the best.
            Yardstick::Range { .. } if yardstick.is_flat() => {
                return Ok(Self { top: one, bottom: one });
            }
            Yardstick::Range { lowest, highest } => {
                (value.checked_sub(lowest)?, highest.checked_sub(lowest)?)
            }
            Yardstick::Highest(_) if yardstick.is_flat() => (Decimal::ZERO, one),
            Yardstick::Highest(highest) => (value, highest),
            Yardstick::Most(most) => (value.min(most), most),
        };
        match direction {
            Direction::Up => Ok(Self { top, bottom }),
            Direction::Down => Ok(Self { top: bottom.checked_sub(top)?, bottom }),
        }
    }

    /// A plain number.
    pub(super) fn whole(number: Decimal) -> Self {
        Self { top: number, bottom: Decimal::from_int(1) }
    }

    pub(super) fn times(self, factor: Decimal) -> Result<Self, Overflow> {
        Ok(Self { top: self.top.trimmed().checked_mul(factor.trimmed())?, ..self })
    }

    pub(super) fn divided_by(self, divisor: Decimal) -> Result<Self, Overflow> {
        Ok(Self { bottom: self.bottom.trimmed().checked_mul(divisor.trimmed())?, ..self })
    }

    /// Rounded half away from zero to six decimals, without zeros at the end.
    pub(super) fn rounded(self) -> Result<Decimal, Overflow> {
        let ratio = Ratio::new(self.top.trimmed(), self.bottom.trimmed()).ok_or(Overflow)?;
        Ok(ratio.rounded(SCALE)?.trimmed())
    }

    /// To be added to others.
    pub(super) fn exact(self) -> Result<ExactSum, Overflow> {
        ExactSum::quotient(self.top, self.bottom).ok_or(Overflow)
    }

    /// Whether a rounded value is the quotient itself.
    pub(super) fn is(self, rounded: Decimal) -> bool {
        rounded.checked_mul(self.bottom.trimmed()).is_ok_and(|product| product == self.top)
    }
}
