//! What the values of a rule are of, and what of that neither adds nor compares.

use super::{Draft, RowReader};
use crate::ingest::messages::Contradiction;
use crate::model::{Expression, Measure, MeasureId, ObservationId, Operation, Scenario, UnitId};
use crate::spec::from_code;

const UNITS: Contradiction = Contradiction {
    fa: "رقم‌هایی با یکاهای گوناگون با هم جمع، از هم کم یا با هم سنجیده شده‌اند.",
    en: "Figures of different units are added, subtracted or compared.",
    hint_fa: "یکای شاخص‌های این قاعده را بسنجید؛ ضرب و تقسیم آن‌ها رواست.",
    hint_en: "Check the units of the measures of this rule; they may be multiplied and divided.",
};

const PLANS: Contradiction = Contradiction {
    fa: "رقم عملکرد با رقم برنامه، هدف یا پیش‌بینی جمع شده است.",
    en: "An actual figure is added to a planned, a target or a forecast one.",
    hint_fa: "هر یک را جدا جمع کنید؛ سنجیدن آن‌ها، تفاوت و نسبت آن‌ها رواست.",
    hint_en: "Add each by itself; they may be compared, subtracted and divided.",
};

/// Units of what is counted one by one.
const COUNTS: [&str; 6] = ["count", "person", "household", "loan", "scheme", "piece"];

/// What a value is of; nothing is known of a bare number, nor of a product or a quotient of figures.
#[derive(Clone, Copy, Default)]
pub(super) struct Quantity<'a> {
    unit: Option<&'a UnitId>,
    scenario: Option<Scenario>,
}

/// What an expression is of; reports what does not add in it.
pub(super) fn check<'a>(
    row: &mut RowReader<'_>,
    draft: &'a Draft,
    column: &str,
    expression: &Expression,
) -> Quantity<'a> {
    let (left_side, operation, right_side) = match expression {
        Expression::Name(name) => return of_name(draft, name),
        Expression::Figure(figure) => {
            let scenario = figure.words.iter().find_map(|word| from_code(word));
            return Quantity { scenario, ..of_measure(draft, &figure.measure) };
        }
        Expression::Both(left, operation, right) => (left, *operation, right),
        _ => return Quantity::default(),
    };
    let left = check(row, draft, column, left_side);
    let right = check(row, draft, column, right_side);
    match operation {
        Operation::Add | Operation::Subtract => {
            together(row, column, [left, right]);
            if operation == Operation::Add && is_fact_and_plan(left, right) {
                row.contradict(column, &PLANS);
            }
            let scenario = left.scenario.filter(|one| Some(*one) == right.scenario);
            Quantity { unit: left.unit.or(right.unit), scenario }
        }
        // So many times a figure is a figure of the same kind.
        Operation::Multiply if matches!(**left_side, Expression::Number(_)) => right,
        Operation::Multiply if matches!(**right_side, Expression::Number(_)) => left,
        Operation::Multiply | Operation::Divide => Quantity::default(),
    }
}

/// Reports two values that do not add.
fn together(row: &mut RowReader<'_>, column: &str, [left, right]: [Quantity<'_>; 2]) {
    if left.unit.zip(right.unit).is_some_and(|(left, right)| left != right) {
        row.contradict(column, &UNITS);
    }
}

/// Reports two values that cannot be set against each other. Numbers of things can: there are no more plans
/// than jobs.
pub(super) fn compare(row: &mut RowReader<'_>, sides: [Quantity<'_>; 2]) {
    if !sides.iter().all(|side| side.unit.is_some_and(|unit| COUNTS.contains(&unit.as_str()))) {
        together(row, "right", sides);
    }
}

fn is_fact_and_plan(left: Quantity<'_>, right: Quantity<'_>) -> bool {
    let is_fact = |one: Scenario| one == Scenario::Actual;
    let is_plan = |one| matches!(one, Scenario::Planned | Scenario::Target | Scenario::Forecast);
    let both = left.scenario.zip(right.scenario);
    both.is_some_and(|(left, right)| {
        is_fact(left) && is_plan(right) || is_plan(left) && is_fact(right)
    })
}

/// A figure, or a measure at the place that the rule stands at, where all are of one scenario.
fn of_name<'a>(draft: &'a Draft, name: &str) -> Quantity<'a> {
    match draft.observations.get(&ObservationId::new(name)) {
        Some(one) => Quantity { scenario: one.scenario, ..of_measure(draft, &one.measure) },
        None => of_measure(draft, &MeasureId::new(name)),
    }
}

fn of_measure<'a>(draft: &'a Draft, id: &MeasureId) -> Quantity<'a> {
    let unit = draft.measures.get(id).and_then(|measure| base(draft, measure));
    Quantity { unit, scenario: None }
}

/// Percentages are as far apart as so many percentage points: of these nothing is said.
fn base<'a>(draft: &'a Draft, measure: &Measure) -> Option<&'a UnitId> {
    let base = draft.units.get(&measure.unit).map(|unit| &unit.base)?;
    (base.as_str() != "percentage_point").then_some(base)
}
