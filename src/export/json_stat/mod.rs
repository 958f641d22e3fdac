//! An answer as JSON-stat 2, which statistical offices exchange and browsers read.

mod cube;
mod figures;

use std::collections::BTreeMap;

use self::cube::{Cube, Dimension, ROW, cube, has, metrics};
use super::axis::UNSAID;
use super::json::{Fields, Json};
use super::naming;
use crate::calendar::Period;
use crate::chart::example_mark;
use crate::list::{Gather, join, join_said};
use crate::model::{AreaId, Dataset};
use crate::query::{Answer, Row};
use crate::text::Lang;

/// An answer as a JSON-stat 2.0 document of class `dataset`, in one language. The same answer gives
/// the same bytes; there is no `updated`, because nothing here has a clock.
///
/// * Dimensions: `measure` (role metric, with `unit` and the decimals stated), `area` (role geo; areas
///   by id, or groups), `period` (role time; Jalali ids such as `1401-05`, with their Gregorian days in
///   `extension`), then what else the rows say: `scenario`, `stage`, `action_status`, `programme`; `scope`
///   and `source` only where two rows would share a cell. Where the cube would hold next to nothing,
///   the rows stand one by one in a dimension `row` (with the units, if the measures differ). A category `_` holds rows that do not say.
/// * `value`: exact decimals in the base unit (rial, not billion rials), `null` for what is missing and
///   for cells without a row. Of one with more digits than a double keeps
///   ([`Decimal::survives_a_double`](crate::number::Decimal::survives_a_double)) the digits stand as text in
///   `exact`, of `extension` by cell, or beside the number there.
/// * `status`, by cell: the qualifier unless it is `exact`, or the kind of absence; then each status of the
///   figures behind it but `confirmed`, as in `about,provisional`. Words for these codes
///   are in `extension.status.label`.
/// * `extension`, by cell: `scope`, the words that set figures apart, where that is no dimension; `bounds` of what is no single number, `coverage` of sums that lack parts,
///   `rank`, `against` (values of areas above), and the `evidence` of every value; and what was `refused`.
///
/// ```
/// use hamyar::export::json_stat;
/// use hamyar::model::{AreaId, Dataset, Figure, Missing};
/// use hamyar::number::Decimal;
/// use hamyar::query::{Answer, Key, Row};
/// use hamyar::text::Lang;
///
/// let row = |area: &str, figure| Row {
///     key: Key { area: Some(AreaId::new(area)), ..Key::default() },
///     figure,
///     measure: Default::default(), unit: Default::default(), coverage: Default::default(),
///     working: None, evidence: vec![], references: vec![], rank: None,
/// };
/// let half = Figure::exact(Decimal::parse("0.50").unwrap());
/// let rows = vec![row("01@1395", half), row("02@1395", Figure::Missing(Missing::Withheld))];
/// let text = json_stat(&Dataset::default(), &Answer { rows, ..Answer::default() }, Lang::En);
/// assert!(text.contains("\"value\": [0.50, null]"));
/// assert!(text.contains("\"1\": \"withheld\""));
/// ```
pub fn json_stat(dataset: &Dataset, answer: &Answer, lang: Lang) -> String {
    let rows = &answer.rows;
    let cube = cube(dataset, rows, lang);
    let sizes = cube.dimensions.iter().map(|one| Json::number(one.categories.len()));
    let sources = naming::sources(dataset, rows.iter());
    let sources: Vec<String> =
        sources.into_iter().map(|id| naming::source(dataset, id, lang)).gather();
    let mut document = Fields::default()
        .said("version", "2.0")
        .said("class", "dataset")
        .said("label", &label(&cube))
        .said("source", &join(&sources, "; "));
    let notes = notes(dataset, rows, lang);
    if !notes.is_empty() {
        document = document.put("note", Json::texts(notes));
    }
    document
        .put("id", Json::texts(cube.dimensions.iter().map(|one| one.id)))
        .put("size", Json::List(sizes.collect()))
        .put("role", roles(&cube))
        .put("dimension", dimensions(dataset, rows, &cube, lang))
        .put("value", figures::values(rows, &cube))
        .put("status", figures::statuses(dataset, rows, &cube))
        .put("extension", figures::extension(dataset, answer, &cube, lang))
        .done()
        .print()
}

/// The measures by name.
fn label(cube: &Cube) -> String {
    let measures = cube.dimensions.iter().find(|one| one.id == "measure");
    let names = measures.map(|one| one.categories.iter().map(|(_, name)| name.as_str()).gather());
    join_said(&names.unwrap_or_default(), "; ")
}

/// That the data are made up, and what a reader must know of the figures.
fn notes(dataset: &Dataset, rows: &[Row], lang: Lang) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    notes.extend(dataset.example.then(|| example_mark(lang).to_owned()));
    for id in rows.iter().flat_map(|row| &row.evidence) {
        let note = dataset.observations.get(id).map(|one| naming::pick(&one.note, lang));
        let fresh = note.filter(|note| !note.is_empty() && !notes.iter().any(|one| one == note));
        notes.extend(fresh.map(str::to_owned));
    }
    notes
}

fn roles(cube: &Cube) -> Json {
    let mut roles = Fields::default();
    let metric = if has(cube, "measure") { "measure" } else { ROW };
    for (role, id) in [("time", "period"), ("geo", "area"), ("metric", metric)] {
        if has(cube, id) {
            roles = roles.put(role, Json::texts([id]));
        }
    }
    roles.done()
}

fn dimensions(dataset: &Dataset, rows: &[Row], cube: &Cube, lang: Lang) -> Json {
    let mut dimensions = Fields::default();
    for one in &cube.dimensions {
        let category = category(one);
        let category = match one.id {
            "measure" => category.put("unit", units(dataset, rows, metrics(rows), lang)),
            // Each row by itself: of several measures it is the row that has a unit.
            ROW if !has(cube, "measure") => {
                let ids = one.categories.iter().map(|(id, _)| id.clone()).collect();
                category.put("unit", units(dataset, rows, ids, lang))
            }
            "area" => with_children(category, dataset, one),
            _ => category,
        };
        let mut dimension =
            Fields::default().said("label", &one.label).put("category", category.done());
        if one.id == "period" {
            dimension = dimension.put("extension", days(one));
        }
        dimensions = dimensions.put(one.id, dimension.done());
    }
    dimensions.done()
}

fn category(dimension: &Dimension) -> Fields {
    let mut labels = Fields::default();
    for (id, name) in &dimension.categories {
        labels = labels.put(id, Json::text(name));
    }
    let ids = dimension.categories.iter().map(|(id, _)| id);
    Fields::default().put("index", Json::texts(ids)).put("label", labels.done())
}

/// Unit and most decimals of each category of the metric dimension; `metrics` has that of each row.
fn units(dataset: &Dataset, rows: &[Row], metrics: Vec<String>, lang: Lang) -> Json {
    let mut units: BTreeMap<String, (u8, String)> = BTreeMap::new();
    for (row, metric) in rows.iter().zip(metrics) {
        let decimals = row.figure.value().map_or(0, |value| value.scale());
        let unit = units.entry(metric).or_insert_with(|| (0, naming::unit(dataset, row, lang)));
        unit.0 = unit.0.max(decimals);
    }
    let unit = |(decimals, name): (u8, String)| {
        Fields::default().put("decimals", Json::number(decimals)).said("label", &name).done()
    };
    Json::Object(units.into_iter().map(|(metric, it)| (metric, unit(it))).collect())
}

/// Which areas of the dimension lie in which others of it.
fn with_children(category: Fields, dataset: &Dataset, dimension: &Dimension) -> Fields {
    let mut children: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, _) in &dimension.categories {
        let area = dataset.areas.get(&AreaId::new(id.as_str()));
        let Some(parent) = area.and_then(|area| area.parent.as_ref()) else { continue };
        let parent = dimension.categories.iter().find(|(other, _)| other == parent.as_str());
        parent.into_iter().for_each(|(parent, _)| children.entry(parent).or_default().push(id));
    }
    if children.is_empty() {
        return category;
    }
    let children = children.into_iter().map(|(id, list)| (id.to_owned(), Json::texts(list)));
    category.put("child", Json::Object(children.collect()))
}

/// The first and last Gregorian day of each period: `2022-03-21/2023-03-20`, an open end empty.
fn days(dimension: &Dimension) -> Json {
    let mut days = Fields::default();
    for (id, _) in dimension.categories.iter().filter(|(id, _)| id != UNSAID) {
        let Ok(period) = Period::parse(id) else { continue };
        let ends = [period.start(), period.last()];
        let ends = ends.map(|day| day.map(|day| day.to_iso()).unwrap_or_default());
        days = days.put(id, Json::text(join(&ends, "/")));
    }
    Fields::default().said("calendar", "jalali").put("gregorian", days.done()).done()
}
