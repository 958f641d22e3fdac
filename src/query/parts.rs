//! Rows that are parts of one whole, for charts that set them one on the other.

use super::answer::Row;
use super::arithmetic::sum;
use super::refuse::Reason;
use super::together::rows_add;
use crate::diag::Bilingual;
use crate::list::{Gather, differ};
use crate::model::{Dataset, Dimension, Figure, Missing};
use crate::number::{Bound, Decimal, Interval};

/// A class of settlements that is all the classes below it together.
const TOGETHER: &str = "lt_500";
/// The classes that it holds.
const BELOW: [&str; 3] = ["lt_50", "50_99", "100_499"];

/// What rows come to together: figures of one measure that add, told apart by area, by period or by
/// the codes of one dimension. Where a part has no value, or lacks some of its own parts, that is at
/// least what the others come to; nothing where that says nothing.
///
/// # Errors
///
/// Why the rows do not add.
pub fn total(dataset: &Dataset, rows: &[Row]) -> Result<Figure, Bilingual> {
    whole(dataset, rows).map_err(|reason| reason.diagnostic("").message)
}

fn whole(dataset: &Dataset, rows: &[Row]) -> Result<Figure, Reason> {
    let first = rows.first().ok_or(Reason::UnknownFigure)?;
    let measure = dataset.measures.get(&first.measure).ok_or(Reason::UnknownMeasure)?;
    if differ(rows.iter().map(|row| &row.measure)) {
        return Err(Reason::MixedMeasures);
    }
    if rows.iter().any(|row| row.unit != measure.unit) {
        return Err(Reason::NotAdditive);
    }
    let over = divided_by(rows);
    rows_add(dataset, measure, rows, over)?;
    if over.is_some_and(|dimension| meet(rows, dimension)) {
        return Err(Reason::PartWithTotal);
    }
    let figures: Vec<Figure> = rows.iter().map(|row| row.figure).gather();
    let total = sum(&figures)?;
    let missing = figures.iter().find_map(|figure| match figure {
        Figure::Missing(missing) if *missing != Missing::NotApplicable => Some(*missing),
        _ => None,
    });
    let lacks = rows.iter().any(|row| !row.evidence.is_empty() && !row.coverage.is_whole());
    let unsaid = missing.or_else(|| lacks.then_some(Missing::NotReported));
    Ok(unsaid.map_or(total, |missing| at_least(&total, &figures, missing)))
}

/// The dimension whose codes tell the rows apart, if each has one.
fn divided_by(rows: &[Row]) -> Option<Dimension> {
    let mut all = Dimension::ALL.iter().copied();
    all.find(|dimension| {
        rows.iter().all(|row| code(row, *dimension).is_some())
            && differ(rows.iter().map(|row| code(row, *dimension)))
    })
}

fn code(row: &Row, dimension: Dimension) -> Option<&str> {
    let own = row.key.dimensions.iter().find(|(known, _)| *known == dimension);
    own.map(|(_, code)| code.as_str())
}

/// Whether two of the rows tell of the same: one code twice, or a class and one that it holds.
fn meet(rows: &[Row], dimension: Dimension) -> bool {
    let place = |row: &Row| (row.key.area.clone(), row.key.group.clone(), row.key.period);
    rows.iter().enumerate().any(|(index, one)| {
        rows.iter().take(index).any(|other| {
            let codes = [code(one, dimension), code(other, dimension)];
            let holds = |[above, below]: [Option<&str>; 2]| {
                above == Some(TOGETHER) && below.is_some_and(|below| BELOW.contains(&below))
            };
            let [first, second] = codes;
            let is_both = first == second || holds(codes) || holds([second, first]);
            is_both && place(one) == place(other)
        })
    })
}

/// What is known of a sum of which a part is not: at least the rest of it, as far as nothing is below
/// zero.
fn at_least(known: &Figure, parts: &[Figure], missing: Missing) -> Figure {
    let may_be_below = parts.iter().any(|part| part.value().is_some_and(Decimal::is_negative));
    let low = known.interval().map_or(Bound::Open, |known| known.low);
    if may_be_below || low.value().is_none_or(|low| low <= Decimal::ZERO) {
        return Figure::Missing(missing);
    }
    let least = Figure::of_interval(Interval { low, high: Bound::Open }, false);
    least.unwrap_or(Figure::Missing(missing))
}
