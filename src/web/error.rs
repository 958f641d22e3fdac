//! The core's errors as JavaScript `Error` objects.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use crate::diag::{Bilingual, Diagnostic, Error};

/// An `Error` whose message is English and whose `messages` and `hints` hold both languages.
pub(super) fn to_js(error: &Error) -> JsValue {
    let diagnostic: &Diagnostic = &error.0;
    let object = js_sys::Error::new(&error.to_string());
    set(&object, "name", "HamyarError".into());
    set(&object, "code", diagnostic.code.into());
    set(&object, "row", diagnostic.position.row.into());
    set(&object, "column", diagnostic.position.column.as_str().into());
    set(&object, "hint", diagnostic.hint.en.as_str().into());
    set(&object, "messages", both(&diagnostic.message));
    set(&object, "hints", both(&diagnostic.hint));
    object.into()
}

fn both(text: &Bilingual) -> JsValue {
    let object = Object::new();
    for (lang, words) in [("fa", &text.fa), ("en", &text.en)] {
        set(&object, lang, words.as_str().into());
    }
    object.into()
}

/// An argument that is not of the documented shape.
pub(super) fn bad_argument(what: &str) -> JsValue {
    let message = Bilingual::new(
        format!("شکل این ورودی درست نیست: {what}"),
        format!("this argument has not the documented shape: {what}"),
    );
    to_js(&Diagnostic::error("api/argument", message).into())
}

fn set(object: &Object, key: &str, value: JsValue) {
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(object, &key.into(), &value);
}
