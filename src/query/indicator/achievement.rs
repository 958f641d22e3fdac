//! «تحقق»: what was done in percent of what was planned, or aimed at, for the same time.

use super::partner::{Cells, behind, cells, grounds, of_one_scope};
use super::{Derived, plan, replace};
use crate::list::Gather;
use crate::model::{Dataset, Measure, Scenario};
use crate::number::Decimal;
use crate::query::answer::{Answer, Row, Working};
use crate::query::quotient::quotient;
use crate::query::refuse::Reason;
use crate::query::spec::Query;

/// Replaces each value by its percentage of the plan of the same area and period, or of the target where
/// nothing is planned.
pub(super) fn apply(dataset: &Dataset, query: &Query, measure: &Measure, answer: &mut Answer) {
    let [plan, target] =
        [Scenario::Planned, Scenario::Target].map(|intention| plan::question(query, intention));
    let intended = cells(dataset, &plan, measure)
        .and_then(|plans| Ok([plans, cells(dataset, &target, measure)?]));
    match intended {
        Ok(intended) => {
            replace(dataset, answer, "percent", |row| derived(dataset, measure, row, &intended));
        }
        Err(reason) => reason.empty(answer),
    }
}

fn derived(
    dataset: &Dataset,
    measure: &Measure,
    row: &Row,
    [plans, targets]: &[Cells<'_>; 2],
) -> Result<Derived, Reason> {
    plan::is_reached_by(measure, row)?;
    let (plan, of) = match plan::of(row, row.key.period, plans) {
        Err(Reason::NotDefined) => (plan::of(row, row.key.period, targets)?, Scenario::Target),
        plan => (plan?, Scenario::Planned),
    };
    let done = behind(dataset, row);
    of_one_scope(&done, &plan.used)?;
    if grounds(&done) != grounds(&plan.used) {
        return Err(Reason::Partial);
    }
    let hundred = Decimal::from_int(100);
    let figure = quotient(hundred, &row.figure, &plan.figure)?;
    let (done, planned) = (row.figure, plan.figure);
    Ok(Derived {
        figure,
        working: Working::Achievement { done, planned, of },
        evidence: plan.used.iter().map(|one| one.id.clone()).gather(),
    })
}
