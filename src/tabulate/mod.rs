//! Figures counted from registers: who reported when, which stage a cooperative has reached.
//!
//! A register holds single records; a chart shows figures. What is counted becomes observations like any
//! others, once, where a package is read: they roll up by the rules of their measures, carry the document
//! of the register, and pages need no code to count. A package asks for a count by declaring its measure.

mod cooperatives;
mod count;
mod credit_lines;
mod oversight;
mod plans;
#[cfg(feature = "complete")]
mod progress;
mod projects;
#[cfg(feature = "complete")]
mod records;
mod register;
mod reporting;
#[cfg(feature = "complete")]
mod scope;

use crate::diag::Bilingual;
use crate::model::{Dataset, Observation, RegisterDay};

pub use cooperatives::{TroubledFlow, coops_at_stages, least_members, median, troubled_flow};
pub use reporting::{Standing, standings};

/// Adds to a data set what is counted from its registers, for each measure that it declares. A count
/// that stands there already stays as it is.
pub fn tabulate(dataset: &mut Dataset) {
    let registers: &[fn(&Dataset) -> Vec<Observation>] = &[
        reporting::figures,
        projects::figures,
        register::figures,
        cooperatives::figures,
        oversight::figures,
        plans::figures,
        credit_lines::figures,
        #[cfg(feature = "complete")]
        progress::figures,
    ];
    let counted: Vec<Observation> = registers.iter().flat_map(|figures| figures(dataset)).collect();
    for counted in counted {
        if !dataset.observations.contains_key(&counted.id) {
            dataset.observations.insert(counted.id.clone(), counted);
        }
    }
    #[cfg(feature = "complete")]
    records::count(dataset);
}

/// The newest day on which the registers are counted; `None` where the package names none.
fn newest_day(dataset: &Dataset) -> Option<&RegisterDay> {
    dataset.registers.register_days.iter().max_by_key(|one| one.day)
}

/// The name of a code in the package, else the code itself.
fn name_of(dataset: &Dataset, list: &str, code: &str) -> Bilingual {
    let entry = dataset.codes.get(list, code);
    entry.map_or_else(|| Bilingual::new(code, code), |entry| entry.name.clone())
}
