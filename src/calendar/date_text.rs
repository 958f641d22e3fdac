//! Dates as people write them.

mod read;
mod write;

pub(super) use read::month_named;
pub use read::{DateError, read_date};
pub(super) use write::short_gregorian_date;
pub use write::{gregorian_date, long_date, long_date_with_gregorian, short_date};
