//! Resolves one cell: checks that its observations add, then adds them.

use litemap::LiteMap;

use super::answer::{Coverage, Working};
use super::arithmetic::sum;
use super::cell::{Cell, Target, nearest};
#[cfg(feature = "complete")]
use super::divided;
use super::mean;
use super::members::{self, of_members};
#[cfg(feature = "complete")]
use super::origins;
use super::refuse::Reason;
use super::select::Selection;
use super::together::adds;
use crate::calendar::Period;
use crate::list::Gather;
use crate::list::{differ, in_order, insert_sorted};
use crate::model::{
    Area, AreaId, AreaRule, AreaTree, Figure, InForce, Level, Measure, Missing, Observation, Place,
    TimeRule,
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
    let used = of_members(selection, measure, cell, nearest(selection, cell)?)?;
    adds(selection.dataset, &used)?;
    let by_area = by_place(&used)?;
    let mut parts: Vec<Resolved<'a>> = Vec::new();
    for (_, observations) in by_area {
        parts.push(over_time(measure, cell.period.as_ref(), observations)?);
    }
    #[cfg(feature = "complete")]
    if divided::make_whole(selection.dataset, measure, &used, &mut parts) {
        let whole = over_areas(selection, measure, cell, parts)?;
        return Ok(Resolved { figure: divided::trimmed(whole.figure), ..whole });
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

/// Observations of each place; two of one place and one period are not added.
fn by_place<'a>(
    used: &[&'a Observation],
) -> Result<LiteMap<&'a Place, Vec<&'a Observation>>, Reason> {
    let mut places: LiteMap<&Place, Vec<&Observation>> = LiteMap::new();
    for &observation in used {
        let known = places.entry(&observation.place).or_default();
        if let Some(twin) = known.iter().find(|one| one.period == observation.period) {
            let told_twice =
                twin.figure == observation.figure && twin.apart() == observation.apart();
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
    let alike = periods.first().map_or(0, |first| count(whole.subdivide(first.kind()).len()));
    let reported = observations.iter().filter(|one| one.figure.value().is_some());
    let used: Vec<_> = reported.copied().gather();
    let coverage = over_days(whole, alike, &used);
    if used.is_empty() {
        let figure = absence(&observations.iter().map(|one| one.figure).gather());
        return Ok(Resolved { figure, coverage, working: None, used: observations });
    }
    let (figure, working) = match measure.time_rule {
        TimeRule::Sum => add(&used)?,
        TimeRule::Last => last(&used),
        TimeRule::Average => mean::over_days(&used)?,
        TimeRule::Ratio | TimeRule::None => return Err(Reason::NotAdditiveInTime),
    };
    Ok(Resolved { figure, coverage, working, used })
}

/// What is reported of a whole that has `alike` parts of one kind. Parts may be unlike, or of a kind
/// that divides nothing, as Farvardin to Mordad: the days tell whether one is left out.
fn over_days(whole: &Period, alike: u32, used: &[&Observation]) -> Coverage {
    let reported = count(used.len());
    let days: i32 = used.iter().filter_map(|one| one.period?.days()).sum();
    let is_whole = whole.days() == Some(days);
    Coverage { reported, expected: if is_whole { reported } else { alike.max(reported + 1) } }
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
    if matches!(measure.area_rule, AreaRule::Ratio | AreaRule::None) {
        return Err(Reason::not_additive(measure));
    }
    let periods = parts.iter().filter_map(|part| part.used.first()?.period);
    let mixed = match cell.period {
        None => differ(periods),
        // A month of one place and a year of another are no sum of either.
        Some(_) => differ(periods.map(|period| period.kind())),
    };
    if mixed {
        return Err(Reason::MixedPeriods);
    }
    let figures: Vec<Figure> = parts.iter().map(|part| part.figure).gather();
    let reported: Vec<Figure> =
        figures.iter().copied().filter(|figure| figure.value().is_some()).gather();
    let coverage = coverage(selection, measure, cell, &parts);
    let (figure, working) = if reported.is_empty() {
        (absence(&figures), None)
    } else if measure.area_rule == AreaRule::Weighted {
        mean::over_places(selection, measure.weight.as_ref(), &parts)?
    } else {
        (sum(&reported)?, Some(Working::Sum { parts: count(reported.len()) }))
    };
    let used: Vec<_> = parts.into_iter().flat_map(|part| part.used).gather();
    Ok(Resolved { figure, coverage, working, used })
}

fn coverage(
    selection: &Selection<'_>,
    measure: &Measure,
    cell: &Cell<'_>,
    parts: &[Resolved<'_>],
) -> Coverage {
    // Each place could have reported each month of the year.
    let each = parts.iter().map(|part| part.coverage.expected).max().unwrap_or_default();
    #[cfg(feature = "complete")]
    if let Some(coverage) = origins::coverage(selection, cell, parts, each) {
        return coverage;
    }
    Coverage {
        reported: parts.iter().map(|part| part.coverage.reported).sum(),
        expected: expected(selection, measure, cell, parts, each),
    }
}

/// How many figures could be there, where each place could have told `each`.
fn expected(
    selection: &Selection<'_>,
    measure: &Measure,
    cell: &Cell<'_>,
    parts: &[Resolved<'_>],
    each: u32,
) -> u32 {
    match (&cell.target, parts.iter().flat_map(|part| &part.used).next()) {
        (Target::Group, Some(first)) => members::expected(selection, measure, cell, first, each),
        _ => expected_areas(selection, cell, parts).saturating_mul(each),
    }
}

/// How many places could have reported: those of the level that was used; where several were, on each
/// branch those of its own.
fn expected_areas(selection: &Selection<'_>, cell: &Cell<'_>, parts: &[Resolved<'_>]) -> u32 {
    let areas = &selection.dataset.areas;
    let top = match &cell.target {
        Target::Area(top) => Some(top),
        _ => None,
    };
    let first = parts.iter().flat_map(|part| &part.used).find(|one| one.place.area().is_some());
    let stands = top.or_else(|| first?.place.area()).and_then(|id| areas.get(id));
    let (Some(first), Some(stands)) = (first, stands) else { return count(parts.len()) };
    let period = cell.period.as_ref().or(first.period.as_ref());
    let in_force = InForce::of(selection.dataset, Some(stands.division), period);
    let used = parts.iter().filter_map(|part| part.used.first()?.place.area());
    let branches = Branches::of(areas, used);
    let mut expected = 0;
    for level in &branches.levels {
        for area in in_force.at_level(*level, top) {
            let counts = selection.area_selected(area, period) && branches.expects(areas, area);
            expected += u32::from(counts);
        }
    }
    expected
}

/// The levels that figures were taken from, and all areas above those figures.
pub(super) struct Branches<'a> {
    pub(super) levels: Vec<Level>,
    above: Vec<&'a AreaId>,
}

impl<'a> Branches<'a> {
    pub(super) fn of(areas: &'a AreaTree, used: impl Iterator<Item = &'a AreaId>) -> Self {
        let (mut levels, mut above) = (Vec::new(), Vec::new());
        for area in used.filter_map(|id| areas.get(id)) {
            insert_sorted(&mut levels, area.level);
            for one in areas.lineage(&area.id).skip(1) {
                insert_sorted(&mut above, &one.id);
            }
        }
        Self { levels, above }
    }

    /// Whether an area of one of the levels stands for its branch: none below it does, and none above.
    pub(super) fn expects(&self, areas: &AreaTree, area: &Area) -> bool {
        let stands = |one: &Area| {
            self.levels.contains(&one.level) && self.above.binary_search(&&one.id).is_err()
        };
        stands(area) && !areas.lineage(&area.id).skip(1).any(stands)
    }
}

/// A length as a count.
pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
