//! How values changed from one period to another, of one ground and one matter.

use super::answer::{Answer, Key, Row, Working};
use super::arithmetic::{difference, growth};
use super::derive::set;
use super::refuse::Reason;
use super::run::refusal;
use super::spec::{By, Query};
use crate::calendar::Period;
use crate::list::insert_sorted;
use crate::model::{AreaId, Dataset, Figure, Measure, Observation, Place, UnitId};

/// Most periods between two that are compared: a guard, not a limit that a reader meets.
const MOST: usize = 4_000;

/// Replaces each value by its change from the period before: the neighbouring one, or the one
/// before of its kind among those that the query names. What others are compared with and is
/// itself compared with nothing leaves the answer.
pub(super) fn apply(dataset: &Dataset, query: &Query, measure: &Measure, answer: &mut Answer) {
    let named = Named::of(query);
    let before = answer.rows.clone();
    if before.iter().any(|row| !named.is_base(row)) {
        answer.rows.retain(|row| !named.is_base(row));
    }
    let mut refused = Vec::new();
    for row in &mut answer.rows {
        let earlier = before.iter().rev().find(|other| {
            named.precedes(other, row)
                && same_series(query, &other.key, &row.key)
                && same_ground(dataset, query, other, row)
        });
        let changed = earlier
            .ok_or(Reason::NoEarlier)
            .and_then(|earlier| change(dataset, measure, earlier, row));
        if let (Err(reason), Some(_)) = (&changed, row.figure.value()) {
            refused.push(refusal(dataset, *reason, &row.key));
        }
        if let Some(earlier) = earlier {
            let own = std::mem::take(&mut row.evidence);
            row.evidence.clone_from(&earlier.evidence);
            row.evidence.extend(own);
        }
        let unit = if is_rate(measure) { "percentage_point" } else { "percent" };
        let (figure, working) = match changed {
            Ok((figure, working)) => (Ok(figure), Some(working)),
            Err(reason) => (Err(reason), None),
        };
        set(row, figure, working);
        row.unit = UnitId::new(unit);
    }
    answer.refused.extend(refused);
}

/// The periods that a query names to be compared, in the order of time; none where it asks for a
/// whole series.
struct Named(Vec<Period>);

impl Named {
    fn of(query: &Query) -> Self {
        let mut named = Vec::new();
        if query.every.is_none() {
            for period in query.periods.iter().filter_map(|text| Period::parse(text).ok()) {
                insert_sorted(&mut named, period);
            }
        }
        Self(named)
    }

    /// The one before a named period, of its kind.
    fn before(&self, own: Period) -> Option<Period> {
        let like = |other: &&Period| other.kind() == own.kind() && **other < own;
        let known = self.0.contains(&own);
        self.0.iter().rev().find(like).copied().filter(|_| known)
    }

    /// Whether other periods are compared with that of a row, and it with none.
    fn is_base(&self, row: &Row) -> bool {
        row.key.period.is_some_and(|own| {
            let is_compared = |other: &Period| self.before(*other) == Some(own);
            self.before(own).is_none() && self.0.iter().any(is_compared)
        })
    }

    /// Whether the period of one row is the one that the other is compared with.
    fn precedes(&self, earlier: &Row, row: &Row) -> bool {
        let Some((one, own)) = earlier.key.period.zip(row.key.period) else { return false };
        match self.before(own) {
            Some(before) => before == one && leads_to(one, own),
            None => one.kind() == own.kind() && one.next() == Some(own),
        }
    }
}

/// Whether a period comes after another in steps of its own length: five months are not compared
/// with nine, nor anything with what has an open end.
fn leads_to(one: Period, own: Period) -> bool {
    let steps = std::iter::successors(one.next(), Period::next).take(MOST);
    steps.take_while(|step| *step <= own).any(|step| step == own)
}

/// Whether all but period and area agree; documents may differ, as they may on one axis.
fn same_series(query: &Query, earlier: &Key, later: &Key) -> bool {
    let mut like = Key {
        area: later.area.clone(),
        period: later.period,
        observation: later.observation.clone(),
        ..earlier.clone()
    };
    if !query.by.contains(&By::Source) {
        like.source.clone_from(&later.source);
    }
    like == *later
}

/// Whether two rows are of the same ground: an area, or the one that it continues. Where no single
/// area names a row, or parts of it are left out, each part must be the same.
fn same_ground(dataset: &Dataset, query: &Query, earlier: &Row, later: &Row) -> bool {
    match (&earlier.key.area, &later.key.area) {
        (Some(one), Some(own)) if query.areas.except.is_empty() => continues(dataset, one, own),
        (one, own) => {
            let same_place = |one: &Place, own: &Place| match (one, own) {
                (Place::Area(one), Place::Area(own)) => continues(dataset, one, own),
                _ => one == own,
            };
            let (parts, own_parts) =
                (each(dataset, earlier, |one| &one.place), each(dataset, later, |one| &one.place));
            one.is_some() == own.is_some()
                && parts.len() == own_parts.len()
                && own_parts.iter().all(|own| parts.iter().any(|one| same_place(one, own)))
        }
    }
}

/// Whether an area is another, or continues it through the divisions between them.
fn continues(dataset: &Dataset, earlier: &AreaId, later: &AreaId) -> bool {
    let before = |id: &&AreaId| dataset.areas.get(id)?.continues.as_ref();
    // No area has more forerunners than there are divisions: this ends also where they lie in a circle.
    let divisions = dataset.areas.divisions().count();
    std::iter::successors(Some(later), before).take(divisions).any(|area| area == earlier)
}

/// What the figures behind a row say of one field, each once.
fn each<'a, T: PartialEq>(
    dataset: &'a Dataset,
    row: &Row,
    field: fn(&'a Observation) -> T,
) -> Vec<T> {
    let mut found = Vec::new();
    for one in row.evidence.iter().filter_map(|id| dataset.observations.get(id)).map(field) {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// Rates, and what is in percentage points, differ by percentage points; a percentage of a
/// percentage is read as one of the two.
fn is_rate(measure: &Measure) -> bool {
    measure.unit.as_str().starts_with("percent")
}

fn change(
    dataset: &Dataset,
    measure: &Measure,
    earlier: &Row,
    row: &Row,
) -> Result<(Figure, Working), Reason> {
    if base_changes(measure, earlier, row) {
        return Err(Reason::BaseChanged);
    }
    let (from, to) = (earlier.figure, row.figure);
    from.value().zip(to.value()).ok_or(Reason::NoEarlier)?;
    if !(earlier.coverage.is_whole() && row.coverage.is_whole()) {
        return Err(Reason::Partial);
    }
    let scopes = [earlier, row].map(|row| each(dataset, row, Observation::apart));
    let [one, own] = &scopes;
    if one.len() != own.len() || !own.iter().all(|scope| one.contains(scope)) {
        return Err(Reason::SeveralFigures);
    }
    if is_rate(measure) {
        return Ok((difference(&from, &to)?, Working::Difference { from, to }));
    }
    Ok((growth(&from, &to)?, Working::Growth { from, to }))
}

fn base_changes(measure: &Measure, earlier: &Row, row: &Row) -> bool {
    let Some(change) = &measure.base_change else { return false };
    let (before, after) = (&earlier.key.period, &row.key.period);
    before.zip(*after).is_some_and(|(before, after)| before < change.at && after >= change.at)
}
