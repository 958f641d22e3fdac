//! One cell to one typed value.

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

/// Reads an exact decimal. Persian and Arabic digits, «٫» and «٬» between groups of three are read
/// too. Words and scales are left to `text::parse_number`: a data file has none, and its reader
/// would weigh some 5 KB more in every page.
pub(super) fn number(cell: &str) -> Result<Number, NumberFault> {
    if let Some(value) = Decimal::parse(cell) {
        return Ok(Number { value, folded: false });
    }
    let plain = ungrouped(&text::to_latin(cell)).ok_or(NumberFault::NotANumber)?;
    match Decimal::parse(&plain) {
        Some(value) => Ok(Number { value, folded: true }),
        None if is_plain(&plain) => Err(NumberFault::TooLong),
        None => Err(NumberFault::NotANumber),
    }
}

/// The number with ASCII signs and without «٬»; `None` when that stands at a wrong place.
fn ungrouped(latin: &str) -> Option<String> {
    let signed = latin.replace('\u{2212}', "-").replace('٫', ".");
    let (whole, fraction) = signed.split_at(signed.find('.').unwrap_or(signed.len()));
    let mut groups = whole.split('٬');
    let first = groups.next().unwrap_or_default().trim_start_matches('-').len();
    let three = |group: &str| group.len() == 3;
    let sound = !whole.contains('٬') || ((1..=3).contains(&first) && groups.all(three));
    sound.then(|| whole.replace('٬', "") + fraction)
}

/// Digits with at most one minus before and one point between them, however many.
fn is_plain(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let size = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = size.split_once('.').unwrap_or((size, "0"));
    digits(whole) && digits(fraction)
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
