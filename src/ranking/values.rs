//! Candidates from a table.

use super::Candidate;
use super::refuse::{Reason, nothing, value_of};
use crate::diag::{Bilingual, Result};
use crate::ingest::Table;
use crate::list::Gather;
use crate::number::Decimal;

/// Columns that are no criteria.
const ABOUT: [&str; 3] = ["id", "name_fa", "name_en"];

/// Reads the candidates of a CSV in UTF-8: the columns `id`, `name_fa` and `name_en`, and one for each
/// criterion, headed by its id. A value is a plain decimal; an empty cell is a missing value.
///
/// A list must not lack a row in silence, so that one bad row refuses the whole table.
///
/// ```
/// let table = "id,name_fa,name_en,jobs\na,الف,A,12.5\nb,ب,B,\n";
/// let candidates = hamyar::ranking::values(table.as_bytes()).unwrap();
/// assert_eq!(candidates[0].value("jobs").unwrap().to_string(), "12.5");
/// assert_eq!(candidates[1].value("jobs"), None);
/// ```
///
/// # Errors
/// `ranking/unreadable`, with the first bad row where there is one; `ranking/not-a-number` with the
/// criterion as the column; those of [`Candidate::new`].
pub fn values(table: &[u8]) -> Result<Vec<Candidate>> {
    let table = Table::parse(table).map_err(|_| Reason::Unreadable.at("", nothing()))?;
    if let Some((row, _)) = table.faults().first() {
        let about = Bilingual::new(format!("سطر {row}"), format!("row {row}"));
        return Err(Reason::Unreadable.at("", about));
    }
    let [id, fa, en] = ABOUT.map(|name| table.column(name));
    let (Some(id), Some(fa), Some(en)) = (id, fa, en) else {
        return Err(Reason::Unreadable.at("id", nothing()));
    };
    let mut candidates = Vec::new();
    for row in 0..table.numbers().len() {
        let name = Bilingual::new(table.cell(row, fa), table.cell(row, en));
        let id = table.cell(row, id);
        candidates.push(Candidate::new(id, name, values_of(&table, row, id)?)?);
    }
    Ok(candidates)
}

fn values_of(table: &Table, row: usize, id: &str) -> Result<Vec<(String, Option<Decimal>)>> {
    let criteria = table.headers().iter().enumerate().gather();
    let mut values = Vec::new();
    for (column, criterion) in criteria {
        if ABOUT.contains(&criterion.as_str()) {
            continue;
        }
        let cell = table.cell(row, column);
        let value = Decimal::parse(cell);
        if value.is_none() && !cell.is_empty() {
            return Err(Reason::NotANumber.at(criterion, value_of(id, criterion)));
        }
        values.push((criterion.clone(), value));
    }
    Ok(values)
}
