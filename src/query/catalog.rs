//! What can be asked of a data set: for each measure, where and when it has figures.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Period;
use crate::model::{
    Dataset, Level, Measure, MeasureId, Observation, Place, ProgrammeId, Scenario, SourceId, Stage,
};

/// What one measure offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Measure.
    pub measure: MeasureId,
    /// How many figures; for a computed measure, of its numerator.
    pub figures: u32,
    /// Levels of the areas that have figures.
    pub levels: BTreeSet<Level>,
    /// Periods, in time order.
    pub periods: BTreeSet<Period>,
    /// Facts and intentions.
    pub scenarios: BTreeSet<Scenario>,
    /// Stages of money.
    pub stages: BTreeSet<Stage>,
    /// Programmes.
    pub programmes: BTreeSet<ProgrammeId>,
    /// Documents, each with its number of figures.
    pub sources: BTreeMap<SourceId, u32>,
}

/// One offer for each measure that has figures, in the order of ids.
pub fn catalog(dataset: &Dataset) -> Vec<Offer> {
    let mut stated: BTreeMap<&MeasureId, Offer> = BTreeMap::new();
    for observation in dataset.observations.values() {
        note(dataset, stated.entry(&observation.measure).or_default(), observation);
    }
    let offers = dataset.measures.values().filter_map(|measure| offer(&stated, measure));
    offers.collect()
}

fn offer(stated: &BTreeMap<&MeasureId, Offer>, measure: &Measure) -> Option<Offer> {
    let base = measure.formula.as_ref().map_or(&measure.id, |formula| &formula.numerator);
    let found = stated.get(base)?;
    Some(Offer { measure: measure.id.clone(), ..found.clone() })
}

fn note(dataset: &Dataset, offer: &mut Offer, observation: &Observation) {
    offer.figures += 1;
    if let Place::Area(id) = &observation.place {
        offer.levels.extend(dataset.areas.get(id).map(|area| area.level));
    }
    offer.periods.extend(observation.period);
    offer.scenarios.extend(observation.scenario);
    offer.stages.extend(observation.stage);
    offer.programmes.extend(observation.programme.clone());
    *offer.sources.entry(observation.source.clone()).or_default() += 1;
}
