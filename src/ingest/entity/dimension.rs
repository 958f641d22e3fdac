//! Columns named by a dimension: each cell is a code of the list of that name.

use super::{Draft, RowReader, Sheet};
use crate::ingest::messages;
use crate::model::{Dimension, Dimensions};

/// The dimensions that a table has a column of.
pub(super) fn columns(sheet: &Sheet<'_>) -> impl Iterator<Item = &'static str> {
    let names = Dimension::ALL.iter().map(|one| one.code());
    names.filter(|name| sheet.table.column(name).is_some())
}

/// The codes of a row, in the order of the dimensions; an empty cell is no code.
pub(super) fn read(row: &mut RowReader<'_>, draft: &Draft) -> Dimensions {
    let mut read = Dimensions::new();
    for dimension in Dimension::ALL {
        let (column, code) = (dimension.code(), row.text(dimension.code()));
        if code.is_empty() {
            continue;
        }
        if draft.data.codes.word(column, code).is_some() {
            read.push((*dimension, code.to_owned()));
            continue;
        }
        let known = draft.data.codes.named(column);
        row.report(
            column,
            match known.as_slice() {
                [] => messages::unknown_reference(code, "codes"),
                known => messages::not_in_list(code, known),
            },
        );
    }
    read
}
