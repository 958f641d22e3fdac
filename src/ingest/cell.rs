//! One cell to one typed value.

use std::fmt;

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{self, IntoDeserializer};

use crate::number::Decimal;
use crate::text;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: Decimal,
    /// Not written as plain Latin digits.
    pub(super) folded: bool,
}

/// Why a cell is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberFault {
    NotANumber,
    /// A number, with more digits than are kept exactly.
    TooLong,
}

/// Reads an exact decimal; Persian digits and separators are read too.
pub(super) fn number(cell: &str) -> Result<Number, NumberFault> {
    if let Some(value) = Decimal::parse(cell) {
        return Ok(Number { value, folded: false });
    }
    match text::parse_number(cell) {
        Ok(value) => Ok(Number { value, folded: true }),
        Err(error) if error.kind == text::NumberErrorKind::TooLarge => Err(NumberFault::TooLong),
        Err(_) => Err(NumberFault::NotANumber),
    }
}

/// The words that a column may hold; what [`word`] answers when it holds another.
#[derive(Debug)]
pub(super) struct NotInList(pub(super) &'static [&'static str]);

impl fmt::Display for NotInList {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not in the list")
    }
}

impl std::error::Error for NotInList {}

impl de::Error for NotInList {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(expected)
    }
}

/// Reads the word of an enumeration, by the names that the enumeration itself gives its values.
pub(super) fn word<'a, T: Deserialize<'a>>(cell: &'a str) -> Result<T, NotInList> {
    let deserializer: StrDeserializer<'a, NotInList> = cell.into_deserializer();
    T::deserialize(deserializer)
}

/// The names of this product for words of other formats (`ge`, `approx`).
pub(super) fn qualifier_name(cell: &str) -> &str {
    match cell {
        "eq" => "exact",
        "approx" => "about",
        "ge" => "at_least",
        "le" => "at_most",
        "gt" => "more_than",
        "lt" => "less_than",
        "from/to" => "between",
        other => other,
    }
}
