//! What was expected and did not come: a row for each gap, and how many were expected.

use std::collections::BTreeSet;

use super::answer::{Answer, Coverage, Key, Row};
use super::cell::kind_of;
use super::rollup::count;
use super::select::Selection;
use super::spec::By;
use crate::calendar::Period;
use crate::model::{AreaId, Figure, Measure, Missing};

/// Adds a row with [`Missing::NotReported`] for every expected area and period without one.
pub(super) fn fill(selection: &Selection<'_>, measure: &Measure, answer: &mut Answer) {
    let known: BTreeSet<(Option<AreaId>, Option<Period>)> =
        answer.rows.iter().map(|row| (row.key.area.clone(), row.key.period)).collect();
    for (area, period) in slots(selection, answer) {
        let slot = (area, period);
        if !known.contains(&slot) {
            answer.rows.push(gap(measure, slot.0, slot.1));
        }
    }
}

/// How many rows could have a value.
pub(super) fn expected(selection: &Selection<'_>, answer: &Answer) -> u32 {
    let group = selection.query.areas.group.as_ref();
    let by_area = selection.query.by.contains(&By::Area);
    if let Some(group) = group.and_then(|id| selection.dataset.groups.get(id))
        && by_area
    {
        return group.expected;
    }
    if !by_area {
        return count(periods(selection, answer).len().max(answer.rows.len()));
    }
    count(slots(selection, answer).len().max(answer.rows.len()))
}

fn gap(measure: &Measure, area: Option<AreaId>, period: Option<Period>) -> Row {
    Row {
        key: Key { area, period, ..Key::default() },
        measure: measure.id.clone(),
        figure: Figure::Missing(Missing::NotReported),
        unit: measure.unit.clone(),
        coverage: Coverage { reported: 0, expected: 1 },
        working: None,
        evidence: Vec::new(),
        references: Vec::new(),
        rank: None,
    }
}

/// Every area and period that an answer of this shape could have.
fn slots(selection: &Selection<'_>, answer: &Answer) -> Vec<(Option<AreaId>, Option<Period>)> {
    let mut slots = Vec::new();
    for period in periods(selection, answer) {
        for area in areas(selection, answer, period.as_ref()) {
            slots.push((area, period));
        }
    }
    slots
}

fn periods(selection: &Selection<'_>, answer: &Answer) -> Vec<Option<Period>> {
    let by_period = selection.query.every.is_some() || selection.query.by.contains(&By::Period);
    if !by_period {
        let all: BTreeSet<_> = answer.rows.iter().map(|row| row.key.period).collect();
        return all.into_iter().collect();
    }
    let Some(kind) = selection.query.every.map(kind_of) else {
        let seen: BTreeSet<_> = answer.rows.iter().map(|row| row.key.period).collect();
        return seen.into_iter().collect();
    };
    let listed = selection.periods.iter().flat_map(|listed| listed.subdivide(kind));
    let listed: BTreeSet<Period> = listed.collect();
    if !listed.is_empty() {
        return listed.into_iter().map(Some).collect();
    }
    between(answer)
}

/// From the first to the last period of an answer, with all that lie between.
fn between(answer: &Answer) -> Vec<Option<Period>> {
    /// A guard against a span of thousands of years, not a limit that a reader meets.
    const MOST: usize = 4_000;
    let periods: BTreeSet<&Period> =
        answer.rows.iter().filter_map(|row| row.key.period.as_ref()).collect();
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Vec::new() };
    let next = |period: &Period| period.next().filter(|next| next <= last);
    std::iter::successors(Some(*(*first)), next).take(MOST).map(Some).collect()
}

fn areas(
    selection: &Selection<'_>,
    answer: &Answer,
    period: Option<&Period>,
) -> Vec<Option<AreaId>> {
    let asked = &selection.query.areas;
    let tree = &selection.dataset.areas;
    if !selection.query.by.contains(&By::Area) {
        let seen: BTreeSet<_> = answer.rows.iter().map(|row| row.key.area.clone()).collect();
        return seen.into_iter().collect();
    }
    if let Some(members) = &selection.members {
        return members.iter().cloned().map(Some).collect();
    }
    let (Some(level), Some(division)) = (asked.level, tree.division_for(period)) else {
        let seen: BTreeSet<_> = answer.rows.iter().map(|row| row.key.area.clone()).collect();
        return seen.into_iter().collect();
    };
    let within = asked.within.as_ref().and_then(|code| tree.by_code(code, division));
    let inside = tree.at_level(division, level, within.map(|area| &area.id));
    inside
        .filter(|area| asked.codes.is_empty() || asked.codes.contains(&area.code))
        .map(|area| Some(area.id.clone()))
        .collect()
}
