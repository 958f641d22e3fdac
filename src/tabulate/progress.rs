//! How far projects have come: as reported, and by their milestones.

use super::count::Count;
use super::newest_day;
use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::model::{Course, Dataset, Figure, Observation, Place, Project, Scenario};
use crate::number::Decimal;

/// A percentage of a project at the end of a day.
type Percent = fn(&Course, Day) -> Option<Decimal>;

/// The measures that are counted, each with what it takes of a project.
const MEASURES: [(&str, Percent); 3] = [
    ("project_physical_progress", |course, day| course.progress_on(day)?.physical),
    ("project_financial_progress", |course, day| course.progress_on(day)?.financial),
    ("project_milestone_progress", |course, day| course.milestones.done_by(day)),
];

/// Figures of the newest day of the registers, one for each project of which something is told.
pub(super) fn figures(dataset: &Dataset) -> Vec<Observation> {
    let Some(newest) = newest_day(dataset) else { return Vec::new() };
    let mut figures = Vec::new();
    for (measure, percent) in MEASURES {
        for project in &dataset.registers.projects {
            let told = percent(&project.course, newest.day);
            figures
                .extend(told.and_then(|told| counted(dataset, measure, project, newest.day, told)));
        }
    }
    figures
}

/// A project of several areas is of none of them: its figure has no place.
fn counted(
    dataset: &Dataset,
    measure: &str,
    project: &Project,
    day: Day,
    percent: Decimal,
) -> Option<Observation> {
    let place = match project.sites.as_slice() {
        [site] => Place::Area(site.clone()),
        _ => Place::Unplaced,
    };
    let count = Count {
        id: format!("{measure}/{}", project.id),
        measure,
        place,
        period: Period::day(day),
        scope: project.name.clone(),
        figure: Figure::exact(percent),
        unit: None,
        scenario: Scenario::Actual,
        action_status: project.status,
        note: Bilingual::default(),
        source: project.source.clone(),
        recorded: Some(day),
    };
    count.observation(dataset)
}
