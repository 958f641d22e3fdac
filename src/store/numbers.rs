//! The numbers of a form, read from what was typed.

use super::entry::Entry;
use crate::number::Decimal;
use crate::text::{NumberError, NumberErrorKind, parse_amount};

/// Why the text of a value cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It is not one number, or could be two.
    Number(NumberErrorKind),
    /// It names a currency or a percent sign that the chosen unit does not say.
    UnitInside,
}

/// One number as typed; `percent` allows a percent sign behind it.
pub(super) fn number(text: &str, percent: bool) -> Result<Decimal, Unreadable> {
    let amount = parse_amount(text).map_err(|NumberError { kind, .. }| Unreadable::Number(kind))?;
    let foreign = amount.currency.is_some() || (amount.percent && !percent);
    if foreign { Err(Unreadable::UnitInside) } else { Ok(amount.value) }
}

/// Value and upper end of an entry that was found sound.
pub(super) fn read(entry: &Entry) -> (Option<Decimal>, Option<Decimal>) {
    let upper = if entry.qualifier == "between" { entry.upper.as_str() } else { "" };
    (number(&entry.value, true).ok(), number(upper, true).ok())
}
