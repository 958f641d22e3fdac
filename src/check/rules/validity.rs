//! V17: no figure of an area outside the time in which it is known to have been there.

use std::collections::BTreeMap;

use super::{finding, subject};
use crate::calendar::Period;
use crate::check::index::Index;
use crate::check::naming::{listed, spoken};
use crate::diag::Bilingual;
use crate::model::{
    Area, AreaTree, Dataset, Division, Finding, InForce, Observation, Place, Verdict, end_of,
};
use crate::text::{Lang, plain_integer};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    let dataset = index.dataset;
    let mut periods: BTreeMap<Period, InForce<'_>> = BTreeMap::new();
    let mut findings = Vec::new();
    for one in dataset.observations.values() {
        let Some(period) = one.period.filter(|period| period.start_year().is_some()) else {
            continue;
        };
        let in_force =
            periods.entry(period).or_insert_with(|| InForce::new(dataset, Some(&period)));
        let area = match &one.place {
            Place::Area(id) => dataset.areas.get(id),
            Place::Group(_) | Place::Unplaced => None,
        };
        let why = area.and_then(|area| misplaced(dataset, in_force, area, &period));
        findings.extend(why.map(|why| told(dataset, one, &why)));
    }
    findings
}

/// Why an area was not there when the period began: it had ended, or its code is not in the list that was
/// in force, from which it has not been made since.
fn misplaced(
    dataset: &Dataset,
    in_force: &InForce<'_>,
    area: &Area,
    period: &Period,
) -> Option<Bilingual> {
    if in_force.has_ended(&area.id) {
        return ended(dataset, area);
    }
    let areas = &dataset.areas;
    let list = areas.division_for(Some(period))?;
    let is_there = area.division == list
        || areas.by_code(&area.code, list).is_some()
        || in_force.is_new(&area.id);
    if is_there || (area.division < list && !names_all(areas, area, list)) {
        return None;
    }
    let [own, other] = [area.division, list].map(|division| i64::from(division.0));
    let [own_fa, other_fa] = [own, other].map(|year| plain_integer(year, Lang::Fa));
    Some(Bilingual::new(
        format!("این ناحیه در تقسیمات {own_fa} هست و در {other_fa} نیست."),
        format!("this area is in the division of {own}, not in that of {other}."),
    ))
}

/// «از ۱ فروردین ۱۳۹۸ دیگر نیست»
fn ended(dataset: &Dataset, area: &Area) -> Option<Bilingual> {
    let (day, into) = end_of(dataset, &area.id)?;
    let (day_fa, day_en) = Period::day(day)?.labels();
    let names = into.iter().filter_map(|id| dataset.areas.get(id)).map(|area| spoken(&area.name));
    let into = listed(&names.collect::<Vec<_>>());
    Some(Bilingual::new(
        format!("این ناحیه از {day_fa} دیگر نیست؛ جای آن: {}.", into.fa),
        format!("this area is no more since {day_en}; in its place: {}.", into.en),
    ))
}

/// Whether a later list names the areas of this level where this one was: what it does not name, nobody
/// can say is no more.
fn names_all(areas: &AreaTree, area: &Area, list: Division) -> bool {
    let mut above = areas.lineage(&area.id).skip(1);
    let above = above.find_map(|above| areas.by_code(&above.code, list));
    above.is_some_and(|above| areas.at_level(list, area.level, Some(&above.id)).next().is_some())
}

fn told(dataset: &Dataset, one: &Observation, why: &Bilingual) -> Finding {
    let of = subject(dataset, one);
    let message =
        Bilingual::new(format!("{}: {}", of.fa, why.fa), format!("{}: {}", of.en, why.en));
    finding("V17", Verdict::Fail, &[one], message)
}
