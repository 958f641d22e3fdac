//! Codes of the model's enumerations, read by the model's own serde names.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{Deserialize, IntoDeserializer};

/// The value of a code such as `planned`; `None` for a code that is not in the list.
pub(super) fn from_code<'a, T: Deserialize<'a>>(code: &'a str) -> Option<T> {
    let deserializer: StrDeserializer<'a, Error> = code.into_deserializer();
    T::deserialize(deserializer).ok()
}

/// An optional code: empty reads as nothing said.
pub(super) fn optional<'a, T: Deserialize<'a>>(code: &'a str) -> Option<Option<T>> {
    if code.is_empty() { Some(None) } else { from_code(code).map(Some) }
}
