//! Areas, and the tree that they form in each division of the country.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::coded::coded;
use super::id::AreaId;
use crate::calendar::Period;
use crate::diag::{Bilingual, Diagnostic, Reported};

/// The published list of areas that an area stands in, named by its Jalali year (1390, 1395, 1402).
///
/// No day is known on which an area began or ended, so this is all that is said of its validity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Division(pub u16);

coded! {
    /// Depth in the tree.
    Level {
        /// کشور
        Country = "country",
        /// استان
        Province = "province",
        /// شهرستان
        County = "county",
    }
}

/// One area as it stands in one division.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// `code@division`.
    pub id: AreaId,
    /// Code of the Statistical Centre; never a key by itself.
    pub code: String,
    /// The list it stands in.
    pub division: Division,
    /// Depth in the tree.
    pub level: Level,
    /// The area above, of the same division.
    pub parent: Option<AreaId>,
    /// Display name.
    pub name: Bilingual,
    /// Other spellings found in a census table or a quote.
    pub aliases: Vec<String>,
    /// The area of an earlier division that covers the same ground, where that is known.
    pub continues: Option<AreaId>,
}

/// All areas of all divisions, checked: every parent exists and no area stands above itself.
#[derive(Clone, Debug, Default)]
pub struct AreaTree {
    areas: BTreeMap<AreaId, Area>,
    children: BTreeMap<AreaId, Vec<AreaId>>,
    divisions: BTreeSet<Division>,
}

impl AreaTree {
    /// Builds the tree. An area whose parent is missing, whose id stands twice, or which stands
    /// above itself is left out with all below it, and each is reported
    /// (`area/duplicate`, `area/no-parent`, `area/cycle`).
    pub fn new(areas: Vec<Area>) -> Reported<Self> {
        let mut diagnostics = Vec::new();
        let mut known: BTreeMap<AreaId, Area> = BTreeMap::new();
        for area in areas {
            if known.contains_key(&area.id) {
                diagnostics.push(refused("area/duplicate", &area.id));
            } else {
                known.insert(area.id.clone(), area);
            }
        }
        let rooted = rooted(&known);
        for area in known.values().filter(|area| !rooted.contains(&area.id)) {
            let orphan = area.parent.as_ref().is_some_and(|parent| !known.contains_key(parent));
            let code = if orphan { "area/no-parent" } else { "area/cycle" };
            diagnostics.push(refused(code, &area.id));
        }
        known.retain(|id, _| rooted.contains(id));
        Reported { value: Self::from_checked(known), diagnostics }
    }

    fn from_checked(areas: BTreeMap<AreaId, Area>) -> Self {
        let mut children: BTreeMap<AreaId, Vec<AreaId>> = BTreeMap::new();
        for area in areas.values() {
            if let Some(parent) = &area.parent {
                children.entry(parent.clone()).or_default().push(area.id.clone());
            }
        }
        let divisions = areas.values().map(|area| area.division).collect();
        Self { areas, children, divisions }
    }

    /// The area with this id.
    pub fn get(&self, id: &AreaId) -> Option<&Area> {
        self.areas.get(id)
    }

    /// Every area, in the order of ids.
    pub fn iter(&self) -> impl Iterator<Item = &Area> {
        self.areas.values()
    }

    /// The lists that are known, oldest first.
    pub fn divisions(&self) -> impl Iterator<Item = Division> + '_ {
        self.divisions.iter().copied()
    }

    /// The area with this code in this division.
    pub fn by_code(&self, code: &str, division: Division) -> Option<&Area> {
        self.areas.get(&AreaId::new(format!("{code}@{}", division.0)))
    }

    /// Areas directly below, in the order of codes.
    pub fn children(&self, id: &AreaId) -> impl Iterator<Item = &Area> {
        self.children.get(id).into_iter().flatten().filter_map(|child| self.areas.get(child))
    }

    /// The area itself and then those above it, up to the country.
    pub fn lineage<'a>(&'a self, id: &AreaId) -> impl Iterator<Item = &'a Area> {
        let mut next = self.areas.get(id);
        std::iter::from_fn(move || {
            let area = next?;
            next = area.parent.as_ref().and_then(|parent| self.areas.get(parent));
            Some(area)
        })
    }

    /// The area at `level` that holds this one (or the area itself).
    pub fn ancestor(&self, id: &AreaId, level: Level) -> Option<&Area> {
        self.lineage(id).find(|area| area.level == level)
    }

    /// All areas of a level in a division, inside `within` when given.
    pub fn at_level<'a>(
        &'a self,
        division: Division,
        level: Level,
        within: Option<&'a AreaId>,
    ) -> impl Iterator<Item = &'a Area> + 'a {
        self.areas
            .values()
            .filter(move |area| area.division == division && area.level == level)
            .filter(move |area| {
                within.is_none_or(|top| self.lineage(&area.id).any(|above| above.id == *top))
            })
    }

    /// The division in which a figure of this period stands: the newest list not later than the
    /// year the period starts in, else the oldest; without a period, the newest.
    pub fn division_for(&self, period: Option<&Period>) -> Option<Division> {
        let Some(year) = period.and_then(Period::start_year) else {
            return self.divisions.last().copied();
        };
        let in_force = self.divisions.iter().rev().find(|list| i32::from(list.0) <= year);
        in_force.or(self.divisions.first()).copied()
    }
}

/// Ids from which a walk upwards ends at an area without a parent. Iterative, so that depth costs
/// no stack.
fn rooted(areas: &BTreeMap<AreaId, Area>) -> BTreeSet<AreaId> {
    let mut rooted: BTreeSet<AreaId> = BTreeSet::new();
    for start in areas.keys() {
        let mut path: Vec<&AreaId> = Vec::new();
        let mut on_path: BTreeSet<&AreaId> = BTreeSet::new();
        let mut next = Some(start);
        let sound = loop {
            let Some(id) = next else { break true };
            if rooted.contains(id) {
                break true;
            }
            let Some(area) = areas.get(id) else { break false };
            if !on_path.insert(id) {
                break false;
            }
            path.push(id);
            next = area.parent.as_ref();
        };
        if sound {
            rooted.extend(path.into_iter().cloned());
        }
    }
    rooted
}

fn refused(code: &'static str, id: &AreaId) -> Diagnostic {
    let (fa, en) = match code {
        "area/duplicate" => ("شناسهٔ این ناحیه دو بار آمده است", "this area id stands twice"),
        "area/no-parent" => ("ناحیهٔ بالادست وجود ندارد", "the area above does not exist"),
        _ => ("این ناحیه بالادستِ خودش است", "this area stands above itself"),
    };
    Diagnostic::error(code, Bilingual::new(format!("{fa}: {id}"), format!("{en}: {id}")))
        .with_hint("ستون parent را در areas درست کنید.", "Mend the column parent of areas.")
}
