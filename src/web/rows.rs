//! Rows of the host's store, in both directions.

use js_sys::Object;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::error::bad_argument;
use crate::store::Row;

/// Reads `{key, revision, bytes}` objects.
pub(super) fn read(list: &Array) -> Result<Vec<Row>, JsValue> {
    list.iter().map(|value| row(&value).ok_or_else(|| bad_argument("rows"))).collect()
}

fn row(value: &JsValue) -> Option<Row> {
    let field = |name: &str| Reflect::get(value, &name.into()).ok();
    // A revision is a count of changes: far below 2^32, so the double holds it exactly.
    let revision = field("revision")?.as_f64().filter(|one| *one >= 0.0)? as u32;
    Some(Row {
        key: field("key")?.as_string()?,
        revision,
        bytes: field("bytes")?.dyn_into::<Uint8Array>().ok()?.to_vec(),
    })
}

/// Makes an object of names and values.
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Bytes as a `Uint8Array`.
pub(super) fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}
