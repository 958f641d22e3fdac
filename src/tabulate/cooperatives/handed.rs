//! Projects that were handed to cooperatives.

use super::ByArea;
use super::years::is_development;
use crate::calendar::Period;
use crate::model::{Cooperative, Dataset, Observation, Project};
use crate::tabulate::count::{Count, number};
use crate::tabulate::newest_day;

/// How many projects the cooperatives of an area were handed. A register does not tell since when, so it
/// is counted on the newest of its days only; nought is a count where a development cooperative stands.
pub(super) fn figures(dataset: &Dataset, areas: &ByArea<'_>) -> Vec<Observation> {
    let day = newest_day(dataset).and_then(|one| Some((one, Period::day(one.day)?)));
    let Some((newest, day)) = day else { return Vec::new() };
    let mut figures = Vec::new();
    for (area, cooperatives) in areas {
        let of_them = |project: &&Project| is_of(project, cooperatives);
        let handed = dataset.registers.projects.iter().filter(of_them).count();
        let waits =
            |one: &Cooperative| is_development(one) && one.lifecycle.stage_on(newest.day).is_some();
        if handed > 0 || cooperatives.iter().any(|one| waits(one)) {
            let measure = "coop_projects_handed";
            let count = Count::of_day(measure, area, day, number(handed), newest);
            figures.extend(count.observation(dataset));
        }
    }
    figures
}

fn is_of(project: &Project, cooperatives: &[&Cooperative]) -> bool {
    let holder = project.cooperative.as_ref();
    holder.is_some_and(|id| cooperatives.iter().any(|one| one.id == *id))
}
