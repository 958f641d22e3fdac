//! Scales as plotters coordinates: values, and Jalali time.

mod time;
mod value;

pub(super) use time::{Tick as TimeTick, TimeScale};
pub(super) use value::ValueScale;
