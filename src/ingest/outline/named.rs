//! Which area a shape is of.

use std::collections::{BTreeMap, BTreeSet};

use super::{Feature, ReadOutlines};
use crate::model::{Area, AreaTree, Division, Level, Outlines};
use crate::text::key;

/// What stands beside the name of a province or a county in files, and is no part of it.
const PROVINCE: [&str; 2] = ["استان", "province"];
const COUNTY: [&str; 2] = ["شهرستان", "county"];
/// Most names that are told one by one.
const MOST: usize = 500;

/// The areas of one level of one list by the letters of their names and by their codes; one word for several areas
/// is of none.
struct Words<'a> {
    level: Level,
    division: Division,
    by_word: BTreeMap<String, Option<&'a Area>>,
}

impl<'a> Words<'a> {
    fn of(areas: &'a AreaTree, level: Level, division: Division) -> Self {
        let mut by_word: BTreeMap<String, Option<&'a Area>> = BTreeMap::new();
        for area in areas.at_level(division, level, None) {
            let names = [&area.code, &area.name.fa, &area.name.en].into_iter().chain(&area.aliases);
            let own: BTreeSet<String> = names.map(|name| letters(name, level)).collect();
            for word in own.into_iter().filter(|word| !word.is_empty()) {
                let is_new = !by_word.contains_key(&word);
                by_word.insert(word, is_new.then_some(area));
            }
        }
        Self { level, division, by_word }
    }

    fn find(&self, word: &str) -> Option<&'a Area> {
        self.by_word.get(&letters(word, self.level)).copied().flatten()
    }
}

/// The letters of a name without its kind; with that of another level it is the name of no area of this one.
fn letters(name: &str, level: Level) -> String {
    let whole = key(name);
    let kinds = if level == Level::Province { PROVINCE } else { COUNTY };
    for kind in kinds.map(key) {
        let rest = whole.strip_prefix(&kind).or_else(|| whole.strip_suffix(&kind));
        if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
            return rest.to_owned();
        }
    }
    whole
}

/// What a property says of a shape. Bare numbers are codes only where they are called so: most are serial numbers,
/// of which many happen to be the code of another area.
fn word<'f>(feature: &'f Feature, property: &str) -> Option<&'f str> {
    let (_, word) = feature.said.iter().find(|(known, _)| known == property)?;
    let is_bare = word.chars().all(|letter| letter.is_ascii_digit());
    let is_code = property.to_ascii_lowercase().contains("code") || property.contains("کد");
    (!is_bare || is_code).then_some(word)
}

/// The shapes of one group by one property, and how many areas that names.
struct Match<'a> {
    count: usize,
    group: usize,
    property: String,
    words: Words<'a>,
}

/// The shapes by the codes of their areas.
pub(super) fn matched(mut groups: Vec<Vec<Feature>>, areas: &AreaTree) -> ReadOutlines {
    let Some(Match { group, property, words, .. }) = best(&groups, areas) else {
        let said = groups.iter().flatten().filter_map(|one| one.said.first()).take(MOST);
        let unknown = said.map(|(_, name)| name.clone()).collect();
        return ReadOutlines { unknown, ..ReadOutlines::default() };
    };
    let mut outlines = Outlines::default();
    let mut unknown = Vec::new();
    for feature in groups.swap_remove(group) {
        let Some(name) = word(&feature, &property).map(str::to_owned) else { continue };
        match words.find(&name) {
            Some(area) => outlines.add(&area.code, feature.outline),
            None if unknown.len() < MOST => unknown.push(name),
            None => {}
        }
    }
    let listed = areas.at_level(words.division, words.level, None);
    let missing = listed.filter(|area| outlines.get(&area.code).is_none());
    let missing = missing.map(|area| (area.name.fa.clone(), area.name.en.clone())).collect();
    let of = Some((words.level, words.division));
    ReadOutlines { outlines, of, property, unknown, missing }
}

/// What names most areas; of levels that fit as well the provinces, many of which have the name of a county, and of
/// lists the newest.
fn best<'a>(groups: &[Vec<Feature>], areas: &'a AreaTree) -> Option<Match<'a>> {
    let mut best: Option<Match<'a>> = None;
    for level in [Level::County, Level::Province] {
        for division in areas.divisions() {
            let words = Words::of(areas, level, division);
            let mut found: Option<(usize, usize, &str)> = None;
            for (group, features) in groups.iter().enumerate() {
                let said = features.iter().flat_map(|feature| &feature.said);
                let properties: BTreeSet<&str> = said.map(|(name, _)| name.as_str()).collect();
                for property in properties {
                    let own = features.iter().filter_map(|one| words.find(word(one, property)?));
                    let count = own.map(|area| &area.id).collect::<BTreeSet<_>>().len();
                    if found.is_none_or(|(most, ..)| count > most) {
                        found = Some((count, group, property));
                    }
                }
            }
            let Some((count, group, property)) = found.filter(|(count, ..)| *count > 0) else {
                continue;
            };
            if best.as_ref().is_none_or(|best| count >= best.count) {
                best = Some(Match { count, group, property: property.to_owned(), words });
            }
        }
    }
    best
}
