//! Whole numbers from nought up, of any length: a sum of many quotients has a common denominator that 128
//! bits do not hold.

use std::cmp::Ordering;

use super::Overflow;

/// A whole number, nought or above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// 32 bits each, the lowest first, without noughts at the end.
    limbs: Vec<u32>,
}

impl Whole {
    /// From a magnitude.
    pub fn new(number: u128) -> Self {
        let mut limbs = Vec::with_capacity(4);
        let mut rest = number;
        while rest > 0 {
            limbs.push(rest as u32);
            rest >>= u32::BITS;
        }
        Self { limbs }
    }

    /// The sum.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let mut limbs = Vec::with_capacity(self.limbs.len().max(other.limbs.len()) + 1);
        let mut carry = 0;
        for place in 0..self.limbs.len().max(other.limbs.len()) {
            let sum = self.limb(place) + other.limb(place) + carry;
            limbs.push(sum as u32);
            carry = sum >> u32::BITS;
        }
        limbs.push(carry as u32);
        Self { limbs }.trimmed()
    }

    /// The product.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        let mut limbs = vec![0_u32; self.limbs.len() + other.limbs.len()];
        for (start, one) in self.limbs.iter().enumerate() {
            let mut carry = 0;
            for (place, limb) in limbs.iter_mut().skip(start).enumerate() {
                let sum = u64::from(*limb) + u64::from(*one) * other.limb(place) + carry;
                *limb = sum as u32;
                carry = sum >> u32::BITS;
            }
        }
        Self { limbs }.trimmed()
    }

    /// The whole part of the quotient by a number above nought.
    ///
    /// ```
    /// use hamyar::number::Whole;
    /// let long = Whole::new(u128::MAX).times(&Whole::new(7));
    /// assert_eq!(long.over(&Whole::new(u128::MAX)), Ok(7));
    /// ```
    ///
    /// # Errors
    /// [`Overflow`] where 127 bits do not hold it, as of a division by nought.
    pub fn over(&self, divisor: &Self) -> Result<i128, Overflow> {
        let reaches = |quotient: u128| divisor.times(&Self::new(quotient)) <= *self;
        if reaches(i128::MAX.unsigned_abs() + 1) {
            return Err(Overflow);
        }
        let mut quotient = 0;
        for bit in (0..i128::BITS - 1).rev() {
            let more = quotient | 1 << bit;
            if reaches(more) {
                quotient = more;
            }
        }
        i128::try_from(quotient).map_err(|_| Overflow)
    }

    fn limb(&self, place: usize) -> u64 {
        self.limbs.get(place).copied().unwrap_or(0).into()
    }

    fn trimmed(mut self) -> Self {
        while self.limbs.last() == Some(&0) {
            self.limbs.pop();
        }
        self
    }
}

impl Ord for Whole {
    fn cmp(&self, other: &Self) -> Ordering {
        let longer = self.limbs.len().cmp(&other.limbs.len());
        longer.then_with(|| self.limbs.iter().rev().cmp(other.limbs.iter().rev()))
    }
}

impl PartialOrd for Whole {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
