//! The build id and the list of files the service worker keeps.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::files;

/// Stands in pages and scripts for the build id.
const BUILD_TOKEN: &str = "__BUILD__";
/// Stands in the service worker for the list of files.
const PRECACHE_TOKEN: &str = "/*__PRECACHE__*/[]";
/// The service worker, at the top of the site so that its scope is the whole of it.
const SERVICE_WORKER: &str = "sw.js";
/// What a web master puts in its place to switch it off; no page asks for it.
const WORKER_OFF: &str = "sw-off.js";
/// What fetches the cores, and the token in it that stands for where they lie and what their bytes are.
const FETCHING: (&str, &str) = ("js/data.js", "__HAMYAR_ADDRESSES__");

/// The SHA-256 of all parts, one after the other, in hexadecimal.
pub fn sha256<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the build id and the list of files into an assembled site; returns the id.
///
/// The id is made from every path and every byte as they are before, so the same sources give the
/// same id, and any change gives another.
pub fn stamp(site: &Path) -> Result<String> {
    let paths = files::list(site, |_| true)?;
    let id = build_id(site, &paths)?;
    for path in paths.iter().filter(|path| has_token(path)) {
        replace(&site.join(path), BUILD_TOKEN, &id)?;
    }
    seal(site, &paths)?;
    if paths.iter().any(|path| path == SERVICE_WORKER) {
        write_precache(site, &paths)?;
    }
    Ok(id)
}

fn has_token(path: &str) -> bool {
    [".html", ".js", ".mjs"].iter().any(|kind| path.ends_with(kind))
}

fn build_id(site: &Path, paths: &[String]) -> Result<String> {
    let mut lines = String::new();
    for path in paths {
        let hash = sha256([files::read(&site.join(path))?.as_slice()]);
        lines.push_str(&format!("{hash}  {path}\n"));
    }
    let id = sha256([lines.as_bytes()]);
    Ok(id.chars().take(12).collect())
}

/// Lets pages refuse a core of another build: the scripts that call it would not understand it.
fn seal(site: &Path, paths: &[String]) -> Result<()> {
    let (script, token) = FETCHING;
    if !paths.iter().any(|path| path == script) {
        return Ok(());
    }
    let mut entries = Vec::new();
    for path in paths.iter().filter(|path| path.ends_with(".wasm")) {
        let digest = STANDARD.encode(Sha256::digest(files::read(&site.join(path))?));
        entries.push(format!(r#"\"{path}\":[\"{path}\",\"sha256-{digest}\"]"#));
    }
    let script = site.join(script);
    ensure!(files::read_text(&script)?.contains(token), "{} lacks `{token}`", script.display());
    replace(&script, token, &format!("{{{}}}", entries.join(",")))
}

fn write_precache(site: &Path, paths: &[String]) -> Result<()> {
    let mut entries = Vec::new();
    // What is bundled for pages of other people no page of ours loads, and a story in one file is there to be taken away.
    let is_elsewhere = |path: &str| {
        [SERVICE_WORKER, WORKER_OFF].contains(&path)
            || ["embed/", "alone/"].iter().any(|folder| path.starts_with(folder))
    };
    let is_kept = |path: &&String| !is_elsewhere(path);
    for path in paths.iter().filter(is_kept) {
        let hash = sha256([files::read(&site.join(path))?.as_slice()]);
        // Relative, so that the site works below any folder.
        entries.push(json!({ "url": path, "hash": hash }));
    }
    let worker = site.join(SERVICE_WORKER);
    let text = files::read_text(&worker)?;
    ensure!(
        text.matches(PRECACHE_TOKEN).count() == 1,
        "www/{SERVICE_WORKER} must hold `{PRECACHE_TOKEN}` exactly once"
    );
    let list = serde_json::to_string(&entries).context("the list of files")?;
    files::write(&worker, text.replace(PRECACHE_TOKEN, &list))
}

fn replace(path: &Path, token: &str, value: &str) -> Result<()> {
    let text = files::read_text(path)?;
    if text.contains(token) {
        files::write(path, text.replace(token, value))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(page: &str, worker: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        files::write(&folder.path().join("index.html"), page).unwrap();
        files::write(&folder.path().join("sw.js"), worker).unwrap();
        files::write(&folder.path().join("data/a.csv"), "x\n").unwrap();
        for path in ["embed/a.js", "sw-off.js"] {
            files::write(&folder.path().join(path), "x\n").unwrap();
        }
        folder
    }

    #[test]
    fn stamps_pages_and_lists_files_as_they_are_served() {
        let folder = site("<html data-build=\"__BUILD__\">", "const files = /*__PRECACHE__*/[];");
        let id = stamp(folder.path()).unwrap();
        let page = files::read_text(&folder.path().join("index.html")).unwrap();
        assert_eq!(page, format!("<html data-build=\"{id}\">"));
        let worker = files::read_text(&folder.path().join("sw.js")).unwrap();
        let list = worker.strip_prefix("const files = ").unwrap().strip_suffix(';').unwrap();
        let list: serde_json::Value = serde_json::from_str(list).unwrap();
        assert_eq!(list[0]["url"], "data/a.csv");
        assert_eq!(list[1]["hash"], sha256([page.as_bytes()]));
        assert_eq!(list.as_array().unwrap().len(), 2);
    }

    #[test]
    fn the_id_follows_the_contents() {
        let worker = "/*__PRECACHE__*/[]";
        let id = |page| stamp(site(page, worker).path()).unwrap();
        assert_eq!(id("a"), id("a"));
        assert_ne!(id("a"), id("b"));
        assert_eq!(id("a").len(), 12);
    }

    #[test]
    fn pages_know_the_bytes_of_each_core() {
        let folder = site("a", "/*__PRECACHE__*/[]");
        let script = folder.path().join("js/data.js");
        files::write(&script, "const a=\"__HAMYAR_ADDRESSES__\"").unwrap();
        files::write(&folder.path().join("pkg/a.wasm"), "").unwrap();
        stamp(folder.path()).unwrap();
        let expected = r#"const a="{\"pkg/a.wasm\":[\"pkg/a.wasm\",\"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"]}""#;
        assert_eq!(files::read_text(&script).unwrap(), expected);
        files::write(&script, "const a=\"\"").unwrap();
        assert!(stamp(folder.path()).is_err());
    }

    #[test]
    fn a_service_worker_without_the_token_is_refused() {
        assert!(stamp(site("a", "const files = [];").path()).is_err());
    }
}
