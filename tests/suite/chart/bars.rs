//! Where bars and their words lie.

use hamyar::chart::{Geometry, Item, Mark, Options, Rect, Scene, View, layout};
use hamyar::model::Dataset;
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation};
use super::LANGS;
use super::labels::{Extent, clashes, extent};

const WIDTHS: [f64; 2] = [328.0, 720.0];

fn drawn(data: &Dataset, lang: Lang, width: f64) -> Scene {
    let view = r#"{"query": {"measure": "stated", "areas": {"level": "county"}, "by": ["area"]},
        "mark": "bar"}"#;
    let view: View = serde_json::from_str(view).unwrap();
    layout(data, &run(data, &view.query), &view, &Options { width, lang, direction: None })
}

/// The value of a bar, which is the last of its labels.
fn words(mark: &Mark) -> Extent<'_> {
    let mut labels = mark.items.iter().filter_map(|item| match item {
        Item::Label(label) => Some(extent(label)),
        Item::Shape { .. } => None,
    });
    labels.next_back().unwrap()
}

fn rectangle(mark: &Mark) -> Rect {
    let found = mark.items.iter().find_map(|item| match item {
        Item::Shape { geometry: Geometry::Rect(area, _), .. } => Some(*area),
        _ => None,
    });
    found.unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_value_below_zero_is_written_beyond_its_bar() {
    let one = |code: &str, value| observation(code, "stated", code, "1395", value);
    let data = dataset(vec![one("0101", "-20.5"), one("0102", "30"), one("0201", "-3")]);
    for lang in LANGS {
        for width in WIDTHS {
            let scene = drawn(&data, lang, width);
            assert_eq!(clashes("below zero", &scene), Vec::<String>::new());
            for (mark, is_below) in scene.marks.iter().zip([true, false, true]) {
                let (bar, words) = (rectangle(mark), words(mark));
                let (left, right) = (bar.x.css(), bar.x.css() + bar.width.css());
                let is_left = is_below == (lang == Lang::En);
                let gap = if is_left { left - words.right } else { words.left - right };
                assert!(gap >= 7.0, "{lang:?} {width} {}: {gap}", words.label.text);
            }
        }
    }
}
