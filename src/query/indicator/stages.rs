//! One stage of money in percent of another: approved of what was applied for, paid out of what
//! was allocated.

use super::partner::{also_by, behind, cells, grounds, of_one_scope};
use super::{Derived, replace};
use crate::list::Gather;
use crate::model::{AreaRule, Dataset, Measure, Stage};
use crate::number::Decimal;
use crate::query::answer::{Answer, Key, Row, Working};
use crate::query::quotient::quotient;
use crate::query::refuse::Reason;
use crate::query::rollup::Resolved;
use crate::query::spec::{By, Query};

/// Replaces each value by its percentage of the stage `of`, of the same release, programme, area
/// and period.
pub(super) fn apply(
    dataset: &Dataset,
    query: &Query,
    measure: &Measure,
    of: Stage,
    answer: &mut Answer,
) {
    // A stage of a rate is a rate of other people.
    if measure.area_rule != AreaRule::Sum {
        return Reason::not_additive(measure).empty(answer);
    }
    let by = also_by(query, &[By::Source, By::Programme, By::Scenario, By::ActionStatus]);
    let question = Query { stage: Some(of), by, derive: None, ..query.clone() };
    let below = match cells(dataset, &question, measure) {
        Ok(below) => below,
        Err(reason) => return reason.empty(answer),
    };
    replace(dataset, answer, "percent", |row| {
        let found = below.iter().find(|(key, _)| is_partner(key, &row.key));
        let bottom = found
            .map_or(Err(Reason::NotDefined), |(_, cell)| cell.as_ref().map_err(|reason| *reason))?;
        derived(dataset, row, bottom, of)
    });
}

/// Whether two keys agree on all but the stage. A cell that was refused says nothing of a period
/// that does not tell it apart.
fn is_partner(below: &Key, row: &Key) -> bool {
    (&below.area, &below.group, &below.source, &below.programme, below.scenario)
        == (&row.area, &row.group, &row.source, &row.programme, row.scenario)
        && (below.period.is_none() || below.period == row.period)
        && (row.scope.is_none() || below.scope == row.scope)
        && below.action_status == row.action_status
        && below.dimensions == row.dimensions
}

fn derived(
    dataset: &Dataset,
    row: &Row,
    bottom: &Resolved<'_>,
    of: Stage,
) -> Result<Derived, Reason> {
    let stage = row.key.stage.ok_or(Reason::NoStage)?;
    let above = behind(dataset, row);
    of_one_scope(&above, &bottom.used)?;
    if grounds(&above) != grounds(&bottom.used) {
        return Err(Reason::Partial);
    }
    let hundred = Decimal::from_int(100);
    let figure = quotient(hundred, &row.figure, &bottom.figure)?;
    let (numerator, denominator) = (row.figure, bottom.figure);
    Ok(Derived {
        figure,
        working: Working::Stages { numerator, stage, denominator, of },
        evidence: bottom.used.iter().map(|one| one.id.clone()).gather(),
    })
}
