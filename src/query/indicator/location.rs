//! How many times as large the share of one kind is in an area as in the whole country.

use super::partner::{Cells, also_by, behind, cells, of_one_scope};
use super::products::quotient_of_products;
use super::{Derived, replace};
use crate::list::Gather;
use crate::model::{AreaId, AreaRule, Dataset, Level, Measure, MeasureId, counts_in};
use crate::number::Decimal;
use crate::query::answer::{Answer, Key, Row, Working};
use crate::query::refuse::Reason;
use crate::query::rollup::Resolved;
use crate::query::spec::{AreaSelection, By, Filter, Query};

/// The three figures that the one of a row is held against.
struct Beside<'a> {
    /// All kinds, in the areas of the rows.
    wholes: Cells<'a>,
    /// The kind, in the country.
    country: Cells<'a>,
    /// All kinds, in the country.
    country_wholes: Cells<'a>,
}

/// Replaces each value by its location quotient, with all kinds counted by the measure `of`.
pub(super) fn apply(
    dataset: &Dataset,
    query: &Query,
    measure: &Measure,
    of: &MeasureId,
    answer: &mut Answer,
) {
    let Some(whole) = dataset.measures.get(of) else {
        answer.rows.clear();
        return answer.refused.push(Reason::UnknownMeasure.diagnostic(of.as_str()));
    };
    if let Err(reason) = is_part_of(dataset, measure, whole) {
        return reason.empty(answer);
    }
    let local = of_any_document(query);
    let areas = AreaSelection { level: Some(Level::Country), ..AreaSelection::default() };
    let national = Query { areas, ..local.clone() };
    match beside(dataset, [&local, &national], [measure, whole]) {
        Ok(beside) => replace(dataset, answer, "count", |row| derived(dataset, row, &beside)),
        Err(reason) => reason.empty(answer),
    }
}

/// The question without its document: another may count the whole, but of several none is chosen.
/// All else that a row agrees on tells the others apart, so that one that was refused is found too.
fn of_any_document(query: &Query) -> Query {
    let more = [By::Scenario, By::Stage, By::ActionStatus, By::Programme];
    let by = also_by(query, &more).into_iter().filter(|by| *by != By::Source).gather();
    let filter = Filter { source: None, ..query.filter.clone() };
    Query { by, filter, derive: None, ..query.clone() }
}

fn beside<'a>(
    dataset: &'a Dataset,
    [local, national]: [&'a Query; 2],
    [part, whole]: [&'a Measure; 2],
) -> Result<Beside<'a>, Reason> {
    Ok(Beside {
        wholes: cells(dataset, local, whole)?,
        country: cells(dataset, national, part)?,
        country_wholes: cells(dataset, national, whole)?,
    })
}

/// Only what is counted, and counted alike, has shares.
fn is_part_of(dataset: &Dataset, part: &Measure, whole: &Measure) -> Result<(), Reason> {
    if let Some(rate) = [part, whole].into_iter().find(|one| one.area_rule != AreaRule::Sum) {
        return Err(Reason::not_additive(rate));
    }
    let base = |measure: &Measure| dataset.units.get(&measure.unit).map(|unit| &unit.base);
    if base(part) == base(whole) { Ok(()) } else { Err(Reason::MixedUnits) }
}

fn derived(dataset: &Dataset, row: &Row, beside: &Beside<'_>) -> Result<Derived, Reason> {
    let area = row.key.area.as_ref().ok_or(Reason::NoCountry)?;
    let country = dataset.areas.ancestor(area, Level::Country).ok_or(Reason::NoCountry)?;
    let country = counts_in(dataset, country, area, row.key.period.as_ref());
    let whole = find(&beside.wholes, &row.key, area).unwrap_or(Err(Reason::NotDefined))?;
    let above = |cells| find(cells, &row.key, &country.id).unwrap_or(Err(Reason::NoCountry));
    let (national, national_whole) = (above(&beside.country)?, above(&beside.country_wholes)?);
    of_one_scope(&behind(dataset, row), &national.used)?;
    of_one_scope(&whole.used, &national_whole.used)?;
    let others = [whole, national, national_whole];
    let is_whole = others.iter().all(|one| one.coverage.is_whole());
    if !(row.coverage.is_whole() && is_whole) {
        return Err(Reason::Partial);
    }
    let figure = quotient_of_products(
        Decimal::from_int(1),
        &[&row.figure, &national_whole.figure],
        &[&whole.figure, &national.figure],
    )?;
    Ok(Derived {
        figure,
        working: Working::Location {
            part: row.figure,
            whole: whole.figure,
            country_part: national.figure,
            country_whole: national_whole.figure,
        },
        evidence: others.iter().flat_map(|one| &one.used).map(|one| one.id.clone()).gather(),
    })
}

/// The cell of an area that agrees with a row on all but the document. One that was refused says
/// nothing of a period that does not tell it apart.
fn find<'a, 'b>(
    cells: &'b Cells<'a>,
    row: &Key,
    area: &AreaId,
) -> Option<Result<&'b Resolved<'a>, Reason>> {
    let found = cells.iter().find(|(key, cell)| {
        key.area.as_ref() == Some(area)
            && (key.period == row.period || (key.period.is_none() && cell.is_err()))
            && (key.scenario, key.stage, key.action_status)
                == (row.scenario, row.stage, row.action_status)
            && (&key.programme, &key.dimensions, &key.scope)
                == (&row.programme, &row.dimensions, &row.scope)
    });
    found.map(|(_, cell)| cell.as_ref().map_err(|reason| *reason))
}
