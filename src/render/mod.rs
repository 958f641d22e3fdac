//! A scene on a canvas or as SVG. Turns no number into words and asks the model nothing.
//!
//! Both painters read the same plain shapes (`plan`), so that they cannot disagree about a
//! hatch or a fading end.

mod backend;
mod paint;
mod palette;
mod plan;
mod svg;

pub use backend::DisplayList;
pub use paint::{display_items, display_list};
pub use palette::{hex, ink_index, ink_name, tones};
pub use svg::{Theme, svg};
