//! A scene on a canvas, as SVG, or as a figure of a page without scripts. Turns no number into words and asks the model nothing.
//!
//! Both painters read the same plain shapes (`plan`), so that they cannot disagree about a
//! hatch or a fading end.

mod backend;
mod figure;
mod markup;
mod paint;
mod palette;
mod plan;
#[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
mod sheet;
mod svg;

pub use backend::DisplayList;
pub use figure::{figure, figure_style};
#[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
pub(crate) use markup::Writer as Markup;
pub use paint::{display_items, display_list};
pub use palette::{hex, ink_index, ink_name, tones};
#[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
pub use sheet::figure_sheet;
pub use svg::{Theme, svg, svg_style};
