//! What things are called.

use super::words;
use crate::chart::prepared::Form;
use crate::list::join_said;
use crate::model::{ActionStatus, Dataset, MeasureId, Place, Revision, Scenario, Stage, Status};
use crate::query::Row;
use crate::text::{Lang, pick};

/// The word of a code in a list; the code itself where the data set has no such list.
pub(in crate::chart) fn code_word(dataset: &Dataset, list: &str, code: &str, lang: Lang) -> String {
    dataset.codes.get(list, code).map_or(code, |entry| pick(&entry.name, lang)).to_owned()
}

/// Name of a measure.
pub(in crate::chart) fn measure_name(dataset: &Dataset, id: &MeasureId, lang: Lang) -> String {
    dataset.measures.get(id).map_or(id.as_str(), |measure| pick(&measure.name, lang)).to_owned()
}

/// Name of an area or a group; empty for what has no place.
pub(in crate::chart) fn place_name(dataset: &Dataset, place: &Place, lang: Lang) -> String {
    let name = match place {
        Place::Area(id) => dataset.areas.get(id).map(|area| &area.name),
        Place::Group(id) => dataset.groups.get(id).map(|group| &group.name),
        Place::Unplaced => None,
    };
    name.map(|name| pick(name, lang).to_owned()).unwrap_or_default()
}

/// What the form of a row must say.
pub(in crate::chart) fn form_of(dataset: &Dataset, row: &Row) -> Form {
    let carried =
        |id| dataset.observations.get(id).is_some_and(|one| one.status == Status::Carried);
    if !row.evidence.is_empty() && row.evidence.iter().all(carried) {
        return Form::Carried;
    }
    match (row.key.scenario, row.key.stage, row.key.action_status) {
        (Some(Scenario::Planned), ..) | (_, _, Some(ActionStatus::Planned)) => Form::Planned,
        (Some(Scenario::Target), ..) => Form::Target,
        (Some(Scenario::Forecast), ..) => Form::Forecast,
        (_, _, Some(ActionStatus::InHand)) => Form::InHand,
        (
            _,
            Some(
                Stage::Quota
                | Stage::Allocated
                | Stage::Applied
                | Stage::Referred
                | Stage::Approved
                | Stage::Contracted,
            ),
            _,
        ) => Form::Approved,
        (None, None, None) if has_stages(dataset, &row.measure) => Form::Unstated,
        _ if rests_on(dataset, row, Status::Estimated)
            || rests_on(dataset, row, Status::Provisional) =>
        {
            Form::Estimated
        }
        _ => Form::Actual,
    }
}

/// What a reader must know of the figures of a row: that one is estimated, provisional, carried from
/// another time, or was another before; empty for any other row.
pub(in crate::chart) fn status_word(dataset: &Dataset, row: &Row, lang: Lang) -> String {
    let was_another =
        |change: &Revision| change.before.is_some() && row.evidence.contains(&change.observation);
    let is_changed = dataset.revisions.iter().any(was_another);
    let mut told = String::new();
    for status in [Status::Estimated, Status::Provisional, Status::Carried, Status::Revised] {
        if rests_on(dataset, row, status) || status == Status::Revised && is_changed {
            let word = code_word(dataset, "status", status.code(), lang);
            told = join_said(&[&told, &word], words(lang).comma);
        }
    }
    told
}

/// Whether some figure of a row has this status.
fn rests_on(dataset: &Dataset, row: &Row, status: Status) -> bool {
    let figures = row.evidence.iter().filter_map(|id| dataset.observations.get(id));
    figures.into_iter().any(|one| one.status == status)
}

/// Whether the figures of a measure are told by stage, so that one without a stage leaves it open.
fn has_stages(dataset: &Dataset, measure: &MeasureId) -> bool {
    dataset.observations.values().any(|one| one.measure == *measure && one.stage.is_some())
}

/// The word for the form: the stage of money, else the status of the work, else the scenario where
/// it is no plain fact; and that the stage is not told, where there should be one.
pub(in crate::chart) fn form_word(dataset: &Dataset, row: &Row, lang: Lang) -> String {
    let (list, code) = match (row.key.scenario, row.key.stage, row.key.action_status) {
        (Some(scenario), ..) if scenario != Scenario::Actual => ("scenario", scenario.code()),
        (_, Some(stage), _) => ("stage", stage.code()),
        (_, _, Some(status)) => ("action_status", status.code()),
        _ if form_of(dataset, row) == Form::Unstated => {
            return words(lang).stage_not_told.to_owned();
        }
        _ => return String::new(),
    };
    code_word(dataset, list, code, lang)
}
