//! What is asked, and what the data answers.
//!
//! A query filters the observations of one measure, gathers them by what `by` names, and rolls
//! each cell up by the measure's own rules. Whatever does not add (rates, mixed scenarios,
//! programmes or releases, parts with their total, one figure told twice) is refused with a reason
//! rather than added.

mod against;
mod answer;
mod arithmetic;
mod catalog;
mod cell;
mod change;
mod columns;
mod comparable;
mod derive;
#[cfg(feature = "complete")]
mod divided;
#[cfg(feature = "complete")]
mod index;
mod indicator;
mod list;
mod mean;
mod members;
#[cfg(feature = "complete")]
mod origins;
mod parts;
mod per;
mod quotient;
mod ratio;
mod refuse;
mod rollup;
mod run;
mod select;
mod spec;
mod standing;
mod together;
mod unreported;
mod working;

pub use answer::{Answer, Coverage, Key, Reference, Row, Working};
pub use catalog::{Combination, Offer, catalog};
pub use columns::{Columns, Refused, columns};
#[cfg(feature = "complete")]
pub use index::{Index, Sums};
pub use parts::total;
pub(crate) use quotient::{above_nought, from_nought};
pub use run::run;
pub use spec::{All, AreaSelection, By, Chosen, Derive, Every, Filter, Query};
pub use standing::Standing;
pub use together::parts_add;
