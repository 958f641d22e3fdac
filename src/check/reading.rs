//! A value and the way to it in words.

use super::words::{Origin, number};
use crate::diag::Bilingual;
use crate::model::{Expression, Observation, Operation};
use crate::number::{Decimal, Interval, Overflow};

/// What one side of a rule, or a part of it, comes to.
pub(super) struct Reading {
    /// `None` when a figure is missing or a quotient is not defined.
    pub(super) value: Option<Interval>,
    /// What it may come to once all is reported: the value itself, unless a sum is partial.
    pub(super) possible: Option<Interval>,
    /// The expression with its numbers filled in.
    pub(super) words: Bilingual,
    /// Decimals of a value as stated; `None` for what was computed, and for a bound, which is no
    /// rounded value.
    pub(super) stated_scale: Option<u8>,
}

impl Reading {
    pub(super) fn missing() -> Self {
        Self { value: None, possible: None, words: unknown(), stated_scale: None }
    }

    /// A number that a rule or the calendar says.
    pub(super) fn stated(value: Decimal) -> Self {
        let interval = Interval::exact(value);
        let words = number(interval, Origin::Stated);
        Self {
            value: Some(interval),
            possible: Some(interval),
            words,
            stated_scale: Some(value.scale()),
        }
    }

    pub(super) fn computed(value: Option<Interval>, possible: Option<Interval>) -> Self {
        let words = value.map_or_else(unknown, |value| number(value, Origin::Computed));
        Self { value, possible, words, stated_scale: None }
    }

    /// A figure as its source states it.
    pub(super) fn observed(one: &Observation, interval: Interval) -> Self {
        let scale = one.figure.value().map_or(0, |value| value.trimmed().scale());
        let printed = one.wording.value.map_or(scale, Decimal::scale);
        let is_base = one.wording.value == one.figure.value();
        Self {
            value: Some(interval),
            possible: Some(interval),
            words: number(interval, Origin::Stated),
            stated_scale: interval.single().map(|_| if is_base { printed } else { scale }),
        }
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
        let apply = |left: Option<Interval>, right: Option<Interval>| match left.zip(right) {
            Some((left, right)) => calculate(left, operation, right),
            None => Ok(None),
        };
        Ok(Self {
            value: apply(left_side.value, right_side.value)?,
            possible: apply(left_side.possible, right_side.possible)?,
            words: joined([left, right], operation, [left_side, right_side]),
            stated_scale: None,
        })
    }
}

fn unknown() -> Bilingual {
    Bilingual::new("؟", "?")
}

fn calculate(
    left: Interval,
    operation: Operation,
    right: Interval,
) -> Result<Option<Interval>, Overflow> {
    match operation {
        Operation::Add => left.checked_add(right).map(Some),
        Operation::Subtract => left.checked_sub(right).map(Some),
        Operation::Multiply => left.checked_mul(right).map(Some),
        Operation::Divide => left.checked_div(right),
    }
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
    let [left_brackets, right_brackets] = operation.brackets(left, right);
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
