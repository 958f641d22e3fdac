//! Copies of a small package on disk, as colleagues hand them over.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

/// Runs the program.
pub(super) fn hamyar(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hamyar")).args(arguments).output().unwrap()
}

/// Writes the tables, named with their text, in which each of these texts is another.
pub(super) fn write(directory: &Path, tables: &[(&str, &str)], edits: &[(&str, &str)]) {
    std::fs::create_dir_all(directory).unwrap();
    let mut resources: Vec<Value> = Vec::new();
    for (name, text) in tables {
        let edit = |text: String, (from, to): &(&str, &str)| text.replace(from, to);
        let text = edits.iter().fold((*text).to_owned(), edit);
        std::fs::write(directory.join(format!("{name}.csv")), text).unwrap();
        resources.push(json!({"name": name, "path": format!("{name}.csv")}));
    }
    let descriptor = json!({"name": "copies", "resources": resources}).to_string();
    std::fs::write(directory.join("datapackage.json"), descriptor).unwrap();
}
