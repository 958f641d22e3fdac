//! What was expected and did not come: a row for each gap, and how many were expected.

use litemap::LiteMap;

use super::answer::{Answer, Coverage, Key, Row};
use super::cell::kind_of;
use super::rollup::count;
use super::select::Selection;
use super::spec::By;
use crate::calendar::Period;
use crate::list::Gather;
use crate::model::{AreaId, Figure, InForce, Measure, Missing};

/// Adds a row with [`Missing::NotReported`] for every expected area and period without one.
pub(super) fn fill(selection: &Selection<'_>, measure: &Measure, answer: &mut Answer) {
    // By code: a figure of an older division is a figure of the same province.
    let areas = &selection.dataset.areas;
    let code = |id: &Option<AreaId>| areas.get(id.as_ref()?).map(|area| area.code.as_str());
    let mut known: LiteMap<(Option<&str>, Option<Period>), ()> = LiteMap::new();
    for row in &answer.rows {
        known.insert((code(&row.key.area), row.key.period), ());
    }
    for (area, period) in slots(selection, answer) {
        if !known.contains_key(&(code(&area), period)) {
            answer.rows.push(gap(measure, area, period));
        }
    }
}

/// How many rows could have a value.
pub(super) fn expected(selection: &Selection<'_>, answer: &Answer) -> u32 {
    let by_area = selection.query.by.contains(&By::Area);
    if selection.group.is_some() && by_area {
        return members(selection, &periods(selection, answer));
    }
    if !by_area {
        return count(periods(selection, answer).len().max(answer.rows.len()));
    }
    count(slots(selection, answer).len().max(answer.rows.len()))
}

/// How many members could tell: in each period those of its time.
fn members(selection: &Selection<'_>, periods: &[Option<Period>]) -> u32 {
    let by_period = selection.query.every.is_some() || selection.query.by.contains(&By::Period);
    match periods {
        [only] => selection.expected_members(only.as_ref()),
        [_, ..] if by_period => {
            periods.iter().map(|one| selection.expected_members(one.as_ref())).sum()
        }
        _ => selection.expected_members(None),
    }
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
        return seen(answer, |row| row.key.period);
    }
    let Some(kind) = selection.query.every.map(kind_of) else {
        return seen(answer, |row| row.key.period);
    };
    let mut listed: Vec<Option<Period>> = Vec::new();
    for part in selection.periods.iter().flat_map(|listed| listed.subdivide(kind)) {
        if selection.is_during(&part) && !listed.contains(&Some(part)) {
            listed.push(Some(part));
        }
    }
    if !listed.is_empty() {
        return listed;
    }
    between(answer)
}

/// What the rows say of one field, each once.
fn seen<T: PartialEq>(answer: &Answer, field: impl Fn(&Row) -> T) -> Vec<T> {
    let mut seen = Vec::new();
    for value in answer.rows.iter().map(field) {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}

/// From the first to the last period of an answer, with all that lie between.
fn between(answer: &Answer) -> Vec<Option<Period>> {
    /// A guard against a span of thousands of years, not a limit that a reader meets.
    const MOST: usize = 4_000;
    let periods = || answer.rows.iter().filter_map(|row| row.key.period.as_ref());
    let (Some(first), Some(last)) = (periods().min(), periods().max()) else { return Vec::new() };
    let next = |period: &Period| period.next().filter(|next| next <= last);
    std::iter::successors(Some(*first), next).take(MOST).map(Some).gather()
}

fn areas(
    selection: &Selection<'_>,
    answer: &Answer,
    period: Option<&Period>,
) -> Vec<Option<AreaId>> {
    let asked = &selection.query.areas;
    if !selection.query.by.contains(&By::Area) {
        return seen(answer, |row| row.key.area.clone());
    }
    if let Some(group) = selection.group {
        return selection.members(group, period).into_iter().cloned().map(Some).gather();
    }
    let Some(level) = asked.level else {
        return seen(answer, |row| row.key.area.clone());
    };
    let inside = InForce::new(selection.dataset, period).at_level(level, None).into_iter();
    let asked = inside.filter(|area| selection.area_selected(area, period));
    asked.map(|area| Some(area.id.clone())).gather()
}
