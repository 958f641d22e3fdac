//! Which files the overview needs before its first chart stands.
//!
//! `www/first-chart.json` lists them. That the list is true is tested where it can be: a browser
//! that opens the overview asks for these files and no others (`www/tests/e2e/size.spec.mjs`).

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::files;

/// File names relative to the site, by what they are.
#[derive(Debug, Default)]
pub struct Parts {
    pub wasm: BTreeSet<String>,
    pub glue: BTreeSet<String>,
    pub pictures: BTreeSet<String>,
    pub desk: BTreeSet<String>,
    pub import: BTreeSet<String>,
    pub fonts: BTreeSet<String>,
    /// The page itself, its styles, its scripts with all they import, and its views and phrases.
    pub host: BTreeSet<String>,
    pub data: BTreeSet<String>,
}

impl Parts {
    /// Sorts the list by what the files are.
    ///
    /// # Errors
    /// When the list is missing, or the site lacks one of its files or one of the kinds.
    pub fn read(list: &Path, site: &Path) -> Result<Self> {
        let names: Vec<String> =
            serde_json::from_str(&files::read_text(list)?).context("the list of first files")?;
        let mut parts = Self::default();
        parts.pictures.insert("pkg/hamyar_pictures_bg.wasm".to_owned());
        parts.desk.insert("pkg/hamyar_desk_bg.wasm".to_owned());
        parts.import.insert("pkg/hamyar_import_bg.wasm".to_owned());
        for name in names {
            ensure!(site.join(&name).is_file(), "{name} is not in the site: build it first");
            parts.kind(&name).insert(name);
        }
        let kinds = [&parts.wasm, &parts.glue, &parts.fonts, &parts.host, &parts.data];
        ensure!(kinds.iter().all(|kind| !kind.is_empty()), "the list of first files has gaps");
        Ok(parts)
    }

    fn kind(&mut self, name: &str) -> &mut BTreeSet<String> {
        match name.split('/').next() {
            Some("pkg") if name.ends_with(".wasm") => &mut self.wasm,
            Some("pkg") => &mut self.glue,
            Some("fonts") => &mut self.fonts,
            Some("data") => &mut self.data,
            _ => &mut self.host,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = r#"["index.html", "js/app.js", "pkg/hamyar.js", "pkg/hamyar_bg.wasm",
        "fonts/a.woff2", "data/package.bin", "views/views.json"]"#;

    fn site(leave_out: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let names: Vec<String> = serde_json::from_str(LIST).unwrap();
        for name in names.iter().filter(|name| *name != leave_out) {
            files::write(&folder.path().join(name), "x").unwrap();
        }
        files::write(&folder.path().join("list.json"), LIST).unwrap();
        folder
    }

    fn parts(site: &tempfile::TempDir) -> Result<Parts> {
        Parts::read(&site.path().join("list.json"), site.path())
    }

    #[test]
    fn sorts_the_list_by_kind() {
        let parts = parts(&site("")).unwrap();
        let names = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(" ");
        assert_eq!(names(&parts.host), "index.html js/app.js views/views.json");
        assert_eq!(names(&parts.glue), "pkg/hamyar.js");
        assert_eq!(names(&parts.wasm), "pkg/hamyar_bg.wasm");
        assert_eq!(names(&parts.data), "data/package.bin");
        assert_eq!(names(&parts.fonts), "fonts/a.woff2");
    }

    #[test]
    fn a_file_that_the_site_lacks_is_named() {
        let error = parts(&site("js/app.js")).unwrap_err();
        assert!(error.to_string().contains("js/app.js"), "{error}");
    }
}
