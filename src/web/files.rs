//! Files that the desk build writes: the answer to a question, and the whole data set.

use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{bytes, files, from_js};
use super::error::bad_argument;
use super::workspace::Workspace;
use crate::chart::View;
use crate::copies::about_untouched;
use crate::diag::Bilingual;
use crate::export::{answer_csv, answer_xlsx, archive, as_stated, data_package, json_stat};
use crate::ingest::Table;
use crate::query::run;

#[wasm_bindgen]
impl Workspace {
    /// The answer to the question of a view as a file, with title, unit and sources.
    ///
    /// @param view a view (see `ARCHITECTURE.md`)
    /// @param format `csv`, `xlsx` or `json-stat`
    /// @throws HamyarError for a view that cannot be read, and another format
    #[wasm_bindgen(js_name = answerFile)]
    pub fn answer_file(
        &self,
        #[wasm_bindgen(unchecked_param_type = "import('./schema/hamyar-types.js').View")]
        view: JsValue,
        #[wasm_bindgen(unchecked_param_type = "AnswerFormat")] format: &str,
        #[wasm_bindgen(unchecked_param_type = "Lang")] lang: JsValue,
    ) -> Result<Vec<u8>, JsValue> {
        let mut view: View = from_js(&view)?;
        let lang = from_js(&lang)?;
        let dataset = self.asked_by(&mut view);
        let answer = run(&dataset, &view.query);
        match format {
            "csv" => Ok(answer_csv(&dataset, &answer, lang).into_bytes()),
            "json-stat" => Ok(json_stat(&dataset, &answer, lang).into_bytes()),
            "xlsx" => Ok(answer_xlsx(&dataset, &answer, lang)),
            _ => Err(bad_argument("format is csv, json-stat or xlsx")),
        }
    }

    /// The whole data set, with the figures of this device, as the files of a Data Package by their path.
    /// Rules, definitions and registers, which what pages open leaves out, are not in it, nor what was counted
    /// from registers: see `www/js/desk/package.js`.
    ///
    /// @param published tables as they were published, as CSV by their path: `observations.csv` (what is not in it, was
    ///   not printed in a table and not told on this device was counted) and `sources.csv` (with the digests of
    ///   documents); of `corrections.csv` and `notes.csv`, where they are given, the files have the rows that still
    ///   fit
    /// @throws HamyarError for tables that are no such CSV
    #[wasm_bindgen(js_name = packageFiles, unchecked_return_type = "Record<string, Uint8Array<ArrayBuffer>>")]
    pub fn package_files(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Record<string, Uint8Array>")] published: Object,
    ) -> Result<JsValue, JsValue> {
        let published = files(&published)?;
        let named = |name: &str| published.get(name).map_or(&[][..], Vec::as_slice);
        let figures = with_ids(named("observations.csv"))?;
        let documents = with_ids(named("sources.csv"))?;
        let notes: BTreeMap<&str, Bilingual> =
            column(&figures, "id").zip(notes(&figures)).collect();
        let digests = column(&documents, "id").zip(column(&documents, "sha256"));
        let mut dataset = Rc::unwrap_or_clone(self.dataset());
        as_stated(&mut dataset, digests, |id| notes.get(id.as_str()).cloned());
        let written = Object::new();
        let put = |path: &str, content: &[u8]| {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&written, &path.into(), &bytes(content));
        };
        for (path, content) in data_package(&dataset) {
            put(&path, &content);
        }
        for path in ["corrections.csv", "notes.csv"] {
            if let Some(bytes) = published.get(path) {
                let table = Table::parse(bytes).map_err(|_| bad_argument("a table as CSV"))?;
                put(path, about_untouched(&dataset, &table).as_bytes());
            }
        }
        Ok(written.into())
    }
}

/// A published table, which must name its rows: else every figure would pass for a count.
fn with_ids(table: &[u8]) -> Result<Table, JsValue> {
    let table = Table::parse(table).ok().filter(|table| table.column("id").is_some());
    table.ok_or_else(|| bad_argument("a table as CSV with a column id"))
}

/// The cells of a column; none where the table has no such column.
fn column<'a>(table: &'a Table, name: &str) -> impl Iterator<Item = &'a str> {
    let place = table.column(name).into_iter();
    place.flat_map(move |place| (0..table.rows()).map(move |row| table.cell(row, place)))
}

/// What each row says in its note.
fn notes(table: &Table) -> impl Iterator<Item = Bilingual> {
    let cell = |row, name| table.column(name).map_or("", |column| table.cell(row, column));
    (0..table.rows()).map(move |row| Bilingual::new(cell(row, "note_fa"), cell(row, "note_en")))
}

/// Files in one ZIP file.
///
/// @param contents the bytes of each file by its path
#[wasm_bindgen(js_name = archive)]
pub fn archive_files(
    #[wasm_bindgen(unchecked_param_type = "Record<string, Uint8Array>")] contents: Object,
) -> Result<Vec<u8>, JsValue> {
    let contents: Vec<(String, Vec<u8>)> = files(&contents)?.into_iter().collect();
    Ok(archive(&contents))
}
