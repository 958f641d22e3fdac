//! Persian and English text: folding, digits, numbers, collation, direction and width.
//!
//! Everything here is a pure function of its arguments; nothing reads a locale or a clock.
//!
//! ```
//! use hamyar::text::{self, Lang, NumberFormat};
//!
//! assert_eq!(text::key("كرمان‌شاه"), text::key("کرمانشاه"));
//!
//! let amount = text::parse_amount("۵۸۰ میلیارد ریال").unwrap();
//! assert_eq!(amount.in_rial().unwrap().to_string(), "580000000000");
//! assert_eq!(text::format_number(&amount.value, Lang::En, &NumberFormat::GROUPED), "580,000,000,000");
//! ```

mod bidi;
mod collate;
mod digits;
mod fold;
mod formula;
mod lang;
pub mod metrics;
mod number;
mod presentation;

pub use bidi::{isolate, ltr_isolate, rtl_isolate, strip_marks};
pub use collate::{CollationKey, compare};
pub use digits::{digit_value, plain_digits, plain_integer, to_latin, to_persian};
pub use fold::{Folded, fold, key, plain_letters};
pub use formula::{csv_row, shield, unshield};
pub use lang::{Direction, Lang, english_noun, pick};
pub use number::{
    Amount, AmountScale, Currency, NumberError, NumberErrorKind, NumberFormat, Scale, ScaleChoice,
    SignDisplay, format_amount, format_number, format_scaled, parse_amount, parse_number,
};
