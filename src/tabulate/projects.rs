//! Joint projects: once in a union, by share in each party.

use super::count::Count;
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::model::{
    AreaId, Dataset, Figure, Group, MeasureId, Missing, Observation, Place, Project, Qualifier,
    Scenario, UnitId,
};
use crate::number::Decimal;

/// An amount of a project.
type Amount = fn(&Project) -> Option<Decimal>;

/// The measures that are counted, each with the amount that it takes of a project.
const MEASURES: [(&str, Amount); 3] = [
    ("joint_project_count", |_| Some(Decimal::from_int(1))),
    (Project::BY_SHARE[0], |project| project.cost),
    (Project::BY_SHARE[1], |project| project.idle_capital),
];

/// Figures of each area that has a party, and of each group that has one among its members. What is
/// planned is never added to what is in hand or done.
pub(super) fn figures(dataset: &Dataset) -> Vec<Observation> {
    let mut figures = Vec::new();
    for (measure, amount) in MEASURES {
        for ((period, scenario), projects) in alike(joint(dataset)) {
            let counted = |place, take: &dyn Fn(&Project) -> Taken| {
                let counted = Counted { measure, place, period, scenario };
                counted.of(dataset, &projects, take)
            };
            for area in areas(&projects) {
                let shared = |project: &Project| share(project, area, measure, amount);
                figures.extend(counted(Place::Area(area.clone()), &shared));
            }
            for group in dataset.groups.values() {
                let whole = |project: &Project| match takes_part(project, group) {
                    true => amount(project).map_or(Taken::Untold, Taken::Told),
                    false => Taken::Nothing,
                };
                figures.extend(counted(Place::Group(group.id.clone()), &whole));
            }
        }
    }
    figures
}

/// What a place takes of a project.
enum Taken {
    /// It has no part in it.
    Nothing,
    /// Nobody tells the amount.
    Untold,
    /// So much.
    Told(Decimal),
}

/// When a project is, and whether it is a fact or a plan.
type Kind = (Option<Period>, Scenario);

fn kind(project: &Project) -> Kind {
    (project.period, project.scenario())
}

/// Projects of two parties or more: what one body does, or was handed, is joint with nobody.
pub(super) fn joint(dataset: &Dataset) -> impl Iterator<Item = &Project> {
    dataset.registers.projects.iter().filter(|project| project.parties.len() > 1)
}

fn alike<'a>(projects: impl Iterator<Item = &'a Project>) -> Vec<(Kind, Vec<&'a Project>)> {
    let mut kinds: Vec<(Kind, Vec<&'a Project>)> = Vec::new();
    for project in projects {
        match kinds.iter_mut().find(|(known, _)| *known == kind(project)) {
            Some((_, list)) => list.push(project),
            None => kinds.push((kind(project), vec![project])),
        }
    }
    kinds
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
fn share(project: &Project, area: &AreaId, measure: &str, amount: Amount) -> Taken {
    if !project.parties.iter().any(|party| party.area == *area) {
        return Taken::Nothing;
    }
    let amount = amount(project);
    let taken = match measure {
        "joint_project_count" => amount,
        _ => amount.and_then(|amount| project.part_of(area, amount)),
    };
    taken.map_or(Taken::Untold, Taken::Told)
}

/// What is counted, where and when.
struct Counted<'a> {
    measure: &'a str,
    place: Place,
    period: Option<Period>,
    scenario: Scenario,
}

impl Counted<'_> {
    /// The sum of what the place takes; at least so much where some amount is not told.
    fn of(
        self,
        dataset: &Dataset,
        projects: &[&Project],
        take: &dyn Fn(&Project) -> Taken,
    ) -> Option<Observation> {
        let mut sum: Option<Decimal> = None;
        let (mut untold, mut source) = (false, None);
        for project in projects {
            match take(project) {
                Taken::Nothing => continue,
                Taken::Untold => untold = true,
                Taken::Told(one) => {
                    sum = Some(sum.unwrap_or_default().checked_add(one).ok()?);
                }
            }
            source = source.or(Some(&project.source));
        }
        let source = source?.clone();
        let declared = dataset.measures.get(&MeasureId::new(self.measure))?;
        let is_money = declared.unit == UnitId::new("rial");
        let count = Count {
            id: self.id(),
            measure: self.measure,
            place: self.place,
            period: self.period,
            scope: Bilingual::default(),
            figure: figure(sum, untold),
            unit: one_unit(projects).filter(|_| is_money).cloned(),
            scenario: self.scenario,
            action_status: None,
            note: Bilingual::default(),
            source,
            recorded: None,
        };
        count.observation(dataset)
    }

    fn id(&self) -> String {
        let at = match &self.place {
            Place::Area(id) => id.as_str(),
            Place::Group(id) => id.as_str(),
            Place::Unplaced => "",
        };
        let when = self.period.map(|period| period.id()).unwrap_or_default();
        let plan = if self.scenario == Scenario::Planned { "/planned" } else { "" };
        format!("{}/{at}/{when}{plan}", self.measure)
    }
}

fn figure(sum: Option<Decimal>, untold: bool) -> Figure {
    match sum {
        Some(value) if untold => {
            Figure::Value { value, qualifier: Qualifier::AtLeast, upper: None }
        }
        Some(value) => Figure::exact(value),
        None => Figure::Missing(Missing::NotReported),
    }
}

/// Amounts in several units are shown in the base unit.
fn one_unit<'a>(projects: &[&'a Project]) -> Option<&'a UnitId> {
    let mut units = projects.iter().map(|project| &project.unit);
    let first = units.next();
    first.filter(|first| units.all(|unit| unit == *first))
}
