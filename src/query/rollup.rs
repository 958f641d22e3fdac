//! Resolves one cell: checks that its observations add, then adds them.

use litemap::LiteMap;

use super::answer::{Coverage, Working};
use super::arithmetic::sum;
use super::cell::{Cell, Target, nearest};
use super::refuse::Reason;
use super::select::Selection;
use crate::calendar::Period;
use crate::list::Gather;
use crate::list::{differ, in_order};
use crate::model::{
    AreaRule, Figure, Measure, Missing, Observation, ObservationId, Place, TimeRule,
};

/// A cell with its figure.
#[derive(Clone, Debug)]
pub(super) struct Resolved<'a> {
    pub(super) figure: Figure,
    pub(super) coverage: Coverage,
    pub(super) working: Option<Working>,
    /// What was used.
    pub(super) used: Vec<&'a Observation>,
}

/// Rolls a cell up by the measure's rules, or says why it does not add.
pub(super) fn resolve<'a>(
    selection: &Selection<'a>,
    measure: &Measure,
    cell: &Cell<'a>,
) -> Result<Resolved<'a>, Reason> {
    let used = nearest(selection, cell)?;
    check_one_kind(&used)?;
    let by_area = by_place(&used)?;
    let mut parts: Vec<Resolved<'a>> = Vec::new();
    for (_, observations) in by_area {
        parts.push(over_time(measure, cell.period.as_ref(), observations)?);
    }
    if let [only] = parts.as_slice()
        && is_direct(cell, only)
    {
        return Ok(only.clone());
    }
    over_areas(selection, measure, cell, parts)
}

fn is_direct(cell: &Cell<'_>, part: &Resolved<'_>) -> bool {
    part.used.iter().all(|observation| match (&observation.place, &cell.target) {
        (Place::Area(id), Target::Area(target)) => id == target,
        (Place::Group(_), Target::Group) | (Place::Unplaced, Target::Unplaced) => true,
        _ => false,
    })
}

/// Refuses what differs in a dimension that the query did not tell apart, and parts with totals.
fn check_one_kind(used: &[&Observation]) -> Result<(), Reason> {
    let together = |total: &ObservationId| used.iter().any(|one| one.id == *total);
    if used.iter().any(|one| one.part_of.as_ref().is_some_and(together)) {
        return Err(Reason::PartWithTotal);
    }
    let checks = [
        (differ(used.iter().map(|one| one.scenario)), Reason::MixedScenarios),
        (differ(used.iter().map(|one| one.stage)), Reason::MixedStages),
        (differ(used.iter().map(|one| one.action_status)), Reason::MixedStatuses),
        (differ(used.iter().map(|one| &one.programme)), Reason::MixedProgrammes),
        (differ(used.iter().map(|one| &one.source)), Reason::MixedReleases),
    ];
    match checks.into_iter().find(|(mixed, _)| *mixed) {
        Some((_, reason)) => Err(reason),
        None => Ok(()),
    }
}

/// Observations of each place; two of one place and one period are not added.
fn by_place<'a>(
    used: &[&'a Observation],
) -> Result<LiteMap<&'a Place, Vec<&'a Observation>>, Reason> {
    let mut places: LiteMap<&Place, Vec<&Observation>> = LiteMap::new();
    for &observation in used {
        let known = places.entry(&observation.place).or_default();
        if let Some(twin) = known.iter().find(|one| one.period == observation.period) {
            let told_twice = twin.figure == observation.figure && twin.scope == observation.scope;
            return Err(if told_twice { Reason::ToldTwice } else { Reason::SeveralFigures });
        }
        known.push(observation);
    }
    Ok(places)
}

/// One place over the periods of a cell.
fn over_time<'a>(
    measure: &Measure,
    whole: Option<&Period>,
    mut observations: Vec<&'a Observation>,
) -> Result<Resolved<'a>, Reason> {
    observations = in_order(observations, |left, right| left.period.cmp(&right.period));
    if let [only] = observations.as_slice() {
        let partial = whole.is_some() && only.period.as_ref() != whole;
        if !partial {
            let reported = u32::from(only.figure.value().is_some());
            let coverage = Coverage { reported, expected: 1 };
            return Ok(Resolved {
                figure: only.figure,
                coverage,
                working: None,
                used: observations,
            });
        }
    }
    let whole = whole.ok_or(Reason::MixedPeriods)?;
    let periods: Vec<&Period> = observations.iter().filter_map(|one| one.period.as_ref()).gather();
    if periods.windows(2).any(|pair| matches!(pair, [one, next] if one.overlaps(next))) {
        return Err(Reason::OverlappingPeriods);
    }
    let expected = periods.first().map_or(0, |first| expected_parts(whole, first));
    let reported = observations.iter().filter(|one| one.figure.value().is_some());
    let used: Vec<_> = reported.copied().gather();
    let coverage = Coverage { reported: count(used.len()), expected };
    if used.is_empty() {
        let figure = absence(&observations.iter().map(|one| one.figure).gather());
        return Ok(Resolved { figure, coverage, working: None, used: observations });
    }
    let (figure, working) = match measure.time_rule {
        TimeRule::Sum => add(&used)?,
        TimeRule::Last => last(&used),
        TimeRule::Ratio | TimeRule::None => return Err(Reason::NotAdditiveInTime),
    };
    Ok(Resolved { figure, coverage, working, used })
}

fn expected_parts(whole: &Period, part: &Period) -> u32 {
    count(whole.subdivide(part.kind()).len())
}

fn add(used: &[&Observation]) -> Result<(Figure, Option<Working>), Reason> {
    let figures: Vec<Figure> = used.iter().map(|one| one.figure).gather();
    Ok((sum(&figures)?, Some(Working::Sum { parts: count(figures.len()) })))
}

/// The kind of absence that all share; the plain one where they differ.
fn absence(missing: &[Figure]) -> Figure {
    match missing {
        [first, rest @ ..] if rest.iter().all(|one| one == first) => *first,
        _ => Figure::Missing(Missing::NotReported),
    }
}

fn last(used: &[&Observation]) -> (Figure, Option<Working>) {
    match used.last() {
        Some(one) => (one.figure, Some(Working::Last)),
        None => (Figure::Missing(Missing::NotReported), None),
    }
}

/// Several places together.
fn over_areas<'a>(
    selection: &Selection<'a>,
    measure: &Measure,
    cell: &Cell<'a>,
    parts: Vec<Resolved<'a>>,
) -> Result<Resolved<'a>, Reason> {
    if measure.area_rule != AreaRule::Sum {
        return Err(Reason::NotAdditive);
    }
    let figures: Vec<Figure> = parts.iter().map(|part| part.figure).gather();
    let reported: Vec<Figure> =
        figures.iter().copied().filter(|figure| figure.value().is_some()).gather();
    let coverage = Coverage {
        reported: count(reported.len()),
        expected: expected_areas(selection, cell, &parts),
    };
    let used: Vec<_> = parts.into_iter().flat_map(|part| part.used).gather();
    if reported.is_empty() {
        return Ok(Resolved { figure: absence(&figures), coverage, working: None, used });
    }
    let working = Some(Working::Sum { parts: coverage.reported });
    Ok(Resolved { figure: sum(&reported)?, coverage, working, used })
}

/// How many places of the level that was used could have reported.
fn expected_areas(selection: &Selection<'_>, cell: &Cell<'_>, parts: &[Resolved<'_>]) -> u32 {
    let areas = &selection.dataset.areas;
    let first = parts.iter().flat_map(|part| &part.used).find_map(|one| match &one.place {
        Place::Area(id) => areas.get(id),
        _ => None,
    });
    let Some(first) = first else { return count(parts.len()) };
    match &cell.target {
        Target::Group => {
            let group = selection
                .query
                .areas
                .group
                .as_ref()
                .and_then(|id| selection.dataset.groups.get(id));
            let left_out = count(selection.query.areas.except.len());
            group.map_or(0, |group| group.expected.saturating_sub(left_out))
        }
        Target::Area(top) => count(areas.at_level(first.division, first.level, Some(top)).count()),
        Target::Unplaced => count(parts.len()),
    }
}

/// A length as a count.
pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
