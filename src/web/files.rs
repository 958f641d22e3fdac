//! Files that the desk build writes: the answer to a question, and the whole data set.

use std::collections::BTreeSet;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{bytes, files, from_js};
use super::error::bad_argument;
use super::workspace::Workspace;
use crate::chart::View;
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
        #[wasm_bindgen(unchecked_param_type = "object")] view: JsValue,
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
    /// @param observations the published table of figures, as CSV: what is not in it, was not printed in a table
    ///   and not told on this device was counted
    /// @param sources the published table of documents, as CSV, with their digests
    /// @throws HamyarError for tables that are no such CSV
    #[wasm_bindgen(js_name = packageFiles, unchecked_return_type = "Record<string, Uint8Array<ArrayBuffer>>")]
    pub fn package_files(&self, observations: &[u8], sources: &[u8]) -> Result<JsValue, JsValue> {
        let (figures, documents) = (published(observations)?, published(sources)?);
        let stated: BTreeSet<&str> = column(&figures, "id").collect();
        let digests = column(&documents, "id").zip(column(&documents, "sha256"));
        let mut dataset = Rc::unwrap_or_clone(self.dataset());
        as_stated(&mut dataset, digests, |id| stated.contains(id.as_str()));
        let files = Object::new();
        for (path, content) in data_package(&dataset) {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&files, &path.into(), &bytes(&content));
        }
        Ok(files.into())
    }
}

/// A published table, which must name its rows: else every figure would pass for a count.
fn published(table: &[u8]) -> Result<Table, JsValue> {
    let table = Table::parse(table).ok().filter(|table| table.column("id").is_some());
    table.ok_or_else(|| bad_argument("a table as CSV with a column id"))
}

/// The cells of a column; none where the table has no such column.
fn column<'a>(table: &'a Table, name: &str) -> impl Iterator<Item = &'a str> {
    let place = table.column(name).into_iter();
    place.flat_map(move |place| (0..table.rows()).map(move |row| table.cell(row, place)))
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
