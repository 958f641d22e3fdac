//! An exact decimal that remembers the scale it was stated with.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::divide::{divide, quotient};

/// Most digits after the point that a decimal may hold.
pub const MAX_SCALE: u8 = 18;

/// Every number of so many digits is told apart by doubles, and shown in full by spreadsheets.
pub const DOUBLE_DIGITS: u32 = 15;

/// The result does not fit 128 bits; nothing was rounded or wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;

/// `units × 10^-scale`, exact. `70.80` and `70.8` are equal but print as they were stated.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decimal {
    units: i128,
    scale: u8,
}

impl Decimal {
    /// Zero, stated without decimals.
    pub const ZERO: Self = Self { units: 0, scale: 0 };

    /// A whole number.
    pub const fn from_int(units: i64) -> Self {
        Self { units: units as i128, scale: 0 }
    }

    /// `units × 10^-scale`.
    ///
    /// # Errors
    /// [`Overflow`] when `scale` is over [`MAX_SCALE`].
    pub const fn new(units: i128, scale: u8) -> Result<Self, Overflow> {
        if scale > MAX_SCALE { Err(Overflow) } else { Ok(Self { units, scale }) }
    }

    /// Reads plain ASCII: an optional `-`, digits, and an optional `.` with digits.
    ///
    /// Grouping, Persian digits and words are read by `text::number`, which ends here.
    ///
    /// ```
    /// use hamyar::number::Decimal;
    /// assert_eq!(Decimal::parse("10.50").unwrap().to_string(), "10.50");
    /// assert!(Decimal::parse("1e9").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (digits, ""),
        };
        if whole.is_empty() {
            return None;
        }
        let scale = u8::try_from(fraction.len()).ok().filter(|scale| *scale <= MAX_SCALE)?;
        let mut units: i128 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            let digit = byte.is_ascii_digit().then(|| i128::from(byte - b'0'))?;
            units = units.checked_mul(10)?.checked_add(digit)?;
        }
        Some(Self { units: if negative { -units } else { units }, scale })
    }

    /// The integer that the scale applies to.
    pub const fn units(self) -> i128 {
        self.units
    }

    /// Digits after the point, as stated.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// How many digits the value has from its first that is not nought to its last, and 0 for nought.
    ///
    /// ```
    /// use hamyar::number::Decimal;
    /// let digits = |text| Decimal::parse(text).unwrap().significant_digits();
    /// assert_eq!([digits("0.0120"), digits("-1200"), digits("0")], [2, 2, 0]);
    /// ```
    pub fn significant_digits(self) -> u32 {
        let mut units = self.units.unsigned_abs();
        while units != 0 && units.is_multiple_of(10) {
            units /= 10;
        }
        units.checked_ilog10().map_or(0, |last| last + 1)
    }

    /// Whether the value surely comes back from a reader that keeps numbers as doubles, as spreadsheets,
    /// JavaScript and most readers of JSON do: up to fifteen digits, and whole numbers that a double meets.
    ///
    /// ```
    /// use hamyar::number::Decimal;
    /// let survives = |text| Decimal::parse(text).unwrap().survives_a_double();
    /// assert!(survives("999999999999.999") && survives("9007199254740992"));
    /// assert!(!survives("9007199254740993"));
    /// ```
    pub fn survives_a_double(self) -> bool {
        let is_met = self.scale == 0 && self.units as f64 as i128 == self.units;
        is_met || self.significant_digits() <= DOUBLE_DIGITS
    }

    /// Whether the value is zero, at any scale.
    pub const fn is_zero(self) -> bool {
        self.units == 0
    }

    /// Whether the value is below zero.
    pub const fn is_negative(self) -> bool {
        self.units < 0
    }

    /// The value without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self { units: self.units.saturating_abs(), scale: self.scale }
    }

    /// The same value with at least `scale` digits after the point.
    fn widened(self, scale: u8) -> Result<i128, Overflow> {
        let more = u32::from(scale.saturating_sub(self.scale));
        let factor = power(more)?;
        self.units.checked_mul(factor).ok_or(Overflow)
    }

    /// Exact sum, with the larger of the two scales.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn checked_add(self, other: Self) -> Result<Self, Overflow> {
        let scale = self.scale.max(other.scale);
        let units = self.widened(scale)?.checked_add(other.widened(scale)?).ok_or(Overflow)?;
        Ok(Self { units, scale })
    }

    /// Exact difference.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn checked_sub(self, other: Self) -> Result<Self, Overflow> {
        self.checked_add(other.negated())
    }

    /// The value with the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { units: self.units.saturating_neg(), scale: self.scale }
    }

    /// Exact product. Trailing zeros that the scale cannot hold are dropped, digits never.
    ///
    /// # Errors
    /// [`Overflow`], also when more than [`MAX_SCALE`] decimals would be needed.
    pub fn checked_mul(self, other: Self) -> Result<Self, Overflow> {
        let mut units = self.units.checked_mul(other.units).ok_or(Overflow)?;
        let mut scale = self.scale + other.scale;
        while scale > MAX_SCALE
            && let Some(tenth) = tenth(units)
        {
            units = tenth;
            scale -= 1;
        }
        Self::new(units, scale)
    }

    /// Divided by a number over one that divides its units.
    #[cfg(feature = "complete")]
    pub(super) fn divided(self, factor: i128) -> Self {
        Self { units: quotient(self.units, factor), scale: self.scale }
    }

    /// `self × 10^exponent`, exact; the scale shrinks before zeros are added.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn scaled(self, exponent: i8) -> Result<Self, Overflow> {
        let scale = i16::from(self.scale) - i16::from(exponent);
        if scale >= 0 {
            return Self::new(self.units, u8::try_from(scale).map_err(|_| Overflow)?);
        }
        let factor = power(scale.unsigned_abs().into())?;
        Ok(Self { units: self.units.checked_mul(factor).ok_or(Overflow)?, scale: 0 })
    }

    /// The same value without zeros at the end of its decimals.
    #[must_use]
    pub fn trimmed(self) -> Self {
        let mut out = self;
        while out.scale > 0
            && let Some(units) = tenth(out.units)
        {
            out.units = units;
            out.scale -= 1;
        }
        out
    }

    /// Rounded half away from zero to `scale` decimals. For derived figures only: what was stated
    /// is never rounded. A value with fewer decimals keeps them.
    #[must_use]
    pub fn rounded(self, scale: u8) -> Self {
        if scale >= self.scale {
            return self;
        }
        let Ok(divisor) = power((self.scale - scale).into()) else { return self };
        let half = (divisor >> 1) * self.units.signum();
        Self { units: quotient(self.units.saturating_add(half), divisor), scale }
    }

    /// The largest value of `scale` decimals that is not above this one.
    #[must_use]
    pub fn floor(self, scale: u8) -> Self {
        self.towards(scale, self.units < 0)
    }

    /// The smallest value of `scale` decimals that is not below this one.
    ///
    /// ```
    /// use hamyar::number::Decimal;
    /// let share = Decimal::parse("5.2381").unwrap();
    /// assert_eq!(share.ceiling(2).to_string(), "5.24");
    /// assert_eq!(share.negated().ceiling(2).to_string(), "-5.23");
    /// ```
    #[must_use]
    pub fn ceiling(self, scale: u8) -> Self {
        self.towards(scale, self.units > 0)
    }

    /// Digits cut off, and one more at the end if any were and `away` from nought is asked for.
    fn towards(self, scale: u8, away: bool) -> Self {
        if scale >= self.scale {
            return self;
        }
        let Ok(divisor) = power((self.scale - scale).into()) else { return self };
        let whole = quotient(self.units, divisor);
        let cut = Self { units: whole, scale };
        let step = if away && cut != self { self.units.signum() } else { 0 };
        Self { units: whole.saturating_add(step), scale }
    }

    /// The nearest double, only for placing a mark.
    pub fn to_f64(self) -> f64 {
        self.units as f64 / 10_f64.powi(i32::from(self.scale))
    }
}

/// `10^exponent`.
pub(super) fn power(exponent: u32) -> Result<i128, Overflow> {
    let mut power = 1_i128;
    for _ in 0..exponent {
        power = power.checked_mul(10).ok_or(Overflow)?;
    }
    Ok(power)
}

/// A tenth, where nothing is lost by it.
fn tenth(units: i128) -> Option<i128> {
    let (_, rest) = divide(units.unsigned_abs(), 10);
    (rest == 0).then(|| quotient(units, 10))
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.units.cmp(&other.units);
        }
        let scale = self.scale.max(other.scale);
        match (self.widened(scale), other.widened(scale)) {
            (Ok(left), Ok(right)) => left.cmp(&right),
            // One side needs over 128 bits: its whole part decides.
            _ => self.whole().cmp(&other.whole()),
        }
    }
}

impl Decimal {
    fn whole(self) -> i128 {
        power(self.scale.into()).map_or(0, |divisor| quotient(self.units, divisor))
    }
}

impl fmt::Display for Decimal {
    /// Digit by digit: the formatting of 128 bits that Rust brings along weighs more in wasm.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = usize::from(self.scale);
        let mut rest = self.units.unsigned_abs();
        let mut backwards = Vec::new();
        let mut digits = 0;
        while rest > 0 || digits <= scale {
            if digits == scale && scale > 0 {
                backwards.push('.');
            }
            let (tenth, digit) = divide(rest, 10);
            backwards.push(char::from(b'0' + digit as u8));
            rest = tenth;
            digits += 1;
        }
        if self.units < 0 {
            backwards.push('-');
        }
        let mut text = String::with_capacity(backwards.len());
        for character in backwards.iter().rev() {
            text.push(*character);
        }
        f.write_str(&text)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not a plain decimal"))
    }
}
