//! What a form or a filter of a page chooses from, and the figures that this device keeps.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::catalog::catalog;
use super::convert::{from_js, to_js};
use super::lists::{figures, lists};
use super::rows::read;
use super::workspace::Workspace;
use crate::model::Dataset;
use crate::store::{OwnFigures, overlay};

#[wasm_bindgen]
impl Workspace {
    /// What can be asked: for each measure, where and when it has figures; provinces and scenarios
    /// with their names.
    #[wasm_bindgen(unchecked_return_type = "Catalog")]
    pub fn catalog(&self) -> JsValue {
        to_js(&catalog(&self.dataset()))
    }

    /// Names of everything that a form or a filter can choose from.
    #[wasm_bindgen(unchecked_return_type = "Lists")]
    pub fn lists(&self) -> JsValue {
        to_js(&lists(&self.dataset()))
    }

    /// Figures that stand by themselves, in alphabetical order.
    #[wasm_bindgen(unchecked_return_type = "{ id: string; text: string; source: string }[]")]
    pub fn figures(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Lang")] lang: JsValue,
    ) -> Result<JsValue, JsValue> {
        Ok(to_js(&figures(&self.dataset(), from_js(&lang)?)))
    }

    /// The same data with the figures that this device keeps; rows that cannot be read are left out.
    ///
    /// @param records rows of the store `records`
    #[wasm_bindgen(js_name = withOwn)]
    pub fn with_own(
        &self,
        #[wasm_bindgen(unchecked_param_type = "StoreRow[]")] records: Array,
    ) -> Result<Workspace, JsValue> {
        let own = OwnFigures::open(&read(&records)?);
        let mut shown = Dataset::clone(&self.dataset());
        overlay(&mut shown, &own.value);
        Ok(Self::over(Rc::new(shown)))
    }
}
