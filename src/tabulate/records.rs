//! Records that name a province and a county, resolved in the list of a division.

#[cfg(feature = "complete")]
use crate::calendar::Day;
use crate::model::{Area, AreaId, AreaTree, Division, Level};
#[cfg(feature = "complete")]
use crate::model::{AreaScheme, Dataset};
use crate::text::key;

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// In this county.
    County(AreaId),
    /// In no county of this list: in the row for such records of this province.
    NotPlaced(AreaId),
}

impl Resolved {
    /// The area, or the row of the province.
    pub fn area(&self) -> AreaId {
        match self {
            Self::County(area) => area.clone(),
            Self::NotPlaced(province) => AreaTree::not_placed_in(province),
        }
    }
}

/// The county of this name in this province of a division, whatever way the names are spelt; `None` when
/// the division has no such province, so that the record cannot be counted anywhere.
///
/// Nothing is guessed: a county that is not in the list, or that two counties of the province could be,
/// is not placed.
pub fn resolve(
    areas: &AreaTree,
    division: Division,
    province: &str,
    county: &str,
) -> Option<Resolved> {
    let province = only(areas.at_level(division, Level::Province, None), province)?;
    let counties = areas.at_level(division, Level::County, Some(&province.id));
    Some(match only(counties, county) {
        Some(county) => Resolved::County(county.id.clone()),
        None => Resolved::NotPlaced(province.id.clone()),
    })
}

/// The same for a record that has the codes of one scheme in the place of names, as they were on `day`. A
/// code that nobody has told of the areas of this division places nothing.
#[cfg(feature = "complete")]
pub fn resolve_by_code(
    dataset: &Dataset,
    division: Division,
    scheme: AreaScheme,
    [province, county]: [&str; 2],
    day: Day,
) -> Option<Resolved> {
    let named = |code: &str, level| {
        let own = dataset.area_codes.iter().filter(|one| one.scheme == scheme && one.code == code);
        let mut areas = own
            .filter(|one| one.valid.holds_on(day))
            .filter_map(|one| dataset.areas.get(&one.area));
        areas.find(|area| area.division == division && area.level == level)
    };
    let province = named(province, Level::Province)?;
    let county = named(county, Level::County);
    let inside = county.filter(|county| county.parent.as_ref() == Some(&province.id));
    Some(match inside {
        Some(county) => Resolved::County(county.id.clone()),
        None => Resolved::NotPlaced(province.id.clone()),
    })
}

/// The one area of this name.
fn only<'a>(mut areas: impl Iterator<Item = &'a Area>, name: &str) -> Option<&'a Area> {
    let wanted = key(name);
    let is_named = |area: &&Area| {
        key(&area.name.fa) == wanted || area.aliases.iter().any(|alias| key(alias) == wanted)
    };
    let first = areas.find(is_named)?;
    areas.all(|area| !is_named(&area)).then_some(first)
}
