//! Which observations a query is about.

use super::refuse::Reason;
use super::rollup::count;
use super::spec::Query;
use crate::calendar::Period;
use crate::list::insert_sorted;
use crate::model::{Area, AreaId, Dataset, GroupId, MeasureId, Observation, Place};

/// The conditions of a query, resolved once.
pub(super) struct Selection<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) query: &'a Query,
    /// Listed periods; all when empty.
    pub(super) periods: Vec<Period>,
    /// Known members of the group, when one is asked for.
    pub(super) members: Option<Vec<AreaId>>,
}

impl<'a> Selection<'a> {
    /// Resolves periods and group.
    pub(super) fn new(dataset: &'a Dataset, query: &'a Query) -> Result<Self, Reason> {
        let periods = query
            .periods
            .iter()
            .map(|text| Period::parse(text).map_err(|_| Reason::UnknownPeriod))
            .collect::<Result<Vec<_>, _>>()?;
        let members = query.areas.group.as_ref().map(|id| members(dataset, id)).transpose()?;
        let selection = Self { dataset, query, periods, members };
        let areas = &query.areas;
        let codes = areas.within.iter().chain(&areas.codes).chain(&areas.except);
        for code in codes {
            if !selection.knows(code) {
                return Err(Reason::UnknownArea);
            }
        }
        Ok(selection)
    }

    fn knows(&self, code: &str) -> bool {
        let areas = &self.dataset.areas;
        areas.divisions().any(|division| areas.by_code(code, division).is_some())
    }

    /// Observations of one measure that meet every condition.
    pub(super) fn observations(
        &self,
        measure: &'a MeasureId,
    ) -> impl Iterator<Item = &'a Observation> {
        self.dataset
            .observations
            .values()
            .filter(move |observation| observation.measure == *measure)
            .filter(|observation| self.meets(observation) && self.placed(observation))
    }

    fn meets(&self, observation: &Observation) -> bool {
        self.is_of_kind(observation) && self.within_periods(observation.period.as_ref())
    }

    /// Everything that is asked but where and when.
    pub(super) fn is_of_kind(&self, observation: &Observation) -> bool {
        let query = self.query;
        let filter = &query.filter;
        (query.scenario.is_none() || observation.scenario == query.scenario)
            && (query.stage.is_none() || observation.stage == query.stage)
            && (filter.programme.is_none() || observation.programme == filter.programme)
            && (filter.action_status.is_none() || observation.action_status == filter.action_status)
            && filter.source.as_ref().is_none_or(|source| observation.source == *source)
    }

    pub(super) fn within_periods(&self, period: Option<&Period>) -> bool {
        self.periods.is_empty()
            || period.is_some_and(|period| {
                self.periods.iter().any(|listed| listed.contains_period(period))
            })
    }

    fn placed(&self, observation: &Observation) -> bool {
        match &observation.place {
            Place::Area(id) => {
                self.dataset.areas.get(id).is_some_and(|area| self.area_selected(area))
            }
            Place::Group(id) => self.query.areas.group.as_ref() == Some(id) || self.everywhere(),
            Place::Unplaced => self.everywhere(),
        }
    }

    /// Whether areas are not restricted at all.
    fn everywhere(&self) -> bool {
        let areas = &self.query.areas;
        areas.level.is_none()
            && areas.within.is_none()
            && areas.codes.is_empty()
            && areas.group.is_none()
    }

    /// How many members of the asked group could report: those that are not known count too.
    pub(super) fn expected_members(&self) -> u32 {
        let group = self.query.areas.group.as_ref().and_then(|id| self.dataset.groups.get(id));
        let left_out = self.members.iter().flatten().filter(|id| self.is_excepted(id)).count();
        group.map_or(0, |group| group.expected.saturating_sub(count(left_out)))
    }

    fn is_excepted(&self, id: &AreaId) -> bool {
        let except = &self.query.areas.except;
        self.dataset.areas.lineage(id).any(|above| except.contains(&above.code))
    }

    pub(super) fn area_selected(&self, area: &Area) -> bool {
        let asked = &self.query.areas;
        let inside = |codes: &[String]| {
            self.dataset.areas.lineage(&area.id).any(|above| codes.contains(&above.code))
        };
        asked.level.is_none_or(|level| area.level >= level)
            && asked.within.as_ref().is_none_or(|code| inside(std::slice::from_ref(code)))
            && (asked.codes.is_empty() || inside(&asked.codes))
            && !self.is_excepted(&area.id)
            && self.members.as_ref().is_none_or(|members| members.contains(&area.id))
    }
}

fn members(dataset: &Dataset, id: &GroupId) -> Result<Vec<AreaId>, Reason> {
    let group = dataset.groups.get(id).ok_or(Reason::UnknownFigure)?;
    let mut members = Vec::new();
    for (_, area) in group.known() {
        insert_sorted(&mut members, area.clone());
    }
    Ok(members)
}
