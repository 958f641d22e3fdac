//! Rows of the host's store, as the core reads them.

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
