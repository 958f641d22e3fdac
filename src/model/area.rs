//! Areas, and the tree that they form in each division of the country.

use std::collections::BTreeMap;

use litemap::LiteMap;
use serde::{Deserialize, Serialize};

use super::hierarchy::{HierarchyFault, Parent, hierarchy_faults};
use super::id::AreaId;
use crate::calendar::Period;
use crate::diag::{Bilingual, Diagnostic, Reported};
use crate::list::{Gather, in_order, insert_sorted};
use crate::spec::coded;

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
        /// بخش
        District = "district",
        /// دهستان
        RuralDistrict = "rural_district",
        /// شهر
        City = "city",
        /// آبادی، روستا
        Settlement = "settlement",
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

/// The end of a code that stands for what could not be placed in the area with the rest of the code.
const NOT_PLACED: &str = "~";

impl Area {
    /// Whether it is no area but the row for what could not be placed below the area above.
    pub fn is_not_placed(&self) -> bool {
        self.code.ends_with(NOT_PLACED)
    }

    /// Whether it may stand right below `above`: deeper in the tree of the same list. The row for what
    /// could not be placed stands below any area of its list.
    fn may_stand_below(&self, above: &Self) -> bool {
        let is_row = self.is_not_placed() && !above.is_not_placed();
        let is_deeper = above.level < self.level || is_row;
        is_deeper && above.division == self.division
    }
}

/// An area that cannot stand in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedArea {
    /// Its place in the list that was handed over, from 0.
    pub index: usize,
    /// Its id.
    pub area: AreaId,
    /// `area/duplicate`, `area/no-parent`, `area/cycle` or `area/level`.
    pub code: &'static str,
}

impl RefusedArea {
    /// The refusal in words, with no place yet.
    pub fn diagnostic(&self) -> Diagnostic {
        let (fa, en) = match self.code {
            "area/duplicate" => ("شناسهٔ این ناحیه دو بار آمده است", "this area id stands twice"),
            "area/no-parent" => (
                "ناحیهٔ بالادست وجود ندارد یا کنار گذاشته شده است",
                "the area above does not exist or was left out",
            ),
            "area/level" => (
                "ناحیهٔ بالادست از همین تقسیمات و در رده‌ای بالاتر نیست",
                "the area above is not of a higher level of the same division",
            ),
            _ => (
                "این ناحیه بالادستِ خودش است، یا زیر چنین ناحیه‌ای",
                "this area stands above itself, or below one that does",
            ),
        };
        let message = Bilingual::new(
            format!("{fa}: \u{2066}{}\u{2069}", self.area),
            format!("{en}: {}", self.area),
        );
        let (hint_fa, hint_en) = match self.code {
            "area/duplicate" => {
                ("یکی از دو ردیف areas را بردارید.", "Take one of the rows of areas out.")
            }
            _ => ("ستون parent را در areas درست کنید.", "Mend the column parent of areas."),
        };
        Diagnostic::error(self.code, message).with_hint(hint_fa, hint_en)
    }
}

/// All areas of all divisions, checked: every parent exists, in the same division and at a higher level,
/// and no area stands above itself.
#[derive(Clone, Debug, Default)]
pub struct AreaTree {
    areas: LiteMap<AreaId, Area>,
    divisions: Vec<Division>,
}

impl AreaTree {
    /// Builds the tree. An area whose id stands twice, whose parent is missing or of another division
    /// or no higher level, or which stands above itself is left out with all below it, and each is
    /// reported (`area/duplicate`, `area/no-parent`, `area/level`, `area/cycle`).
    pub fn new(areas: Vec<Area>) -> Reported<Self> {
        let (value, refused) = Self::sift(areas);
        let diagnostics = refused.iter().map(RefusedArea::diagnostic).gather();
        Reported { value, diagnostics }
    }

    /// Builds the tree like [`AreaTree::new`], and names each area left out by its place in
    /// `areas`, so that the reader of a file can say in which row it stands.
    pub fn sift(areas: Vec<Area>) -> (Self, Vec<RefusedArea>) {
        let ids: Vec<AreaId> = areas.iter().map(|area| area.id.clone()).gather();
        let (mut tree, mut refused) = Self::restore(areas);
        let mut misplaced = tree.take_misplaced();
        for (index, area) in ids.into_iter().enumerate() {
            if let Some(code) = misplaced.remove(&area) {
                refused.push(RefusedArea { index, area, code });
            }
        }
        refused.sort_by_key(|one| one.index);
        (tree, refused)
    }

    /// Takes out every area that may not stand below the one above it, with all below it, and says why.
    fn take_misplaced(&mut self) -> BTreeMap<AreaId, &'static str> {
        let wrong = |area: &Area| Some((area.id.clone(), self.misplaced(area)?));
        let wrong: BTreeMap<AreaId, &'static str> = self.iter().filter_map(wrong).collect();
        if !wrong.is_empty() {
            let all = std::mem::take(&mut self.areas);
            self.areas = all.into_iter().filter(|(id, _)| !wrong.contains_key(id)).collect();
            self.divisions.retain(|list| self.areas.values().any(|area| area.division == *list));
        }
        wrong
    }

    fn misplaced(&self, area: &Area) -> Option<&'static str> {
        let mut below = area;
        for above in self.lineage(&area.id).skip(1) {
            if !below.may_stand_below(above) {
                return Some(if below.id == area.id { "area/level" } else { "area/no-parent" });
            }
            below = above;
        }
        None
    }

    /// Builds the tree of areas that stood in one when they were packed: whether each is below an area
    /// of a higher level is not asked again where pages are opened.
    pub fn restore(areas: Vec<Area>) -> (Self, Vec<RefusedArea>) {
        let order = by_id(&areas);
        let codes = refusals(&areas, &order);
        let mut places: Vec<Option<(usize, Area)>> =
            areas.into_iter().enumerate().map(Some).gather();
        let mut sorted = Vec::new();
        let mut divisions = Vec::new();
        let mut refused = Vec::new();
        for place in order {
            let taken = places.get_mut(place).and_then(Option::take);
            let (Some((index, area)), Some(code)) = (taken, codes.get(place)) else { continue };
            match code {
                Some(code) => refused.push(RefusedArea { index, area: area.id, code }),
                None => {
                    insert_sorted(&mut divisions, area.division);
                    sorted.push((area.id.clone(), area));
                }
            }
        }
        let refused = in_order(refused, |one, other| one.index.cmp(&other.index));
        (Self { areas: LiteMap::from_sorted_store_unchecked(sorted), divisions }, refused)
    }

    /// Id of the row for what could not be placed below an area: `01~@1402`.
    pub fn not_placed_in(area: &AreaId) -> AreaId {
        match area.as_str().split_once('@') {
            Some((code, division)) => AreaId::new(format!("{code}{NOT_PLACED}@{division}")),
            None => area.clone(),
        }
    }

    /// The area below which such a row stands; `None` for an id of another kind.
    pub fn above_not_placed(row: &AreaId) -> Option<AreaId> {
        let (code, division) = row.as_str().split_once('@')?;
        Some(AreaId::new(format!("{}@{division}", code.strip_suffix(NOT_PLACED)?)))
    }

    /// Whether an id is that of a row for what could not be placed.
    pub fn names_what_is_not_placed(id: &AreaId) -> bool {
        id.as_str().contains(NOT_PLACED)
    }

    /// From now on figures of every period stand in one list, as after [`super::in_boundaries`].
    pub(super) fn stand_in(&mut self, division: Division) {
        self.divisions.retain(|list| *list == division);
    }

    /// Adds the row for what could not be placed below an area of the tree, one level deeper, with that
    /// area where it is such a row itself; nothing when the area is not in the tree.
    pub fn add_not_placed(&mut self, above: &AreaId) {
        if let Some(further) = Self::above_not_placed(above) {
            self.add_not_placed(&further);
        }
        let id = Self::not_placed_in(above);
        let Some(parent) = self.areas.get(above).filter(|_| !self.areas.contains_key(&id)) else {
            return;
        };
        let (level, name) = match parent.level {
            Level::Country => {
                (Level::Province, Bilingual::new("استان جای‌نگرفته", "Province not placed"))
            }
            _ => (Level::County, Bilingual::new("شهرستان جای‌نگرفته", "County not placed")),
        };
        let row = Area {
            id: id.clone(),
            code: format!("{}{NOT_PLACED}", parent.code),
            division: parent.division,
            level,
            parent: Some(above.clone()),
            name,
            aliases: Vec::new(),
            continues: None,
        };
        self.areas.insert(id, row);
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
    pub fn children<'a>(&'a self, id: &'a AreaId) -> impl Iterator<Item = &'a Area> {
        self.areas.values().filter(move |area| area.parent.as_ref() == Some(id))
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
            .filter(|area| !area.is_not_placed())
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

/// Places in the list in the order of ids; of equal ids the first comes first.
fn by_id(areas: &[Area]) -> Vec<usize> {
    let places: Vec<(usize, &Area)> = areas.iter().enumerate().gather();
    let sorted = in_order(places, |(_, one), (_, other)| one.id.cmp(&other.id));
    sorted.into_iter().map(|(place, _)| place).gather()
}

/// For each area the code of the reason why it cannot stand in the tree, `None` when it can.
fn refusals(areas: &[Area], order: &[usize]) -> Vec<Option<&'static str>> {
    let id_at = |place: usize| areas.get(place).map(|area| &area.id);
    let place = |id: &AreaId| {
        let first = order.partition_point(|place| id_at(*place) < Some(id));
        order.get(first).copied().filter(|place| id_at(*place) == Some(id))
    };
    let parents: Vec<Parent> = areas
        .iter()
        .map(|area| match &area.parent {
            None => Parent::None,
            Some(parent) => place(parent).map_or(Parent::Unknown, Parent::At),
        })
        .gather();
    let faults = hierarchy_faults(&parents).into_iter().zip(areas).enumerate();
    let code = |(index, (fault, area)): (usize, (Option<HierarchyFault>, &Area))| match fault {
        _ if place(&area.id) != Some(index) => Some("area/duplicate"),
        Some(HierarchyFault::NoParent) => Some("area/no-parent"),
        Some(HierarchyFault::Cycle) => Some("area/cycle"),
        None => None,
    };
    faults.map(code).gather()
}
