//! Parts and their wholes, of which either may have been moved, divided or added.

use std::collections::BTreeMap;

use crate::model::dataset::Dataset;
use crate::model::id::ObservationId;
use crate::model::observation::{Observation, Place};

/// Deeper chains of parts are not followed: ingest refuses those that turn in a circle.
const DEPTH: usize = 32;

/// How many wholes stand above a figure, one above the other.
pub(super) fn depth(dataset: &Dataset, one: &Observation) -> usize {
    let mut whole = one.part_of.as_ref().and_then(|id| dataset.observations.get(id));
    for above in 0..DEPTH {
        let Some(one) = whole else { return above };
        whole = one.part_of.as_ref().and_then(|id| dataset.observations.get(id));
    }
    DEPTH
}

/// What became of each figure that was moved.
#[derive(Default)]
pub(super) struct Links(BTreeMap<ObservationId, Vec<(Place, ObservationId)>>);

impl Links {
    /// Takes note of what a figure, or a part of it, stands in now.
    pub(super) fn note(&mut self, origin: &ObservationId, now: &Observation) {
        self.0.entry(origin.clone()).or_default().push((now.place.clone(), now.id.clone()));
    }

    /// Lets a part name what its whole stands in now: where both stand in one place, that; else the
    /// first piece, so that the part is never added to the rest of its whole.
    pub(super) fn relink(&self, part: &mut Observation) {
        let Some(pieces) = part.part_of.as_ref().and_then(|whole| self.0.get(whole)) else {
            return;
        };
        let here = pieces.iter().find(|(place, _)| *place == part.place);
        part.part_of = here.or(pieces.first()).map(|(_, id)| id.clone());
    }
}
