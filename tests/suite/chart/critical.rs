//! What Chartability calls critical, where a scene answers it; ARCHITECTURE names the check of each of the 14.

use hamyar::chart::Scene;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{labels, scenes};

/// The views of the pages, without the hard cases of the gallery.
fn pages() -> impl Iterator<Item = (&'static str, &'static Scene)> {
    let all = scenes(&[720.0]).filter(|(name, ..)| !name.starts_with("gallery-"));
    all.map(|(name, _, scene)| (name.as_str(), scene))
}

#[wasm_bindgen_test(unsupported = test)]
fn no_text_of_any_chart_is_under_12_px() {
    for (name, _, scene) in scenes(&[360.0, 720.0]) {
        let around = scene.header.iter().chain(&scene.footer);
        for label in labels(scene).chain(around) {
            assert!(label.size.css() >= 12.0, "{name}: {} of {:?}", label.text, label.size);
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn data_density_is_at_most_sixty_marks_unless_more_are_asked_for() {
    let mut seen = 0;
    for (name, scene) in pages() {
        assert!(scene.marks.len() <= 60, "{name}: {} marks", scene.marks.len());
        seen += 1;
    }
    assert!(seen > 100, "{seen}");
}

#[wasm_bindgen_test(unsupported = test)]
fn every_chart_says_its_finding_what_it_shows_and_where_it_is_from() {
    for (name, scene) in pages() {
        let said = [&scene.title, &scene.subtitle, &scene.table.caption, &scene.description.long];
        assert!(said.iter().all(|text| !text.is_empty()), "{name}: {said:?}");
        assert!(!scene.sources.is_empty() && !scene.footer.is_empty(), "{name}: no source");
        let titles = scene.header.iter().map(|label| label.text.as_str());
        let titles: Vec<&str> = titles.collect();
        // A picture or a drawing that leaves the page takes its title along.
        let first = scene.title.split(' ').next().unwrap();
        assert!(titles.iter().any(|text| text.contains(first)), "{name}: {titles:?}");
    }
}

/// Short and plain: twenty words a sentence in the mean, and none beyond reading in one breath.
#[wasm_bindgen_test(unsupported = test)]
fn sentences_are_short() {
    for lang in ["Fa", "En"] {
        let (mut sentences, mut words, mut longest) = (0, 0, 0);
        for (_, scene) in pages().filter(|(name, _)| name.contains(&format!(" {lang} "))) {
            let texts = [&scene.title, &scene.subtitle, &scene.description.long];
            let notes = scene.notes.iter();
            for text in texts.into_iter().chain(notes) {
                let ends = |letter: char| matches!(letter, '؛' | ';' | '؟' | '?' | '!' | '\n');
                let parts = text.split(ends).flat_map(|part| part.split(". "));
                for part in parts.filter(|part| !part.trim().is_empty()) {
                    let count = part.split_whitespace().count();
                    sentences += 1;
                    words += count;
                    longest = longest.max(count);
                }
            }
        }
        assert!(sentences > 200, "{lang}: {sentences}");
        let mean = words as f64 / f64::from(sentences);
        assert!(mean <= 20.0, "{lang}: {mean} words a sentence, at most {longest}");
    }
}
