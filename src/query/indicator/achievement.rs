//! «تحقق»: what was done in percent of what was planned for the same time.

use super::partner::{Cells, behind, cells, grounds, of_one_scope};
use super::{Derived, plan, replace};
use crate::list::Gather;
use crate::model::{Dataset, Measure};
use crate::number::Decimal;
use crate::query::answer::{Answer, Row, Working};
use crate::query::quotient::quotient;
use crate::query::refuse::Reason;
use crate::query::spec::Query;

/// Replaces each value by its percentage of the plan of the same area and period.
pub(super) fn apply(dataset: &Dataset, query: &Query, measure: &Measure, answer: &mut Answer) {
    let question = plan::question(query);
    let plans = match cells(dataset, &question, measure) {
        Ok(plans) => plans,
        Err(reason) => return reason.empty(answer),
    };
    replace(dataset, answer, "percent", |row| derived(dataset, measure, row, &plans));
}

fn derived(
    dataset: &Dataset,
    measure: &Measure,
    row: &Row,
    plans: &Cells<'_>,
) -> Result<Derived, Reason> {
    plan::is_reached_by(measure, row)?;
    let plan = plan::of(row, row.key.period, plans)?;
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
        working: Working::Achievement { done, planned },
        evidence: plan.used.iter().map(|one| one.id.clone()).gather(),
    })
}
