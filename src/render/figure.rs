//! A chart as a figure of a page that needs no script: what `<hamyar-chart>` shows, before it comes
//! alive or where it never does.
//!
//! Its parts and their classes are those of `www/js/figure/figure.js`, so that one style sheet
//! serves both, and it takes the same room ([`figure_style`] below `www/hamyar.css`). Without a style
//! sheet it is its drawing in light colours (both, where it has two), a table and its sources. It holds no style and no script, so that no policy forbids any of it.

use super::markup::Writer;
use super::palette::tones;
use super::svg::{plot, swatch};
use crate::chart::{Cell, Scene, Table, example_mark, figure_words};

/// The markup of one `<figure>`: title, key, drawing, sources, notes, the whole table, and the chart
/// in words.
///
/// `name` is the name of the view. `narrow` is the same chart laid out for phones; with it the style
/// sheet shows the one that there is room for.
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
/// use hamyar::render::figure;
/// use hamyar::text::Lang;
///
/// let view: View = serde_json::from_str(r#"{"query": {"measure": "jobs", "by": ["area"]}}"#).unwrap();
/// let options = Options { width: 720.0, lang: Lang::En, direction: None };
/// let scene = layout(&dataset, &run(&dataset, &view.query), &view, &options);
/// let markup = figure(&scene, None, "jobs");
/// assert!(markup.starts_with(r#"<figure class="card figure" data-view="jobs""#));
/// assert!(markup.contains("<table>") && markup.contains("900"));
/// ```
pub fn figure(scene: &Scene, narrow: Option<&Scene>, name: &str) -> String {
    let mut writer = Writer::new(false);
    let [table_word, description] = figure_words(scene.lang);
    let state = if scene.marks.is_empty() { "empty" } else { "ready" };
    // Sentences read as their language does, whichever way the plot runs.
    let (lang, dir) = (("lang", scene.lang.code()), ("dir", scene.lang.direction().code()));
    let view = [("class", "card figure"), ("data-view", name), ("data-state", state), lang, dir];
    writer.open("figure", view);
    caption(&mut writer, scene);
    match narrow {
        None => drawing(&mut writer, scene, "drawing"),
        Some(narrow) => {
            drawing(&mut writer, scene, "drawing drawing-wide");
            drawing(&mut writer, narrow, "drawing drawing-narrow");
        }
    }
    sources(&mut writer, scene);
    folded(&mut writer, "table", table_word, |writer| {
        // It scrolls by keys where it is wider than its place.
        let (role, label) = (("role", "region"), ("aria-label", scene.title.as_str()));
        writer.open("div", [("class", "table-scroll"), ("tabindex", "0"), role, label]);
        table(writer, &scene.table);
        writer.close("div");
    });
    folded(&mut writer, "description", description, |writer| {
        writer.element("p", &scene.description.long);
    });
    writer.close("figure");
    writer.finish()
}

fn caption(writer: &mut Writer, scene: &Scene) {
    writer.open("figcaption", []);
    if scene.example {
        writer.leaf("p", [("class", "badge-example")], example_mark(scene.lang));
    }
    writer.leaf("h2", [("data-part", "title")], &scene.title);
    writer.leaf("p", [("data-part", "subtitle")], &scene.subtitle);
    writer.close("figcaption");
}

/// The key and the plot, at one width.
fn drawing(writer: &mut Writer, scene: &Scene, class: &str) {
    writer.open("div", [("class", class)]);
    if !scene.legend.is_empty() {
        writer.open("ul", [("data-part", "legend"), ("class", "legend")]);
        for entry in &scene.legend {
            writer.open("li", []);
            swatch(writer, &entry.swatch);
            writer.text(&entry.text);
            writer.close("li");
        }
        writer.close("ul");
    }
    writer.open("div", [("data-part", "plot"), ("dir", "ltr")]);
    plot(writer, scene);
    writer.close("div");
    writer.close("div");
}

fn sources(writer: &mut Writer, scene: &Scene) {
    writer.open("p", [("data-part", "source")]);
    if !scene.coverage.is_empty() {
        writer.leaf("span", [("class", "coverage")], &scene.coverage);
    }
    for line in &scene.sources {
        writer.element("span", &line.text);
    }
    writer.close("p");
    if !scene.notes.is_empty() {
        writer.open("ul", [("class", "figure-notes")]);
        scene.notes.iter().for_each(|note| writer.element("li", note));
        writer.close("ul");
    }
}

/// What stands behind a word until somebody asks for it, without a script.
fn folded(writer: &mut Writer, part: &str, word: &str, content: impl FnOnce(&mut Writer)) {
    writer.open("details", [("data-part", part)]);
    writer.element("summary", word);
    content(writer);
    writer.close("details");
}

fn table(writer: &mut Writer, table: &Table) {
    writer.open("table", []);
    writer.leaf("caption", [("class", "visually-hidden")], &table.caption);
    writer.open("thead", []);
    writer.open("tr", []);
    for (column, head) in table.heads.iter().enumerate() {
        let is_number =
            table.rows.first().and_then(|row| row.get(column)).is_some_and(|cell| cell.numeric);
        writer.leaf("th", [("scope", "col"), ("class", class(is_number))], head);
    }
    writer.close("tr");
    writer.close("thead");
    writer.open("tbody", []);
    for row in &table.rows {
        writer.open("tr", []);
        let heads = table.heads.iter().map(String::as_str);
        for (column, (cell, head)) in row.iter().zip(heads).enumerate() {
            body_cell(writer, cell, head, column == 0);
        }
        writer.close("tr");
    }
    writer.close("tbody");
    if !table.foot.is_empty() {
        writer.open("tfoot", []);
        writer.open("tr", []);
        writer.leaf("td", [("colspan", &*table.heads.len().to_string())], &table.foot);
        writer.close("tr");
        writer.close("tfoot");
    }
    writer.close("table");
}

/// The head of a column stands beside its cells on phones, where a row is a card.
fn body_cell(writer: &mut Writer, cell: &Cell, head: &str, is_head: bool) {
    let class = ("class", class(cell.numeric));
    if is_head {
        writer.leaf("th", [("scope", "row"), class, ("data-head", head)], &cell.text);
    } else {
        writer.leaf("td", [class, ("data-head", head)], &cell.text);
    }
}

const fn class(is_number: bool) -> &'static str {
    if is_number { "number" } else { "" }
}

/// Rules for the drawings of figures, below `www/hamyar.css`: colours by its custom properties, so
/// that they follow its themes, and which of two drawings is shown.
pub fn figure_style() -> String {
    let mut rules = String::from(DRAWINGS);
    for (name, ..) in tones() {
        for (prefix, property) in [("f", "fill"), ("s", "stroke")] {
            rules.push_str(&format!(".{prefix}-{name}{{{property}:var(--hy-{name})}}"));
        }
    }
    rules.push('\n');
    rules
}

/// No drawing is made smaller than it was laid out for by more than a few percent: its letters would be too small.
pub(super) const DRAWINGS: &str = "\
.drawing svg[role]{display:block;width:100%;height:auto;margin-inline:auto}
.drawing-wide{display:none}
.drawing-narrow svg[role]{max-width:480px}
@media (min-width:760px),print{.drawing-wide{display:block}.drawing-narrow{display:none}}
svg.swatch{flex:none}
";
