//! What was done since the year began, in percent of what the plan of the year came to by then.

use super::partner::{Cells, behind, cells, of_one_scope};
use super::{Derived, plan, replace};
use crate::calendar::{Period, PeriodKind};
use crate::list::{Gather, insert_sorted};
use crate::model::{Dataset, Figure, Measure, Scenario, TimeRule};
use crate::number::{Decimal, Interval};
use crate::query::answer::{Answer, Row, Working};
use crate::query::quotient::{denominator, divided, is_about, numerator, scaled};
use crate::query::refuse::Reason;
use crate::query::spec::{By, Every, Query};

/// Replaces each value by its percentage of the plan to date. The days are those of the Jalali
/// year, 365 or 366.
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
    replace(dataset, answer, "percent", |row| derived(dataset, measure, row, &plans));
}

/// Asks for the plans of all years that the rows lie in.
fn of_the_plan(query: &Query, answer: &Answer) -> Query {
    let mut years = Vec::new();
    let periods = answer.rows.iter().filter_map(|row| row.key.period);
    for year in periods.filter_map(|period| period.enclosing(PeriodKind::Year)) {
        insert_sorted(&mut years, year);
    }
    let mut question = plan::question(query, Scenario::Planned);
    question.periods = years.iter().map(Period::id).gather();
    question.every = Some(Every::Year);
    question.by.retain(|by| *by != By::Period);
    question
}

fn derived(
    dataset: &Dataset,
    measure: &Measure,
    row: &Row,
    plans: &Cells<'_>,
) -> Result<Derived, Reason> {
    plan::is_reached_by(measure, row)?;
    let span =
        row.key.period.and_then(|period| Some((period, period.enclosing(PeriodKind::Year)?)));
    let (period, year) = span.ok_or(Reason::NotToDate)?;
    if period.start() != year.start() {
        return Err(Reason::NotToDate);
    }
    let plan = plan::of(row, Some(year), plans)?;
    of_one_scope(&behind(dataset, row), &plan.used)?;
    if !(row.coverage.is_whole() && plan.coverage.is_whole()) {
        return Err(Reason::Partial);
    }
    let days = period.days().zip(year.days()).ok_or(Reason::NotToDate)?;
    let (done, planned) = (row.figure, plan.figure);
    Ok(Derived {
        figure: rate(&done, &planned, days)?,
        working: Working::RunRate { done, planned, elapsed: days.0, days: days.1 },
        evidence: plan.used.iter().map(|one| one.id.clone()).gather(),
    })
}

/// `100 × done ÷ (planned × elapsed ÷ days)`, divided once.
fn rate(done: &Figure, planned: &Figure, (elapsed, days): (i32, i32)) -> Result<Figure, Reason> {
    let [elapsed, days] = [elapsed, days].map(|days| Decimal::from_int(i64::from(days)));
    let factor = days.checked_mul(Decimal::from_int(100)).map_err(|_| Reason::Overflow)?;
    let times = |figure: Interval, by| scaled(figure, by).map_err(|_| Reason::Overflow);
    let (top, bottom) = (times(numerator(done)?, factor)?, times(denominator(planned)?, elapsed)?);
    divided(top, bottom, is_about(&[done, planned]))
}
