//! How much is told of a sum of figures that were moved into the borders of a later list.

use super::answer::Coverage;
use super::cell::{Cell, Target};
use super::rollup::{Branches, Resolved, count};
use super::select::Selection;
use crate::calendar::Period;
use crate::list::{differ, insert_sorted};
use crate::model::{Area, AreaId, InForce, Observation, Origins};

/// What is told of the areas that could tell it then, each `each` times; `None` where some figure was not moved.
/// Sums and rows for what could not be placed stand for as many areas as they were made of.
pub(super) fn coverage(
    selection: &Selection<'_>,
    cell: &Cell<'_>,
    parts: &[Resolved<'_>],
    each: u32,
) -> Option<Coverage> {
    let origins = &selection.dataset.origins;
    let used = || parts.iter().flat_map(|part| &part.used).copied();
    let from = areas_of(origins, used())?;
    let areas = &selection.dataset.areas;
    let from: Vec<&Area> = from.into_iter().filter_map(|id| areas.get(id)).collect();
    if differ(from.iter().map(|area| area.division)) {
        return None;
    }
    let period = cell.period.as_ref().or_else(|| used().next()?.period.as_ref());
    let in_force = InForce::of(selection.dataset, Some(from.first()?.division), period);
    let branches = Branches::of(areas, from.iter().map(|area| &area.id));
    let could_tell = branches.levels.iter().flat_map(|level| in_force.at_level(*level, None));
    let could_tell = could_tell.filter(|area| {
        branches.expects(areas, area)
            && origins.targets(&area.id).iter().any(|to| counts(selection, cell, period, to))
    });
    let expected = count(could_tell.count()).saturating_mul(each);
    Some(Coverage { reported: reported(origins, used()), expected })
}

/// All areas that figures were made of, in order.
fn areas_of<'a>(
    origins: &'a Origins,
    used: impl Iterator<Item = &'a Observation>,
) -> Option<Vec<&'a AreaId>> {
    let mut areas = Vec::new();
    for one in used {
        for area in origins.of(&one.id)? {
            insert_sorted(&mut areas, area);
        }
    }
    Some(areas)
}

/// How many figures with a value there were, each once wherever parts of it stand now.
fn reported<'a>(origins: &'a Origins, used: impl Iterator<Item = &'a Observation>) -> u32 {
    let mut told: Vec<(&AreaId, Option<&Period>)> = Vec::new();
    for one in used.filter(|one| one.figure.value().is_some()) {
        for area in origins.of(&one.id).unwrap_or_default() {
            insert_sorted(&mut told, (area, one.period.as_ref()));
        }
    }
    count(told.len())
}

/// Whether what lies in an area now is in the cell.
fn counts(
    selection: &Selection<'_>,
    cell: &Cell<'_>,
    period: Option<&Period>,
    area: &AreaId,
) -> bool {
    let areas = &selection.dataset.areas;
    let is_inside = match &cell.target {
        Target::Area(top) => areas.lineage(area).any(|above| above.id == *top),
        _ => true,
    };
    is_inside && areas.get(area).is_some_and(|area| selection.ground_selected(area, period))
}
