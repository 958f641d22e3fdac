//! Writing an amount of money: rial or toman, with a scale word, همت included.

use super::amount::Currency;
use super::scale::{Scale, ScaleChoice, format_scaled};
use crate::number::Decimal;
use crate::text::Lang;

/// Which scale word an amount is written with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AmountScale {
    /// Million or billion, the largest that is not above the number and leaves it exact.
    #[default]
    Auto,
    /// This one, as long as it leaves the number exact.
    Word(Scale),
    /// همت, a thousand billion tomans, as long as it leaves the number exact. It says tomans, so
    /// rials are written with «هزار میلیارد ریال».
    Hemmat,
}

impl Currency {
    /// An amount in this currency as rials, exact; `None` when it is out of range.
    ///
    /// ```
    /// use hamyar::number::Decimal;
    /// use hamyar::text::Currency;
    /// let toman = Decimal::parse("6.85").unwrap();
    /// assert_eq!(Currency::Toman.to_rial(toman).unwrap().to_string(), "68.5");
    /// ```
    pub fn to_rial(self, value: Decimal) -> Option<Decimal> {
        match self {
            Self::Rial => Some(value),
            Self::Toman => value.scaled(1).ok().map(Decimal::trimmed),
        }
    }

    /// An amount of rials in this currency, exact; `None` when it is out of range.
    ///
    /// ```
    /// use hamyar::number::Decimal;
    /// use hamyar::text::Currency;
    /// let rial = Decimal::from_int(580_000_000_005);
    /// assert_eq!(Currency::Toman.of_rial(rial).unwrap().to_string(), "58000000000.5");
    /// ```
    pub fn of_rial(self, rials: Decimal) -> Option<Decimal> {
        match self {
            Self::Rial => Some(rials),
            Self::Toman => rials.scaled(-1).ok().map(Decimal::trimmed),
        }
    }

    const fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Rial, Lang::Fa) => "ریال",
            (Self::Toman, Lang::Fa) => "تومان",
            (Self::Rial, Lang::En) => "rials",
            (Self::Toman, Lang::En) => "tomans",
        }
    }
}

/// Writes an amount of rials in a currency, with a scale word, or in full where no word leaves it
/// exact. Nothing is rounded. `None` when the amount is out of range in that currency.
///
/// ```
/// use hamyar::number::Decimal;
/// use hamyar::text::{AmountScale, Currency, Lang, Scale, format_amount};
/// let rials = Decimal::from_int(68_000_000_000_000);
/// let written = |currency, scale, lang| format_amount(&rials, currency, scale, lang).unwrap();
/// assert_eq!(written(Currency::Toman, AmountScale::Hemmat, Lang::Fa), "۶٫۸\u{A0}همت");
/// assert_eq!(
///     written(Currency::Rial, AmountScale::Word(Scale::Billion), Lang::Fa),
///     "۶۸٬۰۰۰\u{A0}میلیارد\u{A0}ریال"
/// );
/// assert_eq!(written(Currency::Toman, AmountScale::Auto, Lang::En), "6,800\u{A0}billion\u{A0}tomans");
/// ```
pub fn format_amount(
    rials: &Decimal,
    currency: Currency,
    scale: AmountScale,
    lang: Lang,
) -> Option<String> {
    let value = currency.of_rial(*rials)?;
    let choice = match scale {
        AmountScale::Auto => ScaleChoice::Auto,
        AmountScale::Word(scale) => ScaleChoice::Fixed(scale),
        AmountScale::Hemmat => ScaleChoice::Fixed(Scale::Trillion),
    };
    let number = format_scaled(&value, lang, choice);
    let hemmat = scale == AmountScale::Hemmat && currency == Currency::Toman;
    let trillions = number.strip_suffix(Scale::Trillion.word(lang)).filter(|_| hemmat);
    Some(match (trillions, lang) {
        // «همت» says the currency too.
        (Some(number), Lang::Fa) => format!("{number}همت"),
        (Some(number), Lang::En) => format!("{number}hemmat"),
        (None, _) => format!("{number}\u{A0}{}", currency.word(lang)),
    })
}
