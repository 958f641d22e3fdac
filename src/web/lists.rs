//! Names of everything a form or a filter can choose from.

use super::catalog::{choice, codes};
use super::convert::list;
use crate::chart::{Listed, listing};
use crate::model::Dataset;
use crate::spec::{Object, Value};
use crate::text::Lang;

/// The code lists that a form chooses from.
const CODES: [&str; 5] = ["scenario", "stage", "action_status", "qualifier", "missing"];

/// The lists; areas are those of the newest division.
pub(super) fn lists(dataset: &Dataset) -> Value {
    let mut lists = Object::default();
    lists.put("measures", measures(dataset)).put("areas", areas(dataset));
    lists.put("units", units(dataset));
    let mut programmes = Vec::new();
    for one in dataset.programmes.values() {
        programmes.push(choice(one.id.as_str(), &one.name).value());
    }
    let mut sources = Vec::new();
    for one in dataset.sources.values() {
        sources.push(choice(one.id.as_str(), &one.title).value());
    }
    lists.put("programmes", Value::List(programmes)).put("sources", Value::List(sources));
    for list in CODES {
        lists.put(list, codes(dataset, list));
    }
    lists.value()
}

/// Figures that stand by themselves, in the order of the alphabet.
pub(super) fn figures(dataset: &Dataset, lang: Lang) -> Value {
    list(&listing(dataset, lang), |one: &Listed| {
        let mut part = Object::default();
        part.text("id", &one.id).text("text", &one.text).text("source", &one.source);
        part.value()
    })
}

fn measures(dataset: &Dataset) -> Value {
    let mut measures = Vec::new();
    for one in dataset.measures.values() {
        if one.formula.is_none() {
            let mut measure = choice(one.id.as_str(), &one.name);
            measures.push(measure.text("unit", one.unit.as_str()).value());
        }
    }
    Value::List(measures)
}

fn areas(dataset: &Dataset) -> Value {
    let newest = dataset.areas.divisions().last();
    let mut areas = Vec::new();
    for one in dataset.areas.iter() {
        if Some(one.division) == newest {
            let mut area = choice(one.id.as_str(), &one.name);
            areas.push(area.text("level", one.level.code()).value());
        }
    }
    Value::List(areas)
}

fn units(dataset: &Dataset) -> Value {
    let mut units = Vec::new();
    for one in dataset.units.iter() {
        let mut unit = choice(one.id.as_str(), &one.name);
        units.push(unit.text("base", one.base.as_str()).value());
    }
    Value::List(units)
}
