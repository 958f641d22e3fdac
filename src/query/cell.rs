//! Gathers observations into the cells of an answer: one for each combination that `by` names.

use super::answer::Key;
use super::refuse::Reason;
use super::select::Selection;
use super::spec::{By, Every};
use crate::calendar::{Period, PeriodKind};
use crate::list::{Gather, differ, in_order};
use crate::model::{Area, AreaId, AreaTree, Level, Observation, Place, counts_in};

/// What a cell rolls up to in space.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// One area.
    Area(AreaId),
    /// The members of the asked group together.
    Group,
    /// No single area: the source names none, or the query names several.
    Unplaced,
}

/// One cell before it is resolved.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    pub(super) target: Target,
    /// The period that the cell rolls up to; `None` when periods are not told apart.
    pub(super) period: Option<Period>,
    pub(super) observations: Vec<&'a Observation>,
}

/// All cells of these observations, in the order of their keys.
pub(super) fn gather<'a>(
    selection: &Selection<'a>,
    observations: impl Iterator<Item = &'a Observation>,
) -> Vec<(Key, Cell<'a>)> {
    let (mut cells, mut most) = (Vec::new(), FEW);
    for observation in observations {
        let Some(target) = target(selection, observation) else { continue };
        let Some(period) = period(selection, observation) else { continue };
        let key = key(selection, observation, &target, period.as_ref());
        cells.push((key, Cell { target, period, observations: vec![observation] }));
        if cells.len() > most {
            cells = folded(cells);
            most = FEW + 2 * cells.len();
        }
    }
    folded(cells)
}

/// So many cells at least are put in order at once: each by itself would push half of all aside.
const FEW: usize = 1024;

/// One cell for each key, in order.
fn folded(cells: Vec<(Key, Cell<'_>)>) -> Vec<(Key, Cell<'_>)> {
    let mut folded: Vec<(Key, Cell<'_>)> = Vec::new();
    for (key, mut cell) in in_order(cells, |one, other| one.0.cmp(&other.0)) {
        match folded.last_mut() {
            Some((last, known)) if (*last).cmp(&key).is_eq() => {
                known.observations.append(&mut cell.observations);
            }
            _ => folded.push((key, cell)),
        }
    }
    folded
}

fn target(selection: &Selection<'_>, observation: &Observation) -> Option<Target> {
    let by_area = selection.query.by.contains(&By::Area);
    let when = observation.period.as_ref();
    let id = match &observation.place {
        Place::Group(_) => return Some(Target::Group),
        Place::Unplaced => return (!by_area).then_some(Target::Unplaced),
        Place::Area(id) => id,
    };
    if !by_area {
        return Some(match selection.group {
            Some(_) => Target::Group,
            // Several areas have no name together.
            None if selection.query.areas.codes.len() > 1 => Target::Unplaced,
            None => Target::Area(top(selection, id, when)?),
        });
    }
    let areas = &selection.dataset.areas;
    let target = match selection.query.areas.level {
        Some(level) => {
            counts_in(selection.dataset, areas.ancestor(id, level)?, id, when).id.clone()
        }
        None => id.clone(),
    };
    Some(Target::Area(target))
}

/// The area that stands for the whole selection, in the division in which `id` counts.
fn top(selection: &Selection<'_>, id: &AreaId, when: Option<&Period>) -> Option<AreaId> {
    let asked = &selection.query.areas;
    let only = (asked.codes.len() == 1).then(|| asked.codes.first()).flatten();
    let (within, mut lineage) = (&asked.within.0, selection.dataset.areas.lineage(id));
    let area = match only {
        // The nearest of several.
        _ if !within.is_empty() => lineage.find(|area| within.contains(&area.code)),
        Some(code) => lineage.find(|area| area.code == *code),
        None => lineage.find(|area| area.level == Level::Country),
    };
    area.map(|area| counts_in(selection.dataset, area, id, when).id.clone())
}

/// `None` leaves the observation out: it has no period, or one that does not fit `every`.
fn period(selection: &Selection<'_>, observation: &Observation) -> Option<Option<Period>> {
    let query = selection.query;
    if let Some(every) = query.every {
        let whole = observation.period.as_ref()?.enclosing(kind_of(every))?;
        return Some(Some(whole));
    }
    if query.by.contains(&By::Period) {
        return observation.period.map(Some);
    }
    Some(match selection.periods.as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

pub(super) const fn kind_of(every: Every) -> PeriodKind {
    match every {
        Every::Month => PeriodKind::Month,
        Every::Quarter => PeriodKind::Quarter,
        Every::Half => PeriodKind::Half,
        Every::Year => PeriodKind::Year,
    }
}

fn key(
    selection: &Selection<'_>,
    observation: &Observation,
    target: &Target,
    period: Option<&Period>,
) -> Key {
    let by = |by: By| selection.query.by.contains(&by);
    let mut key = Key::default();
    match target {
        Target::Area(id) => key.area = Some(id.clone()),
        Target::Group => key.group.clone_from(&selection.query.areas.group),
        Target::Unplaced => {}
    }
    key.period = period.cloned();
    key.scenario = observation.scenario.filter(|_| by(By::Scenario));
    key.stage = observation.stage.filter(|_| by(By::Stage));
    key.action_status = observation.action_status.filter(|_| by(By::ActionStatus));
    key.programme = observation.programme.clone().filter(|_| by(By::Programme));
    key.source = by(By::Source).then(|| observation.source.clone());
    key.dimensions = selection.told_apart(&observation.dimensions);
    if by(By::Scope) && !observation.scope.is_empty() {
        key.scope = Some((observation.scope.fa.clone(), observation.scope.en.clone()));
    }
    key
}

/// The observations that a cell is answered from: those of the target itself where there are any,
/// else on each branch below it those nearest to it; likewise for the period.
pub(super) fn nearest<'a>(
    selection: &Selection<'a>,
    cell: &Cell<'a>,
) -> Result<Vec<&'a Observation>, Reason> {
    let areas = &selection.dataset.areas;
    let rank = |observation: &Observation| match (&observation.place, &cell.target) {
        (Place::Area(id), Target::Area(target)) if id == target => Rank::Own,
        (Place::Group(_), Target::Group) | (Place::Unplaced, Target::Unplaced) => Rank::Own,
        (Place::Area(id), _) if areas.get(id).is_some() => Rank::Below,
        _ => Rank::Elsewhere,
    };
    let best = cell.observations.iter().map(|observation| rank(observation)).min();
    let near = cell.observations.iter().copied().filter(|one| Some(rank(one)) == best);
    let mut near: Vec<_> = near.gather();
    if best == Some(Rank::Below) {
        near = topmost(areas, near);
    }
    let Some(period) = &cell.period else { return Ok(near) };
    let whole: Vec<_> =
        near.iter().copied().filter(|one| one.period.as_ref() == Some(period)).gather();
    Ok(if whole.is_empty() { near } else { whole })
}

/// How near a figure is to the target of a cell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Own,
    Below,
    Elsewhere,
}

/// Without the figures of areas that lie in an area with a figure of its own.
fn topmost<'a>(areas: &AreaTree, figures: Vec<&'a Observation>) -> Vec<&'a Observation> {
    let area = |one: &&Observation| one.place.area().and_then(|id| areas.get(id));
    if !differ(figures.iter().filter_map(area).map(|area| area.level)) {
        return figures;
    }
    let told = in_order(figures.iter().filter_map(|one| one.place.area()).gather(), Ord::cmp);
    let is_told = |above: &Area| told.binary_search(&&above.id).is_ok();
    let inside = |id: &AreaId| areas.lineage(id).skip(1).any(is_told);
    let is_top = |one: &&Observation| !one.place.area().is_some_and(inside);
    figures.into_iter().filter(is_top).gather()
}
