//! What is asked, and what the data answers.
//!
//! A query filters the observations of one measure, gathers them by what `by` names, and rolls
//! each cell up by the measure's own rules. Whatever does not add (rates, mixed scenarios,
//! programmes or releases, parts with their total, one figure told twice) is refused with a reason
//! rather than added.

mod answer;
mod spec;

pub use answer::{Answer, Coverage, Key, Reference, Row, Working};
pub use spec::{AreaSelection, By, Derive, Every, Filter, Query};
