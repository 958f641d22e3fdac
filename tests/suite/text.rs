//! The public face of `text`.

mod bidi;
mod collate;
mod fold;
mod format;
mod number;
mod random;
