//! Days, Jalali dates and periods. No clock: today is always an argument.
//!
//! A period is an interval of day numbers with a name of its own, never a formatted Gregorian
//! date. Leap years follow the 33-year rule, which agrees with the calendar of Iran in 1200–1500.
//!
//! ```
//! use hamyar::calendar::{JalaliDate, Period};
//! use hamyar::text::Lang;
//!
//! let date = JalaliDate::new(1401, 2, 18).unwrap();
//! assert_eq!(date.day_number().to_iso(), "2022-05-08");
//!
//! let summer = Period::parse("1398-Q2").unwrap();
//! assert_eq!(summer.label(Lang::Fa), "تابستان ۱۳۹۸");
//! assert_eq!(summer.days(), Some(93));
//! assert!(Period::parse("1398").unwrap().contains_period(&summer));
//! ```

mod date_text;
mod day;
mod gregorian;
mod jalali;
mod period;
mod step;
mod words;

pub use date_text::{
    DateError, gregorian_date, long_date, long_date_with_gregorian, read_date, short_date,
};
pub use day::{Day, Weekday};
pub use gregorian::GregorianDate;
pub use jalali::JalaliDate;
pub use period::{Period, PeriodError, PeriodKind, read_period};
pub use step::Step;
pub(crate) use words::gregorian_month_name;
pub use words::{half_name, jalali_month_name, season_name, weekday_name};

/// The Jalali years that dates and periods are read in: there the leap rule is proven, and no
/// Gregorian year of our time can be taken for one of them.
pub const YEARS: std::ops::RangeInclusive<i32> = 1200..=1500;
