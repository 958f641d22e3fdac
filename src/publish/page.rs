//! The pages: one for each chart, and one that lists them. They are read without a script; where scripts run, the chart of a
//! page comes alive.

use super::assets::{Assets, Look, Missing, Package, Sealed};
use super::downloads::Drawn;
use super::servers::policy;
use super::words::{Words, address, other, words};
use super::{File, alone, frame};
use crate::chart::{Scene, example_mark};
use crate::diag::Bilingual;
use crate::render::Markup;
use crate::spec::Value;
use crate::text::{Lang, pick};

/// The name of the page that lists the charts.
pub(super) const INDEX: &str = "index";
/// The name of the page that makes snippets.
pub(super) const BUILDER: &str = "builder";

/// What all pages of a language have in common.
#[derive(Clone, Copy)]
pub(super) struct Shell<'a> {
    /// Title of the package.
    pub(super) title: &'a Bilingual,
    pub(super) look: &'a Look,
    pub(super) lang: Lang,
    /// Whether each chart is also a page in one file.
    pub(super) has_alone: bool,
}

/// A page beside its content.
pub(super) struct About<'a> {
    name: &'a str,
    title: &'a str,
    description: &'a str,
    /// What comes alive on it.
    drawn: Option<&'a Drawn<'a>>,
}

impl<'a> About<'a> {
    /// The page of a chart.
    pub(super) fn of(drawn: &'a Drawn<'a>) -> Self {
        let scene = drawn.scene();
        let (title, description) = (&scene.title, &scene.description.short);
        Self { name: drawn.chart().name, title, description, drawn: Some(drawn) }
    }
}

/// A line of the list of charts.
pub(super) struct Entry {
    name: String,
    title: String,
    subtitle: String,
    example: bool,
}

impl Entry {
    pub(super) fn new(name: &str, scene: &Scene) -> Self {
        Self {
            name: name.to_owned(),
            title: scene.title.clone(),
            subtitle: scene.subtitle.clone(),
            example: scene.example,
        }
    }
}

impl Shell<'_> {
    /// The pages of a chart.
    pub(super) fn pages(&self, drawn: &Drawn<'_>) -> [File; 2] {
        let name = drawn.chart().name;
        let pages = [(name, self.chart(drawn)), (&*frame(name), self.frame(drawn))];
        pages.map(|(name, page)| (address(name, self.lang), page.into_bytes()))
    }

    /// A chart as a page in one file.
    ///
    /// # Errors
    /// [`Missing`] where an asset is not there.
    pub(super) fn alone_file(&self, drawn: &Drawn<'_>, assets: &Assets) -> Result<File, Missing> {
        let page = self.alone(drawn, assets)?;
        Ok((address(&alone(drawn.chart().name), self.lang), page.into_bytes()))
    }

    /// The pages about all charts.
    pub(super) fn lists(&self, drawn: &[&Drawn<'_>]) -> [File; 2] {
        let entries: Vec<Entry> =
            drawn.iter().map(|one| Entry::new(one.chart().name, one.scene())).collect();
        let pages = [(INDEX, self.index(&entries)), (BUILDER, self.builder())];
        pages.map(|(name, page)| (address(name, self.lang), page.into_bytes()))
    }

    /// The page of a chart.
    pub(super) fn chart(&self, drawn: &Drawn<'_>) -> String {
        self.page(&About::of(drawn), |page| {
            page.open("p", [("class", "breadcrumb")]);
            page.leaf("a", [("href", &*address(INDEX, self.lang))], self.words().all);
            page.close("p");
            // The heading of the page says the same to the eye.
            page.leaf("h1", [("class", "visually-hidden")], self.title());
            self.living(page, drawn);
            page.leaf("h2", [("class", "visually-hidden")], self.words().files);
            self.downloads(page, drawn);
        })
    }

    /// The chart alone, for a frame in a page of somebody else.
    pub(super) fn frame(&self, drawn: &Drawn<'_>) -> String {
        let name = frame(drawn.chart().name);
        let about = About { name: &name, ..About::of(drawn) };
        let mut page = self.begin(&about, Some(&self.look.inside));
        page.open("body", [("class", "embed")]);
        page.open("main", []);
        page.leaf("h1", [("class", "visually-hidden")], self.title());
        self.living(&mut page, drawn);
        page.close("main");
        end(page)
    }

    /// The figure with its package among the assets.
    fn living(&self, page: &mut Markup, drawn: &Drawn<'_>) {
        let Package { folder, sealed } = drawn.package();
        self.figure(page, drawn, folder, &sealed.integrity);
    }

    /// The figure, inside the element that draws it anew from the package of a folder.
    pub(super) fn figure(
        &self,
        page: &mut Markup,
        drawn: &Drawn<'_>,
        folder: &str,
        integrity: &str,
    ) {
        let chart = drawn.chart();
        let view = specification(chart.spec);
        let language = ("lang", self.lang.code());
        let data = [
            ("name", chart.name),
            ("view", &*view),
            ("src", folder),
            ("integrity", integrity),
            ("linked", "true"),
            language,
        ];
        page.open("hamyar-chart", data);
        page.raw(&drawn.figure());
        page.close("hamyar-chart");
    }

    fn downloads(&self, page: &mut Markup, drawn: &Drawn<'_>) {
        let Words { table, drawing, statistics, .. } = self.words();
        page.open("p", [("class", "actions")]);
        for (ending, word) in [("csv", table), ("svg", drawing), ("json", statistics)] {
            let file = drawn.address(ending);
            page.leaf("a", [("class", "button"), ("href", &*file), ("download", &*file)], word);
        }
        if self.has_alone {
            let file = address(&alone(drawn.chart().name), self.lang);
            let link = [("class", "button"), ("href", &*file), ("download", &*file)];
            page.leaf("a", link, self.words().alone);
        }
        let builder = format!("{}?view={}", address(BUILDER, self.lang), drawn.chart().name);
        page.leaf("a", [("class", "button"), ("href", &*builder)], self.words().embed);
        page.close("p");
    }

    /// The page that lists the charts.
    pub(super) fn index(&self, entries: &[Entry]) -> String {
        let Words { charts, empty, .. } = self.words();
        let about = About { name: INDEX, title: self.title(), description: charts, drawn: None };
        self.page(&about, |page| {
            page.leaf("h1", [], self.title());
            if entries.is_empty() {
                page.leaf("p", [("class", "lead")], empty);
                return;
            }
            page.leaf("h2", [], charts);
            page.open("ul", [("class", "chart-list")]);
            entries.iter().for_each(|entry| self.entry(page, entry));
            page.close("ul");
            page.open("p", [("class", "actions")]);
            let builder = [("class", "button"), ("href", &*address(BUILDER, self.lang))];
            page.leaf("a", builder, self.words().builder);
            page.close("p");
        })
    }

    /// The page that makes snippets for other people's pages.
    fn builder(&self) -> String {
        let Words { builder, all, no_script, .. } = self.words();
        let about = About { name: BUILDER, title: builder, description: builder, drawn: None };
        self.page_with(&about, Some(&self.look.builder), |page| {
            page.open("p", [("class", "breadcrumb")]);
            page.leaf("a", [("href", &*address(INDEX, self.lang))], all);
            page.close("p");
            page.leaf("h1", [], builder);
            page.open("div", [("data-builder", "published")]);
            page.close("div");
            page.open("noscript", []);
            page.leaf("p", [("class", "warning")], no_script);
            page.close("noscript");
        })
    }

    fn entry(&self, page: &mut Markup, entry: &Entry) {
        page.open("li", []);
        page.leaf("a", [("href", &*address(&entry.name, self.lang))], &entry.title);
        if entry.example {
            page.leaf("span", [("class", "badge-example")], example_mark(self.lang));
        }
        page.leaf("p", [("class", "small")], &entry.subtitle);
        page.close("li");
    }

    fn words(&self) -> &'static Words {
        words(self.lang)
    }

    /// Title of the package, in the other language where it has none in this one.
    pub(super) fn title(&self) -> &str {
        let known = [pick(self.title, self.lang), pick(self.title, other(self.lang))];
        known.into_iter().find(|title| !title.is_empty()).unwrap_or(self.words().charts)
    }

    fn page(&self, about: &About<'_>, content: impl FnOnce(&mut Markup)) -> String {
        self.page_with(about, None, content)
    }

    fn page_with(
        &self,
        about: &About<'_>,
        script: Option<&Sealed>,
        content: impl FnOnce(&mut Markup),
    ) -> String {
        let mut page = self.begin(about, script);
        page.open("body", []);
        page.leaf("a", [("class", "skip"), ("href", "#main")], self.words().skip);
        self.header(&mut page, about.name);
        page.open("main", [("id", "main"), ("tabindex", "-1"), ("class", "published")]);
        content(&mut page);
        page.close("main");
        self.footer(&mut page);
        end(page)
    }

    pub(super) fn footer(&self, page: &mut Markup) {
        page.raw("<footer class=\"site-footer\"><div>");
        page.leaf("p", [], self.words().made);
        page.raw("</div></footer>\n");
    }

    /// Up to the body; `also` is a script beside that of the element.
    fn begin(&self, about: &About<'_>, also: Option<&Sealed>) -> Markup {
        let mut page = self.opened();
        self.head(&mut page, about);
        also.into_iter().for_each(|script| module(&mut page, script));
        page.close("head");
        page
    }

    /// Up to the head.
    pub(super) fn opened(&self) -> Markup {
        let mut page = Markup::new(false);
        let direction = self.lang.direction().code();
        page.raw("<!doctype html>\n");
        page.open("html", [("lang", self.lang.code()), ("dir", direction), ("data-theme", "auto")]);
        page
    }

    /// The head, but for what it loads: it stays open.
    pub(super) fn meta(&self, page: &mut Markup, about: &About<'_>, policy: &str) {
        let title = match self.title() {
            package if package == about.title => package.to_owned(),
            package => format!("{} · {package}", about.title),
        };
        page.raw("<head><meta charset=\"utf-8\">\n");
        page.leaf("title", [], &title);
        for (name, content) in [
            ("viewport", "width=device-width, initial-scale=1"),
            ("referrer", "no-referrer"),
            ("description", about.description),
        ] {
            if !content.is_empty() {
                page.open("meta", [("name", name), ("content", content)]);
            }
        }
        page.open("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)]);
    }

    fn head(&self, page: &mut Markup, about: &About<'_>) {
        let Look { style, icon, .. } = self.look;
        self.meta(page, about, &policy());
        page.open("link", [("rel", "icon"), ("href", icon), ("type", "image/svg+xml")]);
        // Not sealed: from a folder on a disk a browser lets in no style sheet whose bytes it is to check.
        page.open("link", [("rel", "stylesheet"), ("href", style)]);
        if let Some(drawn) = about.drawn {
            self.script(page, drawn);
        }
    }

    /// The element, and beside it what it will ask for, so that one does not wait for the other.
    fn script(&self, page: &mut Markup, drawn: &Drawn<'_>) {
        let Look { script, reader, pictures, .. } = self.look;
        let is_rare = drawn.chart().view.is_rare();
        let core = pictures.as_ref().filter(|_| is_rare).unwrap_or(reader);
        // Their hashes are asked for where they are fetched: browsers overlook them here.
        for address in [&core.address, &drawn.package().sealed.address] {
            let (rel, kind) = (("rel", "preload"), ("as", "fetch"));
            page.open("link", [rel, kind, ("crossorigin", "anonymous"), ("href", address)]);
        }
        module(page, script);
    }

    fn header(&self, page: &mut Markup, name: &str) {
        page.raw("<header class=\"site-header\"><div>");
        // The list has it as its heading.
        if name != INDEX {
            let home = address(INDEX, self.lang);
            page.leaf("a", [("class", "brand"), ("href", &*home)], self.title());
        }
        let other = other(self.lang);
        let there = address(name, other);
        // Not in the head as well: search engines take whole addresses alone there, and nobody knows where the folder will lie.
        let link = [
            ("class", "button site-lang"),
            ("href", &*there),
            ("rel", "alternate"),
            ("hreflang", other.code()),
            ("lang", region(other)),
        ];
        page.leaf("a", link, self.words().other);
        page.raw("</div></header>\n");
    }
}

pub(super) fn end(mut page: Markup) -> String {
    page.close("body");
    page.close("html");
    page.finish()
}

/// A script that a browser refuses if a byte of it is another.
fn module(page: &mut Markup, script: &Sealed) {
    let (kind, origin) = (("type", "module"), ("crossorigin", "anonymous"));
    let (address, integrity) = (("src", &*script.address), ("integrity", &*script.integrity));
    page.leaf("script", [kind, address, origin, integrity], "");
}

/// A view without the name of its package, whose address stands beside it.
pub(super) fn specification(spec: &Value) -> String {
    let Value::Fields(fields) = spec else { return String::new() };
    let fields = fields.iter().filter(|(name, _)| name != "data").cloned().collect();
    serde_json::to_string(&Value::Fields(fields)).unwrap_or_default()
}

/// Not the plain code: the style sheet hides what is of the other language on pages that hold both.
const fn region(lang: Lang) -> &'static str {
    match lang {
        Lang::Fa => "fa-IR",
        Lang::En => "en-GB",
    }
}
