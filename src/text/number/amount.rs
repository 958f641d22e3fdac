//! A number with its currency or percent sign.

use serde::{Deserialize, Serialize};

use super::error::NumberError;
use super::lexicon::Word;
use super::read::{at_source, signed_value, tokens};
use super::scan::{Placed, Token};
use crate::number::Decimal;
use crate::text::fold::fold;

/// The two names of the money of Iran.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Currency {
    /// ریال, the base unit.
    Rial,
    /// تومان, ten rial.
    Toman,
}

/// An amount as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number, scale words multiplied in, in the currency as written.
    pub value: Decimal,
    /// The currency, when one was written. «همت» says تومان.
    pub currency: Option<Currency>,
    /// Whether a percent sign or «درصد» was written.
    pub percent: bool,
}

impl Amount {
    /// The amount in rial, exact; `None` when no currency was written.
    pub fn in_rial(&self) -> Option<Decimal> {
        match self.currency? {
            Currency::Rial => Some(self.value),
            Currency::Toman => self.value.scaled(1).ok(),
        }
    }
}

/// Reads one whole cell or phrase as a number with at most one currency or percent sign.
///
/// Words that qualify it («بیش از», «حدود») are not read here.
///
/// ```
/// use hamyar::text::parse_amount;
/// let amount = parse_amount("۳ همت").unwrap();
/// assert_eq!(amount.in_rial().unwrap().to_string(), "30000000000000");
/// assert!(parse_amount("۷۱ درصد").unwrap().percent);
/// ```
///
/// # Errors
/// [`NumberError`]; also for two currencies, for «همت» in rial, and for a percentage of money.
pub fn parse_amount(text: &str) -> Result<Amount, NumberError> {
    let folded = fold(text);
    let read = tokens(&folded).and_then(|tokens| amount(&tokens));
    read.map_err(|error| at_source(&folded, error))
}

fn amount(tokens: &[Placed]) -> Result<Amount, NumberError> {
    let unit = |placed: Option<&Placed>| match placed {
        Some((Token::Word(word @ (Word::Percent | Word::Currency(_))), offset)) => {
            Some((*word, *offset))
        }
        _ => None,
    };
    let (unit, rest) = match (unit(tokens.first()), unit(tokens.last())) {
        (Some(first), _) => (Some(first), tokens.get(1..)),
        (None, Some(last)) => (Some(last), tokens.get(..tokens.len() - 1)),
        (None, None) => (None, Some(tokens)),
    };
    let rest = rest.unwrap_or_default();
    let value = signed_value(rest)?;
    let hemmat = rest.iter().find(|(token, _)| *token == Token::Word(Word::Hemmat));
    let currency = match (unit, hemmat) {
        (Some((Word::Currency(Currency::Rial) | Word::Percent, offset)), Some(_)) => {
            return Err(NumberError::not_a_number(offset));
        }
        (Some((Word::Currency(currency), _)), _) => Some(currency),
        (None, Some(_)) => Some(Currency::Toman),
        _ => None,
    };
    let percent = matches!(unit, Some((Word::Percent, _)));
    let amount = Amount { value, currency, percent };
    let in_range = currency.is_none() || amount.in_rial().is_some();
    if in_range { Ok(amount) } else { Err(NumberError::too_large(0)) }
}
