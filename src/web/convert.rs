//! Small values across the boundary, by serde; figures cross as text, never as doubles.

use std::collections::BTreeMap;

use js_sys::{Object, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

use super::error::bad_argument;

/// Reads a plain JavaScript value.
pub(super) fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| bad_argument(&error.to_string()))
}

/// Makes a plain JavaScript value: maps become objects, absent values `null`.
pub(super) fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| bad_argument(&error.to_string()))
}

/// Reads an object of paths and bytes.
pub(super) fn files(object: &Object) -> Result<BTreeMap<String, Vec<u8>>, JsValue> {
    let mut files = BTreeMap::new();
    for entry in Object::entries(object).iter() {
        let pair: js_sys::Array = entry.unchecked_into();
        let (Some(path), Ok(bytes)) =
            (pair.get(0).as_string(), pair.get(1).dyn_into::<Uint8Array>())
        else {
            return Err(bad_argument("files"));
        };
        files.insert(path, bytes.to_vec());
    }
    Ok(files)
}
