//! Where figures in the borders of a list came from.

use litemap::LiteMap;

use super::area_of;
use super::link::Links;
use super::route::Routes;
use crate::list::insert_sorted;
use crate::model::dataset::Dataset;
use crate::model::id::{AreaId, ObservationId};

/// The areas of earlier lists that figures were told of before they were moved into the borders of a later one, and
/// where the ground of each area of those lists went: what of it is told, and what is not, is counted by the areas
/// that could tell it then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    figures: LiteMap<ObservationId, Vec<AreaId>>,
    targets: LiteMap<AreaId, Vec<AreaId>>,
}

impl Origins {
    pub(super) fn new(dataset: &Dataset, routes: &Routes, links: &Links) -> Self {
        let mut all = Self::default();
        for (now, origins) in links.origins() {
            let mut from = Vec::new();
            let told = origins.into_iter().filter_map(|id| dataset.observations.get(id));
            for area in told.filter_map(area_of) {
                insert_sorted(&mut from, area.clone());
            }
            all.figures.insert(now.clone(), from);
        }
        for (area, route) in routes.iter() {
            let targets = route.targets.iter().map(|target| target.area.clone());
            all.targets.insert(area.clone(), targets.collect());
        }
        all
    }

    /// The areas of the earlier list that a figure was made of, in order; `None` for one that was not moved.
    pub fn of(&self, figure: &ObservationId) -> Option<&[AreaId]> {
        self.figures.get(figure).map(Vec::as_slice)
    }

    /// The areas in which the ground of one lies now: where nobody has matched it, the nearest above that goes on.
    pub fn targets<'a>(&'a self, area: &'a AreaId) -> &'a [AreaId] {
        self.targets.get(area).map_or(std::slice::from_ref(area), Vec::as_slice)
    }
}
