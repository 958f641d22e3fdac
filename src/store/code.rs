//! Codes of the model's enumerations, read by the names that the enumerations give themselves.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, Deserialize, IntoDeserializer};

/// The code is not in the list. It carries nothing, so that no message is built for every
/// enumeration only to be thrown away.
#[derive(Debug)]
struct NotInList;

impl fmt::Display for NotInList {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not in the list")
    }
}

impl std::error::Error for NotInList {}

impl de::Error for NotInList {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
}

/// The value of a code such as `planned`; `None` for a code that is not in the list.
pub(super) fn from_code<'a, T: Deserialize<'a>>(code: &'a str) -> Option<T> {
    let deserializer: StrDeserializer<'a, NotInList> = code.into_deserializer();
    T::deserialize(deserializer).ok()
}

/// An optional code: empty reads as nothing said.
pub(super) fn optional<'a, T: Deserialize<'a>>(code: &'a str) -> Option<Option<T>> {
    if code.is_empty() { Some(None) } else { from_code(code).map(Some) }
}
