//! Figures counted from registers: who reported when, which stage a cooperative has reached.
//!
//! A register holds single records; a chart shows figures. What is counted becomes observations like any
//! others, once, where a package is read: they roll up by the rules of their measures, carry the document
//! of the register, and pages need no code to count. A package asks for a count by declaring its measure.

mod count;
mod projects;
mod records;
mod reporting;

use crate::model::Dataset;

pub use records::{Resolved, resolve};
pub use reporting::{Standing, standings};

/// Adds to a data set what is counted from its registers, for each measure that it declares. A count
/// that stands there already stays as it is.
pub fn tabulate(dataset: &mut Dataset) {
    for counted in [reporting::figures(dataset), projects::figures(dataset)].concat() {
        if !dataset.observations.contains_key(&counted.id) {
            dataset.observations.insert(counted.id.clone(), counted);
        }
    }
}
