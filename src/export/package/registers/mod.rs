//! Single records: bodies, projects, orders and reports, cooperatives, plans, lines of credit, and what
//! names its place.

mod cooperatives;
mod course;
mod oversight;
mod plans;
mod projects;
mod records;
mod reporting;

use super::sheet::Sheet;
use crate::calendar::{Day, Period};
use crate::model::{Dataset, UnitId};
use crate::number::Decimal;

/// Every table of records, also an empty one, so that what leans on it finds it; none at all where there
/// is no record of any kind.
pub(super) fn sheets(data: &Dataset) -> Vec<Sheet> {
    if data.registers.is_empty() {
        return Vec::new();
    }
    let tables: [fn(&Dataset) -> Sheet; 18] = [
        projects::organisations,
        projects::projects,
        projects::parties,
        course::progress,
        course::milestones,
        plans::plans,
        plans::actions,
        plans::credit_lines,
        reporting::reporting_sets,
        reporting::directives,
        reporting::submissions,
        cooperatives::cooperatives,
        cooperatives::events,
        cooperatives::years,
        cooperatives::days,
        oversight::assemblies,
        oversight::supervisions,
        records::records,
    ];
    tables.iter().map(|table| table(data)).collect()
}

/// A row with the data set that it stands in, for the units of its amounts.
struct Record<'a, T> {
    data: &'a Dataset,
    one: &'a T,
}

/// A list as rows.
fn rows<'a, T>(data: &'a Dataset, list: &'a [T]) -> impl Iterator<Item = Record<'a, T>> {
    list.iter().map(move |one| Record { data, one })
}

/// An amount in the unit that it was written in, as it was read.
fn in_unit(data: &Dataset, value: Option<Decimal>, unit: &UnitId) -> String {
    let printed = |value| data.units.from_base(value, unit)?.ok();
    value.and_then(printed).map(|value| value.to_string()).unwrap_or_default()
}

/// A Jalali day.
fn day(day: Day) -> String {
    Period::day(day).map(|day| day.id()).unwrap_or_default()
}
