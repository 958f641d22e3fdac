//! Troubled cooperatives as stock and flow.

use super::{ByArea, whole_years};
use crate::calendar::Period;
use crate::model::{CoopStage, Cooperative, Dataset, Observation};
use crate::tabulate::count::{Count, number};

/// Troubled cooperatives of a year: `opening + new - resolved = closing` (rule V15).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TroubledFlow {
    /// Troubled before its first day.
    pub opening: usize,
    /// Times that one became troubled.
    pub new: usize,
    /// Times that one ceased to be: it operates again, is dormant, in liquidation or dissolved.
    pub resolved: usize,
    /// Troubled at the end of its last day.
    pub closing: usize,
}

/// The flow of a period with two ends; `None` without them.
pub fn troubled_flow(cooperatives: &[&Cooperative], period: &Period) -> Option<TroubledFlow> {
    let (first, last) = (period.start()?, period.last()?);
    let troubled = Some(CoopStage::Troubled);
    let on =
        |day| cooperatives.iter().filter(|one| one.lifecycle.stage_on(day) == troubled).count();
    let turns = || {
        let all = cooperatives.iter().flat_map(|one| one.lifecycle.turns());
        all.filter(|(_, event)| period.contains(event.day))
    };
    Some(TroubledFlow {
        opening: on(first.plus(-1)),
        new: turns().filter(|(_, event)| Some(event.stage) == troubled).count(),
        resolved: turns().filter(|(before, _)| *before == troubled).count(),
        closing: on(last),
    })
}

/// The flow of each area and whole year.
pub(super) fn figures(dataset: &Dataset, areas: &ByArea<'_>) -> Vec<Observation> {
    let Some((years, newest)) = whole_years(dataset) else { return Vec::new() };
    let mut figures = Vec::new();
    for year in years {
        for (area, cooperatives) in areas {
            let Some(flow) = troubled_flow(cooperatives, &year) else { continue };
            let counts = [
                ("coops_troubled_opening", flow.opening),
                ("coops_troubled_new", flow.new),
                ("coops_troubled_resolved", flow.resolved),
                ("coops_troubled_closing", flow.closing),
            ]
            .map(|(measure, count)| Count::of_day(measure, area, year, number(count), newest));
            figures.extend(counts.into_iter().filter_map(|count| count.observation(dataset)));
        }
    }
    figures
}
