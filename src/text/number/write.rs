//! Writing an exact number in either language.

use crate::number::Decimal;
use crate::text::digits::plain_digits;
use crate::text::{Lang, ltr_isolate};

/// When a sign is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignDisplay {
    /// Only a minus.
    #[default]
    Negative,
    /// A plus too, for differences; zero has no sign.
    Always,
}

/// How a number is written.
///
/// | field | effect | default |
/// |---|---|---|
/// | `decimals` | exactly so many digits after the point: rounded half away from zero, or padded; `None` keeps what was stated | `None` |
/// | `grouping` | thousands are parted, from four digits up | `false` |
/// | `sign` | when a sign is written | [`SignDisplay::Negative`] |
/// | `percent` | a percent sign follows the number | `false` |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberFormat {
    /// Digits after the point, `None` = as stated.
    pub decimals: Option<u8>,
    /// Whether thousands are parted.
    pub grouping: bool,
    /// When a sign is written.
    pub sign: SignDisplay,
    /// Whether a percent sign follows.
    pub percent: bool,
}

impl NumberFormat {
    /// Grouped, decimals as stated, a sign only below zero.
    pub const GROUPED: Self =
        Self { decimals: None, grouping: true, sign: SignDisplay::Negative, percent: false };

    /// A percentage, decimals as stated.
    pub const PERCENT: Self = Self { percent: true, ..Self::GROUPED };

    /// The same format with exactly so many decimals.
    #[must_use]
    pub const fn with_decimals(self, decimals: u8) -> Self {
        Self { decimals: Some(decimals), ..self }
    }

    /// The same format with a plus above zero.
    #[must_use]
    pub const fn signed(self) -> Self {
        Self { sign: SignDisplay::Always, ..self }
    }
}

/// Writes a number in the digits and signs of the language.
///
/// In Persian a number with a sign or a percent sign is one left-to-right isolate: a sign jumps to
/// the other end, and a percent sign does so after a letter, but not at the beginning. The minus
/// is U+2212 in both languages.
///
/// ```
/// use hamyar::number::Decimal;
/// use hamyar::text::{Lang, NumberFormat, format_number};
/// let growth = Decimal::parse("20.69").unwrap();
/// let format = NumberFormat::PERCENT.signed();
/// assert_eq!(format_number(&growth, Lang::Fa, &format), "\u{2066}+۲۰٫۶۹٪\u{2069}");
/// let share = format_number(&growth, Lang::Fa, &NumberFormat::PERCENT);
/// assert_eq!(share, "\u{2066}۲۰٫۶۹٪\u{2069}");
/// assert_eq!(format_number(&growth, Lang::En, &format), "+20.69%");
/// ```
pub fn format_number(value: &Decimal, lang: Lang, format: &NumberFormat) -> String {
    let value = format.decimals.map_or(*value, |decimals| value.rounded(decimals));
    let plain = value.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = sign(value, format.sign).to_owned();
    let may_jump = format.percent || !out.is_empty();
    if format.grouping {
        push_grouped(&mut out, whole, lang)
    } else {
        out.push_str(whole)
    }
    let decimals = format.decimals.map_or(fraction.len(), usize::from);
    if decimals > 0 {
        out.push(if lang == Lang::Fa { '٫' } else { '.' });
        out.push_str(fraction);
        out.extend(std::iter::repeat_n('0', decimals.saturating_sub(fraction.len())));
    }
    if format.percent {
        out.push(if lang == Lang::Fa { '٪' } else { '%' });
    }
    let out = plain_digits(&out, lang);
    if may_jump && lang == Lang::Fa { ltr_isolate(&out) } else { out }
}

fn sign(value: Decimal, display: SignDisplay) -> &'static str {
    match display {
        _ if value.is_negative() => "\u{2212}",
        SignDisplay::Always if !value.is_zero() => "+",
        _ => "",
    }
}

fn push_grouped(out: &mut String, whole: &str, lang: Lang) {
    let separator = if lang == Lang::Fa { '٬' } else { ',' };
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
}
