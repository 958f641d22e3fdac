//! Cutting a folded phrase into digits, words and signs.

use super::error::NumberError;
use super::lexicon::{Word, longest_word};
use crate::list::Gather;
use crate::number::Decimal;
use crate::text::fold::{Folded, ZWNJ};

/// One piece of a number phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A number in digits; `count` digits when it is whole, for reading decimals after ممیز.
    Digits { value: Decimal, count: u8 },
    /// A plus or minus sign.
    Sign { negative: bool },
    /// A known word, or a percent sign.
    Word(Word),
}

/// A token and the character of the folded text at which it starts.
pub(super) type Placed = (Token, usize);

/// Cuts the folded text; every offset in tokens and errors is one of the folded text.
pub(super) fn scan(folded: &Folded) -> Result<Vec<Placed>, NumberError> {
    let letters: Vec<char> = folded.text.chars().gather();
    let mut scanner = Scanner { letters: &letters, at: 0 };
    let mut tokens = Vec::new();
    while let Some(letter) = scanner.peek(0) {
        if matches!(letter, ' ' | '\n' | ZWNJ) {
            scanner.at += 1;
            continue;
        }
        let start = scanner.at;
        tokens.push((scanner.token(letter)?, start));
    }
    Ok(tokens)
}

struct Scanner<'a> {
    letters: &'a [char],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).copied()
    }

    fn digit_at(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|letter| letter.is_ascii_digit())
    }

    fn token(&mut self, letter: char) -> Result<Token, NumberError> {
        let sign = match letter {
            '-' | '\u{2212}' => Token::Sign { negative: true },
            '+' => Token::Sign { negative: false },
            '%' => Token::Word(Word::Percent),
            _ if letter.is_ascii_digit() || letter == '.' => return self.digits(),
            _ => return self.word(),
        };
        self.at += 1;
        Ok(sign)
    }

    fn word(&mut self) -> Result<Token, NumberError> {
        let rest = self.letters.get(self.at..).unwrap_or_default();
        let (word, length) = longest_word(rest).ok_or(NumberError::not_a_number(self.at))?;
        if word == Word::Ambiguous {
            return Err(NumberError::ambiguous(self.at));
        }
        self.at += length;
        Ok(Token::Word(word))
    }

    /// Takes a run of digits and gives how many there were.
    fn run(&mut self, digits: &mut String) -> usize {
        let start = self.at;
        while let Some(digit) = self.peek(0).filter(char::is_ascii_digit) {
            digits.push(digit);
            self.at += 1;
        }
        self.at - start
    }

    /// A number in digits, with grouping and decimals.
    fn digits(&mut self) -> Result<Token, NumberError> {
        let start = self.at;
        let mut digits = String::new();
        if self.run(&mut digits) == 0 {
            digits.push('0');
        } else {
            self.groups(&mut digits)?;
        }
        let count = u8::try_from(digits.len()).unwrap_or(u8::MAX);
        if self.peek(0) == Some('.') {
            self.fraction(&mut digits)?;
        }
        let text = match self.peek(0) {
            Some('/') => self.slashed(&digits)?,
            _ => digits,
        };
        let value = Decimal::parse(&text).ok_or(NumberError::too_large(start))?;
        Ok(Token::Digits { value, count })
    }

    /// Groups of three after a first group of one to three, all parted by the same sign.
    fn groups(&mut self, digits: &mut String) -> Result<(), NumberError> {
        let Some(separator) = self.separator() else { return Ok(()) };
        let first = digits.len();
        while self.peek(0) == Some(separator) && self.digit_at(1) {
            let mark = self.at;
            self.at += 1;
            let wrong_length = self.run(digits) != 3 || first > 3;
            if wrong_length && separator == ',' {
                // «12,5» is a decimal to some writers and a slip in grouping to others.
                return Err(NumberError::ambiguous(mark));
            }
            if wrong_length {
                return Err(NumberError::not_a_number(mark));
            }
        }
        Ok(())
    }

    fn separator(&self) -> Option<char> {
        let sign = self.peek(0)?;
        (matches!(sign, ',' | '\'' | '\u{2019}' | ' ') && self.digit_at(1)).then_some(sign)
    }

    fn fraction(&mut self, digits: &mut String) -> Result<(), NumberError> {
        let mark = self.at;
        digits.push('.');
        self.at += 1;
        if self.run(digits) == 0 {
            return Err(NumberError::not_a_number(mark));
        }
        // «1.234.567» groups by points, which this notation does not do.
        if self.peek(0) == Some('.') { Err(NumberError::ambiguous(self.at)) } else { Ok(()) }
    }

    /// «۵/۱۶»: the whole part stands on either side. Only a zero settles which one it is.
    fn slashed(&mut self, left: &str) -> Result<String, NumberError> {
        let mark = self.at;
        self.at += 1;
        let mut right = String::new();
        if self.run(&mut right) == 0 || self.peek(0) == Some('/') || left.contains('.') {
            return Err(NumberError::not_a_number(mark));
        }
        match (is_zero(left), is_zero(&right)) {
            (true, false) => Ok(format!("0.{right}")),
            (false, true) => Ok(format!("0.{left}")),
            _ => Err(NumberError::ambiguous(mark)),
        }
    }
}

/// A lone zero; «00» is no whole part.
fn is_zero(digits: &str) -> bool {
    digits == "0"
}
