//! Made-up data say so wherever they go, whatever a view calls them.

use hamyar::chart::Scene;
use hamyar::export::table_csv;
use hamyar::render::{Theme, svg};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{LANGS, made, named, scenes};

const QUOTE: char = '"';

/// A view that hides what its data are.
const CUSTOM: &str = r#"{"data": "example", "query": {"measure": "population_total", "by": ["area"]},
    "title": {"fa": "جمعیت شهرستان‌ها", "en": "Population of the counties"},
    "subtitle": {"fa": "نفر", "en": "People"}}"#;

fn is_marked(scene: &Scene) {
    let (word, whole) = match scene.lang {
        Lang::Fa => ("نمونه: ", "نمونه، نه دادهٔ واقعی"),
        Lang::En => ("Example: ", "Example, not real data"),
    };
    assert!(scene.example);
    let text = svg(scene, Theme::Light);
    let document = roxmltree::Document::parse(&text).unwrap();
    let child = |name: &str| {
        let root = document.root_element();
        root.children().find(|node| node.tag_name().name() == name).and_then(|node| node.text())
    };
    assert!(child("title").unwrap().starts_with(word), "{:?}", child("title"));
    assert!(child("desc").unwrap().starts_with(word), "{:?}", child("desc"));
    assert_eq!(scene.header[0].text, whole, "the first line above the plot");
    assert!(document.descendants().any(|node| node.text() == Some(whole)));
    let csv = table_csv(scene);
    let first = csv.trim_start_matches('\u{FEFF}').lines().next().unwrap();
    let last = csv.lines().last().unwrap();
    assert_eq!((first.trim_matches(QUOTE), last.trim_matches(QUOTE)), (whole, whole));
    for text in [&scene.table.caption, &scene.description.short, &scene.description.long] {
        assert!(text.starts_with(word), "{text}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_view_of_the_example_set_is_marked_everywhere() {
    for lang in LANGS {
        is_marked(&made(CUSTOM, lang));
        is_marked(&named("example-monthly-line", lang));
        is_marked(&named("s0-formation-stages", lang));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn true_figures_are_never_called_an_example() {
    for (name, view, scene) in scenes(&[720.0]) {
        assert_eq!(scene.example, !view.data.is_empty(), "{name}");
        let csv = table_csv(scene);
        let marked = csv.contains("نه دادهٔ واقعی") || csv.contains("not real data");
        assert_eq!(marked, scene.example, "{name}");
    }
}
