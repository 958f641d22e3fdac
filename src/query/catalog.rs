//! What can be asked of a data set: for each measure, where and when it has figures.

use litemap::LiteMap;

use crate::calendar::Period;
use crate::list::Gather;
use crate::list::insert_sorted;
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
    pub levels: Vec<Level>,
    /// Periods, in time order.
    pub periods: Vec<Period>,
    /// Facts and intentions.
    pub scenarios: Vec<Scenario>,
    /// Stages of money.
    pub stages: Vec<Stage>,
    /// Programmes.
    pub programmes: Vec<ProgrammeId>,
    /// Documents, each with its number of figures.
    pub sources: LiteMap<SourceId, u32>,
}

/// One offer for each measure that has figures, in the order of ids.
pub fn catalog(dataset: &Dataset) -> Vec<Offer> {
    let mut stated: LiteMap<&MeasureId, Offer> = LiteMap::new();
    for observation in dataset.observations.values() {
        note(dataset, stated.entry(&observation.measure).or_default(), observation);
    }
    let offers = dataset.measures.values().filter_map(|measure| offer(&stated, measure));
    offers.gather()
}

fn offer(stated: &LiteMap<&MeasureId, Offer>, measure: &Measure) -> Option<Offer> {
    let base = measure.formula.as_ref().map_or(&measure.id, |formula| &formula.numerator);
    let found = stated.get(base)?;
    Some(Offer { measure: measure.id.clone(), ..found.clone() })
}

fn note(dataset: &Dataset, offer: &mut Offer, observation: &Observation) {
    offer.figures += 1;
    if let Place::Area(id) = &observation.place {
        note_once(&mut offer.levels, dataset.areas.get(id).map(|area| area.level));
    }
    note_once(&mut offer.periods, observation.period);
    note_once(&mut offer.scenarios, observation.scenario);
    note_once(&mut offer.stages, observation.stage);
    note_once(&mut offer.programmes, observation.programme.clone());
    *offer.sources.entry(observation.source.clone()).or_default() += 1;
}

fn note_once<T: Ord>(list: &mut Vec<T>, item: Option<T>) {
    if let Some(item) = item {
        insert_sorted(list, item);
    }
}
