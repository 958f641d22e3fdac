//! Figures of different releases or programmes are never set side by side.
//!
//! Their period, area and stage differ, so a common axis would rank what has no rank. A census or a
//! survey is one source for all areas and is not touched.

use super::answer::{Answer, Row};
use super::refuse::Reason;
use super::spec::{By, Query};
use crate::model::Dataset;

/// Empties an answer whose rows do not compare, and says why.
pub(super) fn check(dataset: &Dataset, query: &Query, answer: &mut Answer) {
    if let Some(reason) = apart(dataset, query, &answer.rows) {
        reason.empty(answer);
    }
}

fn apart(dataset: &Dataset, query: &Query, rows: &[Row]) -> Option<Reason> {
    let base = |row: &Row| dataset.units.get(&row.unit).map(|unit| &unit.base);
    let first = rows.first()?;
    let all = |same: &dyn Fn(&Row) -> bool| rows.iter().all(same);
    if !all(&|row| base(row) == base(first)) {
        return Some(Reason::MixedUnits);
    }
    let tells_periods = query.every.is_some()
        || query.by.iter().any(|by| matches!(by, By::Period | By::Observation))
        || !query.filter.observations.is_empty();
    if !tells_periods && !all(&|row| row.key.period == first.key.period) {
        return Some(Reason::MixedPeriods);
    }
    let is_amount = base(first).is_some_and(|unit| unit.as_str() == "rial");
    if !is_amount && all(&|row| row.key.programme.is_none()) {
        return None;
    }
    if !all(&|row| row.key.source == first.key.source) {
        return Some(Reason::MixedReleases);
    }
    (!all(&|row| row.key.programme == first.key.programme)).then_some(Reason::MixedProgrammes)
}
