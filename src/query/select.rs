//! Which observations a query is about.

use super::answer::Key;
use super::list::key;
use super::refuse::Reason;
use super::rollup::count;
use super::spec::{By, Query};
use crate::calendar::Period;
use crate::list::{Gather, in_order, join};
use crate::model::{
    Area, AreaId, Dataset, Dimension, Dimensions, Group, GroupId, InForce, MeasureId, Observation,
    Place,
};

/// What a query names and the data set does not have.
pub(super) struct Unknown {
    pub(super) reason: Reason,
    pub(super) name: String,
}

impl Unknown {
    fn new(reason: Reason, name: &str) -> Self {
        Self { reason, name: name.to_owned() }
    }
}

/// The conditions of a query, resolved once.
pub(super) struct Selection<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) query: &'a Query,
    /// Listed periods; all when empty.
    pub(super) periods: Vec<Period>,
    /// Stretches of time that all hold what is asked for.
    during: Vec<Period>,
    /// The group, when one is asked for.
    pub(super) group: Option<&'a Group>,
    /// What the question may tell its figures apart by.
    told: Told,
}

/// Which dimensions some figure of a measure has: people have no stage, and no question leaves them out
/// because it names one.
struct Told {
    scenario: bool,
    stage: bool,
    status: bool,
    programme: bool,
    scope: bool,
    /// Of the codes, those dimensions that the question names.
    dimensions: Vec<Dimension>,
}

fn read(periods: &[String]) -> Result<Vec<Period>, Unknown> {
    let unknown = |text: &String| Unknown::new(Reason::UnknownPeriod, text);
    periods.iter().map(|text| Period::parse(text).map_err(|_| unknown(text))).collect()
}

impl<'a> Selection<'a> {
    /// Resolves periods and group.
    pub(super) fn new(dataset: &'a Dataset, query: &'a Query) -> Result<Self, Unknown> {
        let (periods, during) = (read(&query.periods)?, read(&query.during.0)?);
        let unknown = |id: &GroupId| Unknown::new(Reason::UnknownFigure, id.as_str());
        let find = |id| dataset.groups.get(id).ok_or_else(|| unknown(id));
        let group = query.areas.group.as_ref().map(find).transpose()?;
        let chosen = query.filter.dimensions.0.iter().map(|(dimension, _)| *dimension);
        let told = Told {
            scenario: true,
            stage: true,
            status: true,
            programme: true,
            scope: true,
            dimensions: query.by.iter().filter_map(|by| by.dimension()).chain(chosen).gather(),
        };
        let selection = Self { dataset, query, periods, during, group, told };
        let areas = &query.areas;
        let codes = areas.within.0.iter().chain(&areas.codes).chain(&areas.except);
        for code in codes {
            if !selection.knows(code) {
                return Err(Unknown::new(Reason::UnknownArea, code));
            }
        }
        for (dimension, codes) in &query.filter.dimensions.0 {
            for code in codes {
                if !selection.knows_code(*dimension, code) {
                    let name = join(&[dimension.code(), code], ": ");
                    return Err(Unknown::new(Reason::UnknownCode, &name));
                }
            }
        }
        Ok(selection)
    }

    /// The same for what a measure is divided by, which need not have the dimensions of what is divided.
    pub(super) fn below(&self, measure: &MeasureId) -> Self {
        let own = || self.dataset.observations.values().filter(|one| one.measure == *measure);
        let asked = self.told.dimensions.iter().copied();
        let told = Told {
            scenario: own().any(|one| one.scenario.is_some()),
            stage: own().any(|one| one.stage.is_some()),
            status: own().any(|one| one.action_status.is_some()),
            programme: own().any(|one| one.programme.is_some()),
            scope: own().any(|one| !one.scope.is_empty()),
            dimensions: asked.filter(|asked| own().any(|one| one.code(*asked).is_some())).gather(),
        };
        Self { periods: self.periods.clone(), during: self.during.clone(), told, ..*self }
    }

    /// What names a cell among those of such a measure, also where the key of a row tells more.
    pub(super) fn key_below(&self, key: &Key) -> Key {
        let query = self.query;
        let by = |by: By| query.by.contains(&by);
        let in_time = by(By::Period) || query.every.is_some() || self.periods.len() == 1;
        Key {
            area: key.area.clone(),
            group: key.group.clone(),
            period: key.period.filter(|_| in_time),
            scenario: key.scenario.filter(|_| self.told.scenario && by(By::Scenario)),
            stage: key.stage.filter(|_| self.told.stage && by(By::Stage)),
            action_status: key.action_status.filter(|_| self.told.status && by(By::ActionStatus)),
            programme: key.programme.clone().filter(|_| self.told.programme && by(By::Programme)),
            source: key.source.clone().filter(|_| by(By::Source)),
            dimensions: self.told_apart(&key.dimensions),
            scope: key.scope.clone().filter(|_| self.told.scope && by(By::Scope)),
            observation: None,
        }
    }

    /// The codes of a figure in the dimensions that the question names.
    pub(super) fn of_asked(&self, dimensions: &Dimensions) -> Dimensions {
        let is_asked =
            |(dimension, _): &&(Dimension, String)| self.told.dimensions.contains(dimension);
        dimensions.iter().filter(is_asked).cloned().gather()
    }

    /// The codes that tell rows apart.
    pub(super) fn told_apart(&self, dimensions: &Dimensions) -> Dimensions {
        let by = |dimension| self.query.by.iter().any(|by| by.dimension() == Some(dimension));
        let mut told = self.of_asked(dimensions);
        told.retain(|(dimension, _)| by(*dimension));
        told
    }

    fn knows_code(&self, dimension: Dimension, code: &str) -> bool {
        let mut all = self.dataset.observations.values();
        self.dataset.codes.get(dimension.code(), code).is_some()
            || all.any(|one| one.code(dimension) == Some(code))
    }

    fn knows(&self, code: &str) -> bool {
        let areas = &self.dataset.areas;
        areas.divisions().any(|division| areas.by_code(code, division).is_some())
    }

    /// Observations of one measure that meet every condition. What is divided further than the question asks is
    /// left out where a figure of the whole stands for it.
    pub(super) fn observations(&self, measure: &MeasureId) -> Vec<&'a Observation> {
        let own = self.dataset.observations.values().filter(|one| one.measure == *measure);
        let mut met = own.filter(|one| self.meets(one) && self.placed(one)).gather();
        let is_divided =
            |one: &Observation| one.dimensions.len() > self.of_asked(&one.dimensions).len();
        if met.iter().any(|one| is_divided(one)) {
            let mut wholes = Vec::new();
            for one in met.iter().filter(|one| !is_divided(one)) {
                self.whole_of(one, &mut wholes);
            }
            let wholes = in_order(wholes, Ord::cmp);
            met.retain(|one| !is_divided(one) || wholes.binary_search(&self.kind(one)).is_err());
        }
        met
    }

    /// What a figure is of, but for its words and for what the question does not ask.
    fn kind(&self, one: &Observation) -> Key {
        let dimensions = self.of_asked(&one.dimensions);
        Key { dimensions, scope: None, observation: None, ..key(one) }
    }

    /// A figure is of the whole where it stands, and as a part of that in all areas above.
    fn whole_of(&self, one: &Observation, wholes: &mut Vec<Key>) {
        let own = self.kind(one);
        if let Some(id) = &own.area {
            for above in self.dataset.areas.lineage(id).skip(1) {
                wholes.push(Key { area: Some(above.id.clone()), ..own.clone() });
            }
        }
        wholes.push(own);
    }

    fn meets(&self, observation: &Observation) -> bool {
        self.is_of_kind(observation) && self.within_periods(observation.period.as_ref())
    }

    /// Everything that is asked but where and when.
    pub(super) fn is_of_kind(&self, observation: &Observation) -> bool {
        fn meets<T: PartialEq>(told: bool, asked: &Option<T>, has: &Option<T>) -> bool {
            !told || asked.is_none() || has == asked
        }
        let (query, filter, told) = (self.query, &self.query.filter, &self.told);
        meets(told.scenario, &query.scenario, &observation.scenario)
            && meets(told.stage, &query.stage, &observation.stage)
            && meets(told.programme, &filter.programme, &observation.programme)
            && meets(told.status, &filter.action_status, &observation.action_status)
            && filter.source.as_ref().is_none_or(|source| observation.source == *source)
            && told.dimensions.iter().all(|dimension| {
                observation.code(*dimension).is_some_and(|code| {
                    let chosen = filter.dimensions.codes(*dimension);
                    chosen.is_none_or(|codes| codes.iter().any(|one| one == code))
                })
            })
    }

    pub(super) fn within_periods(&self, period: Option<&Period>) -> bool {
        let Some(period) = period else {
            return self.periods.is_empty() && self.during.is_empty();
        };
        let holds = |stretch: &Period| stretch.contains_period(period);
        self.is_during(period) && (self.periods.is_empty() || self.periods.iter().any(holds))
    }

    /// Whether a period lies in all stretches that the question names.
    pub(super) fn is_during(&self, period: &Period) -> bool {
        self.during.iter().all(|stretch| stretch.contains_period(period))
    }

    fn placed(&self, observation: &Observation) -> bool {
        match &observation.place {
            Place::Area(id) => {
                let area = self.dataset.areas.get(id);
                area.is_some_and(|area| self.area_selected(area, observation.period.as_ref()))
            }
            // A figure of the whole group is of no part of it.
            Place::Group(id) => {
                let asked = &self.query.areas;
                let is_whole = asked.within.0.is_empty() && asked.codes.is_empty();
                is_whole && asked.group.as_ref() == Some(id) || self.everywhere()
            }
            Place::Unplaced => self.everywhere(),
        }
    }

    /// Whether areas are not restricted at all.
    fn everywhere(&self) -> bool {
        let areas = &self.query.areas;
        areas.level.is_none()
            && areas.within.0.is_empty()
            && areas.codes.is_empty()
            && areas.group.is_none()
    }

    /// How many members of the asked group could report of a period: those that are not known count too.
    pub(super) fn expected_members(&self, period: Option<&Period>) -> u32 {
        let Some(group) = self.group else { return 0 };
        let left_out = group.areas_in(period).len() - self.members(group, period).len();
        count(group.expected_in(period).saturating_sub(left_out))
    }

    /// The areas of a group that could tell of a period: those that had not ended and are not left out.
    pub(super) fn members(&self, group: &'a Group, period: Option<&Period>) -> Vec<&'a AreaId> {
        let mut areas = group.areas_in(period);
        let in_force = InForce::new(self.dataset, period);
        areas.retain(|id| !in_force.has_ended(id) && !self.is_excepted(id));
        areas
    }

    fn is_excepted(&self, id: &AreaId) -> bool {
        let except = &self.query.areas.except;
        self.dataset.areas.lineage(id).any(|above| except.contains(&above.code))
    }

    /// Whether an area is asked for in a period: of a group, those that are members then.
    pub(super) fn area_selected(&self, area: &Area, period: Option<&Period>) -> bool {
        let level = self.query.areas.level;
        level.is_none_or(|level| area.level >= level) && self.ground_selected(area, period)
    }

    /// The same at any level.
    pub(super) fn ground_selected(&self, area: &Area, period: Option<&Period>) -> bool {
        let asked = &self.query.areas;
        let inside = |codes: &[String]| {
            self.dataset.areas.lineage(&area.id).any(|above| codes.contains(&above.code))
        };
        asked.within.0.iter().all(|code| inside(std::slice::from_ref(code)))
            && (asked.codes.is_empty() || inside(&asked.codes))
            && !self.is_excepted(&area.id)
            && self.group.is_none_or(|group| group.known_in(period).any(|(_, id)| *id == area.id))
    }
}
