//! What pages look with and come alive with, as `cargo xtask build` leaves it, at addresses that name its bytes.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::File;
use crate::render::{figure_sheet, figure_style};

/// The files of the build that pages need, by their paths in its site.
pub const NEEDED: [&str; 11] =
    [STYLE, ICON, FONTS[0], FONTS[1], ELEMENT, INSIDE, FRAME, BUILDER, READER, PICTURES, ALONE];

const STYLE: &str = "hamyar.css";
pub(super) const ICON: &str = "icons/hamyar.svg";
pub(super) const FONTS: [&str; 2] =
    ["fonts/vazirmatn-arabic-wght-normal.woff2", "fonts/vazirmatn-latin-wght-normal.woff2"];
pub(super) const ELEMENT: &str = "embed/hamyar-chart.js";
pub(super) const ALONE: &str = "embed/hamyar-alone.js";
const INSIDE: &str = "embed/hamyar-inside.js";
pub(super) const FRAME: &str = "embed/hamyar-frame.js";
const BUILDER: &str = "embed/hamyar-builder.js";
/// Made here, of the palette.
const SHEET: &str = "embed/hamyar-figure.css";
pub(super) const READER: &str = "pkg/hamyar_bg.wasm";
pub(super) const PICTURES: &str = "pkg/hamyar_pictures_bg.wasm";

/// Stands in the element for where its files lie.
const ADDRESSES: &str = "__HAMYAR_ADDRESSES__";

/// What is not among the assets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing(pub String);

/// Where the files lie that pages name.
pub(super) struct Look {
    pub(super) style: String,
    pub(super) icon: String,
    /// The element, with the hash that a browser holds it against.
    pub(super) script: Sealed,
    /// What a page inside a frame has besides.
    pub(super) inside: Sealed,
    /// What a page around a frame has.
    pub(super) frames: Sealed,
    /// What makes snippets.
    pub(super) builder: Sealed,
    /// How figures look in pages of other people.
    pub(super) sheet: Sealed,
    /// The core that draws most views.
    pub(super) reader: Sealed,
    /// The core that draws the others, where the site has such views.
    pub(super) pictures: Option<Sealed>,
}

/// Where a file lies, and the hash of its bytes as `integrity` has it.
pub(super) struct Sealed {
    pub(super) address: String,
    pub(super) integrity: String,
}

impl Sealed {
    pub(super) fn new((address, bytes): &File) -> Self {
        Self { address: address.clone(), integrity: integrity(bytes) }
    }
}

/// The bytes of what the build left, by path.
#[derive(Clone, Debug, Default)]
pub struct Assets(pub BTreeMap<String, Vec<u8>>);

impl Assets {
    /// The files of the site, and where those lie that pages name; `has_rare` is whether one of its views is drawn by
    /// the core of pictures alone.
    ///
    /// # Errors
    /// [`Missing`] where one of [`NEEDED`] is not there, or what should be text is none.
    pub(super) fn files(&self, has_rare: bool) -> Result<(Vec<File>, Look), Missing> {
        NEEDED.iter().try_for_each(|path| self.bytes(path).map(|_| ()))?;
        let mut style = self.style()?;
        let fonts = [self.file(FONTS[0])?, self.file(FONTS[1])?];
        for (path, (address, _)) in FONTS.iter().zip(&fonts) {
            // The style sheet lies beside its fonts.
            style = style.replace(path, address.trim_start_matches(FOLDER));
        }
        let style = addressed(STYLE, style.into_bytes());
        let [icon, inside, frames, builder, reader] =
            [ICON, INSIDE, FRAME, BUILDER, READER].map(|path| self.file(path));
        let (icon, inside, frames, builder, reader) = (icon?, inside?, frames?, builder?, reader?);
        let sheet = addressed(SHEET, figure_sheet().into_bytes());
        let pictures = if has_rare { Some(self.file(PICTURES)?) } else { None };
        let known = FONTS.into_iter().zip(&fonts).chain([(STYLE, &style), (READER, &reader)]);
        let addresses = addresses(known.chain(pictures.iter().map(|file| (PICTURES, file))));
        let script = self.text(ELEMENT)?.replace(ADDRESSES, &addresses);
        let script = addressed(ELEMENT, script.into_bytes());
        let look = Look {
            style: style.0.clone(),
            icon: icon.0.clone(),
            script: Sealed::new(&script),
            inside: Sealed::new(&inside),
            frames: Sealed::new(&frames),
            builder: Sealed::new(&builder),
            sheet: Sealed::new(&sheet),
            reader: Sealed::new(&reader),
            pictures: pictures.as_ref().map(Sealed::new),
        };
        let own = [style, icon, inside, frames, builder, sheet, reader, script];
        Ok((fonts.into_iter().chain(own).chain(pictures).collect(), look))
    }

    /// The style sheet of pages, which names its fonts as the site does.
    pub(super) fn style(&self) -> Result<String, Missing> {
        let mut style = self.text(STYLE)?;
        style.push_str(&figure_style());
        style.push_str(PAGES);
        Ok(style)
    }

    pub(super) fn text(&self, path: &str) -> Result<String, Missing> {
        String::from_utf8(self.bytes(path)?.to_vec()).map_err(|_| Missing(path.to_owned()))
    }

    fn file(&self, path: &str) -> Result<File, Missing> {
        Ok(addressed(path, self.bytes(path)?.to_vec()))
    }

    pub(super) fn bytes(&self, path: &str) -> Result<&[u8], Missing> {
        self.0.get(path).map(Vec::as_slice).ok_or_else(|| Missing(path.to_owned()))
    }
}

const FOLDER: &str = "assets/";

/// Rules for what only published pages have.
const PAGES: &str = "\
.published{max-width:758px}
.published:has([data-builder]){max-width:1120px}
.published>.breadcrumb{margin-bottom:12px}
@media (max-width:760px){.published hamyar-chart{margin-inline:-16px}:is(.published,.embed) figure.card{margin-inline:0;border-inline:1px solid var(--hy-rule);border-radius:0 0 6px 6px}}
.site-header:has(.site-lang)>div{justify-content:space-between}
.site-header .site-lang{flex:none;margin-inline-start:auto}
@media (max-width:720px){.site-header:has(.site-lang) .brand{font-size:16px;line-height:26px;padding-block:8px}}
.chart-list{display:grid;gap:18px}
.chart-list a{font-weight:700}
.chart-list .badge-example{margin:0;margin-inline-start:10px}
.figure>details>summary{font-size:14px;min-height:44px;line-height:44px}
";

/// What the element reads of where its files lie, to stand inside a text of a script.
fn addresses<'a>(files: impl Iterator<Item = (&'static str, &'a File)>) -> String {
    let entries = files.map(|(path, file)| {
        let Sealed { address, integrity } = Sealed::new(file);
        format!(r#"\"{path}\":[\"{address}\",\"{integrity}\"]"#)
    });
    // A site with pages has a list of them; its bytes are not known yet.
    let pages = r#"\"index.html\":[\"index.html\",\"\"]"#.to_owned();
    format!("{{{}}}", entries.chain([pages]).collect::<Vec<_>>().join(","))
}

/// A package as the element opens it, in a folder that names its bytes.
pub(super) struct Package {
    /// Address of the folder.
    pub(super) folder: String,
    /// The file in it.
    pub(super) sealed: Sealed,
}

impl Package {
    /// Where a package lies, and the file that does.
    pub(super) fn new(bytes: &[u8]) -> (Self, File) {
        let folder = format!("{FOLDER}data.{}/", short_hash(bytes));
        let file = (format!("{folder}package.bin"), bytes.to_vec());
        (Self { folder, sealed: Sealed::new(&file) }, file)
    }
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// At `assets/NAME.HASH.ending`: whoever has it once never asks for it again.
fn addressed(path: &str, bytes: Vec<u8>) -> File {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    (format!("{FOLDER}{stem}.{}.{ending}", short_hash(&bytes)), bytes)
}
