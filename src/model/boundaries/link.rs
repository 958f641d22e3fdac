//! Parts and their wholes, of which either may have been moved, divided or added.

use std::collections::BTreeMap;

use crate::model::dataset::Dataset;
#[cfg(feature = "complete")]
use crate::model::figure::Qualifier;
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

    /// Of each figure that there is now all those that went into it.
    #[cfg(feature = "complete")]
    pub(super) fn origins(&self) -> BTreeMap<&ObservationId, Vec<&ObservationId>> {
        let mut origins: BTreeMap<&ObservationId, Vec<&ObservationId>> = BTreeMap::new();
        for (origin, pieces) in &self.0 {
            for (_, now) in pieces {
                origins.entry(now).or_default().push(origin);
            }
        }
        origins
    }

    /// What is about so much only because exact figures were divided, with all that those stand in now.
    #[cfg(feature = "complete")]
    pub(super) fn divided(
        &self,
        dataset: &Dataset,
        settled: &[Observation],
    ) -> BTreeMap<ObservationId, Vec<ObservationId>> {
        let origins = self.origins();
        let is_exact = |id: &&ObservationId| {
            let told = dataset.observations.get(*id).and_then(|one| one.figure.qualifier());
            told == Some(Qualifier::Exact)
        };
        let mut divided = BTreeMap::new();
        let is_about = |one: &&Observation| one.figure.qualifier() == Some(Qualifier::About);
        for one in settled.iter().filter(is_about) {
            let Some(from) = origins.get(&one.id).filter(|from| from.iter().all(is_exact)) else {
                continue;
            };
            let pieces = from.iter().filter_map(|origin| self.0.get(*origin)).flatten();
            divided.insert(one.id.clone(), pieces.map(|(_, now)| now.clone()).collect());
        }
        divided
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
