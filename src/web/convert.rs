//! Small values across the boundary; figures cross as text, never as doubles.

#[cfg(any(feature = "desk", feature = "import"))]
use js_sys::Uint8Array;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::error::{bad_argument, to_js as thrown};
#[cfg(any(feature = "desk", feature = "import"))]
use crate::ingest::Files;
use crate::spec::{FromSpec, Value};

/// Deeper values are refused; a view has five levels.
const DEPTH: usize = 32;

/// Reads a plain JavaScript value.
pub(super) fn from_js<T: FromSpec>(value: &JsValue) -> Result<T, JsValue> {
    T::read(&plain_value(value)?).map_err(|fault| thrown(&fault.into()))
}

/// A plain JavaScript value, whatever its shape.
pub(super) fn plain_value(value: &JsValue) -> Result<Value, JsValue> {
    plain(value, DEPTH).ok_or_else(|| bad_argument("a plain value of JSON"))
}

/// A JavaScript value as JSON would hold it; `None` for functions and what is nested too deep.
fn plain(value: &JsValue, depth: usize) -> Option<Value> {
    let below = depth.checked_sub(1)?;
    if value.is_null() || value.is_undefined() {
        return Some(Value::Null);
    }
    if let Some(text) = value.as_string() {
        return Some(Value::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Some(Value::Number(number));
    }
    if let Some(flag) = value.as_bool() {
        return Some(Value::Flag(flag));
    }
    if Array::is_array(value) {
        let mut items = Vec::new();
        for item in value.unchecked_ref::<Array>().iter() {
            items.push(plain(&item, below)?);
        }
        return Some(Value::List(items));
    }
    // A function is an object too, and one without fields: it would pass for a view that asks nothing.
    if value.is_function() || !value.is_object() {
        return None;
    }
    // Of any prototype or of none: what counts is what it has itself.
    fields(value.unchecked_ref::<Object>(), below)
}

fn fields(object: &Object, depth: usize) -> Option<Value> {
    let mut fields = Vec::new();
    for entry in Object::entries(object).iter() {
        let pair: Array = entry.unchecked_into();
        fields.push((pair.get(0).as_string()?, plain(&pair.get(1), depth)?));
    }
    Some(Value::Fields(fields))
}

/// Makes a plain JavaScript value: fields become an object, what is absent `null`.
#[cfg(feature = "reader")]
pub(super) fn to_js(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Flag(flag) => (*flag).into(),
        Value::Number(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => {
            let list = Array::new();
            for item in items {
                list.push(&to_js(item));
            }
            list.into()
        }
        Value::Fields(fields) => {
            let object = Object::new();
            for (name, value) in fields {
                // Setting a property of a fresh object cannot fail.
                let _ = Reflect::set(&object, &name.as_str().into(), &to_js(value));
            }
            object.into()
        }
    }
}

/// The same for any type that serde knows. The reader hands over nothing but [`Value`]s: each
/// further type would cost its readers a conversion of its own.
#[cfg(feature = "complete")]
pub(super) fn serialized<T: serde::Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| bad_argument(&error.to_string()))
}

/// A list, each item made into a value.
#[cfg(feature = "reader")]
pub(super) fn list<T>(items: &[T], part: impl Fn(&T) -> Value) -> Value {
    let mut parts = Vec::new();
    for item in items {
        parts.push(part(item));
    }
    Value::List(parts)
}

/// Makes an object of names and values.
#[cfg(any(feature = "desk", feature = "import"))]
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Bytes as a `Uint8Array`.
#[cfg(any(feature = "desk", feature = "import"))]
pub(super) fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// Reads an object of paths and bytes.
#[cfg(any(feature = "desk", feature = "import"))]
pub(super) fn files(object: &Object) -> Result<Files, JsValue> {
    let mut files = Files::new();
    for entry in Object::entries(object).iter() {
        let pair: Array = entry.unchecked_into();
        let (Some(path), Ok(bytes)) =
            (pair.get(0).as_string(), pair.get(1).dyn_into::<Uint8Array>())
        else {
            return Err(bad_argument("files"));
        };
        files.insert(path, bytes.to_vec());
    }
    Ok(files)
}
