//! One table: its file and what the descriptor says of it.

use super::column::Column;
use super::rows::TableRows;
use crate::export::json::{Fields, Json, push_object};
use crate::number::Decimal;
use crate::text::{shield, unshield};

/// How the tables of a package are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableFormat {
    /// Comma-separated: UTF-8, LF, Latin digits.
    #[default]
    Csv,
    /// A list of objects, one a line; each cell is a text, numbers too.
    Json,
}

impl TableFormat {
    const fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Json => "application/json",
        }
    }
}

/// A table as it leaves.
pub(super) struct Sheet {
    about: About,
    heads: Vec<&'static str>,
    /// What they are called in Persian.
    heads_fa: Vec<&'static str>,
    /// Which of them hold numbers that may be written in several ways.
    numbers: Vec<bool>,
    /// As many cells a row as there are heads.
    rows: Vec<Vec<String>>,
    /// The schema of its entry in the descriptor.
    schema: Json,
}

/// A table as a file.
pub(super) struct Written {
    /// Path in the package.
    pub(super) path: String,
    pub(super) text: String,
    /// Its entry in the descriptor.
    pub(super) resource: Json,
}

/// What is said of a table as a whole.
#[derive(Clone, Copy)]
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
        let cells =
            |row: T| columns.iter().map(|column| shield(&column.cell(&row)).into()).collect();
        let fields = columns.iter().map(Column::field).collect();
        let foreign = columns.iter().filter_map(Column::foreign_key).collect();
        Self {
            about: *about,
            heads: columns.iter().map(|column| column.name).collect(),
            heads_fa: columns.iter().map(|column| column.title_fa).collect(),
            numbers: columns.iter().map(Column::is_number).collect(),
            rows: rows.map(cells).collect(),
            schema: schema(about, fields, foreign),
        }
    }

    /// Whether it has no row.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Name of its table, as `ingest` knows it.
    pub(super) fn name(&self) -> String {
        self.about.name.replace('-', "_")
    }

    /// Its rows cell by cell, as `ingest` reads them.
    pub(super) fn into_rows(self) -> TableRows {
        let name = self.name();
        let Self { about, heads, heads_fa, numbers, rows, .. } = self;
        let cells = |row: Vec<String>| {
            let cells = row.iter().zip(&numbers);
            cells.map(|(cell, is_number)| plain(unshield(cell), *is_number)).collect()
        };
        let rows = rows.into_iter().map(cells).collect();
        TableRows { name, title_fa: about.title_fa, heads, heads_fa, rows }
    }

    /// The table as a file of a format.
    pub(super) fn written(self, format: TableFormat) -> Written {
        let path = format!("{}.{}", self.name(), format.code());
        let text = match format {
            TableFormat::Csv => self.csv(),
            TableFormat::Json => self.json(),
        };
        let resource = resource(&self.about, format, &path, text.len(), self.schema);
        Written { path, text, resource }
    }

    fn csv(&self) -> String {
        let mut csv = String::new();
        push_row(&mut csv, self.heads.iter());
        self.rows.iter().for_each(|row| push_row(&mut csv, row.iter()));
        csv
    }

    fn json(&self) -> String {
        let mut json = String::from("[");
        // A list of nothing would tell no columns: its heading is written as a list.
        if self.rows.is_empty() {
            let heads = Json::texts(self.heads.iter().copied());
            json.push('\n');
            json.push_str(heads.print().trim_end());
        }
        for (place, row) in self.rows.iter().enumerate() {
            json.push_str(if place == 0 { "\n" } else { ",\n" });
            push_object(&mut json, self.heads.iter().copied().zip(row.iter().map(String::as_str)));
        }
        json.push_str("\n]\n");
        json
    }
}

/// A cell without the space around it, which is not kept; equal numbers alike.
fn plain(cell: &str, is_number: bool) -> String {
    let number = Decimal::parse(cell).filter(|_| is_number);
    number.map_or_else(|| cell.trim().to_owned(), |number| number.trimmed().to_string())
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

fn resource(about: &About, format: TableFormat, path: &str, bytes: usize, schema: Json) -> Json {
    let fields = Fields::default()
        .said("name", about.name)
        .said("path", path)
        .said("profile", "tabular-data-resource")
        .said("title", about.title)
        .said("title_fa", about.title_fa)
        .said("format", format.code())
        .said("mediatype", format.media_type())
        .said("encoding", "utf-8");
    // The reference reader counts no bytes of JSON, and takes a count that is told for a wrong one.
    let fields = match format {
        TableFormat::Csv => fields.put("bytes", Json::number(bytes)),
        TableFormat::Json => fields,
    };
    fields.put("schema", schema).done()
}

fn push_row<C: AsRef<str>>(csv: &mut String, cells: impl Iterator<Item = C>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            csv.push(',');
        }
        push_cell(csv, cell.as_ref());
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
