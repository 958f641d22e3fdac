//! V1 and V2 of one table: what a document tells of areas below an area, or of periods within a period,
//! adds up to what it tells of the whole; where only some of them are told, they are not more than it.

use std::collections::BTreeMap;

use super::sums::{Family, Parts, judge};
use crate::calendar::Period;
use crate::check::Report;
use crate::check::index::{Index, Spot};
use crate::model::{
    ActionStatus, AreaId, AreaRule, Dataset, MeasureKind, Observation, Place, SourceKind, TimeRule,
};
use crate::number::Decimal;

/// What the figures of a table have in common: everything but the place, or but the period.
type Series<'a> = (Spot<'a>, Option<ActionStatus>);

/// Figures by what they have in common.
type Tables<'a> = BTreeMap<Series<'a>, Vec<&'a Observation>>;

pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    let children = children(index.dataset);
    for (id, figures) in index.measures() {
        let Some(measure) = index.dataset.measures.get(id) else { continue };
        let rises = only_rises(measure.kind, figures);
        if measure.area_rule == AreaRule::Sum {
            for table in tables(index, figures, Spot::anywhere).values() {
                let families = by_area(index.dataset, &children, table);
                judge(index.dataset, Parts::Areas, (measure, rises), &families, report);
            }
        }
        if measure.time_rule == TimeRule::Sum {
            let tables = tables(index, figures, Spot::any_time);
            let families: Vec<Family<'_>> =
                tables.values().flat_map(|table| by_period(table)).collect();
            judge(index.dataset, Parts::Periods, (measure, rises), &families, report);
        }
    }
}

/// Whether a sum can only rise with each part that is not told yet: what is counted is not below nought.
fn only_rises(kind: MeasureKind, figures: &[&Observation]) -> bool {
    let is_negative = |one: &&Observation| one.figure.value().is_some_and(Decimal::is_negative);
    matches!(kind, MeasureKind::Stock | MeasureKind::Flow) && !figures.iter().any(is_negative)
}

/// How many areas are right below each.
fn children(dataset: &Dataset) -> BTreeMap<&AreaId, usize> {
    let mut children = BTreeMap::new();
    for parent in dataset.areas.iter().filter_map(|area| area.parent.as_ref()) {
        *children.entry(parent).or_default() += 1;
    }
    children
}

/// The first figure of each place and period. One that says of which whole it is a part is judged beside
/// that; a survey is one table whatever it says.
fn tables<'a>(
    index: &Index<'a>,
    figures: &[&'a Observation],
    common: fn(Spot<'a>) -> Spot<'a>,
) -> Tables<'a> {
    let mut tables = Tables::new();
    for one in figures {
        let source = index.dataset.sources.get(&one.source);
        let is_survey = source.is_some_and(|source| source.kind == SourceKind::Census);
        let is_told = one.period.is_some() && one.figure.interval().is_some();
        if is_told && (is_survey || one.part_of.is_none()) {
            let table = tables.entry((common(Spot::of(one)), one.action_status)).or_default();
            let is_same = |other: &&Observation| Spot::of(other) == Spot::of(one);
            if !table.last().is_some_and(is_same) {
                table.push(*one);
            }
        }
    }
    tables
}

/// Each area with those below it that have a figure, and none of those below these.
fn by_area<'a>(
    dataset: &Dataset,
    children: &BTreeMap<&AreaId, usize>,
    table: &[&'a Observation],
) -> Vec<Family<'a>> {
    let area = |one: &&'a Observation| match &one.place {
        Place::Area(id) => Some((id, *one)),
        _ => None,
    };
    let told: BTreeMap<&AreaId, &Observation> = table.iter().filter_map(area).collect();
    let mut families: BTreeMap<&AreaId, Family<'_>> = BTreeMap::new();
    for (id, part) in &told {
        let mut above = dataset.areas.lineage(id).skip(1).enumerate();
        let found = above.find_map(|(steps, area)| Some((steps, told.get_key_value(&area.id)?)));
        let Some((steps, (top, whole))) = found else { continue };
        let family = families.entry(top).or_insert_with(|| Family::of(whole));
        family.parts.push(part);
        family.is_whole &= steps == 0;
    }
    for (top, family) in &mut families {
        family.is_whole &= children.get(top) == Some(&family.parts.len());
    }
    families.into_values().collect()
}

/// Each period with those inside it that have a figure, and none of those inside these. Where some of them
/// have a day in common, as nine months and the second half have, each is judged by itself. When a period
/// without an end ended, or began, nobody says: two of them may have done so on different days.
fn by_period<'a>(table: &[&'a Observation]) -> Vec<Family<'a>> {
    let mut families = Vec::new();
    for whole in table {
        let Some(period) = whole.period.filter(|period| period.days().is_some()) else { continue };
        let inside = |one: &&&'a Observation| one.period.is_some_and(|one| lies_in(one, period));
        let inner: Vec<&Observation> = table.iter().filter(inside).copied().collect();
        let is_outer = |one: &&Observation| {
            let within = |other: &&Observation| is_within(one, other);
            !inner.iter().any(within)
        };
        let parts: Vec<&Observation> = inner.iter().copied().filter(is_outer).collect();
        if has_common_days(&parts) {
            let alone = |part| Family { parts: vec![part], is_whole: false, ..Family::of(whole) };
            families.extend(parts.into_iter().map(alone));
        } else if !parts.is_empty() {
            let days = parts.iter().map(|one| one.period?.days()).sum::<Option<i32>>();
            let is_whole = days == period.days();
            families.push(Family { parts, is_whole, ..Family::of(whole) });
        }
    }
    families
}

/// Whether a period lies inside another and is not as long.
fn lies_in(inner: Period, outer: Period) -> bool {
    outer.contains_period(&inner) && !inner.contains_period(&outer)
}

fn is_within(inner: &Observation, outer: &Observation) -> bool {
    inner.period.zip(outer.period).is_some_and(|(inner, outer)| lies_in(inner, outer))
}

fn has_common_days(figures: &[&Observation]) -> bool {
    let periods: Vec<Period> = figures.iter().filter_map(|one| one.period).collect();
    let overlaps = |place: usize, one: &Period| {
        periods.iter().skip(place + 1).any(|other| one.overlaps(other))
    };
    periods.iter().enumerate().any(|(place, one)| overlaps(place, one))
}
