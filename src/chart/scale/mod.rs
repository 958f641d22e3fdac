//! Scales as plotters coordinates: values, and Jalali time.

mod time;
mod value;

pub(super) use time::{Tick, TimeScale};
pub(super) use value::ValueScale;
