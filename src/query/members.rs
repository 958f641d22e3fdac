//! The members of a group in the period of a cell, inside which they may change.

use super::cell::{Cell, Target};
use super::refuse::Reason;
use super::select::Selection;
use crate::calendar::Period;
use crate::list::Gather;
use crate::model::{Group, Measure, Observation, Place, TimeRule};

/// The figures of those that are members: a stock is that of the members at the end of the period, and a
/// mean over time has no members of its own where they change inside it.
pub(super) fn of_members<'a>(
    selection: &Selection<'a>,
    measure: &Measure,
    cell: &Cell<'a>,
    used: Vec<&'a Observation>,
) -> Result<Vec<&'a Observation>, Reason> {
    let (Some(group), Some(whole), Target::Group) = (selection.group, &cell.period, &cell.target)
    else {
        return Ok(used);
    };
    let is_part = |one: &&Observation| one.period.as_ref() != Some(whole);
    match measure.time_rule {
        TimeRule::Average if used.iter().any(is_part) && changes_in(group, whole) => {
            Err(Reason::NotAdditiveInTime)
        }
        TimeRule::Last => {
            let end = end_of(whole);
            let is_member = |one: &&Observation| match &one.place {
                Place::Area(id) => group.known_in(Some(&end)).any(|(_, member)| member == id),
                _ => true,
            };
            Ok(used.into_iter().filter(is_member).gather())
        }
        _ => Ok(used),
    }
}

/// How many figures could be there of a group: as many as it has members, in each of the parts that the
/// figures are of.
pub(super) fn expected(
    selection: &Selection<'_>,
    measure: &Measure,
    cell: &Cell<'_>,
    used: &Observation,
    parts: u32,
) -> u32 {
    let Some(whole) = &cell.period else {
        return selection.expected_members(used.period.as_ref()).saturating_mul(parts);
    };
    let alike = used.period.map(|part| whole.subdivide(part.kind())).unwrap_or_default();
    if measure.time_rule != TimeRule::Last && usize::try_from(parts) == Ok(alike.len()) {
        return alike.iter().map(|part| selection.expected_members(Some(part))).sum();
    }
    let when = if measure.time_rule == TimeRule::Last { end_of(whole) } else { *whole };
    selection.expected_members(Some(&when)).saturating_mul(parts)
}

/// The last day of a period; the period itself where it has no end.
fn end_of(whole: &Period) -> Period {
    whole.last().and_then(Period::day).unwrap_or(*whole)
}

/// Whether somebody is a member for a part of a period only.
fn changes_in(group: &Group, whole: &Period) -> bool {
    let begins = |day| whole.start().is_none_or(|start| day > start);
    let ends = |day| whole.end().is_none_or(|end| day < end);
    group.known_in(Some(whole)).any(|(member, _)| {
        member.valid.from.is_some_and(begins) || member.valid.to.is_some_and(ends)
    })
}
