//! Sums of all that a divided figure came to: nothing of it is missing, so nothing is about so much.

use super::rollup::Resolved;
use crate::list::{Gather, in_order};
use crate::model::{AreaRule, Dataset, Figure, Measure, Observation, ObservationId, Qualifier};

/// Lets the parts of a cell be exact where each of its figures that is about so much is a share of an exact one, and
/// all of that one is in the cell; says whether any came to be.
pub(super) fn make_whole(
    dataset: &Dataset,
    measure: &Measure,
    used: &[&Observation],
    parts: &mut [Resolved<'_>],
) -> bool {
    // A mean weighs its parts, so that shares do not come together to what was told.
    let adds = measure.area_rule == AreaRule::Sum;
    if dataset.divided.is_empty() || !adds || !is_whole(dataset, used) {
        return false;
    }
    let mut has_made = false;
    for part in parts {
        if let Figure::Value { value, qualifier: Qualifier::About, .. } = part.figure {
            part.figure = Figure::exact(value);
            has_made = true;
        }
    }
    has_made
}

/// Whether all that the divided figures among these stand in is among these.
fn is_whole(dataset: &Dataset, used: &[&Observation]) -> bool {
    let ids: Vec<&ObservationId> = in_order(used.iter().map(|one| &one.id).gather(), Ord::cmp);
    let mut about = used.iter().filter(|one| one.figure.qualifier() == Some(Qualifier::About));
    about.all(|one| {
        let pieces = dataset.divided.get(&one.id);
        pieces.is_some_and(|pieces| pieces.iter().all(|id| ids.binary_search(&id).is_ok()))
    })
}

/// A sum without the decimals that only dividing has brought: 70.7 and 30.3 are 101.
pub(super) fn trimmed(figure: Figure) -> Figure {
    match figure {
        Figure::Value { value, qualifier, upper } => {
            Figure::Value { value: value.trimmed(), qualifier, upper }
        }
        Figure::Missing(_) => figure,
    }
}
