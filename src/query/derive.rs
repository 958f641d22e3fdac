//! Replaces the values of an answer by what is derived from them, or ranks them.

use super::answer::{Answer, Key, Row, Working};
use super::arithmetic::{difference, growth, quotient, sum};
use super::refuse::Reason;
use super::run::{refusal, run};
use super::spec::{By, Derive, Query};
use super::together::{one_level, rows_add};
use crate::calendar::Period;
use crate::list::{Gather, in_order, insert_sorted};
use crate::model::{AreaId, Dataset, Figure, Measure, MeasureId, Missing, Qualifier, UnitId};
use crate::number::Decimal;

/// Applies [`Query::derive`].
pub(super) fn apply(dataset: &Dataset, query: &Query, measure: &Measure, answer: &mut Answer) {
    match &query.derive {
        None => {}
        Some(Derive::Growth) => changes(dataset, query, measure, answer),
        Some(Derive::Share) => shares(dataset, measure, answer),
        Some(Derive::Per { measure, factor }) => per(dataset, query, measure, *factor, answer),
        Some(Derive::Rank) => ranks(dataset, answer),
    }
}

/// How values changed from the period before: the neighbouring one, or the one before among those
/// that the query names. The first that is named is what the others are compared with, and no row.
fn changes(dataset: &Dataset, query: &Query, measure: &Measure, answer: &mut Answer) {
    let named = named_periods(query);
    let first = named.first().copied().filter(|_| named.len() > 1);
    let before = answer.rows.clone();
    answer.rows.retain(|row| first.is_none() || row.key.period != first);
    let mut refused = Vec::new();
    for row in &mut answer.rows {
        let own = row.key.period;
        let earlier = before.iter().rev().find(|other| {
            same_series(dataset, query, &other.key, &row.key)
                && other.key.period.zip(own).is_some_and(|(one, own)| precedes(&named, one, own))
        });
        let (derived, working) = match earlier {
            Some(earlier) => change(measure, earlier, row),
            None => (Err(Reason::NoEarlier), None),
        };
        refused.extend(derived.err().map(|reason| refusal(dataset, reason, &row.key)));
        if let Some(earlier) = earlier {
            row.evidence.splice(0..0, earlier.evidence.iter().cloned());
        }
        let unit = if is_rate(measure) { "percentage_point" } else { "percent" };
        set(row, derived, working);
        row.unit = UnitId::new(unit);
    }
    answer.refused.extend(refused);
}

/// The periods that a query names to be compared, in the order of time.
fn named_periods(query: &Query) -> Vec<Period> {
    let mut named = Vec::new();
    if query.every.is_none() {
        for period in query.periods.iter().filter_map(|text| Period::parse(text).ok()) {
            insert_sorted(&mut named, period);
        }
    }
    named
}

/// Whether one is the period that the other is compared with.
fn precedes(named: &[Period], one: Period, own: Period) -> bool {
    let like = |other: &&Period| other.kind() == own.kind() && **other < own;
    let before = if named.contains(&own) { named.iter().rev().find(like) } else { None };
    one.kind() == own.kind() && before.map_or(one.next() == Some(own), |before| *before == one)
}

/// Whether two rows are of one series: all but the period agrees, and the document unless it was
/// asked to tell rows apart.
fn same_series(dataset: &Dataset, query: &Query, earlier: &Key, later: &Key) -> bool {
    let mut like =
        Key { period: later.period, observation: later.observation.clone(), ..earlier.clone() };
    if !query.by.contains(&By::Source) {
        like.source.clone_from(&later.source);
    }
    if is_same_ground(dataset, earlier.area.as_ref(), later.area.as_ref()) {
        like.area.clone_from(&later.area);
    }
    like == *later
}

/// Whether the later area continues the earlier one through the divisions between them.
fn is_same_ground(dataset: &Dataset, earlier: Option<&AreaId>, later: Option<&AreaId>) -> bool {
    let before = |id: &&AreaId| dataset.areas.get(id)?.continues.as_ref();
    // No list has more divisions than areas: the walk ends also where areas continue in a circle.
    let divisions = dataset.areas.divisions().count();
    std::iter::successors(later, before).take(divisions).any(|area| Some(area) == earlier)
}

/// Rates differ by percentage points; a percentage of a percentage is read as one of the two.
fn is_rate(measure: &Measure) -> bool {
    measure.unit.as_str() == "percent"
}

fn change(
    measure: &Measure,
    earlier: &Row,
    row: &Row,
) -> (Result<Figure, Reason>, Option<Working>) {
    if base_changes(measure, earlier, row) {
        return (Err(Reason::BaseChanged), None);
    }
    if !(earlier.coverage.is_whole() && row.coverage.is_whole()) {
        return (Err(Reason::Partial), None);
    }
    let values = earlier.figure.value().zip(row.figure.value());
    if is_rate(measure) {
        let working = values.map(|(from, to)| Working::Difference { from, to });
        return (difference(&earlier.figure, &row.figure), working);
    }
    let working = values.map(|(from, to)| Working::Growth { from, to });
    (growth(&earlier.figure, &row.figure), working)
}

fn base_changes(measure: &Measure, earlier: &Row, row: &Row) -> bool {
    let Some(change) = &measure.base_change else { return false };
    let (before, after) = (&earlier.key.period, &row.key.period);
    before.zip(*after).is_some_and(|(before, after)| before < change.at && after >= change.at)
}

/// A row whose value could not be derived stays, as a kind of absence.
fn set(row: &mut Row, derived: Result<Figure, Reason>, working: Option<Working>) {
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
        let working = row
            .figure
            .value()
            .zip(total.value())
            .map(|(part, whole)| Working::Share { part, whole });
        set(row, derived, working);
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
        let working = bottom.and_then(|bottom| {
            Some(Working::Ratio {
                numerator: row.figure.value()?,
                numerator_measure: row.measure.clone(),
                denominator: bottom.figure.value()?,
                denominator_measure: below.clone(),
                factor,
            })
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
