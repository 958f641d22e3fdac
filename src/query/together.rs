//! Refuses to put together what does not belong together.

use super::answer::Row;
use super::refuse::Reason;
use crate::list::{Gather, differ};
use crate::model::{AreaRule, Dataset, Dimension, Measure, Observation, TimeRule};

/// Deeper chains of parts are not followed: ingest refuses those that turn in a circle.
const DEPTH: usize = 32;

/// Refuses figures that differ in a dimension that the query did not tell apart, and parts beside
/// their total.
pub(super) fn adds(dataset: &Dataset, used: &[&Observation]) -> Result<(), Reason> {
    adds_over(dataset, used, None)
}

/// The same of figures that the codes of a dimension tell apart, whose words differ with their codes.
fn adds_over(
    dataset: &Dataset,
    used: &[&Observation],
    over: Option<Dimension>,
) -> Result<(), Reason> {
    if used.iter().any(|one| has_its_total(dataset, one, used)) {
        return Err(Reason::PartWithTotal);
    }
    let checks = [
        (differ(used.iter().map(|one| one.scenario)), Reason::MixedScenarios),
        (differ(used.iter().map(|one| one.stage)), Reason::MixedStages),
        (differ(used.iter().map(|one| one.action_status)), Reason::MixedStatuses),
        (differ(used.iter().map(|one| &one.programme)), Reason::MixedProgrammes),
        (differ(used.iter().map(|one| &one.source)), Reason::MixedReleases),
    ];
    let by_codes = Dimension::ALL.iter().filter(|one| over != Some(**one)).map(|dimension| {
        (differ(used.iter().map(|one| one.code(*dimension))), Reason::MixedCodes(*dimension))
    });
    let has_several = over.is_none() && differ(used.iter().map(|one| &one.scope));
    let by_words = [(has_several, Reason::SeveralFigures)];
    match checks.into_iter().chain(by_codes).chain(by_words).find(|(mixed, _)| *mixed) {
        Some((_, reason)) => Err(reason),
        None => Ok(()),
    }
}

/// Whether a total of the figure, near or far, is among the others.
fn has_its_total(dataset: &Dataset, one: &Observation, used: &[&Observation]) -> bool {
    let mut total = one.part_of.as_ref();
    for _ in 0..DEPTH {
        let Some(id) = total else { return false };
        if used.iter().any(|other| other.id == *id) {
            return true;
        }
        total = dataset.observations.get(id).and_then(|above| above.part_of.as_ref());
    }
    false
}

/// Refuses rows that no sum may hold; those of all codes of a dimension (`over`) are parts of one whole.
pub(super) fn rows_add(
    dataset: &Dataset,
    measure: &Measure,
    rows: &[Row],
    over: Option<Dimension>,
) -> Result<(), Reason> {
    if measure.area_rule != AreaRule::Sum {
        return Err(Reason::not_additive(measure));
    }
    if measure.time_rule != TimeRule::Sum && differ(rows.iter().map(|row| row.key.period)) {
        return Err(Reason::NotAdditiveInTime);
    }
    let evidence = rows.iter().flat_map(|row| &row.evidence);
    let used: Vec<&Observation> = evidence.filter_map(|id| dataset.observations.get(id)).gather();
    adds_over(dataset, &used, over)?;
    let periods = || rows.iter().filter_map(|row| row.key.period);
    if periods().any(|one| periods().any(|other| one != other && one.overlaps(&other))) {
        return Err(Reason::OverlappingPeriods);
    }
    one_level(dataset, rows)
}

/// Whether rows are parts of one whole: of one measure, which adds up over areas, and nothing among them
/// that a sum must not hold.
pub fn parts_add(dataset: &Dataset, rows: &[Row]) -> bool {
    let measure = rows.first().and_then(|row| dataset.measures.get(&row.measure));
    let is_one = !differ(rows.iter().map(|row| &row.measure));
    is_one && measure.is_some_and(|measure| rows_add(dataset, measure, rows, None).is_ok())
}

/// Refuses areas beside areas that they lie in.
pub(super) fn one_level(dataset: &Dataset, rows: &[Row]) -> Result<(), Reason> {
    let areas = || rows.iter().filter_map(|row| row.key.area.as_ref());
    let inside =
        |one| dataset.areas.lineage(one).skip(1).any(|above| areas().any(|id| *id == above.id));
    if areas().any(inside) { Err(Reason::MixedLevels) } else { Ok(()) }
}
