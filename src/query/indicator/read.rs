//! `{"stages": {"of": …}}` and `{"location": {"of": …}}`.

use crate::model::{MeasureId, Stage};
use crate::query::spec::Derive;
use crate::spec::{Fault, Fields, FromSpec, Value};
#[cfg(not(target_arch = "wasm32"))]
use crate::spec::{Part, Shape};

/// Reads an indicator; `None` for what is none.
pub(in crate::query) fn read(value: &Value) -> Option<Result<Derive, Fault>> {
    let Value::Fields(fields) = value else { return None };
    let [(name, inner)] = fields.as_slice() else { return None };
    let read = match name.as_str() {
        "stages" => of(inner, Stage::Applied).map(|of| Derive::Stages { of }),
        "location" => of(inner, MeasureId::default()).map(|of| Derive::Location { of }),
        _ => return None,
    };
    Some(read.map_err(|fault| fault.inside(name)))
}

/// What `of` holds; `fallback` only stands until it is read.
fn of<T: FromSpec>(value: &Value, mut fallback: T) -> Result<T, Fault> {
    let mut fields = Fields::of(value);
    fields.require("of", &mut fallback);
    fields.finish_all()?;
    Ok(fallback)
}

/// The shapes of the indicators that are read here.
#[cfg(not(target_arch = "wasm32"))]
pub(in crate::query) fn shapes() -> [Shape; 2] {
    let of = |shape: Shape| Shape::fields("", vec![Part::required("of", shape)]);
    let named =
        |name: &'static str, shape: Shape| Shape::fields("", vec![Part::required(name, of(shape))]);
    [named("stages", Stage::shape()), named("location", MeasureId::shape())]
}
