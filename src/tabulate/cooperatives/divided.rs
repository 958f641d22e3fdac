//! The same counts by what cooperatives do, by their international type and by the group of their credit line:
//! one dimension at a time, beside the undivided figures.

use std::collections::BTreeSet;

use super::{ByArea, stages, troubled, years};
use crate::model::{
    AreaId, CoopActivity, CoopIcls, CoopLine, Cooperative, Dataset, Dimension, Level, Observation,
    ObservationId,
};

/// What is counted by code.
const MEASURES: [&str; 13] = [
    "coops_total",
    "coops_active",
    "coops_registered",
    "coops_at_stage",
    "coops_troubled_opening",
    "coops_troubled_new",
    "coops_troubled_resolved",
    "coops_troubled_closing",
    "coops_registered_at_year_end",
    "coop_members",
    "coop_workers",
    "coop_capital",
    "coop_turnover",
];

/// The code of a cooperative in a dimension.
type Code = fn(&Cooperative) -> Option<&'static str>;

const DIMENSIONS: [(Dimension, Code); 3] = [
    (Dimension::CoopActivity, |one| Some(CoopActivity::code(one.activity))),
    (Dimension::CoopIcls, |one| Some(CoopIcls::code(one.icls()))),
    (Dimension::CoopLine, |one| one.line.map(CoopLine::code)),
];

/// The counts of each code. Those of a province are whole, with each nought, so that a sum of provinces lacks no
/// part; below it stands only what occurs, for most codes occur in few of many counties.
pub(super) fn figures(dataset: &Dataset, areas: &ByArea<'_>) -> Vec<Observation> {
    let (provinces, below) = (provinces(dataset), below_provinces(dataset, areas));
    let mut figures = Vec::new();
    for (dimension, code) in DIMENSIONS {
        let codes: BTreeSet<&str> =
            dataset.registers.cooperatives.iter().filter_map(code).collect();
        for one in codes {
            let is_of = |cooperative: &&Cooperative| code(cooperative) == Some(one);
            let whole = occurring(counted(dataset, &only(&provinces, is_of)), |_| None);
            let parts = occurring(counted(dataset, &only(&below, is_of)), |it| it.place.area());
            let counted = whole.into_iter().chain(parts);
            figures.extend(counted.map(|counted| told(dataset, counted, (dimension, one))));
        }
    }
    figures
}

/// All cooperatives of each province.
fn provinces(dataset: &Dataset) -> ByArea<'_> {
    let mut provinces = ByArea::new();
    for one in &dataset.registers.cooperatives {
        if let Some(province) = dataset.areas.ancestor(&one.area, Level::Province) {
            provinces.entry(&province.id).or_default().push(one);
        }
    }
    provinces
}

/// The areas of the register that are no provinces.
fn below_provinces<'a>(dataset: &Dataset, areas: &ByArea<'a>) -> ByArea<'a> {
    let is_province =
        |id: &AreaId| dataset.areas.get(id).is_some_and(|area| area.level == Level::Province);
    let below = areas.iter().filter(|(area, _)| !is_province(area));
    below.map(|(area, cooperatives)| (*area, cooperatives.clone())).collect()
}

/// Each area with those of its cooperatives that are asked for, also where that is none.
fn only<'a>(areas: &ByArea<'a>, is_of: impl Fn(&&Cooperative) -> bool) -> ByArea<'a> {
    let of = |cooperatives: &Vec<&'a Cooperative>| {
        cooperatives.iter().copied().filter(|one| is_of(one)).collect()
    };
    areas.iter().map(|(area, cooperatives)| (*area, of(cooperatives))).collect()
}

fn counted(dataset: &Dataset, areas: &ByArea<'_>) -> Vec<Observation> {
    let mut figures = stages::figures(dataset, areas);
    figures.extend(troubled::figures(dataset, areas));
    figures.extend(years::figures(dataset, areas));
    figures.retain(|one| MEASURES.contains(&one.measure.as_str()));
    figures
}

/// Without the counts that are nought everywhere; where they are told apart by place, at their place. Opening, new,
/// resolved and closing stay together.
fn occurring(
    mut figures: Vec<Observation>,
    place: for<'r> fn(&'r Observation) -> Option<&'r AreaId>,
) -> Vec<Observation> {
    let kind = |one: &Observation| {
        let measure = one.measure.as_str();
        let flow = measure.starts_with("coops_troubled_");
        let measure = if flow { "coops_troubled" } else { measure };
        (measure.to_owned(), one.scope.fa.clone(), place(one).cloned())
    };
    let is_some = |one: &&Observation| one.figure.value().is_some_and(|value| !value.is_zero());
    let occur: BTreeSet<_> = figures.iter().filter(is_some).map(kind).collect();
    figures.retain(|one| occur.contains(&kind(one)));
    figures
}

/// The figure as that of a code.
fn told(
    dataset: &Dataset,
    counted: Observation,
    (dimension, code): (Dimension, &str),
) -> Observation {
    let dimensions = vec![(dimension, code.to_owned())];
    Observation {
        id: ObservationId::new(format!("{}/{}/{code}", counted.id, dimension.code())),
        scope: dataset.codes.scope_of(&dimensions, &counted.scope),
        dimensions,
        ..counted
    }
}
