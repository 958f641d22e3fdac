//! Which figures an answer could rest on, so that nothing is told of the others.

use hamyar::calendar::Period;
use hamyar::model::{
    AreaId, Dataset, Division, MeasureId, Moved, Observation, ObservationId, Place, in_boundaries,
};
use hamyar::query::{Derive, Query};

/// What moving into the borders of a list comes to for the figures that are asked about.
pub(crate) fn moved_of(dataset: &Dataset, query: &Query, division: Division) -> Moved {
    let mut own = dataset.clone();
    let asked = Asked::new(dataset, query);
    own.observations.retain(|_, one| asked.is_about(one));
    for recount in &mut own.recounts {
        recount.figures.retain(|one| asked.is_about(one));
    }
    in_boundaries(&mut own, division)
}

/// A question, with what it names resolved.
struct Asked<'a> {
    dataset: &'a Dataset,
    query: &'a Query,
    measures: Vec<&'a MeasureId>,
    figures: Vec<&'a ObservationId>,
    periods: Vec<Period>,
    during: Vec<Period>,
}

impl<'a> Asked<'a> {
    fn new(dataset: &'a Dataset, query: &'a Query) -> Self {
        let pairs = dataset.comparisons.iter().filter(|pair| query.pairs.contains(&pair.id));
        let figures = pairs.flat_map(|pair| [&pair.from, &pair.to]);
        Self {
            dataset,
            query,
            measures: measures(dataset, query),
            figures: figures.chain(&query.filter.observations).collect(),
            periods: parsed(&query.periods),
            during: parsed(&query.during.0),
        }
    }

    fn is_about(&self, one: &Observation) -> bool {
        if !self.figures.is_empty() {
            return self.figures.contains(&&one.id);
        }
        // What is derived is derived of figures of other periods, stages and places too.
        let is_derived = self.query.derive.is_some() || !self.query.against.is_empty();
        self.measures.contains(&&one.measure)
            && (is_derived || self.is_of_kind(one) && self.is_in_time(one) && self.is_there(one))
    }

    fn is_of_kind(&self, one: &Observation) -> bool {
        fn meets<T: PartialEq>(asked: &Option<T>, has: &Option<T>) -> bool {
            asked.is_none() || has.is_none() || asked == has
        }
        let filter = &self.query.filter;
        meets(&self.query.scenario, &one.scenario)
            && meets(&self.query.stage, &one.stage)
            && meets(&filter.programme, &one.programme)
            && meets(&filter.action_status, &one.action_status)
            && filter.source.as_ref().is_none_or(|source| *source == one.source)
    }

    fn is_in_time(&self, one: &Observation) -> bool {
        let lies_in = |stretch: &Period| {
            one.period.as_ref().is_some_and(|period| stretch.contains_period(period))
        };
        (self.periods.is_empty() || self.periods.iter().any(lies_in))
            && self.during.iter().all(lies_in)
    }

    fn is_there(&self, one: &Observation) -> bool {
        let areas = &self.query.areas;
        if areas.group.is_some() || areas.codes.is_empty() && areas.within.0.is_empty() {
            return true;
        }
        matches!(&one.place, Place::Area(id) if self.leads_there(id))
    }

    /// Whether an area, or what became of it, lies in one that the question names.
    fn leads_there(&self, id: &AreaId) -> bool {
        let areas = &self.query.areas;
        let is_named = |code: &String| areas.codes.contains(code) || areas.within.0.contains(code);
        let mut lineage = self.dataset.areas.lineage(id);
        lineage.any(|area| is_named(&area.code)) || {
            let mut next = self.dataset.successions.iter().filter(|one| one.from == *id);
            next.any(|one| self.leads_there(&one.to))
        }
    }
}

fn parsed(periods: &[String]) -> Vec<Period> {
    periods.iter().filter_map(|text| Period::parse(text).ok()).collect()
}

/// The measure of a question with what it is computed of.
fn measures<'a>(dataset: &'a Dataset, query: &'a Query) -> Vec<&'a MeasureId> {
    let mut named = vec![&query.measure];
    match &query.derive {
        Some(Derive::Per { measure, .. }) => named.push(measure),
        Some(Derive::Location { of }) => named.push(of),
        _ => {}
    }
    let formulas = named.iter().filter_map(|id| dataset.measures.get(id)?.formula.as_ref());
    let parts: Vec<&MeasureId> =
        formulas.flat_map(|formula| [&formula.numerator, &formula.denominator]).collect();
    named.extend(parts);
    named
}
