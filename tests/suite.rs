//! The suites of the rooms, one binary; they run natively and in wasm under Node.
#![allow(missing_docs)]

mod suite {
    mod calendar;
    mod store;
    mod text;
}
