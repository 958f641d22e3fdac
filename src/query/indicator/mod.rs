//! Indicators of more than two figures, or of two that differ in stage or scenario; all but the run rate
//! only in builds with the cargo feature `complete`.
//!
//! Each keeps the row that was asked for and divides its value by what it is held against: the plan
//! of the year, an earlier stage of the same money, the country. What has no such partner, or one
//! that is zero, keeps a row without a value, and the reason is told.

#[cfg(feature = "complete")]
mod achievement;
#[cfg(feature = "complete")]
mod location;
mod partner;
mod plan;
#[cfg(feature = "complete")]
mod products;
#[cfg(feature = "complete")]
mod read;
mod run_rate;
#[cfg(feature = "complete")]
mod stages;

#[cfg(feature = "complete")]
pub(super) use read::read;
#[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
pub(super) use read::shapes;

use super::answer::{Answer, Row, Working};
use super::derive::set;
use super::refuse::Reason;
use super::run::refusal;
use super::spec::{Derive, Query};
use crate::model::{Dataset, Figure, Measure, ObservationId, Scenario, UnitId};

/// What came of one row.
struct Derived {
    figure: Figure,
    working: Working,
    /// The figures that it was divided by, in order.
    evidence: Vec<ObservationId>,
}

/// The question that is meant: a plan is reached by what was done, also where the question does not
/// say so. `None` for one that is clear as it is.
pub(super) fn made_clear(query: &Query) -> Option<Query> {
    let of_the_done = match query.derive {
        Some(Derive::RunRate) => true,
        #[cfg(feature = "complete")]
        Some(Derive::Achievement) => true,
        _ => false,
    };
    let is_open = of_the_done && query.scenario.is_none();
    if !is_open {
        return None;
    }
    let mut clear = query.clone();
    clear.scenario = Some(Scenario::Actual);
    Some(clear)
}

/// Applies an indicator; any other derivation is of no concern here.
pub(super) fn apply(dataset: &Dataset, query: &Query, measure: &Measure, answer: &mut Answer) {
    match &query.derive {
        Some(Derive::RunRate) => run_rate::apply(dataset, query, measure, answer),
        #[cfg(feature = "complete")]
        Some(Derive::Achievement) => achievement::apply(dataset, query, measure, answer),
        #[cfg(feature = "complete")]
        Some(Derive::Stages { of }) => stages::apply(dataset, query, measure, *of, answer),
        #[cfg(feature = "complete")]
        Some(Derive::Location { of }) => location::apply(dataset, query, measure, of, answer),
        _ => {}
    }
}

/// Replaces the value of each row, and tells why where it cannot be replaced.
fn replace(
    dataset: &Dataset,
    answer: &mut Answer,
    unit: &str,
    derived: impl Fn(&Row) -> Result<Derived, Reason>,
) {
    let mut refused = Vec::new();
    for row in &mut answer.rows {
        // Why the figure itself is absent is why nothing can be said of it.
        let told = row.figure.value().is_some();
        let result = if told { derived(row) } else { Err(Reason::NoNumerator) };
        match result {
            Ok(Derived { figure, working, evidence }) => {
                row.evidence.extend(evidence);
                set(row, Ok(figure), Some(working));
            }
            Err(reason) => {
                refused.extend(told.then(|| refusal(dataset, reason, &row.key)));
                set(row, Err(reason), None);
            }
        }
        row.unit = UnitId::new(unit);
    }
    answer.refused.extend(refused);
}
