//! The plan that what was done is held against.

use super::partner::{Cells, also_by};
use crate::calendar::Period;
use crate::model::{Direction, Measure, Scenario};
use crate::query::answer::Row;
use crate::query::refuse::Reason;
use crate::query::rollup::Resolved;
use crate::query::spec::{By, Query};

/// Asks for the plans or targets of what a query asks for; they may stand in another release, but not in another
/// programme.
pub(super) fn question(query: &Query, intention: Scenario) -> Query {
    let mut question = query.clone();
    question.scenario = Some(intention);
    question.stage = None;
    question.by = also_by(query, &[By::Stage, By::Programme, By::ActionStatus]);
    question.by.retain(|by| *by != By::Source);
    question.filter.source = None;
    question.derive = None;
    question
}

/// Refuses what no plan is reached by: a plan itself, and a measure of which less is better, where
/// the quotient would praise what is to be blamed.
pub(super) fn is_reached_by(measure: &Measure, row: &Row) -> Result<(), Reason> {
    if row.key.scenario != Some(Scenario::Actual) {
        return Err(Reason::NotActual);
    }
    if measure.direction == Direction::Down {
        return Err(Reason::LessIsBetter);
    }
    Ok(())
}

/// The plan of a period for a row: that of its stage of money, else the one that names no stage.
pub(super) fn of<'a, 'b>(
    row: &Row,
    period: Option<Period>,
    plans: &'b Cells<'a>,
) -> Result<&'b Resolved<'a>, Reason> {
    let of_stage = |stage| {
        plans.iter().find(|(key, _)| {
            let (key, own) = (key, &row.key);
            key.stage == stage
                && (&key.area, &key.group, &key.programme, key.action_status)
                    == (&own.area, &own.group, &own.programme, own.action_status)
                && key.period == period
                && key.dimensions == own.dimensions
                && (own.scope.is_none() || key.scope == own.scope)
        })
    };
    let own = row.key.stage.and_then(|stage| of_stage(Some(stage)));
    let (_, plan) = own.or_else(|| of_stage(None)).ok_or(Reason::NotDefined)?;
    plan.as_ref().map_err(|reason| *reason)
}
