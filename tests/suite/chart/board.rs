//! The board of stages: a stage is a name, never a length.

use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{LANGS, named, plain};

const BOARD: &str = "s0-formation-stages";

#[wasm_bindgen_test(unsupported = test)]
fn every_stage_stands_in_order_with_its_counties() {
    let scene = named(BOARD, Lang::En);
    let names: Vec<&str> = scene.table.rows.iter().map(|row| row[0].text.as_str()).collect();
    assert_eq!(
        names,
        [
            "Request",
            "Founding board",
            "Agreement issued",
            "Membership drive",
            "First assembly",
            "Registered",
            "Licence",
            "Being set up",
            "Operating",
            "Dormant",
            "Troubled",
            "In liquidation",
            "Dissolved",
        ]
    );
    assert_eq!(scene.table.heads[..4], ["Stage", "Detail", "Value", "Area"]);
    let counts: Vec<&str> = scene.table.rows.iter().map(|row| row[2].text.as_str()).collect();
    assert_eq!(counts, ["1", "1", "0", "2", "1", "1", "1", "1", "2", "1", "1", "0", "0"]);
    assert_eq!(scene.table.rows[8][3].text, "Example county 1, Example county 7");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_stalled_or_ended_stands_apart() {
    let scene = named(BOARD, Lang::Fa);
    let apart = |row: usize| !scene.table.rows[row][1].text.is_empty();
    assert_eq!(
        (0..13).map(apart).collect::<Vec<_>>(),
        [[false; 9].as_slice(), &[true; 4]].concat()
    );
    let top = |row: usize| scene.marks[row].target.y.0;
    assert!(top(9) - top(8) > top(8) - top(7), "no room before the first that stalled");
}

#[wasm_bindgen_test(unsupported = test)]
fn no_sentence_ranks_the_stages() {
    for lang in LANGS {
        let scene = named(BOARD, lang);
        let texts =
            [&scene.title, &scene.subtitle, &scene.description.long].map(|text| plain(text));
        for text in &texts {
            for word in ["furthest", "پیش‌تر", "Highest", "بیشترین"] {
                assert!(!text.contains(word), "{text}");
            }
        }
        assert!(
            texts[2].contains(&plain(&scene.said[scene.marks[10].row].tip.heading)),
            "{}",
            texts[2]
        );
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_missing_numerator_keeps_its_kind_and_is_no_missing_denominator() {
    let scene = named("s0-formation-members", Lang::En);
    let values = scene.table.rows.iter().map(|row| row[3].text.as_str());
    let without: Vec<&str> = values.filter(|text| !text.contains(char::is_numeric)).collect();
    assert_eq!(without, ["Not applicable", "Not reported", "Not reported"]);
    assert!(!scene.notes.iter().any(|note| note.contains("denominator")), "{:?}", scene.notes);
    assert!(!scene.title.contains("closest"), "{}", scene.title);
}
