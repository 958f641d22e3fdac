//! Exact numbers: decimals with their stated scale, exact ratios, and bounds.
//!
//! No binary float ever holds what was stated. A float is made only to place a mark on a chart
//! ([`Decimal::to_f64`]).

#[cfg(feature = "complete")]
mod cancel;
mod decimal;
mod divide;
mod end;
#[cfg(feature = "complete")]
mod exact;
mod interval;
mod ratio;
#[cfg(feature = "complete")]
mod whole;

pub use decimal::{DOUBLE_DIGITS, Decimal, MAX_SCALE, Overflow};
#[cfg(feature = "complete")]
pub use exact::ExactSum;
pub use interval::{Bound, Interval};
pub use ratio::Ratio;
#[cfg(feature = "complete")]
pub use whole::Whole;
