//! The checks that any table schema asks for: required, type, list of words, least and greatest
//! value, unique.

use super::cell;
use super::descriptor::{Constraints, Field};
use super::messages;
use super::row::{RowReader, number_fault};
use super::sheet::KeyBook;
use crate::calendar::GregorianDate;
use crate::number::Decimal;

/// Checks one row against the schema of its table and reports into the row.
pub(super) fn check(row: &mut RowReader<'_>, keys: &mut KeyBook, index: usize) {
    for (column, field) in row.sheet().fields() {
        check_cell(row, field, row.at(*column));
    }
    if let Some(twice) = keys.enter(row.sheet(), index, row.number()) {
        let column = row.sheet().table.headers().get(twice.column).map_or("", String::as_str);
        row.report(column, messages::duplicate(twice.code, &twice.key, Some(twice.first)));
    }
}

fn check_cell(row: &mut RowReader<'_>, field: &Field, cell: &str) {
    let rules = &field.constraints;
    if cell.is_empty() {
        if rules.required {
            row.report(&field.name, messages::required());
        }
        return;
    }
    if !rules.allowed.is_empty() && !rules.allowed.iter().any(|word| word == cell) {
        let words: Vec<&str> = rules.allowed.iter().map(String::as_str).collect();
        row.report(&field.name, messages::not_in_list(cell, &words));
    }
    let letters = u32::try_from(cell.chars().count()).unwrap_or(u32::MAX);
    let (least, most) = (rules.min_length, rules.max_length);
    if least.is_some_and(|least| letters < least) || most.is_some_and(|most| letters > most) {
        row.report(&field.name, messages::length_out_of_range(cell, least, most));
    }
    match field.kind.as_str() {
        "integer" | "number" => check_number(row, field, cell),
        "date" if is_iso(field) && GregorianDate::parse_iso(cell).is_none() => {
            row.report(&field.name, messages::no_such_gregorian_date(cell));
        }
        _ => {}
    }
}

fn is_iso(field: &Field) -> bool {
    matches!(field.format.as_str(), "" | "default")
}

fn check_number(row: &mut RowReader<'_>, field: &Field, cell: &str) {
    match cell::number(cell) {
        Err(fault) => row.report(&field.name, number_fault(cell, fault)),
        Ok(number) if field.kind == "integer" && number.value.trimmed().scale() > 0 => {
            row.report(&field.name, messages::not_whole(cell));
        }
        Ok(number) if !within(&field.constraints, number.value) => {
            let ends = |limit: Option<super::Limit>| limit.map(|limit| limit.0);
            let Constraints { minimum, maximum, .. } = field.constraints;
            row.report(&field.name, messages::out_of_range(cell, ends(minimum), ends(maximum)));
        }
        Ok(_) => {}
    }
}

fn within(rules: &Constraints, value: Decimal) -> bool {
    rules.minimum.is_none_or(|least| value >= least.0)
        && rules.maximum.is_none_or(|most| value <= most.0)
}
