//! A data set as JavaScript holds it.

#[cfg(feature = "import")]
use std::cell::OnceCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::error;
#[cfg(feature = "reader")]
use super::known::Known;
use crate::model::Dataset;
use crate::pack;
#[cfg(feature = "import")]
use crate::query::Index;

/// One data set with everything that can be asked of it.
#[wasm_bindgen]
pub struct Workspace {
    pub(super) dataset: Rc<Dataset>,
    #[cfg(feature = "reader")]
    pub(super) known: Option<Known>,
    /// The figures laid out for adding up, once a question was asked.
    #[cfg(feature = "import")]
    pub(super) index: OnceCell<Rc<Index>>,
}

#[wasm_bindgen]
impl Workspace {
    /// Opens a packed data set (`hamyar pack DIR --out FILE`).
    ///
    /// @param bytes the whole file
    /// @throws HamyarError when it is no such file, of another version, or damaged
    pub fn open(bytes: &[u8]) -> Result<Workspace, JsValue> {
        let dataset = pack::read(bytes).map_err(|one| error::to_js(&one))?;
        Ok(Self::over(Rc::new(dataset)))
    }
}

impl Workspace {
    #[cfg(any(feature = "desk", feature = "import"))]
    pub(super) fn dataset(&self) -> Rc<Dataset> {
        Rc::clone(&self.dataset)
    }

    pub(super) const fn over(dataset: Rc<Dataset>) -> Self {
        Self {
            dataset,
            #[cfg(feature = "reader")]
            known: None,
            #[cfg(feature = "import")]
            index: OnceCell::new(),
        }
    }
}
