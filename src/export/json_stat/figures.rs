//! The cells: values, their status, and what else is known of each.

use super::cube::{Cube, has};
use crate::export::json::{Fields, Json};
use crate::export::naming;
use crate::list::{Gather, join};
use crate::model::{Dataset, Figure, Qualifier};
use crate::number::Bound;
use crate::query::{Answer, Coverage, Reference, Row, Standing};
use crate::text::Lang;

/// Between the codes of one cell.
const BETWEEN_CODES: &str = ",";

/// One number a cell, `null` where there is none.
pub(super) fn values(rows: &[Row], cube: &Cube) -> Json {
    let mut values: Vec<Json> = (0..cube.size).map(|_| Json::Null).collect();
    for (row, cell) in rows.iter().zip(&cube.cells) {
        if let (Some(value), Some(place)) = (row.figure.value(), values.get_mut(*cell)) {
            *place = Json::number(value);
        }
    }
    Json::List(values)
}

/// The digits of a value of which a double would lose some; nothing for others.
fn exact(figure: &Figure) -> Option<Json> {
    figure
        .value()
        .filter(|value| !value.survives_a_double())
        .map(|value| Json::text(value.to_string()))
}

/// Qualifier or kind of absence of a figure; `None` for one stated as it is.
const fn stated(figure: &Figure) -> Option<(&'static str, &'static str)> {
    match figure {
        Figure::Missing(missing) => Some(("missing", missing.code())),
        Figure::Value { qualifier: Qualifier::Exact, .. } => None,
        Figure::Value { qualifier, .. } => Some(("qualifier", qualifier.code())),
    }
}

/// What must be known of a figure beside its number: the lists and codes of how it is stated, and of how settled
/// it is.
fn status(standing: &Standing<'_>, row: &Row) -> Vec<(&'static str, &'static str)> {
    let settled = standing.statuses(&row.evidence).into_iter();
    stated(&row.figure).into_iter().chain(settled.map(|one| ("status", one.code()))).gather()
}

pub(super) fn statuses(dataset: &Dataset, rows: &[Row], cube: &Cube) -> Json {
    let standing = Standing::new(dataset);
    let codes = |row: &Row| {
        let codes = status(&standing, row).into_iter().map(|(_, code)| code).gather();
        (!codes.is_empty()).then(|| Json::Text(join(&codes, BETWEEN_CODES)))
    };
    by_cell(rows, cube, codes).done()
}

/// What is said of the cell of a row, if anything is.
type Said = fn(&Row) -> Option<Json>;

/// What JSON-stat has no place for.
pub(super) fn extension(dataset: &Dataset, answer: &Answer, cube: &Cube, lang: Lang) -> Json {
    let rows = &answer.rows;
    let labels = Fields::default().put("label", labels(dataset, rows, lang));
    let mut extension = Fields::default()
        .said("lang", lang.code())
        .put("coverage", coverage(answer.coverage))
        .put("status", labels.done());
    let parts: [(&str, Said); 6] = [
        ("exact", |row| exact(&row.figure)),
        ("bounds", |row| bounds(&row.figure)),
        ("parts", |row| parts(row.coverage)),
        ("rank", |row| row.rank.map(Json::number)),
        ("against", against),
        ("evidence", |row| (!row.evidence.is_empty()).then(|| Json::texts(&row.evidence))),
    ];
    for (name, part) in parts {
        let cells = by_cell(rows, cube, part);
        if !cells.is_empty() {
            extension = extension.put(name, cells.done());
        }
    }
    let scopes = scopes(dataset, rows, cube, lang);
    if !scopes.is_empty() {
        extension = extension.put("scope", scopes.done());
    }
    extension.put("refused", refused(answer, lang)).done()
}

/// What sets the figures of single cells apart, where no dimension says it.
fn scopes(dataset: &Dataset, rows: &[Row], cube: &Cube, lang: Lang) -> Fields {
    if has(cube, "scope") {
        return Fields::default();
    }
    let standing = Standing::new(dataset);
    by_cell(rows, cube, |row| {
        let scope = standing.scope(row, &row.evidence)?;
        Some(Json::text(naming::pick(&scope, lang)))
    })
}

/// What is said of single cells, by their places in `value`, from the first.
fn by_cell(rows: &[Row], cube: &Cube, said: impl Fn(&Row) -> Option<Json>) -> Fields {
    let mut cells: Vec<(usize, Json)> = Vec::new();
    for (row, cell) in rows.iter().zip(&cube.cells) {
        cells.extend(said(row).map(|said| (*cell, said)));
    }
    cells.sort_by_key(|(cell, _)| *cell);
    let put = |fields: Fields, (cell, said): (usize, Json)| fields.put(&cell.to_string(), said);
    cells.into_iter().fold(Fields::default(), put)
}

/// The words for the statuses that stand in the cells.
fn labels(dataset: &Dataset, rows: &[Row], lang: Lang) -> Json {
    let standing = Standing::new(dataset);
    let between = match lang {
        Lang::Fa => "، ",
        Lang::En => ", ",
    };
    let mut used = rows.iter().map(|row| status(&standing, row)).gather();
    used.retain(|one| !one.is_empty());
    used.sort_unstable();
    used.dedup();
    let put = |fields: Fields, told: Vec<(&str, &str)>| {
        let codes = told.iter().map(|(_, code)| *code).gather();
        let names =
            told.iter().map(|(list, code)| naming::word(dataset, list, code, lang)).gather();
        fields.put(&join(&codes, BETWEEN_CODES), Json::Text(join(&names, between)))
    };
    used.into_iter().fold(Fields::default(), put).done()
}

fn coverage(coverage: Coverage) -> Json {
    Fields::default()
        .put("reported", Json::number(coverage.reported))
        .put("expected", Json::number(coverage.expected))
        .done()
}

/// How much is reported of what is not whole.
fn parts(of: Coverage) -> Option<Json> {
    (!of.is_whole()).then(|| coverage(of))
}

/// The ends of what is no single number; an end that nothing is said about is not there.
fn bounds(figure: &Figure) -> Option<Json> {
    let interval = figure.interval().filter(|interval| interval.single().is_none())?;
    let mut bounds = Fields::default();
    for (name, end) in [("low", interval.low), ("high", interval.high)] {
        let (value, reached) = match end {
            Bound::Open => continue,
            Bound::Reached(value) => (value, true),
            Bound::NotReached(value) => (value, false),
        };
        let end = Fields::default().put("value", Json::number(value));
        let end = match exact(&Figure::exact(value)) {
            Some(exact) => end.put("exact", exact),
            None => end,
        };
        bounds = bounds.put(name, end.put("included", Json::Flag(reached)).done());
    }
    Some(bounds.done())
}

/// The values of areas above; of a bound its ends, of a sum of which a part is not reported its parts.
fn against(row: &Row) -> Option<Json> {
    let value = |one: &Reference| {
        let (bounds, parts) = (bounds(&one.figure), parts(one.coverage));
        let exact = exact(&one.figure);
        if bounds.is_none() && parts.is_none() && exact.is_none() {
            return one.figure.value().map_or(Json::Null, Json::number);
        }
        let value = one.figure.value().map(Json::number);
        let said = [("value", value), ("exact", exact), ("bounds", bounds), ("parts", parts)];
        let put = |fields: Fields, (name, said): (&str, Option<Json>)| match said {
            Some(said) => fields.put(name, said),
            None => fields,
        };
        said.into_iter().fold(Fields::default(), put).done()
    };
    let put = |fields: Fields, one: &Reference| fields.put(one.area.as_str(), value(one));
    let references = row.references.iter().fold(Fields::default(), put);
    (!references.is_empty()).then(|| references.done())
}

fn refused(answer: &Answer, lang: Lang) -> Json {
    let refused = answer.refused.iter().map(|one| {
        Fields::default()
            .said("code", one.code)
            .said("message", naming::pick(&one.message, lang))
            .said("hint", naming::pick(&one.hint, lang))
            .done()
    });
    Json::List(refused.collect())
}
