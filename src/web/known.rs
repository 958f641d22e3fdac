//! Pages as known on a day.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::from_js;
use super::workspace::Workspace;
use crate::calendar::{Day, Period};
use crate::chart::{View, known_note};
use crate::model::{Dataset, LeftOut, as_known};

/// What a workspace was cut to.
#[derive(Clone, Copy)]
pub(super) struct Known {
    day: Day,
    left_out: LeftOut,
}

#[wasm_bindgen]
impl Workspace {
    /// Keeps what was known at the end of a day: before anything is drawn, for ever.
    ///
    /// @param day a Jalali date, `1401-02-18`, or a month or year, which count to their end
    /// @returns whether the text is such a day, and nothing was drawn yet
    #[wasm_bindgen(js_name = keepKnown)]
    pub fn keep_known(&mut self, day: &str) -> bool {
        let day = Period::parse(day).ok().and_then(|day| day.last());
        let Some((day, dataset)) = day.zip(Rc::get_mut(&mut self.dataset)) else { return false };
        self.known = Some(Known { day, left_out: as_known(dataset, day) });
        true
    }

    /// The day that `keepKnown` kept, in words; `undefined` for all that is known.
    #[wasm_bindgen(js_name = knownOn)]
    pub fn known_on(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Lang")] lang: JsValue,
    ) -> Result<Option<String>, JsValue> {
        let lang = from_js(&lang)?;
        let day = self.known.as_ref().and_then(|known| Period::day(known.day));
        Ok(day.map(|day| day.label(lang)))
    }

    /// How many figures `keepKnown` left out because they were told later or have no date, and how many
    /// it kept by an estimated date, in this order; empty for all that is known.
    #[wasm_bindgen(js_name = leftOut)]
    pub fn left_out(&self) -> Vec<u32> {
        let Some(Known { left_out, .. }) = self.known else { return Vec::new() };
        vec![left_out.later, left_out.undated, left_out.estimated]
    }
}

impl Workspace {
    /// The data set that a view asks for, which then says of which day of knowledge it is. A page as known on
    /// a day knows no more than that in any of its charts. The reader makes no copy of a data set: there the page
    /// opens one of its own for the day (`keepKnown`), and without it the chart is refused.
    pub(super) fn asked_by(&self, view: &mut View) -> Rc<Dataset> {
        let Some(day) = view.query.as_known else { return Rc::clone(&self.dataset) };
        if let Some(page) = self.known.as_ref().filter(|page| page.day <= day) {
            view.query.as_known = None;
            view.notes.insert(0, known_note(page.day, &page.left_out));
            return Rc::clone(&self.dataset);
        }
        #[cfg(feature = "complete")]
        {
            let mut dataset = Dataset::clone(&self.dataset);
            crate::chart::keep_known(&mut dataset, view);
            Rc::new(dataset)
        }
        #[cfg(not(feature = "complete"))]
        Rc::clone(&self.dataset)
    }
}
