//! Why a text is not one number.

use std::fmt;

/// The kinds of refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberErrorKind {
    /// Nothing but spaces and marks.
    Empty,
    /// Something in it is no part of a number, or the parts do not make one number.
    NotANumber,
    /// It can be read as two values: «۵/۱۶», «بیلیون», «دو میلیون و نیم».
    Ambiguous,
    /// More digits than 128 bits or 18 decimals hold.
    TooLarge,
}

/// A refusal, with the code point of the original text at which reading stopped (0-based).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberError {
    /// Why.
    pub kind: NumberErrorKind,
    /// Where, in code points of the text that was given.
    pub offset: usize,
}

impl NumberError {
    pub(super) const fn new(kind: NumberErrorKind, offset: usize) -> Self {
        Self { kind, offset }
    }

    pub(super) const fn not_a_number(offset: usize) -> Self {
        Self::new(NumberErrorKind::NotANumber, offset)
    }

    pub(super) const fn ambiguous(offset: usize) -> Self {
        Self::new(NumberErrorKind::Ambiguous, offset)
    }

    pub(super) const fn too_large(offset: usize) -> Self {
        Self::new(NumberErrorKind::TooLarge, offset)
    }
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            NumberErrorKind::Empty => "no number",
            NumberErrorKind::NotANumber => "not one number",
            NumberErrorKind::Ambiguous => "ambiguous number",
            NumberErrorKind::TooLarge => "number too large",
        };
        write!(f, "{what} at character {}", self.offset)
    }
}

impl std::error::Error for NumberError {}
