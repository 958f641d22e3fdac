//! A scene as one standalone SVG document: the same bytes natively and in wasm.
//!
//! Colours stand as presentation attributes, for viewers that read no style sheet; with
//! [`Theme::Auto`] a style sheet in the document also follows a dark or forced-colours viewer.

mod shape;

use self::shape::items;
use super::markup::{Writer, number};
use super::palette::{ink_name, tones};
use crate::chart::{Direction, Ink, Item, Mark, Said, Scene};
use crate::list::{join, join_said};
use crate::spec::coded;

coded! {
    /// Colours of the document.
    #[derive(Default)]
    Theme {
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
        /// Light, and dark where the viewer asks for it.
        #[default]
        Auto = "auto",
    }
}

/// Space around the document, in eighths.
const MARGIN: i32 = 16 * 8;

/// Width and height of a swatch, in eighths.
const SWATCH: [i32; 2] = [18 * 8, 12 * 8];

/// The document of a scene: title, subtitle, key, plot, coverage, sources, notes.
///
/// ```
/// # use hamyar::ingest::{Descriptor, Files, Resource, read_package};
/// #
/// # let tables = [
/// #     ("units", "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n"),
/// #     ("measures", "id,name_fa,name_en,unit,kind,area_rule,time_rule\njobs,شغل,Jobs,person,flow,sum,sum\n"),
/// #     ("areas", "id,code,division,level,parent,name_fa,name_en\nIR@1395,IR,1395,country,,ایران,Iran\n24@1395,24,1395,province,IR@1395,اردبیل,Ardabil\n"),
/// #     ("sources", "id,kind,title_fa,title_en\nS4,press,خبر,News\n"),
/// #     ("observations", "id,measure,area,period,scenario,value,unit,source\nO1,jobs,24@1395,1400,actual,900,person,S4\n"),
/// # ];
/// # let path = |name: &str| format!("{name}.csv");
/// # let resource = |name: &str| Resource { name: name.into(), path: path(name), ..Resource::default() };
/// # let resources = tables.iter().map(|(name, _)| resource(name)).collect();
/// # let files: Files =
/// #     tables.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
/// # let package = read_package(&Descriptor { resources, ..Descriptor::default() }, &files).unwrap();
/// # let dataset = package.value.dataset;
/// use hamyar::chart::{Options, View, layout};
/// use hamyar::query::run;
/// use hamyar::render::{Theme, svg};
/// use hamyar::text::Lang;
///
/// let view: View = serde_json::from_str(r#"{"query": {"measure": "jobs", "by": ["area"]}}"#).unwrap();
/// let options = Options { width: 720.0, lang: Lang::En, direction: None };
/// let scene = layout(&dataset, &run(&dataset, &view.query), &view, &options);
/// let document = svg(&scene, Theme::Light);
/// assert!(document.starts_with("<svg ") && document.contains("<title>"));
/// ```
pub fn svg(scene: &Scene, theme: Theme) -> String {
    let mut writer = Writer::new(theme == Theme::Dark);
    let width = scene.width.0 + 2 * MARGIN;
    let plot_top = MARGIN + scene.header_height.0;
    let foot_top = plot_top + scene.height.0;
    let height = foot_top + scene.footer_height.0 + MARGIN;
    open(&mut writer, scene, width, height);
    // The caption is the title, marked where the data are made up.
    writer.element("title", &scene.table.caption);
    writer.element("desc", &scene.description.long);
    if theme == Theme::Auto {
        writer.style(&svg_style());
    }
    background(&mut writer, width, height);
    group(&mut writer, MARGIN, MARGIN, |writer| {
        items(writer, &scene.header_items);
        for label in &scene.header {
            items(writer, &[Item::Label(label.clone())]);
        }
    });
    group(&mut writer, MARGIN, plot_top, |writer| marks(writer, scene));
    group(&mut writer, MARGIN, foot_top, |writer| {
        for label in &scene.footer {
            items(writer, &[Item::Label(label.clone())]);
        }
    });
    writer.close("svg");
    writer.finish()
}

/// The plot alone as an element of a page, whose words stand around it and whose style sheet has
/// its colours, by class: it brings no style of its own, which a strict policy would not let in.
pub(super) fn plot(writer: &mut Writer, scene: &Scene) {
    open(writer, scene, scene.width.0, scene.height.0);
    writer.element("title", &join_said(&[&scene.title, &scene.description.brief], ". "));
    writer.element("desc", &scene.description.short);
    marks(writer, scene);
    writer.close("svg");
}

/// The swatch of an entry of the key, which stands beside its words.
pub(super) fn swatch(writer: &mut Writer, swatch: &[Item]) {
    writer.begin("svg");
    writer.attribute("class", "swatch");
    writer.attribute("aria-hidden", "true");
    writer.length("width", SWATCH[0]);
    writer.length("height", SWATCH[1]);
    writer.end();
    items(writer, swatch);
    writer.close("svg");
}

/// The plot from below to above.
fn marks(writer: &mut Writer, scene: &Scene) {
    items(writer, &scene.ground);
    for mark in &scene.marks {
        draw_mark(writer, mark, scene.said_of(mark));
    }
    items(writer, &scene.overlay);
}

fn open(writer: &mut Writer, scene: &Scene, width: i32, height: i32) {
    writer.begin("svg");
    writer.attribute("xmlns", "http://www.w3.org/2000/svg");
    writer.attribute("role", "img");
    writer.attribute("lang", scene.lang.code());
    writer.attribute("direction", "ltr");
    writer.length("width", width);
    writer.length("height", height);
    writer.attribute("viewBox", &format!("0 0 {} {}", number(width), number(height)));
    writer.attribute("font-family", "Vazirmatn, Tahoma, sans-serif");
    let direction = if scene.direction == Direction::Rtl { "rtl" } else { "ltr" };
    writer.attribute("data-direction", direction);
    writer.end();
}

fn background(writer: &mut Writer, width: i32, height: i32) {
    writer.begin("rect");
    writer.length("width", width);
    writer.length("height", height);
    color(writer, "fill", Ink::Paper);
    writer.end_empty();
}

fn group(writer: &mut Writer, x: i32, y: i32, content: impl FnOnce(&mut Writer)) {
    writer.begin("g");
    writer.attribute("transform", &format!("translate({} {})", number(x), number(y)));
    writer.end();
    content(writer);
    writer.close("g");
}

fn draw_mark(writer: &mut Writer, mark: &Mark, said: Option<&Said>) {
    writer.begin("g");
    writer.attribute("class", "mark");
    if let Some(said) = said {
        writer.attribute("data-key", &said.key);
    }
    writer.end();
    if let Some(said) = said {
        writer.element("title", &said.tip.spoken);
    }
    items(writer, &mark.items);
    writer.close("g");
}

/// The style sheet of every document of [`Theme::Auto`], which a policy may let in by its hash: rules for every colour in a
/// dark viewer, and system colours where colours are forced.
pub fn svg_style() -> String {
    let mut dark = String::new();
    for (name, _, value) in tones() {
        dark.push_str(&format!(".f-{name}{{fill:{value}}}.s-{name}{{stroke:{value}}}"));
    }
    let mut forced = String::new();
    for (name, ..) in tones() {
        // As on a page: classes are ground, so that words on them are read.
        let is_class = ["seq-", "div-"].iter().any(|kind| name.starts_with(kind));
        let is_class = is_class && !name.starts_with("seq-text");
        let is_ground = is_class || ["paper", "sunken", "selection", "grid"].contains(&name);
        let system = if is_ground { "Canvas" } else { "CanvasText" };
        forced.push_str(&format!(".f-{name}{{fill:{system}}}.s-{name}{{stroke:{system}}}"));
    }
    format!("@media (prefers-color-scheme:dark){{{dark}}}@media (forced-colors:active){{{forced}}}")
}

/// A colour as `fill` or `stroke`, and the class by which a style sheet changes it.
fn color(writer: &mut Writer, property: &str, ink: Ink) {
    writer.attribute(property, writer.color(ink));
    writer.attribute("class", &class(property, ink));
}

/// The class of a colour: `f-ink` as `fill`, `s-ink` as `stroke`.
fn class(property: &str, ink: Ink) -> String {
    let prefix = if property == "fill" { "f-" } else { "s-" };
    join(&[prefix, ink_name(ink)], "")
}
