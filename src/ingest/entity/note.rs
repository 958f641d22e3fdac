//! `notes`: what somebody wrote beside a table, a row or a cell of this package.

use std::collections::{BTreeMap, BTreeSet};

use super::{Draft, RowReader, Sheet, TableKind};
use crate::ingest::messages;
use crate::model::{Note, NoteId, ObservationId};

pub(in crate::ingest) const NOTES: TableKind =
    TableKind::new("notes", &["id", "table", "row", "column", "text_fa"], read);

/// What notes may name: tables with their columns and the names of the rows that were taken.
#[derive(Default)]
pub(in crate::ingest) struct Places(BTreeMap<&'static str, Place>);

#[derive(Default)]
struct Place {
    columns: BTreeSet<String>,
    rows: BTreeSet<String>,
}

impl Places {
    /// Takes a table. Figures are known by their ids, and the rows of a table that is known by its columns
    /// become figures; no note is on a note.
    pub(in crate::ingest) fn open(&mut self, kind: &TableKind, sheet: &Sheet<'_>) {
        if !kind.name.is_empty() && kind.name != NOTES.name {
            let columns = sheet.table.headers().iter().cloned().collect();
            self.0.insert(kind.name, Place { columns, rows: BTreeSet::new() });
        }
    }

    /// Takes a row of such a table, by its place there.
    pub(in crate::ingest) fn enter(&mut self, kind: &TableKind, sheet: &Sheet<'_>, index: usize) {
        let Some(place) = self.0.get_mut(kind.name) else { return };
        let key: Option<Vec<usize>> =
            kind.key.iter().map(|name| sheet.table.column(name)).collect();
        let cells = key.iter().flatten().map(|column| sheet.cell(index, *column));
        place.rows.insert(cells.collect::<Vec<_>>().join(","));
    }
}

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("text_fa");
    let note = Note {
        id: NoteId::new(row.required("id")),
        table: row.required("table").replace('-', "_"),
        row: row.text("row").to_owned(),
        column: row.text("column").to_owned(),
        text: row.bilingual("text_fa", "text_en"),
        by: row.bilingual("by_fa", "by_en"),
        day: row.exact_day("day"),
    };
    check(row, draft, &note);
    if row.is_sound() {
        draft.data.notes.push(note);
    }
}

/// Reports what the note is on, where that is not there.
fn check(row: &mut RowReader<'_>, draft: &Draft, note: &Note) {
    let places = draft.places.as_ref().map(|places| &places.0);
    let Some(place) = places.and_then(|places| places.get(note.table.as_str())) else {
        let known: Vec<&str> = places.into_iter().flat_map(BTreeMap::keys).copied().collect();
        row.report("table", messages::not_in_list(row.text("table"), &known));
        return;
    };
    let is_figure = || draft.observations.contains_key(&ObservationId::new(&*note.row));
    let is_known = match note.table.as_str() {
        "observations" => is_figure(),
        _ => place.rows.contains(&note.row),
    };
    row.refer("row", &note.table, is_known);
    if !note.column.is_empty() && !place.columns.contains(&note.column) {
        let columns: Vec<&str> = place.columns.iter().map(String::as_str).collect();
        row.report("column", messages::not_in_list(&note.column, &columns));
    }
}
