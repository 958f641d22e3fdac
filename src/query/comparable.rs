//! Amounts of different releases or programmes are never set side by side.
//!
//! Their amount, period, area and stage differ, so a common axis would rank what has no rank. A
//! census or a survey is one source for all areas and is not touched.

use super::answer::Answer;
use super::refuse::Reason;
use crate::list::differ;
use crate::model::{Measure, UnitId};

/// Empties an answer of amounts that come from several releases or programmes, and says why.
pub(super) fn check(measure: &Measure, answer: &mut Answer) {
    if measure.unit != UnitId::new("rial") {
        return;
    }
    let reason = if differ(answer.rows.iter().map(|row| &row.key.source)) {
        Reason::MixedReleases
    } else if differ(answer.rows.iter().map(|row| &row.key.programme)) {
        Reason::MixedProgrammes
    } else {
        return;
    };
    answer.rows.clear();
    answer.refused.push(reason.diagnostic(&measure.id.to_string()));
}
