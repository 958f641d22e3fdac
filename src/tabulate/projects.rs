//! Joint projects: once in a union, by share in each party.

use super::count::Count;
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::model::{
    AreaId, Dataset, Figure, Group, MeasureId, Observation, Place, Project, Scenario, SourceId,
    UnitId,
};
use crate::number::Decimal;

/// An amount of a project.
type Amount = fn(&Project) -> Option<Decimal>;

/// The measures that are counted, each with the amount that it takes of a project.
const MEASURES: [(&str, Amount); 3] = [
    ("joint_project_count", |_| Some(Decimal::from_int(1))),
    ("joint_project_cost", |project| project.cost),
    ("joint_project_idle_capital", |project| project.idle_capital),
];

/// Figures of each area that has a party, and of each group that has one among its members.
pub(super) fn figures(dataset: &Dataset) -> Vec<Observation> {
    let mut figures = Vec::new();
    for (measure, amount) in MEASURES {
        for (period, projects) in by_period(joint(dataset)) {
            for area in areas(&projects) {
                let shared = |project: &Project| share(project, area, measure, amount);
                figures.extend(counted(
                    dataset,
                    measure,
                    Place::Area(area.clone()),
                    period,
                    &projects,
                    &shared,
                ));
            }
            for group in dataset.groups.values() {
                let whole =
                    |project: &Project| takes_part(project, group).then(|| amount(project))?;
                figures.extend(counted(
                    dataset,
                    measure,
                    Place::Group(group.id.clone()),
                    period,
                    &projects,
                    &whole,
                ));
            }
        }
    }
    figures
}

/// Projects of two parties or more: what one body does, or was handed, is joint with nobody.
pub(super) fn joint(dataset: &Dataset) -> impl Iterator<Item = &Project> {
    dataset.registers.projects.iter().filter(|project| project.parties.len() > 1)
}

fn by_period<'a>(
    projects: impl Iterator<Item = &'a Project>,
) -> Vec<(Option<Period>, Vec<&'a Project>)> {
    let mut periods: Vec<(Option<Period>, Vec<&'a Project>)> = Vec::new();
    for project in projects {
        match periods.iter_mut().find(|(period, _)| *period == project.period) {
            Some((_, list)) => list.push(project),
            None => periods.push((project.period, vec![project])),
        }
    }
    periods
}

fn areas<'a>(projects: &[&'a Project]) -> Vec<&'a AreaId> {
    let mut areas: Vec<&AreaId> =
        projects.iter().flat_map(|project| &project.parties).map(|party| &party.area).collect();
    areas.sort();
    areas.dedup();
    areas
}

/// Whether a party acts for an area that is a member at the time of the project.
fn takes_part(project: &Project, group: &Group) -> bool {
    let period = project.period.as_ref();
    let is_member = |id: &AreaId| group.known_in(period).any(|(_, area)| area == id);
    project.parties.iter().any(|party| is_member(&party.area))
}

/// A project is one project for each of its parties; its amounts fall to them by share.
fn share(project: &Project, area: &AreaId, measure: &str, amount: Amount) -> Option<Decimal> {
    if measure == "joint_project_count" {
        return project.parties.iter().any(|party| party.area == *area).then(|| amount(project))?;
    }
    project.part_of(area, amount(project)?)
}

fn counted(
    dataset: &Dataset,
    measure: &str,
    place: Place,
    period: Option<Period>,
    projects: &[&Project],
    take: &dyn Fn(&Project) -> Option<Decimal>,
) -> Option<Observation> {
    let taken: Vec<(Decimal, &SourceId)> =
        projects.iter().filter_map(|project| Some((take(project)?, &project.source))).collect();
    let (_, source) = taken.first()?;
    let declared = dataset.measures.get(&MeasureId::new(measure))?;
    // Amounts in several units are shown in the base unit.
    let mut units = projects.iter().map(|project| &project.unit);
    let first = units.next();
    let unit = first.filter(|first| units.all(|unit| unit == *first)).cloned();
    let sum = taken.iter().try_fold(Decimal::ZERO, |sum, (one, _)| sum.checked_add(*one).ok())?;
    let at = match &place {
        Place::Area(id) => id.as_str(),
        Place::Group(id) => id.as_str(),
        Place::Unplaced => "",
    };
    let when = period.map(|period| period.id()).unwrap_or_default();
    let count = Count {
        id: format!("{measure}/{at}/{when}"),
        measure,
        place,
        period,
        scope: Bilingual::default(),
        figure: Figure::exact(sum),
        unit: unit.filter(|_| declared.unit == UnitId::new("rial")),
        scenario: Scenario::Actual,
        action_status: None,
        note: Bilingual::default(),
        source: (*source).clone(),
    };
    count.observation(dataset)
}
