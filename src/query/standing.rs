//! How settled the figures behind a row are, and what sets them apart: what a table must say, so that a
//! provisional figure does not look confirmed, and two rows of one key can be told apart.

use super::answer::Row;
use crate::diag::Bilingual;
use crate::list::{Gather, in_order};
use crate::model::{Dataset, Observation, ObservationId, Status};

/// What is not the usual, the least settled first.
const TOLD: [Status; 6] = [
    Status::Draft,
    Status::Submitted,
    Status::Estimated,
    Status::Provisional,
    Status::Carried,
    Status::Revised,
];

/// Reads both from a data set.
pub struct Standing<'a> {
    dataset: &'a Dataset,
    /// Figures that were another before, in order.
    changed: Vec<&'a ObservationId>,
}

impl<'a> Standing<'a> {
    /// Of a data set.
    pub fn new(dataset: &'a Dataset) -> Self {
        let changes = dataset.revisions.iter().filter(|change| change.before.is_some());
        let changed = changes.map(|change| &change.observation).gather();
        Self { dataset, changed: in_order(changed, Ord::cmp) }
    }

    /// Whether a figure was another before.
    pub fn is_changed(&self, id: &ObservationId) -> bool {
        self.changed.binary_search(&id).is_ok()
    }

    /// Each status of some figures that is not the usual one, once; what was another before is revised.
    pub fn statuses(&self, evidence: &[ObservationId]) -> Vec<Status> {
        let mut told = TOLD.map(|_| false);
        for one in self.figures(evidence) {
            let is_changed = self.is_changed(&one.id);
            for (told, status) in told.iter_mut().zip(TOLD) {
                *told |= one.status == status || is_changed && status == Status::Revised;
            }
        }
        TOLD.into_iter().zip(told).filter_map(|(status, told)| told.then_some(status)).gather()
    }

    /// What sets a row apart: the words of its key, else those that all its figures share.
    pub fn scope(&self, row: &Row, evidence: &[ObservationId]) -> Option<Bilingual> {
        if let Some((fa, en)) = &row.key.scope {
            return Some(Bilingual::new(fa, en));
        }
        let first = &self.figures(evidence).next()?.scope;
        let is_shared = self.figures(evidence).all(|one| one.scope == *first);
        (is_shared && !first.is_empty()).then(|| first.clone())
    }

    fn figures(&self, evidence: &[ObservationId]) -> impl Iterator<Item = &'a Observation> {
        evidence.iter().filter_map(|id| self.dataset.observations.get(id))
    }
}
