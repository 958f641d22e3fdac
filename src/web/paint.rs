//! The replay script, which paints a display list on a canvas.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

#[wasm_bindgen(module = "/src/web/replay.js")]
extern "C" {
    /// Sizes the canvas to `width × height` CSS px at `ratio` backing pixels each and paints.
    pub(super) fn replay(
        canvas: &HtmlCanvasElement,
        operations: &[f32],
        strings: &str,
        width: f64,
        height: f64,
        ratio: f64,
    );
}
