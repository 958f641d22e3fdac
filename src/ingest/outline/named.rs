//! Which area a shape is of.

use std::collections::{BTreeMap, BTreeSet};

use super::{Feature, ReadOutlines};
use crate::model::{Area, AreaTree, Division, Level, Outlines};
use crate::text::key;

/// What stands beside a name in files, and is no part of it.
const KINDS: [&str; 4] = ["استان", "شهرستان", "province", "county"];
/// Most names that are told one by one.
const MOST: usize = 500;

/// The areas of one level of one list by the letters of their names and by their codes; one word for several areas
/// is of none.
struct Words<'a>(BTreeMap<String, Option<&'a Area>>);

impl<'a> Words<'a> {
    fn of(areas: &'a AreaTree, level: Level, division: Division) -> Self {
        let mut words: BTreeMap<String, Option<&'a Area>> = BTreeMap::new();
        for area in areas.at_level(division, level, None) {
            let names = [&area.code, &area.name.fa, &area.name.en].into_iter().chain(&area.aliases);
            let own: BTreeSet<String> = names.map(|name| letters(name)).collect();
            for word in own.into_iter().filter(|word| !word.is_empty()) {
                let is_new = !words.contains_key(&word);
                words.insert(word, is_new.then_some(area));
            }
        }
        Self(words)
    }

    fn find(&self, word: &str) -> Option<&'a Area> {
        self.0.get(&letters(word)).copied().flatten()
    }
}

/// The letters of a name without its kind.
fn letters(name: &str) -> String {
    let whole = key(name);
    for kind in KINDS.map(key) {
        let rest = whole.strip_prefix(&kind).or_else(|| whole.strip_suffix(&kind));
        if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
            return rest.to_owned();
        }
    }
    whole
}

/// The shapes by the codes of their areas.
pub(super) fn matched(features: Vec<Feature>, areas: &AreaTree) -> ReadOutlines {
    let properties: BTreeSet<&str> = features
        .iter()
        .flat_map(|feature| feature.said.iter().map(|(name, _)| name.as_str()))
        .collect();
    let mut best: Option<(usize, Level, Division, &str)> = None;
    // Of levels that fit as well the provinces, many of which have the name of a county; of lists the newest.
    for level in [Level::County, Level::Province] {
        for division in areas.divisions() {
            let words = Words::of(areas, level, division);
            for property in &properties {
                let count = found(&features, &words, property).collect::<BTreeSet<_>>().len();
                if count > 0 && best.is_none_or(|(most, ..)| count >= most) {
                    best = Some((count, level, division, *property));
                }
            }
        }
    }
    let Some((_, level, division, property)) = best else {
        let unknown = features.iter().filter_map(|one| one.said.first()).take(MOST);
        let unknown = unknown.map(|(_, name)| name.clone()).collect();
        return ReadOutlines { unknown, ..ReadOutlines::default() };
    };
    let property = property.to_owned();
    let words = Words::of(areas, level, division);
    let mut outlines = Outlines::default();
    let mut unknown = Vec::new();
    for feature in features {
        let Some((_, name)) = feature.said.iter().find(|(known, _)| *known == property) else {
            continue;
        };
        match words.find(name) {
            Some(area) => outlines.add(&area.code, feature.outline),
            None if unknown.len() < MOST => unknown.push(name.clone()),
            None => {}
        }
    }
    let listed = areas.at_level(division, level, None);
    let missing = listed.filter(|area| outlines.get(&area.code).is_none());
    let missing = missing.map(|area| (area.name.fa.clone(), area.name.en.clone())).collect();
    ReadOutlines { outlines, of: Some((level, division)), property, unknown, missing }
}

/// The codes of areas that a property names.
fn found<'a>(
    features: &'a [Feature],
    words: &'a Words<'a>,
    property: &'a str,
) -> impl Iterator<Item = &'a str> {
    features.iter().filter_map(move |feature| {
        let (_, name) = feature.said.iter().find(|(known, _)| known == property)?;
        Some(words.find(name)?.code.as_str())
    })
}
