//! A data set as JavaScript holds it.

#[cfg(feature = "import")]
use std::cell::OnceCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::error;
#[cfg(feature = "desk")]
use super::known::Known;
#[cfg(all(feature = "reader", not(feature = "desk")))]
use crate::chart::View;
use crate::model::Dataset;
use crate::pack;
#[cfg(feature = "import")]
use crate::query::Index;

/// One data set with everything that can be asked of it.
#[wasm_bindgen]
pub struct Workspace {
    pub(super) dataset: Rc<Dataset>,
    #[cfg(feature = "desk")]
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
    #[cfg(feature = "complete")]
    pub(super) fn dataset(&self) -> Rc<Dataset> {
        Rc::clone(&self.dataset)
    }

    /// The data set that a view asks for. Of a past day the reader knows nothing, and the query says so.
    #[cfg(all(feature = "reader", not(feature = "desk")))]
    pub(super) fn asked_by(&self, view: View) -> (Rc<Dataset>, View) {
        (Rc::clone(&self.dataset), view)
    }

    pub(super) const fn over(dataset: Rc<Dataset>) -> Self {
        Self {
            dataset,
            #[cfg(feature = "desk")]
            known: None,
            #[cfg(feature = "import")]
            index: OnceCell::new(),
        }
    }
}
