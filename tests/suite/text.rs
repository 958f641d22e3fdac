//! The public face of `text`.

mod bidi;
mod collate;
mod fold;
mod format;
mod metrics;
mod number;
pub mod random;
