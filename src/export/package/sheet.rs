//! One table: its file and what the descriptor says of it.

use super::column::Column;
use crate::export::json::{Fields, Json};
use crate::text::shield;

/// A table as it leaves.
pub(super) struct Sheet {
    /// Path in the package.
    pub(super) path: String,
    /// The file: UTF-8, LF, commas.
    pub(super) csv: String,
    /// Its entry in the descriptor.
    pub(super) resource: Json,
}

/// What is said of a table as a whole.
pub(super) struct About {
    /// Name of the resource; with `_` for `-` that of the file.
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) title_fa: &'static str,
    /// Columns that together name a row.
    pub(super) key: &'static [&'static str],
}

impl Sheet {
    /// Writes every row into every column.
    pub(super) fn new<T>(
        about: &About,
        columns: &[Column<T>],
        rows: impl Iterator<Item = T>,
    ) -> Self {
        let mut csv = String::new();
        push_row(&mut csv, columns.iter().map(|column| column.name));
        for row in rows {
            push_row(&mut csv, columns.iter().map(|column| (column.cell)(&row)));
        }
        let fields = columns.iter().map(Column::field).collect();
        let foreign = columns.iter().filter_map(Column::foreign_key).collect();
        let path = format!("{}.csv", about.name.replace('-', "_"));
        let resource = resource(about, &path, csv.len(), schema(about, fields, foreign));
        Self { path, csv, resource }
    }
}

fn schema(about: &About, fields: Vec<Json>, foreign: Vec<Json>) -> Json {
    let schema = Fields::default()
        .put("fields", Json::List(fields))
        .put("primaryKey", Json::texts(about.key))
        .put("missingValues", Json::texts([""]));
    if foreign.is_empty() {
        return schema.done();
    }
    schema.put("foreignKeys", Json::List(foreign)).done()
}

fn resource(about: &About, path: &str, bytes: usize, schema: Json) -> Json {
    Fields::default()
        .said("name", about.name)
        .said("path", path)
        .said("profile", "tabular-data-resource")
        .said("title", about.title)
        .said("title_fa", about.title_fa)
        .said("format", "csv")
        .said("mediatype", "text/csv")
        .said("encoding", "utf-8")
        .put("bytes", Json::number(bytes))
        .put("schema", schema)
        .done()
}

fn push_row<C: AsRef<str>>(csv: &mut String, cells: impl Iterator<Item = C>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            csv.push(',');
        }
        push_cell(csv, &shield(cell.as_ref()));
    }
    csv.push('\n');
}

fn push_cell(csv: &mut String, cell: &str) {
    if cell.contains([',', '"', '\r', '\n']) {
        csv.push('"');
        csv.push_str(&cell.replace('"', "\"\""));
        csv.push('"');
    } else {
        csv.push_str(cell);
    }
}
