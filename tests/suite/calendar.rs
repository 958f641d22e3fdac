//! The public face of `calendar`.

mod date_text;
mod every_day;
mod jalali;
mod label;
mod names;
mod period;
mod random;
mod step;
