//! From tokens to one exact value.

use super::error::{NumberError, NumberErrorKind};
use super::lexicon::Word;
use super::scan::{Placed, Token, scan};
use crate::number::Decimal;
use crate::text::fold::{Folded, fold};

/// Reads one whole cell or phrase as a number.
///
/// Digits of any of the three sets, with grouping (٬ , ' or single spaces, groups of three) and
/// decimals (٫ . or «ممیز»); a sign at either end; words, and words mixed with digits. The scale
/// the number was stated with is kept: `۷۰٫۸۰` has two decimals.
///
/// ```
/// use hamyar::text::{NumberErrorKind, parse_number};
/// assert_eq!(parse_number("یک هزار و ۶۱۰ میلیارد").unwrap().to_string(), "1610000000000");
/// assert_eq!(parse_number("−۹٫۲").unwrap().to_string(), "-9.2");
/// assert_eq!(parse_number("۵/۱۶").unwrap_err().kind, NumberErrorKind::Ambiguous);
/// ```
///
/// # Errors
/// [`NumberError`] with the kind and the code point at which reading stopped. A percent sign or a
/// currency is not part of a number: see [`parse_amount`](super::parse_amount).
pub fn parse_number(text: &str) -> Result<Decimal, NumberError> {
    let folded = fold(text);
    let read = tokens(&folded).and_then(|tokens| signed_value(&tokens));
    read.map_err(|error| at_source(&folded, error))
}

/// The tokens of a phrase that is not empty.
pub(super) fn tokens(folded: &Folded) -> Result<Vec<Placed>, NumberError> {
    let tokens = scan(folded)?;
    if tokens.is_empty() { Err(NumberError::new(NumberErrorKind::Empty, 0)) } else { Ok(tokens) }
}

/// The same error at its code point of the original.
pub(super) fn at_source(folded: &Folded, error: NumberError) -> NumberError {
    let offset = folded.source_range(error.offset..error.offset + 1).start;
    NumberError::new(error.kind, offset)
}

/// The value of tokens with at most one sign.
///
/// A minus may trail, as right-to-left sheets show it; a plus may not: «۵+» means five and more.
pub(super) fn signed_value(tokens: &[Placed]) -> Result<Decimal, NumberError> {
    match tokens {
        [(Token::Sign { negative } | Token::Word(Word::Sign { negative }), _), rest @ ..] => {
            let value = value(rest)?;
            Ok(if *negative { value.negated() } else { value })
        }
        [rest @ .., (Token::Sign { negative: true }, _)] => Ok(value(rest)?.negated()),
        _ => value(tokens),
    }
}

fn value(tokens: &[Placed]) -> Result<Decimal, NumberError> {
    let last = tokens.last().ok_or(NumberError::not_a_number(0))?;
    let mut reader = Reader::default();
    for placed in tokens {
        reader.take(*placed)?;
    }
    reader.finish(last.1)
}

/// A part of the sum.
#[derive(Clone, Copy)]
struct Part {
    value: Decimal,
    /// Power of ten of the word that scaled it, 0 when none did.
    scale: i8,
    /// A following part must be below ten to this power; nothing may follow below 0.
    room: i8,
}

/// The room of «نیم».
const HALF_ROOM: i8 = -2;

/// What joins the next part to those before.
#[derive(Clone, Copy, Default, PartialEq)]
enum Joint {
    #[default]
    None,
    And,
    Point,
}

#[derive(Default)]
struct Reader {
    parts: Vec<Part>,
    joint: Joint,
    /// Where a «نیم» follows a scale word: which scale it halves is open until another one comes.
    open_half: Option<usize>,
}

impl Reader {
    fn take(&mut self, (token, offset): Placed) -> Result<(), NumberError> {
        match token {
            Token::Digits { value, count } if self.joint == Joint::Point => {
                self.decimals(value, count, offset)
            }
            Token::Digits { value, .. } => {
                self.join(Part { value, scale: 0, room: room(0, value) }, offset)
            }
            Token::Word(Word::Number { value, room }) => self.number(value, room, offset),
            Token::Word(Word::Scale(exponent)) => self.scale(exponent, offset),
            Token::Word(Word::Hemmat) => self.scale(12, offset),
            Token::Word(Word::Half) => self.half(offset),
            Token::Word(Word::And) => self.joint(Joint::And, offset),
            Token::Word(Word::Point) => self.joint(Joint::Point, offset),
            Token::Sign { .. } | Token::Word(_) => Err(NumberError::not_a_number(offset)),
        }
    }

    fn joint(&mut self, joint: Joint, offset: usize) -> Result<(), NumberError> {
        if self.joint != Joint::None || self.parts.is_empty() {
            return Err(NumberError::not_a_number(offset));
        }
        self.joint = joint;
        Ok(())
    }

    fn number(&mut self, value: i64, room: i8, offset: usize) -> Result<(), NumberError> {
        let number = Decimal::from_int(value);
        if self.joint != Joint::Point {
            return self.join(Part { value: number, scale: 0, room }, offset);
        }
        // «دو ممیز بیست و پنج» is said by some for 2.25: only a single digit has one place.
        let count = if (1..10).contains(&value) { 1 } else { 0 };
        self.decimals(number, count, offset)
    }

    /// The digits after «ممیز».
    fn decimals(&mut self, digits: Decimal, count: u8, offset: usize) -> Result<(), NumberError> {
        let wrong = NumberError::not_a_number(offset);
        if digits.scale() != 0 || count == 0 {
            return Err(wrong);
        }
        let whole = self.parts.last_mut().ok_or(wrong)?;
        if whole.scale >= 3 || whole.value.scale() != 0 {
            return Err(wrong);
        }
        let too_large = |_| NumberError::too_large(offset);
        let fraction = Decimal::new(digits.units(), count).map_err(too_large)?;
        whole.value = whole.value.checked_add(fraction).map_err(too_large)?;
        whole.room = room(0, whole.value);
        self.joint = Joint::None;
        Ok(())
    }

    /// Adds a part below those before it. Without «و» only a scale word may stand before it.
    fn join(&mut self, part: Part, offset: usize) -> Result<(), NumberError> {
        if let Some(last) = self.parts.last() {
            let joined = self.joint == Joint::And || (self.joint == Joint::None && last.scale >= 3);
            if !joined || !fits(&part, last) {
                return Err(NumberError::not_a_number(offset));
            }
        }
        self.refuse_open_half()?;
        self.parts.push(part);
        self.joint = Joint::None;
        Ok(())
    }

    fn half(&mut self, offset: usize) -> Result<(), NumberError> {
        let after_scale = self.parts.last().is_some_and(|last| last.scale >= 3);
        let half = Decimal::new(5, 1).unwrap_or_default();
        self.join(Part { value: half, scale: 0, room: HALF_ROOM }, offset)?;
        self.open_half = after_scale.then_some(offset);
        Ok(())
    }

    /// «دو میلیون و نیم» is 2.5 million to one reader and two million and a half to another.
    fn refuse_open_half(&self) -> Result<(), NumberError> {
        self.open_half.map_or(Ok(()), |offset| Err(NumberError::ambiguous(offset)))
    }

    fn scale(&mut self, exponent: i8, offset: usize) -> Result<(), NumberError> {
        if self.joint == Joint::Point {
            return Err(NumberError::not_a_number(offset));
        }
        let coefficient = if self.joint == Joint::And || self.parts.is_empty() {
            implied_one(exponent, offset)?
        } else {
            self.coefficient(exponent, offset)?
        };
        let value = coefficient.scaled(exponent).map_err(|_| NumberError::too_large(offset))?;
        let part = Part { value, scale: exponent, room: room(exponent, coefficient) };
        if self.parts.last().is_some_and(|last| !fits(&part, last)) {
            return Err(NumberError::not_a_number(offset));
        }
        self.parts.push(part);
        self.joint = Joint::None;
        Ok(())
    }

    /// Takes the parts a scale word scales: all since the last larger one.
    fn coefficient(&mut self, exponent: i8, offset: usize) -> Result<Decimal, NumberError> {
        let larger = self.parts.iter().rposition(|part| part.scale >= exponent);
        let scaled = self.parts.split_off(larger.map_or(0, |index| index + 1));
        if scaled.len() > 1 {
            self.refuse_open_half()?;
        }
        self.open_half = None;
        let sum = total(&scaled, offset)?;
        let whole_digit = sum.scale() == 0 && (1..10).contains(&sum.units());
        if scaled.is_empty() || (exponent == 2 && !whole_digit) {
            return Err(NumberError::not_a_number(offset));
        }
        Ok(sum)
    }

    fn finish(self, offset: usize) -> Result<Decimal, NumberError> {
        self.refuse_open_half()?;
        if self.joint != Joint::None {
            return Err(NumberError::not_a_number(offset));
        }
        total(&self.parts, offset)
    }
}

/// «هزار و ۳۴۰» leaves out its «یک»; only هزار and صد are said that way.
fn implied_one(exponent: i8, offset: usize) -> Result<Decimal, NumberError> {
    if exponent <= 3 { Ok(Decimal::from_int(1)) } else { Err(NumberError::not_a_number(offset)) }
}

fn total(parts: &[Part], offset: usize) -> Result<Decimal, NumberError> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| {
        sum.checked_add(part.value).map_err(|_| NumberError::too_large(offset))
    })
}

/// Whether a part may follow another: it must be below the room that one leaves, and after words
/// below a thousand only a half is no whole number.
fn fits(part: &Part, last: &Part) -> bool {
    let half = part.room == HALF_ROOM;
    let whole = part.value.scale() == 0;
    let limit = Decimal::from_int(1).scaled(last.room.max(0));
    let below = last.room >= 0 && limit.is_ok_and(|limit| part.value < limit);
    below && !part.value.is_zero() && (half || whole || last.scale >= 3)
}

/// The room after a coefficient times ten to the exponent: its own decimals take some of it.
fn room(exponent: i8, coefficient: Decimal) -> i8 {
    match i8::try_from(coefficient.scale()) {
        Ok(0) => exponent,
        Ok(decimals) => (exponent - decimals).max(-1),
        Err(_) => -1,
    }
}
