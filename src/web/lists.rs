//! Names of everything a form or a filter can choose from.

use serde::Serialize;

use crate::diag::Bilingual;
use crate::model::{CodeEntry, Dataset, Level};

/// One choice.
#[derive(Serialize)]
pub(super) struct Choice<'a> {
    id: &'a str,
    #[serde(flatten)]
    name: &'a Bilingual,
    #[serde(skip_serializing_if = "str::is_empty")]
    unit: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    base: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Level>,
}

/// All lists of a data set.
#[derive(Serialize)]
pub(super) struct Lists<'a> {
    measures: Vec<Choice<'a>>,
    areas: Vec<Choice<'a>>,
    units: Vec<Choice<'a>>,
    programmes: Vec<Choice<'a>>,
    sources: Vec<Choice<'a>>,
    scenario: Vec<Choice<'a>>,
    stage: Vec<Choice<'a>>,
    action_status: Vec<Choice<'a>>,
    qualifier: Vec<Choice<'a>>,
    missing: Vec<Choice<'a>>,
}

const fn choice<'a>(id: &'a str, name: &'a Bilingual) -> Choice<'a> {
    Choice { id, name, unit: "", base: "", level: None }
}

/// The lists; areas are those of the newest division.
pub(super) fn lists(dataset: &Dataset) -> Lists<'_> {
    let newest = dataset.areas.divisions().last();
    let areas = dataset.areas.iter().filter(|area| Some(area.division) == newest);
    let measures = dataset.measures.values().filter(|measure| measure.formula.is_none());
    Lists {
        measures: measures
            .map(|one| Choice { unit: one.unit.as_str(), ..choice(one.id.as_str(), &one.name) })
            .collect(),
        areas: areas
            .map(|one| Choice { level: Some(one.level), ..choice(one.id.as_str(), &one.name) })
            .collect(),
        units: dataset
            .units
            .iter()
            .map(|one| Choice { base: one.base.as_str(), ..choice(one.id.as_str(), &one.name) })
            .collect(),
        programmes: dataset
            .programmes
            .values()
            .map(|one| choice(one.id.as_str(), &one.name))
            .collect(),
        sources: dataset.sources.values().map(|one| choice(one.id.as_str(), &one.title)).collect(),
        scenario: codes(dataset, "scenario"),
        stage: codes(dataset, "stage"),
        action_status: codes(dataset, "action_status"),
        qualifier: codes(dataset, "qualifier"),
        missing: codes(dataset, "missing"),
    }
}

fn codes<'a>(dataset: &'a Dataset, list: &str) -> Vec<Choice<'a>> {
    let entry = |(code, entry): (&'a str, &'a CodeEntry)| choice(code, &entry.name);
    dataset.codes.entries(list).map(entry).collect()
}
