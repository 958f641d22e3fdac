//! Pages in the borders of one list of areas.

use std::rc::Rc;

use js_sys::Uint32Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::error::bad_argument;
use super::workspace::Workspace;
use crate::model::{Dataset, Division, Moved, in_boundaries};

/// A data set in the borders of one list, and what moving into them came to.
#[wasm_bindgen]
pub struct InBorders {
    dataset: Rc<Dataset>,
    counts: [u32; 5],
}

#[wasm_bindgen]
impl InBorders {
    /// The data set.
    pub fn workspace(&self) -> Workspace {
        Workspace::over(Rc::clone(&self.dataset))
    }

    /// How many figures went whole into an area, how many were divided by share, and how many have no
    /// area in the list and stand in a row of their own, how many were counted anew from records, and how
    /// many are of later lists and are left out.
    pub fn counts(&self) -> Uint32Array {
        Uint32Array::from(self.counts.as_slice())
    }
}

#[wasm_bindgen]
impl Workspace {
    /// The years whose lists of areas are known, oldest first.
    #[wasm_bindgen(js_name = listsOfAreas)]
    pub fn lists_of_areas(&self) -> Vec<u16> {
        self.dataset().areas.divisions().map(|list| list.0).collect()
    }

    /// The same figures in the borders of one list.
    ///
    /// @param list year of a list, as `listsOfAreas` names them
    /// @throws HamyarError for a list that is not there
    #[wasm_bindgen(js_name = inBorders)]
    pub fn in_borders(&self, list: u16) -> Result<InBorders, JsValue> {
        let mut dataset = Dataset::clone(&self.dataset());
        let division = Division(list);
        if !dataset.areas.divisions().any(|one| one == division) {
            return Err(bad_argument("list is the year of a list of areas"));
        }
        let moved = in_boundaries(&mut dataset, division);
        let Moved { whole, divided, not_placed, recounted, later, .. } = moved;
        let counts = [whole, divided, not_placed, recounted, later];
        Ok(InBorders { dataset: Rc::new(dataset), counts })
    }
}
