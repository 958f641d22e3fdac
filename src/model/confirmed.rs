//! What a public page may show: no draft, and nothing that was only handed in.

#[cfg(feature = "complete")]
use litemap::LiteMap;

#[cfg(feature = "complete")]
use super::correction::{Correction, Mending};
use super::dataset::Dataset;
use super::id::ObservationId;
#[cfg(feature = "complete")]
use super::line::keep_standing;
#[cfg(feature = "complete")]
use super::note::tell_notes;
#[cfg(feature = "complete")]
use super::observation::Observation;
use super::observation::Status;
use super::revision::Revision;

impl Status {
    /// Whether a figure of this status may be shown to the public. What is provisional, estimated,
    /// revised or carried over was published as such.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Draft | Self::Submitted)
    }
}

/// Leaves out every figure that nobody has confirmed yet, and those that a correction drops, and says how
/// many these are.
///
/// Of what copies changed or tell apart stays what stands in the data set, without what another copy says.
/// What somebody wrote on a figure is told in its note. Pairs that name one of them go too, and what was a
/// part of one stands by itself. Of the past stays
/// what was public then. Counts of registers stay: a rate of reporting counts what came in.
pub fn keep_confirmed(dataset: &mut Dataset) -> u32 {
    #[cfg(feature = "complete")]
    keep_standing(dataset);
    #[cfg(feature = "complete")]
    dataset.told_apart.clear();
    let Dataset {
        observations,
        comparisons,
        revisions,
        #[cfg(feature = "complete")]
        corrections,
        ..
    } = dataset;
    let before = observations.len();
    observations.retain(|_, one| one.status.is_public());
    #[cfg(feature = "complete")]
    drop_corrected(observations, corrections);
    let left_out = before - observations.len();
    for revision in revisions.iter_mut() {
        revision.before = revision.before.take().filter(|one| one.status.is_public());
    }
    // Of what never was public, nothing is told.
    revisions.retain(|one| one.before.is_some() || observations.contains_key(&one.observation));
    comparisons.retain(|pair| {
        observations.contains_key(&pair.from) && observations.contains_key(&pair.to)
    });
    stand_alone(dataset);
    #[cfg(feature = "complete")]
    tell_notes(dataset);
    u32::try_from(left_out).unwrap_or(u32::MAX)
}

/// Takes away the figures that a correction drops, and corrections of figures that are not there.
#[cfg(feature = "complete")]
fn drop_corrected(
    observations: &mut LiteMap<ObservationId, Observation>,
    corrections: &mut Vec<Correction>,
) {
    for one in corrections.iter().filter(|one| one.is_pending() && one.mending == Mending::Drop) {
        observations.remove(&one.observation);
    }
    corrections.retain(|one| observations.contains_key(&one.observation));
}

/// Takes away links to figures of which nothing is left. One that was withdrawn was the whole on the days
/// before, and must not be added to its parts where those are asked for.
fn stand_alone(dataset: &mut Dataset) {
    let is_content =
        |one: &Revision, id: &ObservationId| one.observation == *id && one.before.is_some();
    let is_told = |id: &ObservationId| dataset.revisions.iter().any(|one| is_content(one, id));
    let is_gone = |id: &ObservationId| !dataset.observations.contains_key(id) && !is_told(id);
    let gone: Vec<ObservationId> = dataset
        .observations
        .values()
        .filter(|one| one.part_of.as_ref().is_some_and(is_gone))
        .map(|one| one.id.clone())
        .collect();
    for id in gone {
        if let Some(one) = dataset.observations.get_mut(&id) {
            one.part_of = None;
        }
    }
}
