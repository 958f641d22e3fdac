//! Rows as the cells of a cube.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Period;
use crate::export::axis::{Axis, CODES, FURTHER, UNSAID, USUAL};
use crate::export::naming;
use crate::list::join_said;
use crate::model::{Dataset, MeasureId, UnitId};
use crate::query::Row;
use crate::text::Lang;

/// Most cells of a cube for each row: areas of three divisions leave two of three empty, and so do others.
const CELLS_PER_ROW: usize = 20;

/// Id of the dimension that each row is a category of by itself.
pub(super) const ROW: &str = "row";

/// One dimension.
pub(super) struct Dimension {
    pub(super) id: &'static str,
    pub(super) label: String,
    /// Ids and labels, in order.
    pub(super) categories: Vec<(String, String)>,
    /// The category of each row.
    places: Vec<usize>,
}

/// All dimensions, and the cell of each row: the last dimension turns fastest.
pub(super) struct Cube {
    pub(super) dimensions: Vec<Dimension>,
    /// Number of cells.
    pub(super) size: usize,
    pub(super) cells: Vec<usize>,
}

/// The cube of some rows: measure and each usual field that a row says; more where two rows would
/// share a cell; and where that does not help, or nearly every cell would be empty, a list: what is
/// the same in all rows, and the rows one by one.
pub(super) fn cube(dataset: &Dataset, rows: &[Row], lang: Lang) -> Cube {
    let said = |axis: &&Axis| rows.iter().any(|row| (axis.value)(row).is_some());
    let dimension = |axis: &Axis| along(axis, dataset, rows, lang);
    let mut dimensions = vec![measures(dataset, rows, lang)];
    dimensions.extend(USUAL.iter().chain(&CODES).filter(said).map(dimension));
    let mut further = FURTHER.iter().filter(said);
    loop {
        match fitted(dimensions) {
            Ok(cube) => return cube,
            Err(short) => dimensions = short,
        }
        match further.next() {
            Some(axis) => dimensions.push(dimension(axis)),
            None => return list(dimensions, lang),
        }
    }
}

/// The cube, if no two rows share a cell and it is not too empty; else the dimensions back.
fn fitted(dimensions: Vec<Dimension>) -> Result<Cube, Vec<Dimension>> {
    let sizes = dimensions.iter().map(|dimension| dimension.categories.len());
    let size = sizes.fold(1, usize::saturating_mul);
    let rows = dimensions.first().map_or(0, |dimension| dimension.places.len());
    if size > rows.saturating_mul(CELLS_PER_ROW) {
        return Err(dimensions);
    }
    let cells: Vec<usize> = (0..rows).map(|row| cell(&dimensions, row)).collect();
    let distinct: BTreeSet<usize> = cells.iter().copied().collect();
    if distinct.len() < rows { Err(dimensions) } else { Ok(Cube { dimensions, size, cells }) }
}

/// Whether a cube has a dimension.
pub(super) fn has(cube: &Cube, id: &str) -> bool {
    cube.dimensions.iter().any(|one| one.id == id)
}

fn cell(dimensions: &[Dimension], row: usize) -> usize {
    dimensions.iter().fold(0, |cell, dimension| {
        let place = dimension.places.get(row).copied().unwrap_or_default();
        cell * dimension.categories.len() + place
    })
}

fn list(dimensions: Vec<Dimension>, lang: Lang) -> Cube {
    let rows = dimensions.first().map_or(0, |dimension| dimension.places.len());
    let (mut same, differ): (Vec<Dimension>, Vec<Dimension>) =
        dimensions.into_iter().partition(|dimension| dimension.categories.len() <= 1);
    let label = |row: usize| {
        let names = differ.iter().filter_map(|dimension| {
            let (_, label) = dimension.categories.get(*dimension.places.get(row)?)?;
            Some(label.as_str())
        });
        let names = join_said(&names.collect::<Vec<_>>(), " | ");
        if names.is_empty() { (row + 1).to_string() } else { names }
    };
    same.push(Dimension {
        id: ROW,
        label: match lang {
            Lang::Fa => "ردیف".to_owned(),
            Lang::En => "Row".to_owned(),
        },
        categories: (0..rows).map(|row| ((row + 1).to_string(), label(row))).collect(),
        places: (0..rows).collect(),
    });
    Cube { dimensions: same, size: rows, cells: (0..rows).collect() }
}

fn along(axis: &Axis, dataset: &Dataset, rows: &[Row], lang: Lang) -> Dimension {
    let ids = rows.iter().map(|row| (axis.value)(row).unwrap_or_else(|| UNSAID.to_owned()));
    let name = |row: &Row| axis.category(dataset, row, lang);
    let mut dimension = dimension(axis.id, axis.label(lang), rows, ids, &name);
    if axis.id == "period" {
        in_time(&mut dimension);
    }
    dimension
}

fn measures(dataset: &Dataset, rows: &[Row], lang: Lang) -> Dimension {
    let label = match lang {
        Lang::Fa => "شاخص",
        Lang::En => "Measure",
    };
    let name = |row: &Row| naming::measure(dataset, rows, row, lang);
    dimension("measure", label, rows, metrics(rows).into_iter(), &name)
}

/// The measure of each row, with its unit where that is not the one of the first such row: a
/// category has one unit.
pub(super) fn metrics(rows: &[Row]) -> Vec<String> {
    let mut units: BTreeMap<&MeasureId, &UnitId> = BTreeMap::new();
    let mut metrics = Vec::new();
    for Row { measure, unit, .. } in rows {
        let same = *units.entry(measure).or_insert(unit) == unit;
        metrics.push(if same { measure.to_string() } else { format!("{measure}/{unit}") });
    }
    metrics
}

/// Categories in the order in which rows name them first.
fn dimension(
    id: &'static str,
    label: &str,
    rows: &[Row],
    ids: impl Iterator<Item = String>,
    name: &dyn Fn(&Row) -> String,
) -> Dimension {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let (mut categories, mut places) = (Vec::new(), Vec::new());
    for (row, id) in rows.iter().zip(ids) {
        let place = *known.entry(id.clone()).or_insert_with(|| {
            categories.push((id, name(row)));
            categories.len() - 1
        });
        places.push(place);
    }
    Dimension { id, label: label.to_owned(), categories, places }
}

/// Periods from the first to the last; what has none comes first.
fn in_time(dimension: &mut Dimension) {
    let mut order: Vec<(Option<Period>, usize)> = Vec::new();
    for (place, (id, _)) in dimension.categories.iter().enumerate() {
        order.push((Period::parse(id).ok(), place));
    }
    order.sort();
    let mut moved = vec![0; order.len()];
    let mut categories = Vec::new();
    for (place, (_, before)) in order.into_iter().enumerate() {
        moved.get_mut(before).into_iter().for_each(|target| *target = place);
        categories.extend(dimension.categories.get(before).cloned());
    }
    dimension.categories = categories;
    for place in &mut dimension.places {
        *place = moved.get(*place).copied().unwrap_or_default();
    }
}
