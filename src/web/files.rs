//! Files that the desk build writes: the answer to a question, and the whole data set.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{bytes, files, from_js};
use super::error::bad_argument;
use super::workspace::Workspace;
use crate::chart::View;
use crate::export::{answer_csv, answer_xlsx, archive, data_package, json_stat};
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
        let view: View = from_js(&view)?;
        let lang = from_js(&lang)?;
        let dataset = self.dataset();
        let answer = run(&dataset, &view.query);
        match format {
            "csv" => Ok(answer_csv(&dataset, &answer, lang).into_bytes()),
            "json-stat" => Ok(json_stat(&dataset, &answer, lang).into_bytes()),
            "xlsx" => Ok(answer_xlsx(&dataset, &answer, lang)),
            _ => Err(bad_argument("format is csv, json-stat or xlsx")),
        }
    }

    /// The whole data set, with the figures of this device, as the files of a Data Package by their path.
    /// Rules and definitions, which what pages open leaves out, are not in it: see `www/js/desk/package.js`.
    #[wasm_bindgen(js_name = packageFiles, unchecked_return_type = "Record<string, Uint8Array<ArrayBuffer>>")]
    pub fn package_files(&self) -> JsValue {
        let files = Object::new();
        for (path, content) in data_package(&self.dataset()) {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&files, &path.into(), &bytes(&content));
        }
        files.into()
    }
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
