//! Figures that were counted from what another rule refuses: what they come to says nothing more.

use std::collections::BTreeMap;

use crate::diag::Bilingual;
use crate::model::{Dataset, Observation, ObservationId, Place, Project};

/// Figures of areas that were counted by the shares of a project which are not the whole of it, with the
/// name of the project.
#[derive(Default)]
pub(super) struct Refused<'a>(BTreeMap<&'a ObservationId, &'a Bilingual>);

impl<'a> Refused<'a> {
    pub(super) fn of(dataset: &'a Dataset) -> Self {
        let projects = dataset.registers.projects.iter();
        let broken: Vec<&Project> =
            projects.filter(|project| project.is_shared_out() == Some(false)).collect();
        if broken.is_empty() {
            return Self::default();
        }
        let by_project = |one: &'a Observation| {
            let project = broken.iter().find(|project| is_shared(one, project))?;
            Some((&one.id, &project.name))
        };
        Self(dataset.observations.values().filter_map(by_project).collect())
    }

    /// The project of the first of these figures that was counted so.
    pub(super) fn among(&self, figures: &[ObservationId]) -> Option<&'a Bilingual> {
        if self.0.is_empty() {
            return None;
        }
        figures.iter().find_map(|id| self.0.get(id)).copied()
    }
}

/// Whether a figure was counted by the share that an area has in a project. In a union the whole project
/// counts, whatever the shares are.
fn is_shared(one: &Observation, project: &Project) -> bool {
    let Place::Area(area) = &one.place else { return false };
    one.is_counted()
        && Project::BY_SHARE.contains(&one.measure.as_str())
        && (one.period, one.scenario) == (project.period, Some(project.scenario()))
        && project.parties.iter().any(|party| party.area == *area)
}
