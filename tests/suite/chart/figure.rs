//! A chart as a figure without scripts: all that the living one tells, and nothing that a policy forbids.

use hamyar::chart::{Item, Scene, example_mark};
use hamyar::render::{Theme, figure, svg};
use roxmltree::{Document, Node};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{labels, scenes};

fn texts(root: Node<'_, '_>, name: &str) -> Vec<String> {
    root.descendants().filter(|node| node.tag_name().name() == name).map(text).collect()
}

fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|one| one.text()).collect()
}

fn part<'a, 'i>(root: Node<'a, 'i>, name: &str) -> Node<'a, 'i> {
    root.descendants().find(|node| node.attribute("data-part") == Some(name)).unwrap()
}

/// Each figure with its scene, by the name of that.
fn figures() -> impl Iterator<Item = (&'static str, &'static Scene, String)> {
    scenes(&[720.0]).map(|(name, _, scene)| (name.as_str(), scene, figure(scene, None, name)))
}

#[wasm_bindgen_test(unsupported = test)]
fn every_figure_is_well_formed_and_holds_no_style_script_or_address() {
    for (name, _, markup) in figures() {
        let document = Document::parse(&markup).unwrap_or_else(|error| panic!("{name}: {error}"));
        for node in document.descendants().filter(Node::is_element) {
            assert!(
                !["style", "script", "a", "image", "use"].contains(&node.tag_name().name()),
                "{name}"
            );
            for attribute in node.attributes() {
                let key = attribute.name();
                assert!(
                    !key.starts_with("on") && !["style", "href", "src", "id"].contains(&key),
                    "{name}: {key}"
                );
            }
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_cell_source_note_and_sentence_is_in_the_markup() {
    for (name, scene, markup) in figures() {
        let document = Document::parse(&markup).unwrap();
        let root = document.root_element();
        let plain = |text: &String| text.replace(['\n', '\t', '\r'], " ");
        let rows = scene.table.rows.iter().flatten().map(|cell| plain(&cell.text));
        let cells = scene.table.heads.iter().map(plain).chain(rows);
        let foot = (!scene.table.foot.is_empty()).then(|| plain(&scene.table.foot));
        let found = part(root, "table")
            .descendants()
            .filter(|node| ["th", "td"].contains(&node.tag_name().name()));
        assert_eq!(
            found.map(text).collect::<Vec<_>>(),
            cells.chain(foot).collect::<Vec<_>>(),
            "{name}"
        );
        let coverage = Some(&scene.coverage).filter(|text| !text.is_empty());
        let lines = coverage.into_iter().chain(scene.sources.iter().map(|line| &line.text));
        assert_eq!(
            texts(part(root, "source"), "span"),
            lines.map(plain).collect::<Vec<_>>(),
            "{name}"
        );
        let notes = root.children().find(|node| node.attribute("class") == Some("figure-notes"));
        let notes = notes.map(|node| texts(node, "li")).unwrap_or_default();
        assert_eq!(notes, scene.notes.iter().map(plain).collect::<Vec<_>>(), "{name}");
        assert_eq!(text(part(root, "title")), plain(&scene.title), "{name}");
        let long = texts(part(root, "description"), "p");
        assert_eq!(long, [plain(&scene.description.long)], "{name}");
        let marked = texts(root, "p").iter().any(|text| text == example_mark(scene.lang));
        assert_eq!(marked, scene.example, "{name}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn its_drawing_is_that_of_the_document_and_as_large_as_the_canvas() {
    for (name, scene, markup) in figures() {
        let document = Document::parse(&markup).unwrap();
        let plot = part(document.root_element(), "plot").first_element_child().unwrap();
        let size =
            ["width", "height"].map(|side| plot.attribute(side).unwrap().parse::<f64>().unwrap());
        assert_eq!(size, [scene.width.css(), scene.height.css()], "{name}");
        let inside =
            markup.split("</desc>\n").nth(1).unwrap().split("</svg>\n</div>").next().unwrap();
        assert!(!inside.is_empty() && svg(scene, Theme::Light).contains(inside), "{name}");
        let written = plot.descendants().filter(|node| node.tag_name().name() == "text").count();
        assert_eq!(written, labels(scene).count(), "{name}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn with_a_narrow_drawing_both_stand_in_it_and_one_table() {
    let all: Vec<_> = scenes(&[320.0, 720.0]).collect();
    for (name, view, scene) in scenes(&[720.0]) {
        let narrow = all.iter().find(|(_, other, two)| {
            other == view && two.lang == scene.lang && two.width < scene.width
        });
        let (_, _, narrow) = narrow.unwrap();
        let markup = figure(scene, Some(narrow), name);
        let document = Document::parse(&markup).unwrap();
        let root = document.root_element();
        let plots = root.descendants().filter(|node| node.attribute("data-part") == Some("plot"));
        let widths: Vec<f64> = plots
            .map(|plot| plot.first_element_child().unwrap())
            .map(|svg| svg.attribute("width").unwrap().parse().unwrap())
            .collect();
        assert_eq!(widths, [scene.width.css(), narrow.width.css()], "{name}");
        assert_eq!(texts(root, "table").len(), 1, "{name}");
        let swatches = root.descendants().filter(|node| node.attribute("class") == Some("swatch"));
        let entries = scene.legend.len() + narrow.legend.len();
        assert_eq!(swatches.count(), entries, "{name}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn hostile_names_stay_text() {
    let (_, _, scene) = scenes(&[720.0]).next().unwrap();
    let mut scene = scene.clone();
    let hostile = "<script>alert(1)</script>\"' onload=\"x\" \u{0}&";
    scene.title = hostile.into();
    scene.table.rows[0][0].text = hostile.into();
    if let Some(Item::Label(label)) = scene.overlay.first_mut() {
        label.text = hostile.into();
    }
    let markup = figure(&scene, None, hostile);
    let document = Document::parse(&markup).unwrap();
    assert!(!document.descendants().any(|node| node.has_tag_name("script")));
    let read_back = hostile.replace('\u{0}', "");
    assert_eq!(text(part(document.root_element(), "title")), read_back);
    assert_eq!(document.root_element().attribute("data-view"), Some(&*read_back));
}
