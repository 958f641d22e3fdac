//! What tiles say where they are small.

use hamyar::chart::{Item, Mark, Scene};
use wasm_bindgen_test::wasm_bindgen_test;

use super::scenes;

fn phone(view: &str) -> Vec<(&'static str, &'static Scene)> {
    let all = scenes(&[328.0]).filter(|(name, ..)| name.split(' ').next() == Some(view));
    let all: Vec<_> = all.map(|(name, _, scene)| (name.as_str(), scene)).collect();
    assert_eq!(all.len(), 2, "{view} in both languages");
    all
}

fn words(mark: &Mark) -> Vec<(&str, bool)> {
    let labels = mark.items.iter().filter_map(|item| match item {
        Item::Label(label) => Some((label.text.as_str(), label.bold)),
        Item::Shape { .. } => None,
    });
    labels.collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn every_province_keeps_its_name_on_a_phone() {
    for view in ["overview-rural-map", "s0-monthly-registered", "s0-registered-dey"] {
        for (name, scene) in phone(view) {
            for mark in &scene.marks {
                let names = words(mark).iter().filter(|(_, is_value)| !is_value).count();
                let lines = 1..=2;
                assert!(lines.contains(&names), "{name}: {:?}", scene.said[mark.row].key);
            }
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_province_whose_county_has_no_room_says_that_there_is_one() {
    for (name, scene) in phone("s2-map-status") {
        let mut cut = 0;
        for mark in &scene.marks {
            let words = words(mark);
            // In bold stands the county, the sign for an unknown one, or that of a name without room.
            assert!(words.iter().any(|(_, is_bold)| *is_bold), "{name}: {words:?}");
            cut += usize::from(words.iter().any(|(text, _)| *text == "…"));
        }
        assert!((1..31).contains(&cut), "{name}: {cut}");
    }
}
