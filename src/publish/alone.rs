//! A page that holds all it needs in one file: it is drawn from a disk as from a server, and asks nobody for anything.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::assets::{ALONE, Assets, FONTS, ICON, Missing, PICTURES, READER};
use super::compressed::gzip;
use super::downloads::Drawn;
use super::page::{About, Shell, end};
use super::servers::hash_of;
use crate::render::{Markup, svg_style};

/// What a page holds beside its words.
pub(super) struct Held {
    style: String,
    script: String,
    icon: String,
    /// Paths as the script asks for them, and their bytes, compressed and in letters.
    files: Vec<(String, String)>,
    /// Of Trusted Types.
    policy: &'static str,
}

impl Held {
    /// The style sheet with its fonts, a script of the assets, and the core.
    ///
    /// # Errors
    /// [`Missing`] where one of them is not there, or the script would end before its end.
    pub(super) fn new(assets: &Assets, script: &str, is_rare: bool) -> Result<Self, Missing> {
        let core = if is_rare { PICTURES } else { READER };
        let mut style = assets.style()?;
        for path in FONTS {
            let letters = STANDARD.encode(assets.bytes(path)?);
            let name = path.rsplit('/').next().unwrap_or(path);
            style = style.replace(path, &format!("data:font/woff2;base64,{letters}#{name}"));
        }
        let icon = format!("data:image/svg+xml;base64,{}", STANDARD.encode(assets.bytes(ICON)?));
        let code = assets.text(script)?;
        let is_inert = !["</script", "<!--"].iter().any(|end| code.to_lowercase().contains(end));
        if !is_inert || style.contains("</") {
            return Err(Missing(script.to_owned()));
        }
        let mut held = Self { style, script: code, icon, files: Vec::new(), policy: "'none'" };
        held.hold(core, assets.bytes(core)?);
        Ok(held)
    }

    /// A script that makes a policy of its own for Trusted Types.
    pub(super) const fn with_policy(mut self) -> Self {
        self.policy = "hamyar";
        self
    }

    /// Holds one more file.
    pub(super) fn hold(&mut self, path: &str, bytes: &[u8]) {
        self.files.push((path.to_owned(), STANDARD.encode(gzip(bytes))));
    }

    /// What may run and be seen: what stands in the page, and nothing else.
    pub(super) fn policy(&self) -> String {
        let [style, drawing] = [&*self.style, &*svg_style()].map(hash_of);
        format!(
            "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {style} {drawing}; \
             font-src data:; img-src data: blob:; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'; trusted-types {}",
            hash_of(&self.script),
            self.policy
        )
    }

    /// Icon and style, for the head.
    pub(super) fn head(&self, page: &mut Markup) {
        page.open("link", [("rel", "icon"), ("href", &*self.icon)]);
        page.raw("<style>");
        page.raw(&self.style);
        page.raw("</style>\n");
    }

    /// The files, and the script that reads them, for the end of the body.
    pub(super) fn tail(&self, page: &mut Markup) {
        for (path, letters) in &self.files {
            page.open("script", [("type", "text/plain"), ("data-file", path)]);
            page.raw(letters);
            page.close("script");
        }
        page.raw("<script type=\"module\">");
        page.raw(&self.script);
        page.raw("</script>\n");
    }
}

/// The folder of a package, as the page names it; its script stands for one a folder deeper.
const FOLDER: &str = "../data/";

impl Shell<'_> {
    /// A chart alone in a file.
    ///
    /// # Errors
    /// [`Missing`] where an asset is not there.
    pub(super) fn alone(&self, drawn: &Drawn<'_>, assets: &Assets) -> Result<String, Missing> {
        let chart = drawn.chart();
        let mut held = Held::new(assets, ALONE, chart.view.is_rare())?;
        held.hold("data/package.bin", chart.package);
        let mut page = self.opened();
        self.meta(&mut page, &About::of(drawn), &held.policy());
        held.head(&mut page);
        page.close("head");
        page.open("body", []);
        page.raw("<header class=\"site-header\"><div>");
        page.leaf("span", [("class", "brand")], self.title());
        page.raw("</div></header>\n");
        page.open("main", [("class", "published")]);
        page.leaf("h1", [("class", "visually-hidden")], &drawn.scene().title);
        self.figure(&mut page, drawn, FOLDER, "");
        page.close("main");
        self.footer(&mut page);
        held.tail(&mut page);
        Ok(end(page))
    }
}
