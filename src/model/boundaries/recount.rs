//! Counts of records in the borders of a list: each record says itself where it stands there, so that no
//! succession need be told.

use super::area_of;
use super::moved::Moved;
use crate::list::Gather;
use crate::model::area::{AreaTree, Division};
use crate::model::dataset::Dataset;
use crate::model::observation::Observation;

/// Takes every count of records out of the figures, and gives back those of one list.
pub(super) fn take(dataset: &mut Dataset, list: Division, moved: &mut Moved) -> Vec<Observation> {
    let Dataset { recounts, observations, .. } = dataset;
    for counted in recounts.iter().flat_map(|recount| &recount.figures) {
        observations.remove(&counted.id);
    }
    recounts.retain(|recount| recount.list == list);
    let figures: Vec<Observation> =
        recounts.iter().flat_map(|recount| &recount.figures).cloned().gather();
    for one in &figures {
        let in_row = area_of(one).is_some_and(AreaTree::names_what_is_not_placed);
        *if in_row { &mut moved.not_placed } else { &mut moved.recounted } += 1;
    }
    figures
}

impl Dataset {
    /// Adds the rows of the tree that figures of records without a place stand in.
    pub fn add_rows_of(&mut self, figures: &[Observation]) {
        for above in figures.iter().filter_map(area_of).filter_map(AreaTree::above_not_placed) {
            self.areas.add_not_placed(&above);
        }
    }
}
