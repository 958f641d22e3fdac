//! Boundaries that a user brings to a page.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{list, plain_value, to_js};
use super::error;
use super::workspace::Workspace;
use crate::ingest::{ReadOutlines, outlines_of};
use crate::spec::Value;

#[wasm_bindgen]
impl Workspace {
    /// Takes boundaries for maps, in place of those that were taken before. They stay in this workspace and are
    /// never stored or sent anywhere.
    ///
    /// @param file GeoJSON or TopoJSON in degrees, as `JSON.parse` gives it
    /// @param name of the file, which every map tells
    /// @returns which areas have ground now
    /// @throws HamyarError for what is no such file
    #[wasm_bindgen(js_name = takeOutlines, unchecked_return_type = "OutlineReport")]
    pub fn take_outlines(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "object")] file: JsValue,
        name: String,
    ) -> Result<JsValue, JsValue> {
        let file = plain_value(&file)?;
        let read = outlines_of(&file, &self.dataset.areas).map_err(|fault| error::to_js(&fault))?;
        let told = report(&read);
        let outlines = &mut Rc::make_mut(&mut self.dataset).outlines;
        *outlines = read.outlines;
        outlines.file = name;
        Ok(to_js(&told))
    }
}

fn report(read: &ReadOutlines) -> Value {
    let text = |text: &str| Value::Text(text.to_owned());
    let (level, areas) = match read.of {
        Some((level, division)) => (text(level.code()), Value::Number(f64::from(division.0))),
        None => (Value::Null, Value::Null),
    };
    let both = |(fa, en): &(String, String)| {
        Value::Fields(vec![("fa".to_owned(), text(fa)), ("en".to_owned(), text(en))])
    };
    let fields = [
        ("level", level),
        ("list", areas),
        ("property", text(&read.property)),
        ("found", Value::Number(read.outlines.len() as f64)),
        ("unknown", list(&read.unknown, |name| text(name))),
        ("missing", list(&read.missing, both)),
    ];
    Value::Fields(fields.map(|(name, value)| (name.to_owned(), value)).into())
}
