//! Reading and writing numbers as people write them.
//!
//! Reading takes one whole cell or phrase, exact or refused: a reading that could mean two values
//! is [`NumberErrorKind::Ambiguous`], never a guess. Writing never rounds unless told to.

mod amount;
mod error;
mod lexicon;
mod money;
mod read;
mod scale;
mod scan;
mod write;

pub use amount::{Amount, Currency, parse_amount};
pub use error::{NumberError, NumberErrorKind};
pub use money::{AmountScale, format_amount};
pub use read::parse_number;
pub use scale::{Scale, ScaleChoice, format_scaled};
pub use write::{NumberFormat, SignDisplay, format_number};
