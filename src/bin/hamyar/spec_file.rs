//! A small JSON file that says what is wanted: a view, views by name, a question, the rules of a ranking.

use std::path::Path;

use hamyar::diag::{self, Diagnostic};
use hamyar::spec::{Fault, FromSpec, Value};
use hamyar::text::to_persian;
use lexopt::Error;

use crate::refusal::{refusal, refused};

/// Reads a file of a known shape.
///
/// # Errors
/// Where it cannot be read, is no JSON, or holds what does not belong there, with the place of that.
pub(crate) fn read<T: FromSpec>(path: &Path) -> Result<T, Error> {
    T::read(&value(path)?).map_err(|fault| misplaced(path, fault))
}

/// The values of a file by their names, in the order of the file.
///
/// # Errors
/// Where it cannot be read, is no JSON, or is no object.
pub(crate) fn read_named(path: &Path) -> Result<Vec<(String, Value)>, Error> {
    match value(path)? {
        Value::Fields(fields) => Ok(fields),
        _ => Err(misplaced(path, Fault::expected("شیئی از نام‌ها", "an object of names"))),
    }
}

fn value(path: &Path) -> Result<Value, Error> {
    let text = std::fs::read_to_string(path).map_err(|_| unreadable(path))?;
    serde_json::from_str(&text).map_err(|error| not_json(path, &error))
}

/// The refusal of what does not belong where it stands.
pub(crate) fn misplaced(path: &Path, fault: Fault) -> Error {
    let Diagnostic { code, position, message, hint, .. } = *diag::Error::from(fault).0;
    let finding = Diagnostic::error(code, message).with_hint(hint.fa, hint.en);
    refused(finding.at(&path.to_string_lossy(), 0, &position.column).into())
}

pub(crate) fn unreadable(path: &Path) -> Error {
    let words = ["این فایل خوانده نمی‌شود.", "The file cannot be read."];
    let hint =
        ["نام فایل را ببینید؛ متنش UTF-8 است.", "Look at the name of the file; its text is UTF-8."];
    refusal("spec/unreadable", path, words, hint)
}

pub(crate) fn not_json(path: &Path, error: &serde_json::Error) -> Error {
    let place = to_persian(&format!("سطر {}، ستون {}", error.line(), error.column()));
    let words = [
        format!("این فایل یک شیء JSON نیست؛ {place} خوانده نمی‌شود."),
        format!("The file is no JSON object: {error}"),
    ];
    let hint = [
        "یک شیء JSON بنویسید، مانند {\"measure\": \"jobs\"}.",
        "Write a JSON object, such as {\"measure\": \"jobs\"}.",
    ];
    refusal("spec/not-json", path, words.each_ref().map(String::as_str), hint)
}
