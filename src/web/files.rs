//! Files that the desk build writes: the answer to a question, and the whole data set.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::from_js;
use super::error::bad_argument;
use super::workspace::Workspace;
use crate::chart::View;
use crate::export::{answer_csv, answer_xlsx, json_stat, package_archive};
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

    /// The whole data set, with the figures of this device, as a Data Package in one ZIP file.
    #[wasm_bindgen(js_name = packageFile)]
    pub fn package_file(&self) -> Vec<u8> {
        package_archive(&self.dataset())
    }
}
