//! What can be asked of a data set: for each measure, where and when it has figures.

use litemap::LiteMap;

use crate::calendar::Period;
use crate::list::{Gather, insert_sorted};
use crate::model::{
    Dataset, Level, Measure, MeasureId, Observation, Place, ProgrammeId, Scenario, SourceId, Stage,
};

/// Where at least one figure stands: asking for all of it together gives an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Combination {
    /// Level of the area; `None` for a group of areas or no area at all.
    pub level: Option<Level>,
    /// Code of the province that is the area or holds it, if one does.
    pub province: Option<String>,
    /// Period.
    pub period: Option<Period>,
    /// Fact or intention.
    pub scenario: Option<Scenario>,
    /// Document.
    pub source: SourceId,
}

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
    /// What of all that stands together.
    pub combinations: Vec<Combination>,
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
    let mut offer = Offer { measure: measure.id.clone(), ..stated.get(base)?.clone() };
    if let Some(formula) = &measure.formula {
        // What is computed has no figures of its own that could be told one by one, and needs both
        // of its parts in one place and time.
        let below = &stated.get(&formula.denominator)?.combinations;
        let meets = |one: &Combination, other: &Combination| {
            let place = (one.level, &one.province, one.period);
            one.level.is_some() && place == (other.level, &other.province, other.period)
        };
        offer.combinations.retain(|one| below.iter().any(|other| meets(one, other)));
        offer.stages.clear();
    }
    (!offer.combinations.is_empty()).then_some(offer)
}

fn note(dataset: &Dataset, offer: &mut Offer, observation: &Observation) {
    offer.figures += 1;
    let area = match &observation.place {
        Place::Area(id) => dataset.areas.get(id),
        Place::Group(_) | Place::Unplaced => None,
    };
    let level = area.map(|area| area.level);
    let province = area.and_then(|area| dataset.areas.ancestor(&area.id, Level::Province));
    let province = province.map(|province| province.code.clone());
    note_once(&mut offer.levels, level);
    note_once(&mut offer.periods, observation.period);
    note_once(&mut offer.scenarios, observation.scenario);
    note_once(&mut offer.stages, observation.stage);
    note_once(&mut offer.programmes, observation.programme.clone());
    *offer.sources.entry(observation.source.clone()).or_default() += 1;
    let (period, scenario) = (observation.period, observation.scenario);
    let source = observation.source.clone();
    let one = Combination { level, province, period, scenario, source };
    insert_sorted(&mut offer.combinations, one);
}

fn note_once<T: Ord>(list: &mut Vec<T>, item: Option<T>) {
    if let Some(item) = item {
        insert_sorted(list, item);
    }
}
