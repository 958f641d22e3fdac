//! A value and the way to it in words.

use super::fraction::Fraction;
use super::words::{Origin, computed, number};
use crate::diag::Bilingual;
use crate::model::{Expression, Observation, Operation, UnitTable};
use crate::number::{Decimal, Interval, Overflow};
use crate::query::from_nought;
use crate::text::rtl_isolate;

/// What one side of a rule, or a part of it, comes to.
pub(super) struct Reading {
    /// `None` when a figure is missing or a quotient is not defined.
    pub(super) value: Option<Fraction>,
    /// What it may come to once all is reported: the value itself, unless a sum is partial.
    pub(super) possible: Option<Fraction>,
    /// The expression with its numbers filled in.
    pub(super) words: Bilingual,
    /// Half of the last digit of a value as stated, in its base unit: «۶۴۴٫۴ میلیون» says no more than
    /// 50,000 on either side. `None` for what was computed, and for a bound, which is no rounded value.
    pub(super) half_digit: Option<Decimal>,
    pub(super) told: Told,
    /// Whether it begins at nought only because it is never below: «کمتر از ۱۰۰» of what is counted.
    pub(super) is_floored: bool,
    /// Why there is no quotient.
    pub(super) undefined: Option<Undefined>,
}

/// What a denominator is over which nothing is defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Undefined {
    Nought,
    PerhapsNought,
}

/// What a side of a rule is, where it is not computed by the rule itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// As it is written.
    Stated,
    /// Added up or divided, and rounded for the eye.
    Computed,
    /// There is no figure.
    Missing,
}

impl Reading {
    pub(super) fn missing() -> Self {
        Self {
            value: None,
            possible: None,
            words: unknown(),
            half_digit: None,
            told: Told::Missing,
            is_floored: false,
            undefined: None,
        }
    }

    /// A missing figure that a rule counts as nought. It is told as missing all the same.
    pub(super) fn missing_as_nought() -> Self {
        let words = Bilingual::new(rtl_isolate("بی‌رقم"), "no figure");
        Self { words, told: Told::Missing, half_digit: None, ..Self::stated(Decimal::ZERO) }
    }

    /// A number that a rule or the calendar says.
    pub(super) fn stated(value: Decimal) -> Self {
        let interval = Interval::exact(value);
        let words = number(interval, Origin::Stated);
        let half_digit = half_digit(value.scale(), 0);
        let value = Some(Fraction::whole(interval));
        Self { half_digit, ..Self::told(value, words, Told::Stated) }
    }

    /// # Errors
    /// [`Overflow`].
    pub(super) fn computed(
        value: Option<Fraction>,
        possible: Option<Fraction>,
    ) -> Result<Self, Overflow> {
        let words = value.map_or_else(|| Ok(unknown()), computed)?;
        Ok(Self { possible, ..Self::told(value, words, Told::Computed) })
    }

    fn told(value: Option<Fraction>, words: Bilingual, told: Told) -> Self {
        Self {
            value,
            possible: value,
            words,
            half_digit: None,
            told,
            is_floored: false,
            undefined: None,
        }
    }

    /// A figure as its source states it; what is `counted` is never below nought.
    pub(super) fn observed(
        units: &UnitTable,
        one: &Observation,
        interval: Interval,
        counted: bool,
    ) -> Self {
        let allowed = if counted { from_nought(interval) } else { interval };
        let value = Some(Fraction::whole(allowed));
        let words = number(interval, Origin::Stated);
        Self {
            half_digit: interval.single().and_then(|value| precision(units, one, value)),
            is_floored: allowed != interval,
            ..Self::told(value, words, Told::Stated)
        }
    }

    /// What this comes to below the line: what was counted, if only as "fewer than", is there.
    fn divisor(&self, value: Option<Fraction>) -> Option<Fraction> {
        if self.is_floored { value.map(Fraction::above_nought) } else { value }
    }

    /// One side over another, as a measure that is computed divides.
    ///
    /// # Errors
    /// [`Overflow`].
    pub(super) fn quotient(factor: Decimal, above: &Self, below: &Self) -> Result<Self, Overflow> {
        let Some((top, bottom)) = above.value.zip(below.divisor(below.value)) else {
            return Ok(Self::missing());
        };
        let factor = Fraction::whole(Interval::exact(factor));
        let product = factor.calculate(Operation::Multiply, top)?;
        let quotient = match product {
            Some(product) => product.calculate(Operation::Divide, bottom)?,
            None => None,
        };
        let undefined = undefined(quotient, [Some(top), Some(bottom)]);
        Ok(Self { undefined, ..Self::computed(quotient, quotient)? })
    }

    /// Two expressions with the sign between them.
    ///
    /// # Errors
    /// [`Overflow`].
    pub(super) fn both(
        [left, right]: [&Expression; 2],
        operation: Operation,
        [left_side, right_side]: [&Self; 2],
    ) -> Result<Self, Overflow> {
        let apply = |left: Option<Fraction>, right: Option<Fraction>| match left.zip(right) {
            Some((left, right)) => left.calculate(operation, right),
            None => Ok(None),
        };
        let other = |value| match operation {
            Operation::Divide => right_side.divisor(value),
            _ => value,
        };
        let values = [left_side.value, other(right_side.value)];
        let value = apply(values[0], values[1])?;
        let words = joined([left, right], operation, [left_side, right_side]);
        Ok(Self {
            possible: apply(left_side.possible, other(right_side.possible))?,
            undefined: left_side
                .undefined
                .or(right_side.undefined)
                .or_else(|| undefined(value, values)),
            ..Self::told(value, words, Told::Computed)
        })
    }
}

/// Why two values give none: only a division does so.
fn undefined(value: Option<Fraction>, [left, right]: [Option<Fraction>; 2]) -> Option<Undefined> {
    let (None, Some(_), Some(by)) = (value, left, right) else { return None };
    Some(if by.is_nought() { Undefined::Nought } else { Undefined::PerhapsNought })
}

/// How far a figure may be from what was counted because it was rounded: half of the last digit that is
/// printed. Whole units were counted one by one, and a bound is no rounded value.
pub(super) fn rounding(units: &UnitTable, one: &Observation) -> Decimal {
    let single = one.figure.interval().and_then(|one| one.single());
    let half = single.and_then(|value| precision(units, one, value)).unwrap_or_default();
    let is_counted = half == Decimal::new(5, 1).unwrap_or_default();
    if is_counted { Decimal::ZERO } else { half }
}

/// Half of the last digit that is printed, in the unit in which it is printed. Where the figure is not
/// the printed one, as where a misprint was corrected, its own digits count.
fn precision(units: &UnitTable, one: &Observation, value: Decimal) -> Option<Decimal> {
    let printed = one.wording.value.and_then(|printed| {
        let unit = units.get(&one.wording.unit)?;
        let same = printed.scaled(unit.exponent) == Ok(value);
        same.then_some((printed.scale(), unit.exponent))
    });
    let (scale, exponent) = printed.unwrap_or((value.trimmed().scale(), 0));
    half_digit(scale, exponent)
}

/// Half of a unit in the last of `scale` decimals, where a whole is `10^exponent` of the base unit.
fn half_digit(scale: u8, exponent: i8) -> Option<Decimal> {
    Decimal::new(5, scale.saturating_add(1)).and_then(|half| half.scaled(exponent)).ok()
}

fn unknown() -> Bilingual {
    Bilingual::new("؟", "?")
}

/// Both sides with the sign between them; what binds less stands in brackets.
fn joined(
    [left, right]: [&Expression; 2],
    operation: Operation,
    [left_side, right_side]: [&Reading; 2],
) -> Bilingual {
    let bracketed = |text: &str, needed: bool| {
        if needed { format!("({text})") } else { text.to_owned() }
    };
    let [left_brackets, right_binds] = operation.brackets(left, right);
    // Two signs side by side are hard to read: 900 − (−3).
    let is_negative = matches!(right, Expression::Number(value) if value.is_negative());
    let right_brackets = right_binds || is_negative;
    let text = |left_words: &str, right_words: &str| {
        let left = bracketed(left_words, left_brackets);
        let right = bracketed(right_words, right_brackets);
        format!("{left} {} {right}", operation.sign())
    };
    Bilingual::new(
        text(&left_side.words.fa, &right_side.words.fa),
        text(&left_side.words.en, &right_side.words.en),
    )
}
