//! Which area a name or a code means in the list of a division.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::area::{Area, AreaTree, Division, Level};
use super::area_code::{AreaCode, AreaScheme};
use super::dataset::Dataset;
use super::id::AreaId;
use super::record::Record;
use super::validity::Validity;
use crate::calendar::Day;
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

/// The area of a name; `None` for the name of several.
type Named = Option<AreaId>;

/// An area that a code means on some days.
struct Coded {
    area: AreaId,
    division: Division,
    level: Level,
    above: Option<AreaId>,
    valid: Validity,
}

/// The provinces and counties of all lists by name, whatever way it is spelt, and by code.
///
/// Nothing is guessed: a county that is not in a list, or that two counties of the province could be, is
/// not placed.
pub struct Gazetteer {
    provinces: BTreeMap<(Division, String), Named>,
    counties: BTreeMap<(AreaId, String), Named>,
    codes: BTreeMap<(AreaScheme, String), Vec<Coded>>,
}

impl Gazetteer {
    /// Lays out the names and codes of a data set, once for many records.
    pub fn of(dataset: &Dataset) -> Self {
        let (provinces, counties, codes) = Default::default();
        let mut all = Self { provinces, counties, codes };
        for area in dataset.areas.iter().filter(|area| !area.is_not_placed()) {
            all.enter(&dataset.areas, area);
        }
        for code in &dataset.area_codes {
            all.enter_code(&dataset.areas, code);
        }
        all
    }

    fn enter(&mut self, areas: &AreaTree, area: &Area) {
        let names = std::iter::once(&area.name.fa).chain(&area.aliases);
        for name in names.map(|name| key(name)) {
            match (area.level, areas.ancestor(&area.id, Level::Province)) {
                (Level::Province, _) => {
                    enter(&mut self.provinces, (area.division, name), &area.id);
                }
                (Level::County, Some(province)) => {
                    enter(&mut self.counties, (province.id.clone(), name), &area.id);
                }
                _ => {}
            }
        }
    }

    fn enter_code(&mut self, areas: &AreaTree, code: &AreaCode) {
        let Some(area) = areas.get(&code.area) else { return };
        let coded = Coded {
            area: area.id.clone(),
            division: area.division,
            level: area.level,
            above: area.parent.clone(),
            valid: code.valid,
        };
        self.codes.entry((code.scheme, code.code.clone())).or_default().push(coded);
    }

    /// The county of this name in this province of a list; `None` when the list has no such province.
    pub fn by_name(&self, list: Division, province: &str, county: &str) -> Option<Resolved> {
        let province = self.provinces.get(&(list, key(province)))?.as_ref()?;
        let county = self.counties.get(&(province.clone(), key(county)));
        Some(resolved(province, county.cloned().flatten()))
    }

    /// The same for codes of one scheme, as they were on `day`. A code that nobody has told of the areas of
    /// this list places nothing.
    pub fn by_code(
        &self,
        list: Division,
        scheme: AreaScheme,
        [province, county]: [&str; 2],
        day: Day,
    ) -> Option<Resolved> {
        let coded = |code: &str, level: Level| {
            let all = self.codes.get(&(scheme, code.to_owned()))?;
            let of_list = |one: &&Coded| (one.division, one.level) == (list, level);
            all.iter().filter(of_list).find(|one| one.valid.holds_on(day))
        };
        let province = &coded(province, Level::Province)?.area;
        let county =
            coded(county, Level::County).filter(|one| one.above.as_ref() == Some(province));
        Some(resolved(province, county.map(|one| one.area.clone())))
    }

    /// Where a record stands in a list; `None` when the list has no such province.
    pub fn place(&self, list: Division, record: &Record) -> Option<Resolved> {
        let Record { province, county, day, .. } = record;
        match record.scheme {
            None => self.by_name(list, province, county),
            Some(scheme) => self.by_code(list, scheme, [province, county], *day),
        }
    }
}

fn enter<K: Ord>(names: &mut BTreeMap<K, Named>, name: K, area: &AreaId) {
    match names.entry(name) {
        Entry::Vacant(free) => {
            free.insert(Some(area.clone()));
        }
        Entry::Occupied(mut taken) if taken.get().as_ref() != Some(area) => {
            taken.insert(None);
        }
        // An alias that only spells the name in another way.
        Entry::Occupied(_) => {}
    }
}

fn resolved(province: &AreaId, county: Option<AreaId>) -> Resolved {
    county.map_or_else(|| Resolved::NotPlaced(province.clone()), Resolved::County)
}
