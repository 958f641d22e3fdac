//! Where cooperatives stand on a day.

use super::ByArea;
use crate::calendar::{Day, Period};
use crate::model::{AreaId, CoopLine, CoopStage, Cooperative, Dataset, Observation, RegisterDay};
use crate::tabulate::count::{Count, number};
use crate::tabulate::name_of;

/// How many cooperatives stand at each of the thirteen stages at the end of a day, in the order of the
/// stages. One that has no event by then is not there yet and stands at none.
pub fn coops_at_stages(cooperatives: &[&Cooperative], day: Day) -> Vec<(CoopStage, usize)> {
    let at = |stage: CoopStage| {
        let standing = cooperatives.iter().filter(|one| one.lifecycle.stage_on(day) == Some(stage));
        standing.count()
    };
    CoopStage::ALL.iter().map(|stage| (*stage, at(*stage))).collect()
}

/// The counts of each area on each day of the registers.
pub(super) fn figures(dataset: &Dataset, areas: &ByArea<'_>) -> Vec<Observation> {
    let mut figures = Vec::new();
    for day in &dataset.registers.register_days {
        for (area, cooperatives) in areas {
            figures.extend(on_day(dataset, area, cooperatives, day));
        }
    }
    figures
}

fn on_day(
    dataset: &Dataset,
    area: &AreaId,
    cooperatives: &[&Cooperative],
    day: &RegisterDay,
) -> Vec<Observation> {
    let Some(period) = Period::day(day.day) else { return Vec::new() };
    let stages = coops_at_stages(cooperatives, day.day);
    let sum = |counts: fn(CoopStage) -> bool| {
        stages.iter().filter(|(stage, _)| counts(*stage)).map(|(_, count)| count).sum()
    };
    let registered = cooperatives.iter().filter(|one| one.lifecycle.is_registered_on(day.day));
    let of = |measure, count| Count::of_day(measure, area, period, number(count), day);
    let mut counts = vec![
        of("coops_total", sum(|_| true)),
        of("coops_active", sum(CoopStage::is_active)),
        of("coops_registered", registered.count()),
    ];
    if let Some(stage) = development_stage(cooperatives, day.day) {
        counts.push(of("coop_stage", stage));
    }
    counts.extend(stages.iter().map(|(stage, count)| Count {
        id: format!("coops_at_stage/{}/{area}/{}", stage.code(), period.id()),
        scope: name_of(dataset, "coop_stage", stage.code()),
        ..of("coops_at_stage", *count)
    }));
    counts.into_iter().filter_map(|count| count.observation(dataset)).collect()
}

/// The stage of the one development cooperative of a county as its place in the list `coop_stage`, 1 to
/// 13. Where two of them stand, nobody can say which is the county's; a dissolved one gives way.
fn development_stage(cooperatives: &[&Cooperative], day: Day) -> Option<usize> {
    let of_line = cooperatives.iter().filter(|one| one.line == Some(CoopLine::CountyDevelopment));
    let stages: Vec<CoopStage> = of_line.filter_map(|one| one.lifecycle.stage_on(day)).collect();
    let mut standing = stages.iter().filter(|stage| **stage != CoopStage::Dissolved);
    let stage = match (standing.next(), standing.next()) {
        (Some(stage), None) => stage,
        (None, _) => stages.first()?,
        _ => return None,
    };
    CoopStage::ALL.iter().position(|known| known == stage).map(|place| place + 1)
}
