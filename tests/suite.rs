//! The suites of the rooms, one binary; they run natively and in wasm under Node.
#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in its helpers"
)]

mod suite {
    mod calendar;
    mod chart;
    mod check;
    #[cfg(feature = "desk")]
    mod export;
    mod fixture;
    mod ingest;
    mod number;
    mod pack;
    #[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
    mod publish;
    mod query;
    #[cfg(feature = "desk")]
    mod ranking;
    mod registers;
    mod render;
    #[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
    mod schema;
    mod spec;
    #[cfg(feature = "desk")]
    mod store;
    mod tabulate;
    mod text;
}
