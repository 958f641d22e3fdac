//! Replaces the values of an answer by what is derived from them, or ranks them.

use super::answer::{Answer, Row, Working};
use super::arithmetic::sum;
use super::change;
use super::quotient::quotient;
use super::refuse::Reason;
use super::run::{refusal, run};
use super::spec::{Derive, Query};
use super::together::{one_level, rows_add};
use crate::list::{Gather, in_order};
use crate::model::{Dataset, Figure, Measure, MeasureId, Missing, Qualifier, UnitId};
use crate::number::Decimal;

/// Applies [`Query::derive`].
pub(super) fn apply(dataset: &Dataset, query: &Query, measure: &Measure, answer: &mut Answer) {
    match &query.derive {
        None => {}
        Some(Derive::Growth) => change::apply(dataset, query, measure, answer),
        Some(Derive::Share) => shares(dataset, measure, answer),
        Some(Derive::Per { measure, factor }) => per(dataset, query, measure, *factor, answer),
        Some(Derive::Rank) => ranks(dataset, answer),
        #[cfg(feature = "complete")]
        Some(_) => super::indicator::apply(dataset, query, measure, answer),
    }
}

/// A row whose value could not be derived stays, as a kind of absence.
pub(super) fn set(row: &mut Row, derived: Result<Figure, Reason>, working: Option<Working>) {
    let absent = if matches!(row.figure, Figure::Missing(_)) {
        row.figure
    } else {
        Figure::Missing(Missing::NotApplicable)
    };
    row.working = working.filter(|_| derived.is_ok());
    row.figure = derived.unwrap_or(absent);
    row.unit = UnitId::new("percent");
}

fn shares(dataset: &Dataset, measure: &Measure, answer: &mut Answer) {
    let figures: Vec<Figure> = answer.rows.iter().map(|row| row.figure).gather();
    let total = match rows_add(dataset, measure, &answer.rows).and_then(|()| sum(&figures)) {
        Ok(total) => total,
        Err(reason) => return reason.empty(answer),
    };
    for row in &mut answer.rows {
        let derived = quotient(Decimal::from_int(100), &row.figure, &total);
        let working = Working::Share { part: row.figure, whole: total };
        set(row, derived, Some(working));
    }
}

fn per(dataset: &Dataset, query: &Query, below: &MeasureId, factor: i64, answer: &mut Answer) {
    let question = Query {
        measure: below.clone(),
        derive: None,
        unreported: false,
        scenario: None,
        stage: None,
        filter: super::spec::Filter::default(),
        ..query.clone()
    };
    let bottoms = run(dataset, &question);
    let factor = Decimal::from_int(factor);
    let mut refused = Vec::new();
    for row in &mut answer.rows {
        let bottom = bottoms.rows.iter().find(|other| {
            other.key.area == row.key.area
                && other.key.group == row.key.group
                && other.key.period == row.key.period
        });
        let derived = match bottom {
            Some(bottom) => quotient(factor, &row.figure, &bottom.figure),
            None => Err(Reason::NotDefined),
        };
        let working = bottom.map(|bottom| Working::Ratio {
            numerator: row.figure,
            numerator_measure: row.measure.clone(),
            denominator: bottom.figure,
            denominator_measure: below.clone(),
            factor,
        });
        refused.extend(derived.err().map(|reason| refusal(dataset, reason, &row.key)));
        row.evidence.extend(bottom.into_iter().flat_map(|bottom| bottom.evidence.iter().cloned()));
        let unit = row.unit.clone();
        set(row, derived, working);
        row.unit = unit;
    }
    answer.refused.extend(refused);
}

/// 1 for the largest; equal values share a rank and the next rank is left out. A bound has no
/// place among values and gets no rank.
fn ranks(dataset: &Dataset, answer: &mut Answer) {
    if let Err(reason) = one_level(dataset, &answer.rows) {
        return reason.empty(answer);
    }
    let ranked = |figure: &Figure| {
        let sound = matches!(figure.qualifier(), Some(Qualifier::Exact | Qualifier::About));
        figure.value().filter(|_| sound)
    };
    let mut values: Vec<Decimal> =
        answer.rows.iter().filter_map(|row| ranked(&row.figure)).gather();
    values = in_order(values, |left, right| right.cmp(left));
    for row in &mut answer.rows {
        let rank = ranked(&row.figure)
            .and_then(|value| values.iter().position(|other| *other == value))
            .and_then(|position| u32::try_from(position + 1).ok());
        row.rank = rank;
    }
}
