//! The three digit sets: Persian ۰–۹, Arabic ٠–٩ and Latin 0–9.

use super::Lang;

/// The value 0–9 of a digit of any of the three sets.
pub const fn digit_value(digit: char) -> Option<u8> {
    let code = digit as u32;
    let zero = match code {
        0x30..=0x39 => 0x30,
        0x660..=0x669 => 0x660,
        0x6F0..=0x6F9 => 0x6F0,
        _ => return None,
    };
    Some((code - zero) as u8)
}

fn with_digits(text: &str, zero: char) -> String {
    text.chars()
        .map(|letter| {
            digit_value(letter)
                .and_then(|value| char::from_u32(zero as u32 + u32::from(value)))
                .unwrap_or(letter)
        })
        .collect()
}

/// Every digit of the text as a Persian digit; nothing else changes.
pub fn to_persian(text: &str) -> String {
    with_digits(text, '۰')
}

/// Every digit of the text as a Latin digit; nothing else changes.
pub fn to_latin(text: &str) -> String {
    with_digits(text, '0')
}

/// A year, code or key in the digits of the language, never grouped.
///
/// ```
/// use hamyar::text::{Lang, plain_digits};
/// assert_eq!(plain_digits("1401", Lang::Fa), "۱۴۰۱");
/// ```
pub fn plain_digits(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Fa => to_persian(text),
        Lang::En => to_latin(text),
    }
}

/// An integer such as a year in the digits of the language, never grouped; a minus is U+2212.
pub fn plain_integer(value: i64, lang: Lang) -> String {
    let digits = plain_digits(&value.unsigned_abs().to_string(), lang);
    if value < 0 { format!("\u{2212}{digits}") } else { digits }
}
