//! What a page shows of a data set: charts, facts, source cards and statements.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::chart::Chart;
use super::convert::{from_js, list, to_js};
use super::tell;
use super::workspace::Workspace;
use crate::chart::{Evidence, Fact, Options, View, card, evaluate, statements};

#[wasm_bindgen]
impl Workspace {
    /// Lays out a view.
    ///
    /// @param view a view (see `ARCHITECTURE.md`)
    /// @param options width in CSS px, `lang`, `direction`
    pub fn chart(
        &self,
        #[wasm_bindgen(unchecked_param_type = "import('./schema/hamyar-types.js').View")]
        view: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ChartOptions")] options: JsValue,
    ) -> Result<Chart, JsValue> {
        let mut view: View = from_js(&view)?;
        let options: Options = from_js(&options)?;
        let dataset = self.asked_by(&mut view);
        Ok(Chart::new(dataset, view, options))
    }

    /// Named facts in words; a fact that the data do not bear is left out.
    ///
    /// @param facts an object of names and facts
    #[wasm_bindgen(unchecked_return_type = "Record<string, FactText>")]
    pub fn facts(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Record<string, object>")] facts: Object,
        #[wasm_bindgen(unchecked_param_type = "Lang")] lang: JsValue,
    ) -> Result<JsValue, JsValue> {
        let lang = from_js(&lang)?;
        let told = Object::new();
        for entry in Object::entries(&facts).iter() {
            let pair: Array = entry.unchecked_into();
            let fact: Fact = from_js(&pair.get(1))?;
            if let Some(text) = evaluate(&self.dataset, &fact, lang) {
                Reflect::set(&told, &pair.get(0), &to_js(&tell::fact(&text)))?;
            }
        }
        Ok(told.into())
    }

    /// The source card of one entry of `evidence`, or `undefined` when the data has none such.
    #[wasm_bindgen(unchecked_return_type = "SourceCard | undefined")]
    pub fn card(
        &self,
        id: &str,
        #[wasm_bindgen(unchecked_param_type = "Lang")] lang: JsValue,
    ) -> Result<JsValue, JsValue> {
        let found = card(&self.dataset, &Evidence::parse(id), from_js(&lang)?);
        Ok(found.map_or(JsValue::UNDEFINED, |found| to_js(&tell::card(&found))))
    }

    /// Statements without a figure.
    #[wasm_bindgen(unchecked_return_type = "Statement[]")]
    pub fn statements(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Lang")] lang: JsValue,
    ) -> Result<JsValue, JsValue> {
        Ok(to_js(&list(&statements(&self.dataset, from_js(&lang)?), tell::told)))
    }
}
