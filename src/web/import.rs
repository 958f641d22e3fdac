//! What only the desk build does with a data set: reading tables, and laying own figures over it.

use std::rc::Rc;

use js_sys::{Array, Function, Object, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::catalog::catalog;
use super::convert::{from_js, serialized, to_js};
use super::error::{self, bad_argument};
use super::lists::{figures, lists};
use super::rows::{object, read};
use super::workspace::Workspace;
use crate::check::check_telling;
use crate::diag::Reported;
use crate::ingest::{Descriptor, Files, Package, read_package_telling};
use crate::model::{Dataset, keep_confirmed};
use crate::store::{OwnFigures, overlay};
use crate::tabulate::tabulate;

/// What came of reading a data package.
#[wasm_bindgen]
pub struct Import {
    read: Reported<Package>,
}

#[wasm_bindgen]
impl Import {
    /// Reads a data package. A bad row never hides the good ones, and is never lost: see `report()`.
    ///
    /// @param descriptor the bytes of `datapackage.json`, or what `JSON.parse` made of them; rows inside it
    ///   are read from bytes only, since `JSON.parse` rounds their numbers
    /// @param resources bytes of each resource, by its path
    /// @param progress called now and then with the bytes that are read, and all
    /// @throws HamyarError when the package as a whole is refused
    pub fn read(
        #[wasm_bindgen(unchecked_param_type = "object | Uint8Array")] descriptor: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Record<string, Uint8Array>")] resources: Object,
        #[wasm_bindgen(unchecked_optional_param_type = "Progress")] progress: Option<Function>,
    ) -> Result<Import, JsValue> {
        let descriptor: Descriptor = match descriptor.dyn_ref::<Uint8Array>() {
            Some(bytes) => Descriptor::parse(&bytes.to_vec()).map_err(|one| error::to_js(&one))?,
            None => from_js(&descriptor)?,
        };
        let read = read_package_telling(&descriptor, &files(&resources)?, &mut teller(progress));
        let mut read = read.map_err(|one| error::to_js(&one))?;
        tabulate(&mut read.value.dataset);
        Ok(Self { read })
    }

    /// Counts, and every finding in both languages.
    #[wasm_bindgen(unchecked_return_type = "[Counts, Diagnostic[]]")]
    pub fn report(&self) -> Result<JsValue, JsValue> {
        serialized(&(self.read.value.counts, &self.read.diagnostics))
    }

    /// Judges the figures by every rule.
    ///
    /// @param progress called after each rule with how many are judged, and all
    #[wasm_bindgen(unchecked_return_type = "Verdicts")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Progress")] progress: Option<Function>,
    ) -> Result<JsValue, JsValue> {
        let Reported { value, diagnostics } = &self.read;
        let report = check_telling(&value.dataset, diagnostics, &mut teller(progress));
        let (findings, skipped) = (serialized(&report.findings)?, serialized(&report.skipped)?);
        Ok(object(&[("findings", findings), ("skipped", skipped)]))
    }

    /// The rows that were accepted, as a data set.
    pub fn workspace(self) -> Workspace {
        Workspace::over(Rc::new(self.read.value.dataset))
    }

    /// What of it a public page may show: no draft, and nothing that was only handed in. The number
    /// says how many figures that leaves out.
    #[wasm_bindgen(unchecked_return_type = "[Workspace, number]")]
    pub fn published(mut self) -> Array {
        let left_out = keep_confirmed(&mut self.read.value.dataset);
        Array::of2(&self.workspace().into(), &left_out.into())
    }

    /// The same as the bytes that `Workspace.open` reads.
    pub fn pack(&self) -> Vec<u8> {
        crate::pack::write(&self.read.value.dataset)
    }
}

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

/// Tells a caller how far a long step is. What the caller makes of it stops nothing here.
fn teller(progress: Option<Function>) -> impl FnMut(usize, usize) {
    move |done, all| {
        if let Some(progress) = &progress {
            let _ = progress.call2(&JsValue::NULL, &done.into(), &all.into());
        }
    }
}

/// Reads an object of paths and bytes.
fn files(object: &Object) -> Result<Files, JsValue> {
    let mut files = Files::new();
    for entry in Object::entries(object).iter() {
        let pair: Array = entry.unchecked_into();
        let (Some(path), Ok(bytes)) =
            (pair.get(0).as_string(), pair.get(1).dyn_into::<Uint8Array>())
        else {
            return Err(bad_argument("files"));
        };
        files.insert(path, bytes.to_vec());
    }
    Ok(files)
}
