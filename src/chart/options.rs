//! How a chart is laid out.

use super::frame::within;
use crate::spec::{Fault, Fields, FromSpec, Value};
#[cfg(not(target_arch = "wasm32"))]
use crate::spec::{Part, Shape};
use crate::text::{Direction, Lang};

/// Least and greatest width of a plot in CSS px.
const WIDTHS: (f64, f64) = (240.0, 1600.0);

/// How a chart is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Width of the plot in CSS px, 240 to 1600.
    pub width: f64,
    /// Language of every string.
    pub lang: Lang,
    /// Direction of categories, key and table; that of the language when it is left out.
    pub direction: Option<Direction>,
}

impl Options {
    /// The width within its limits.
    pub fn width(&self) -> f64 {
        if self.width.is_finite() { within(self.width, WIDTHS.0, WIDTHS.1).floor() } else { 720.0 }
    }

    /// The direction that holds.
    pub fn direction(&self) -> Direction {
        self.direction.unwrap_or(self.lang.direction())
    }
}

impl FromSpec for Options {
    fn read(value: &Value) -> Result<Self, Fault> {
        let mut options = Self { width: 0.0, lang: Lang::Fa, direction: None };
        let mut fields = Fields::of(value);
        fields.require("width", &mut options.width);
        fields.require("lang", &mut options.lang);
        fields.take("direction", &mut options.direction);
        fields.finish_all()?;
        Ok(options)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        let parts = vec![
            Part::required("width", Shape::Number),
            Part::required("lang", Lang::shape()),
            Part::optional("direction", Direction::shape()),
        ];
        Shape::fields("ChartOptions", parts)
    }
}
