//! A chart as JavaScript holds it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use super::convert::{from_js, to_js};
use super::paint::replay;
use super::parts::{marks, parts, table};
use super::plot::Plot;
use super::stage::{Hooks, Stage};
use crate::chart::{Options, View};
use crate::export::table_csv;
use crate::model::Dataset;
use crate::render::{Theme, display_items, svg};

/// One chart: its words, its table, and, once attached, its canvas.
#[wasm_bindgen]
pub struct Chart {
    plot: Rc<Plot>,
    stage: Option<Rc<RefCell<Stage>>>,
}

impl Chart {
    pub(super) fn new(dataset: Rc<Dataset>, view: View, options: Options) -> Self {
        Self { plot: Rc::new(Plot::new(dataset, view, options)), stage: None }
    }
}

#[wasm_bindgen]
impl Chart {
    /// Lays the chart out again, for another width, language or direction.
    ///
    /// @param options width in CSS px, `lang`, `direction`
    pub fn relayout(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "ChartOptions")] options: JsValue,
        ratio: f64,
    ) -> Result<(), JsValue> {
        let options: Options = from_js(&options)?;
        self.plot = Rc::new(self.plot.again(options));
        if let Some(Ok(mut stage)) = self.stage.as_ref().map(|stage| stage.try_borrow_mut()) {
            stage.show(Rc::clone(&self.plot), ratio);
        }
        Ok(())
    }

    /// The words and the sources.
    #[wasm_bindgen(unchecked_return_type = "ChartParts")]
    pub fn parts(&self) -> JsValue {
        to_js(&parts(&self.plot.scene))
    }

    /// The table, the equal view of the chart; made anew by each call.
    #[wasm_bindgen(unchecked_return_type = "ChartTable")]
    pub fn table(&self) -> JsValue {
        to_js(&table(&self.plot.table()))
    }

    /// Every mark in keyboard order, for the controls of a page: what each is of, and where it stands across.
    #[wasm_bindgen(unchecked_return_type = "MarkName[]")]
    pub fn marks(&self) -> JsValue {
        to_js(&marks(&self.plot.scene.marks, &self.plot.names()))
    }

    /// Takes a canvas: paints on it and listens to it until the chart is freed.
    ///
    /// @param ratio backing pixels a CSS px (`devicePixelRatio`)
    /// @param tip called with a mark to show its tooltip, or `null` to hide it
    /// @param say called with a sentence for the live region
    /// @param select called with a mark that was clicked or entered
    pub fn attach(
        &mut self,
        canvas: HtmlCanvasElement,
        ratio: f64,
        #[wasm_bindgen(unchecked_param_type = "(mark: ChartMark | null) => void")] tip: Function,
        #[wasm_bindgen(unchecked_param_type = "(text: string) => void")] say: Function,
        #[wasm_bindgen(unchecked_param_type = "(mark: ChartMark) => void")] select: Function,
    ) {
        let hooks = Hooks { tip, say, select };
        self.stage = Some(Stage::new(Rc::clone(&self.plot), canvas, hooks, ratio));
    }

    /// Paints again, after the colours of the page changed.
    pub fn paint(&self) {
        if let Some(Ok(mut stage)) = self.stage.as_ref().map(|stage| stage.try_borrow_mut()) {
            stage.paint();
        }
    }

    /// Paints the swatch of one entry of the key.
    #[wasm_bindgen(js_name = paintSwatch)]
    pub fn paint_swatch(&self, canvas: &HtmlCanvasElement, entry: usize, ratio: f64) {
        if let Some(entry) = self.plot.scene.legend.get(entry) {
            let list = display_items(&entry.swatch);
            replay(canvas, &list.ops, &list.strings, 18.0, 12.0, ratio);
        }
    }

    /// Moves the focus to a mark, counted from 0 in keyboard order.
    pub fn focus(&self, index: usize) {
        if let Some(Ok(mut stage)) = self.stage.as_ref().map(|stage| stage.try_borrow_mut()) {
            stage.focus(index);
        }
    }

    /// A whole SVG document.
    ///
    /// @param theme `light`, `dark`, or `auto` to follow its viewer
    #[wasm_bindgen(js_name = toSvg)]
    pub fn to_svg(
        &self,
        #[wasm_bindgen(unchecked_param_type = "'light' | 'dark' | 'auto'")] theme: JsValue,
    ) -> Result<String, JsValue> {
        let theme: Theme = from_js(&theme)?;
        Ok(svg(&self.plot.whole(), theme))
    }

    /// The table as CSV, with title, notes and sources below.
    #[wasm_bindgen(js_name = toCsv)]
    pub fn to_csv(&self) -> String {
        table_csv(&self.plot.whole())
    }
}
