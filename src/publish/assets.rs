//! Style sheet and fonts, as `cargo xtask build` leaves them, at addresses that name their bytes.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::File;
use crate::render::figure_style;

/// The files of the build that pages need, by their paths in its site.
pub const NEEDED: [&str; 4] = [STYLE, ICON, FONTS[0], FONTS[1]];

const STYLE: &str = "hamyar.css";
const ICON: &str = "icons/hamyar.svg";
const FONTS: [&str; 2] =
    ["fonts/vazirmatn-arabic-wght-normal.woff2", "fonts/vazirmatn-latin-wght-normal.woff2"];

/// What is not among the assets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing(pub &'static str);

/// Where the files lie that every page names.
pub(super) struct Look {
    pub(super) style: String,
    pub(super) icon: String,
}

/// The bytes of what the build left, by path.
#[derive(Clone, Debug, Default)]
pub struct Assets(pub BTreeMap<String, Vec<u8>>);

impl Assets {
    /// The files of the site, and where those lie that pages name.
    ///
    /// # Errors
    /// [`Missing`] where one of [`NEEDED`] is not there, or the style sheet is no text.
    pub(super) fn files(&self) -> Result<(Vec<File>, Look), Missing> {
        let style = self.bytes(STYLE)?.to_vec();
        let mut style = String::from_utf8(style).map_err(|_| Missing(STYLE))?;
        let mut files = vec![self.file(ICON)?];
        for path in FONTS {
            let font = self.file(path)?;
            // The style sheet lies beside its fonts.
            style = style.replace(path, font.0.trim_start_matches(FOLDER));
            files.push(font);
        }
        style.push_str(&figure_style());
        style.push_str(PAGES);
        let style = addressed(STYLE, style.into_bytes());
        let look = Look { style: style.0.clone(), icon: self.file(ICON)?.0 };
        files.push(style);
        Ok((files, look))
    }

    fn file(&self, path: &'static str) -> Result<File, Missing> {
        Ok(addressed(path, self.bytes(path)?.to_vec()))
    }

    fn bytes(&self, path: &'static str) -> Result<&[u8], Missing> {
        self.0.get(path).map(Vec::as_slice).ok_or(Missing(path))
    }
}

const FOLDER: &str = "assets/";

/// Rules for what only published pages have.
const PAGES: &str = "\
.published{max-width:888px}
.published>.breadcrumb{margin-bottom:12px}
.site-header:has(.site-lang)>div{justify-content:space-between}
.site-header .site-lang{flex:none;margin-inline-start:auto}
@media (max-width:720px){.site-header:has(.site-lang) .brand{font-size:16px;line-height:26px;padding-block:8px}}
.chart-list{display:grid;gap:18px}
.chart-list a{font-weight:700}
.chart-list .badge-example{margin:0;margin-inline-start:10px}
.figure>details>summary{font-size:14px;min-height:44px;line-height:44px}
";

/// At `assets/NAME.HASH.ending`: whoever has it once never asks for it again.
fn addressed(path: &str, bytes: Vec<u8>) -> File {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let hash = Sha256::digest(&bytes);
    let hash: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    (format!("{FOLDER}{stem}.{hash}.{ending}"), bytes)
}
