//! Which area a name or a code means in the list of a division.

use litemap::LiteMap;

use super::area::{Area, AreaTree, Division, Level};
use super::area_code::AreaScheme;
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

/// An area that a name or a code means on some days.
struct Meaning {
    area: AreaId,
    valid: Validity,
}

/// Whose code it is (`None` for a name), in what (a list for a province, a province for a county), and the
/// name or code.
type Word = (Option<AreaScheme>, AreaId, String);

/// The provinces and counties of all lists by name, whatever way it is spelt, and by code.
///
/// Nothing is guessed: a county that is not in a list, or that two counties of the province could be, is
/// not placed. A code that nobody has told of the areas of a list places nothing there.
pub struct Gazetteer(LiteMap<Word, Vec<Meaning>>);

impl Gazetteer {
    /// Lays out the names and codes of a data set, once for many records.
    pub fn of(dataset: &Dataset) -> Self {
        let mut all = Self(LiteMap::new());
        let areas = &dataset.areas;
        for area in areas.iter().filter(|area| !area.is_not_placed()) {
            for name in std::iter::once(&area.name.fa).chain(&area.aliases) {
                all.enter(areas, area, (None, key(name)), Validity::default());
            }
        }
        for code in &dataset.area_codes {
            if let Some(area) = areas.get(&code.area) {
                all.enter(areas, area, (Some(code.scheme), code.code.clone()), code.valid);
            }
        }
        all
    }

    fn enter(
        &mut self,
        areas: &AreaTree,
        area: &Area,
        (scheme, word): (Option<AreaScheme>, String),
        valid: Validity,
    ) {
        let province = areas.ancestor(&area.id, Level::Province);
        let inside = match (area.level, province) {
            (Level::Province, _) => of_list(area.division),
            (Level::County, Some(province)) => province.id.clone(),
            _ => return,
        };
        let meanings = self.0.entry((scheme, inside, word)).or_default();
        // An alias may only spell the name in another way.
        if scheme.is_some() || meanings.iter().all(|known| known.area != area.id) {
            meanings.push(Meaning { area: area.id.clone(), valid });
        }
    }

    /// The county of this name in this province of a list; `None` when the list has no such province.
    pub fn by_name(&self, list: Division, province: &str, county: &str) -> Option<Resolved> {
        self.find(list, None, [key(province), key(county)], Day::default())
    }

    /// The same for codes of one scheme, as they were on `day`.
    pub fn by_code(
        &self,
        list: Division,
        scheme: AreaScheme,
        codes: [&str; 2],
        day: Day,
    ) -> Option<Resolved> {
        self.find(list, Some(scheme), codes.map(str::to_owned), day)
    }

    /// Where a record stands in a list; `None` when the list has no such province.
    pub fn place(&self, list: Division, record: &Record) -> Option<Resolved> {
        match record.scheme {
            None => self.by_name(list, &record.province, &record.county),
            Some(scheme) => {
                self.by_code(list, scheme, [&record.province, &record.county], record.day)
            }
        }
    }

    fn find(
        &self,
        list: Division,
        scheme: Option<AreaScheme>,
        [province, county]: [String; 2],
        day: Day,
    ) -> Option<Resolved> {
        let province = self.only((scheme, of_list(list), province), day)?;
        let county = self.only((scheme, province.clone(), county), day);
        let row = || Resolved::NotPlaced(province.clone());
        Some(county.map_or_else(row, |county| Resolved::County(county.clone())))
    }

    /// The one area that it means on a day.
    fn only(&self, word: Word, day: Day) -> Option<&AreaId> {
        let mut meanings = self.0.get(&word)?.iter().filter(|one| one.valid.holds_on(day));
        let first = meanings.next()?;
        meanings.next().is_none().then_some(&first.area)
    }
}

/// What stands in the place of a province for the provinces of a list.
fn of_list(list: Division) -> AreaId {
    AreaId::new(format!("@{}", list.0))
}
