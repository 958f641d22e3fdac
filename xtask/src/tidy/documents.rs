//! The documents are there, and CONTRIBUTING.md says of every dependency why it is taken.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Fault, Source};
use crate::{files, process, workspace};

const REQUIRED: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md"];
const CONTRIBUTING: &str = "CONTRIBUTING.md";
const NPM_PACKAGES: [&str; 2] = ["www/package.json", "benches/browser/package.json"];

/// Checks the documents of the repository.
pub fn check(root: &Path) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for path in REQUIRED.iter().filter(|path| !root.join(path).is_file()) {
        let message = "this document is missing".to_owned();
        faults.push(Fault { path: (*path).to_owned(), line: 0, message });
    }
    if let Ok(text) = files::read_text(&root.join(CONTRIBUTING)) {
        let source = Source { path: CONTRIBUTING.to_owned(), text };
        let mut names = cargo_dependencies()?;
        for path in NPM_PACKAGES {
            let package: Value = serde_json::from_slice(&files::read(&root.join(path))?)?;
            names.extend(npm_dependencies(&package));
        }
        faults.extend(unnamed(&source, &names));
    }
    Ok(faults)
}

/// The crates that our sources may name, as they are written in Rust.
pub fn crate_names() -> Result<BTreeSet<String>> {
    Ok(cargo_dependencies()?.iter().map(|name| name.replace('-', "_")).collect())
}

/// Every dependency of the package `hamyar`, of any kind and for any target.
fn cargo_dependencies() -> Result<BTreeSet<String>> {
    let arguments = ["metadata", "--no-deps", "--offline", "--locked", "--format-version", "1"];
    let text = process::answer(&mut process::cargo(&arguments)).context("cargo metadata failed")?;
    let metadata: Value = serde_json::from_str(&text)?;
    let manifest = workspace::root().join("Cargo.toml");
    let packages = metadata.get("packages").and_then(Value::as_array).context("no packages")?;
    let ours = packages
        .iter()
        .find(|package| text_of(package, "manifest_path").map(Path::new) == Some(&manifest))
        .context("cargo metadata does not know the root package")?;
    let dependencies = ours.get("dependencies").and_then(Value::as_array);
    let names = dependencies.into_iter().flatten().filter_map(|it| text_of(it, "name"));
    Ok(names.map(str::to_owned).collect())
}

fn text_of<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name)?.as_str()
}

fn npm_dependencies(package: &Value) -> BTreeSet<String> {
    ["dependencies", "devDependencies"]
        .iter()
        .filter_map(|kind| package.get(kind)?.as_object())
        .flat_map(|names| names.keys().cloned())
        .collect()
}

/// Names that a document does not have in backticks.
fn unnamed(source: &Source, names: &BTreeSet<String>) -> Vec<Fault> {
    names
        .iter()
        .filter(|name| !source.text.contains(&format!("`{name}`")))
        .map(|name| {
            source.fault(0, format!("the dependency `{name}` is not named with its reason"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn every_dependency_is_named() {
        let package = serde_json::json!({
            "dependencies": { "idb": "8" }, "devDependencies": { "@playwright/test": "1" }
        });
        let names = npm_dependencies(&package);
        let document = sample(CONTRIBUTING, "- `idb`: a thin wrapper\n- playwright");
        let faults = unnamed(&document, &names);
        assert_eq!(faults.len(), 1);
        assert!(faults[0].message.contains("@playwright/test"));
    }

    #[test]
    fn knows_the_crates_of_the_root_package() {
        let names = crate_names().unwrap();
        assert!(names.contains("plotters_backend") && names.contains("wasm_bindgen"), "{names:?}");
        assert!(!names.contains("httparse"), "that is xtask's");
    }
}
