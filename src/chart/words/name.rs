//! What things are called.

use crate::model::{Dataset, MeasureId, Place};
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
