//! A data set as JavaScript holds it.

use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::catalog::catalog;
use super::chart::Chart;
use super::convert::{files, from_js, to_js};
use super::lists::lists;
use super::{error, rows};
use crate::chart::{Fact, Options, View, card, evaluate, listing, statements};
use crate::ingest::{Descriptor, read_package};
use crate::model::{Dataset, ObservationId};
use crate::store::{OwnFigures, overlay};

/// One data set with everything that can be asked of it.
#[wasm_bindgen]
pub struct Workspace {
    dataset: Rc<Dataset>,
    report: JsValue,
}

#[wasm_bindgen]
impl Workspace {
    /// Reads a data package. A bad row never hides the good ones: see `report()`.
    ///
    /// @param descriptor the parsed `datapackage.json`
    /// @param files bytes of each resource, by its path
    /// @throws HamyarError when the package as a whole is refused
    pub fn open(
        #[wasm_bindgen(unchecked_param_type = "object")] descriptor: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Record<string, Uint8Array>")] resources: Object,
    ) -> Result<Workspace, JsValue> {
        let descriptor: Descriptor = from_js(&descriptor)?;
        let read =
            read_package(&descriptor, &files(&resources)?).map_err(|one| error::to_js(&one))?;
        let report = to_js(&(&read.value.counts, &read.diagnostics))?;
        Ok(Self { dataset: Rc::new(read.value.dataset), report })
    }

    /// Lays out a view.
    ///
    /// @param view a view (see `ARCHITECTURE.md`)
    /// @param options width in CSS px, `lang`, `direction`
    pub fn chart(
        &self,
        #[wasm_bindgen(unchecked_param_type = "object")] view: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ChartOptions")] options: JsValue,
    ) -> Result<Chart, JsValue> {
        let view: View = from_js(&view)?;
        let options: Options = from_js(&options)?;
        Ok(Chart::new(Rc::clone(&self.dataset), view, &options))
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
                Reflect::set(&told, &pair.get(0), &to_js(&text)?)?;
            }
        }
        Ok(told.into())
    }

    /// The source card of a figure, or `undefined` when there is no such figure.
    #[wasm_bindgen(unchecked_return_type = "SourceCard | undefined")]
    pub fn card(
        &self,
        id: &str,
        #[wasm_bindgen(unchecked_param_type = "Lang")] lang: JsValue,
    ) -> Result<JsValue, JsValue> {
        let found = card(&self.dataset, &ObservationId::new(id), from_js(&lang)?);
        found.map_or(Ok(JsValue::UNDEFINED), |found| to_js(&found))
    }

    /// Figures that stand by themselves, in alphabetical order.
    #[wasm_bindgen(
        unchecked_return_type = "{ id: string; text: string; source: string; status: '' | 'planned' | 'in_hand' | 'done' }[]"
    )]
    pub fn figures(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Lang")] lang: JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&listing(&self.dataset, from_js(&lang)?))
    }

    /// Statements without a figure.
    #[wasm_bindgen(unchecked_return_type = "Statement[]")]
    pub fn statements(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Lang")] lang: JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&statements(&self.dataset, from_js(&lang)?))
    }

    /// Names of everything that a form or a filter can choose from.
    #[wasm_bindgen(unchecked_return_type = "Lists")]
    pub fn lists(&self) -> Result<JsValue, JsValue> {
        to_js(&lists(&self.dataset))
    }

    /// What can be asked: for each measure, where and when it has figures.
    #[wasm_bindgen(unchecked_return_type = "Offer[]")]
    pub fn catalog(&self) -> Result<JsValue, JsValue> {
        to_js(&catalog(&self.dataset))
    }

    /// The same data with the figures that this device keeps; rows that cannot be read are left out.
    ///
    /// @param records rows of the store `records`
    #[wasm_bindgen(js_name = withOwn)]
    pub fn with_own(
        &self,
        #[wasm_bindgen(unchecked_param_type = "StoreRow[]")] records: Array,
    ) -> Result<Workspace, JsValue> {
        let own = OwnFigures::open(&rows::read(&records)?);
        let mut shown = Dataset::clone(&self.dataset);
        overlay(&mut shown, &own.value);
        Ok(Self { dataset: Rc::new(shown), report: self.report.clone() })
    }

    /// What was read: counts and diagnostics.
    #[wasm_bindgen(unchecked_return_type = "[Counts, Diagnostic[]]")]
    pub fn report(&self) -> JsValue {
        self.report.clone()
    }
}

impl Workspace {
    #[cfg(feature = "desk")]
    pub(super) fn dataset(&self) -> Rc<Dataset> {
        Rc::clone(&self.dataset)
    }

    #[cfg(feature = "desk")]
    pub(super) const fn over(dataset: Rc<Dataset>) -> Self {
        Self { dataset, report: JsValue::NULL }
    }
}
