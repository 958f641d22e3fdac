//! A figure as the form shows it, to be corrected.

use super::entry::Entry;
use super::own::OwnFigures;
use crate::model::{Dataset, Figure, Observation, ObservationId, Place, Qualifier};

/// The form of a figure: what this device says of it, else what the open data prints.
pub fn form(shown: &Dataset, own: &OwnFigures, id: &ObservationId) -> Option<Entry> {
    let kept = own.get(id).map(|figure| figure.entry.clone());
    let says = kept.filter(|entry| !entry.measure.is_empty());
    says.or_else(|| shown.observations.get(id).map(entry_of))
}

fn entry_of(observation: &Observation) -> Entry {
    let text = |value: Option<String>| value.unwrap_or_default();
    let wording = &observation.wording;
    let (area, group) = match &observation.place {
        Place::Area(id) => (id.to_string(), String::new()),
        Place::Group(id) => (String::new(), id.to_string()),
        Place::Unplaced => Default::default(),
    };
    let qualifier = observation.figure.qualifier().filter(|one| *one != Qualifier::Exact);
    let missing = match observation.figure {
        Figure::Missing(kind) => Some(kind.code().to_owned()),
        Figure::Value { .. } => None,
    };
    Entry {
        measure: observation.measure.to_string(),
        area,
        group,
        period: text(observation.period.map(|period| period.id())),
        scenario: text(observation.scenario.map(|one| one.code().to_owned())),
        stage: text(observation.stage.map(|one| one.code().to_owned())),
        action_status: text(observation.action_status.map(|one| one.code().to_owned())),
        programme: text(observation.programme.as_ref().map(ToString::to_string)),
        scope: observation.scope.fa.clone(),
        value: text(wording.value.map(|value| value.to_string())),
        unit: wording.unit.to_string(),
        qualifier: text(qualifier.map(|one| one.code().to_owned())),
        upper: text(wording.upper.map(|value| value.to_string())),
        missing: text(missing),
        source: observation.source.to_string(),
        quote: wording.quote.clone(),
        note: observation.note.fa.clone(),
        ..Entry::default()
    }
}
