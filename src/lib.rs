//! Hamyar (همیار): the data model and the charting logic for Iran's cooperatives, target counties
//! and facility totals.
//!
//! Data flows one way: `ingest → model → query → chart → render → web → www`. `ARCHITECTURE.md`
//! says what each room may import.

pub mod calendar;
pub mod chart;
pub mod diag;
pub mod export;
pub mod ingest;
pub mod model;
pub mod number;
pub mod pack;
pub mod query;
pub mod render;
pub mod spec;
#[cfg(feature = "desk")]
pub mod store;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod web;
