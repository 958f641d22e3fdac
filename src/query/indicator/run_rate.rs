//! What was done since the year began, in percent of what the plan of the year came to by then.

use super::partner::{Cells, also_by, behind, cells, of_one_scope};
use super::quotient::quotient;
use super::{Derived, replace};
use crate::calendar::{Period, PeriodKind};
use crate::list::{Gather, insert_sorted};
use crate::model::{Dataset, Figure, Measure, Scenario, TimeRule};
use crate::number::Decimal;
use crate::query::answer::{Answer, Row, Working};
use crate::query::refuse::Reason;
use crate::query::rollup::Resolved;
use crate::query::spec::{By, Every, Filter, Query};

/// Replaces each value by its percentage of the plan to date. The days are those of the Jalali
/// year, 365 or 366; the plan may stand in another release, but not in another programme.
pub(super) fn apply(dataset: &Dataset, query: &Query, measure: &Measure, answer: &mut Answer) {
    // A stock does not begin at nothing with each year, and a rate does not grow with its days.
    if measure.time_rule != TimeRule::Sum {
        return Reason::NotAdditiveInTime.empty(answer);
    }
    let question = of_the_plan(query, answer);
    let plans = match cells(dataset, &question, measure) {
        Ok(plans) => plans,
        Err(reason) => return reason.empty(answer),
    };
    replace(dataset, answer, "percent", |row| derived(dataset, row, &plans));
}

/// Asks for the plans of all years that the rows lie in.
fn of_the_plan(query: &Query, answer: &Answer) -> Query {
    let mut years = Vec::new();
    let periods = answer.rows.iter().filter_map(|row| row.key.period);
    for year in periods.filter_map(|period| period.enclosing(PeriodKind::Year)) {
        insert_sorted(&mut years, year);
    }
    Query {
        scenario: Some(Scenario::Planned),
        stage: None,
        periods: years.iter().map(Period::id).gather(),
        every: Some(Every::Year),
        by: also_by(query, &[By::Stage, By::Programme, By::ActionStatus])
            .into_iter()
            .filter(|by| !matches!(by, By::Source | By::Period))
            .gather(),
        filter: Filter { source: None, ..query.filter.clone() },
        derive: None,
        ..query.clone()
    }
}

fn derived(dataset: &Dataset, row: &Row, plans: &Cells<'_>) -> Result<Derived, Reason> {
    if row.key.scenario != Some(Scenario::Actual) {
        return Err(Reason::NotActual);
    }
    let span =
        row.key.period.and_then(|period| Some((period, period.enclosing(PeriodKind::Year)?)));
    let (period, year) = span.ok_or(Reason::NotToDate)?;
    if period.start() != year.start() {
        return Err(Reason::NotToDate);
    }
    let plan = plan_of(row, year, plans)?;
    of_one_scope(&behind(dataset, row), &plan.used)?;
    if !(row.coverage.is_whole() && plan.coverage.is_whole()) {
        return Err(Reason::Partial);
    }
    let days = period.days().zip(year.days()).ok_or(Reason::NotToDate)?;
    let (done, planned) = row.figure.value().zip(plan.figure.value()).ok_or(Reason::NotDefined)?;
    Ok(Derived {
        figure: rate(&row.figure, &plan.figure, days)?,
        working: Working::RunRate { done, planned, elapsed: days.0, days: days.1 },
        evidence: plan.used.iter().map(|one| one.id.clone()).gather(),
    })
}

/// `100 × done ÷ (planned × elapsed ÷ days)`, divided once.
fn rate(done: &Figure, planned: &Figure, (elapsed, days): (i32, i32)) -> Result<Figure, Reason> {
    let [elapsed, days] = [elapsed, days].map(|days| Decimal::from_int(i64::from(days)));
    let factor = days.checked_mul(Decimal::from_int(100)).map_err(|_| Reason::Overflow)?;
    quotient(factor, &[done], &[planned, &Figure::exact(elapsed)])
}

/// The plan of the year for a row: that of its stage of money, else the one that names no stage.
fn plan_of<'a, 'b>(
    row: &Row,
    year: Period,
    plans: &'b Cells<'a>,
) -> Result<&'b Resolved<'a>, Reason> {
    let of_stage = |stage| {
        plans.iter().find(|(key, _)| {
            let (key, own) = (key, &row.key);
            key.stage == stage
                && (&key.area, &key.group, &key.programme, key.action_status)
                    == (&own.area, &own.group, &own.programme, own.action_status)
                && key.period == Some(year)
                && (own.scope.is_none() || key.scope == own.scope)
        })
    };
    let own = row.key.stage.and_then(|stage| of_stage(Some(stage)));
    let (_, plan) = own.or_else(|| of_stage(None)).ok_or(Reason::NotDefined)?;
    plan.as_ref().map_err(|reason| *reason)
}
