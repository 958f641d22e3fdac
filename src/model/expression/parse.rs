//! Reading an expression: numbers in any digits, with a minus before them where they have one, the four signs in their common forms, brackets.

use super::{Expression, Operation, Reference};
use crate::calendar::Period;
use crate::model::MeasureId;
use crate::number::Decimal;
use crate::text::to_latin;

/// Longest expression, in bytes.
const LENGTH: usize = 1_000;
/// Deepest nesting of brackets.
const DEPTH: u8 = 20;

/// Why a text is no expression, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpressionFault {
    /// Longer or deeper than can be meant.
    TooLong,
    /// The text ends where a number, a name or a bracket must follow.
    Unfinished,
    /// Something stands where it cannot: the rest of the text from there.
    Unexpected(String),
    /// A minus before a name or a bracket: the rest of the text from there.
    Sign(String),
    /// What stands in square brackets is not understood.
    Brackets(String),
}

/// Reads an expression.
///
/// ```
/// use hamyar::model::{Expression, ExpressionFault, Operation, parse_expression};
/// let share = parse_expression("O012 ÷ O011 × ۱۰۰").unwrap();
/// assert!(matches!(share, Expression::Both(_, Operation::Multiply, _)));
/// assert_eq!(share.names(), ["O012", "O011"]);
/// assert_eq!(parse_expression("O012 /"), Err(ExpressionFault::Unfinished));
/// ```
///
/// # Errors
/// [`ExpressionFault`].
pub fn parse_expression(text: &str) -> Result<Expression, ExpressionFault> {
    if text.len() > LENGTH {
        return Err(ExpressionFault::TooLong);
    }
    let plain = to_latin(text);
    let mut reader = Reader { rest: plain.trim_start(), depth: 0 };
    let expression = reader.sum()?;
    if reader.rest.is_empty() { Ok(expression) } else { Err(reader.unexpected()) }
}

struct Reader<'a> {
    rest: &'a str,
    depth: u8,
}

impl<'a> Reader<'a> {
    fn unexpected(&self) -> ExpressionFault {
        if self.rest.is_empty() {
            return ExpressionFault::Unfinished;
        }
        ExpressionFault::Unexpected(self.excerpt())
    }

    /// The rest, as much of it as a message can show.
    fn excerpt(&self) -> String {
        self.rest.chars().take(20).collect()
    }

    /// Takes the sign if one of these comes next.
    fn take(&mut self, signs: &[(char, Operation)]) -> Option<Operation> {
        let next = self.rest.chars().next()?;
        let (_, operation) = signs.iter().find(|(sign, _)| *sign == next)?;
        self.skip(next.len_utf8());
        Some(*operation)
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default().trim_start();
    }

    fn sum(&mut self) -> Result<Expression, ExpressionFault> {
        use Operation::{Add, Subtract};
        let mut left = self.product()?;
        while let Some(operation) = self.take(&[('+', Add), ('-', Subtract), ('−', Subtract)]) {
            left = Expression::Both(Box::new(left), operation, Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Expression, ExpressionFault> {
        use Operation::{Divide, Multiply};
        const SIGNS: [(char, Operation); 4] =
            [('*', Multiply), ('×', Multiply), ('/', Divide), ('÷', Divide)];
        let mut left = self.part()?;
        while let Some(operation) = self.take(&SIGNS) {
            left = Expression::Both(Box::new(left), operation, Box::new(self.part()?));
        }
        Ok(left)
    }

    fn part(&mut self) -> Result<Expression, ExpressionFault> {
        match self.rest.chars().next() {
            Some('(') => self.bracketed(),
            Some(first) if first.is_ascii_digit() => self.number(),
            Some(sign @ ('-' | '−')) => self.negative(sign),
            Some(first) if is_of_name(first) => self.name(),
            _ => Err(self.unexpected()),
        }
    }

    fn bracketed(&mut self) -> Result<Expression, ExpressionFault> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(ExpressionFault::TooLong);
        }
        self.skip(1);
        let inside = self.sum()?;
        if !self.rest.starts_with(')') {
            return Err(self.unexpected());
        }
        self.skip(1);
        self.depth -= 1;
        Ok(inside)
    }

    /// A sign where a part must begin is that of a number; a name or a bracket has none.
    fn negative(&mut self, sign: char) -> Result<Expression, ExpressionFault> {
        let after = self.rest.get(sign.len_utf8()..).unwrap_or_default().trim_start();
        match after.chars().next() {
            None => Err(ExpressionFault::Unfinished),
            Some(first) if first.is_ascii_digit() => {
                self.skip(sign.len_utf8());
                self.unsigned().map(|number| Expression::Number(number.negated()))
            }
            Some(first) if first == '(' || is_of_name(first) => {
                Err(ExpressionFault::Sign(self.excerpt()))
            }
            Some(_) => Err(self.unexpected()),
        }
    }

    fn number(&mut self) -> Result<Expression, ExpressionFault> {
        self.unsigned().map(Expression::Number)
    }

    fn unsigned(&mut self) -> Result<Decimal, ExpressionFault> {
        let word = self.word(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '٫'));
        let number = Decimal::parse(&word.replace('٫', "."));
        number.ok_or_else(|| ExpressionFault::Unexpected(word.to_owned()))
    }

    fn word(&mut self, belongs: fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|letter| !belongs(letter)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start();
        word
    }

    fn name(&mut self) -> Result<Expression, ExpressionFault> {
        let name = self.word(is_of_name);
        if !self.rest.starts_with('[') {
            return Ok(Expression::Name(name.to_owned()));
        }
        let end = self.rest.find(']').ok_or(ExpressionFault::Unfinished)?;
        let inside = self.rest.get(1..end).unwrap_or_default();
        self.skip(end + 1);
        figure(name, inside).ok_or_else(|| ExpressionFault::Brackets(inside.to_owned()))
    }
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

fn figure(name: &str, inside: &str) -> Option<Expression> {
    if name == "days" {
        return Period::parse(inside.trim()).ok().map(Expression::Days);
    }
    let mut parts = inside.split(',').map(str::trim);
    let (place, level) = match parts.next()?.split_once('/') {
        Some((place, level)) => (place.trim().to_owned(), level.trim().to_owned()),
        None => (inside.split(',').next()?.trim().to_owned(), String::new()),
    };
    if name == "count" {
        let whole = !level.is_empty() && parts.next().is_none();
        return whole.then_some(Expression::Count { place, level });
    }
    let period = match parts.next() {
        None | Some("") => None,
        Some(period) => Some(Period::parse(period).ok()?),
    };
    let words = parts.map(str::to_owned).collect();
    Some(Expression::Figure(Reference {
        measure: MeasureId::new(name),
        place,
        level,
        period,
        words,
    }))
}
