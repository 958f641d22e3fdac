//! Scale words instead of zeros: «۵۸۰ میلیارد».

use super::write::{NumberFormat, format_number};
use crate::number::Decimal;
use crate::text::Lang;

/// A scale word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// هزار, 10^3.
    Thousand,
    /// میلیون, 10^6.
    Million,
    /// میلیارد, 10^9.
    Billion,
    /// هزار میلیارد, 10^12: what Persian press and offices write, not «تریلیون».
    Trillion,
}

/// Which scale word a number is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleChoice {
    /// Million or billion, the largest that is not above the number and leaves it exact.
    Auto,
    /// This one, as long as it leaves the number exact.
    Fixed(Scale),
}

/// Most decimals a number may have before its scale word.
const MAX_DECIMALS: u8 = 3;

impl Scale {
    /// The power of ten.
    pub const fn exponent(self) -> i8 {
        match self {
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
            Self::Trillion => 12,
        }
    }

    /// The word.
    pub const fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Thousand, Lang::Fa) => "هزار",
            (Self::Million, Lang::Fa) => "میلیون",
            (Self::Billion, Lang::Fa) => "میلیارد",
            (Self::Trillion, Lang::Fa) => "هزار\u{A0}میلیارد",
            (Self::Thousand, Lang::En) => "thousand",
            (Self::Million, Lang::En) => "million",
            (Self::Billion, Lang::En) => "billion",
            (Self::Trillion, Lang::En) => "trillion",
        }
    }

    /// The value in this scale, when three decimals hold it exactly.
    pub fn apply(self, value: Decimal) -> Option<Decimal> {
        let scaled = value.trimmed().scaled(-self.exponent()).ok()?.trimmed();
        (scaled.scale() <= MAX_DECIMALS).then_some(scaled)
    }
}

/// Writes a number of base units with a scale word, or in full when no word leaves it exact.
///
/// U+00A0 stands between number and word, so that they never part at a line end. Nothing is
/// rounded: a scale that would need more than three decimals is not used.
///
/// ```
/// use hamyar::number::Decimal;
/// use hamyar::text::{Lang, ScaleChoice, format_scaled};
/// let paid = Decimal::from_int(580_000_000_000);
/// assert_eq!(format_scaled(&paid, Lang::Fa, ScaleChoice::Auto), "۵۸۰\u{A0}میلیارد");
/// assert_eq!(format_scaled(&paid, Lang::En, ScaleChoice::Auto), "580\u{A0}billion");
/// ```
pub fn format_scaled(value: &Decimal, lang: Lang, choice: ScaleChoice) -> String {
    let candidates: &[Scale] = match &choice {
        ScaleChoice::Auto => &[Scale::Billion, Scale::Million],
        ScaleChoice::Fixed(scale) => std::slice::from_ref(scale),
    };
    let large_enough =
        |scaled: &Decimal| choice != ScaleChoice::Auto || scaled.abs() >= Decimal::from_int(1);
    let scaled = candidates.iter().find_map(|scale| {
        scale.apply(*value).filter(large_enough).map(|scaled| (scaled, scale.word(lang)))
    });
    match scaled {
        Some((scaled, word)) if !value.is_zero() => {
            format!("{}\u{A0}{word}", format_number(&scaled, lang, &NumberFormat::GROUPED))
        }
        _ => format_number(value, lang, &NumberFormat::GROUPED),
    }
}
