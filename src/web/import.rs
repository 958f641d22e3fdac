//! A data package: read, judged, and made into what pages open.

use std::rc::Rc;

use js_sys::{Array, Function, Object, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::convert::{bytes, files, from_js, object, serialized};
use super::error;
use super::workspace::Workspace;
use crate::check::check_telling;
use crate::diag::Reported;
use crate::ingest::{Descriptor, Package, read_package_telling};
use crate::model::keep_confirmed;
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
        read.value.dataset.name_codes();
        read.value.dataset.tell_corrections();
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

    /// The rows that were accepted, for questions.
    pub fn workspace(self) -> Workspace {
        Workspace::over(Rc::new(self.read.value.dataset))
    }

    /// What of it a public page may show, as the bytes that `Workspace.open` reads in every build: no
    /// draft, and nothing that was only handed in. The number says how many figures that leaves out.
    #[wasm_bindgen(unchecked_return_type = "[Uint8Array<ArrayBuffer>, number]")]
    pub fn published(mut self) -> Array {
        let left_out = keep_confirmed(&mut self.read.value.dataset);
        let pack = crate::pack::write_for_pages(self.read.value.dataset);
        Array::of2(&bytes(&pack), &left_out.into())
    }

    /// All rows that were accepted, as the bytes that `Workspace.open` reads.
    pub fn pack(&self) -> Vec<u8> {
        crate::pack::write(&self.read.value.dataset)
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
