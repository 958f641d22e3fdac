//! Two figures side by side say what a reader must know of them.

use hamyar::chart::{Fact, Scene, View, evaluate};
use hamyar::model::{ComparisonId, Dataset};
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{LANGS, made, named, open, plain, views};

fn caveat<'a>(data: &'a Dataset, id: &str, lang: Lang) -> &'a str {
    let pair = data.comparisons.iter().find(|pair| pair.id == ComparisonId::new(id)).unwrap();
    match lang {
        Lang::Fa => &pair.caveat.fa,
        Lang::En => &pair.caveat.en,
    }
}

fn pair(id: &str, lang: Lang) -> Scene {
    made(&format!(r#"{{"query": {{"pairs": ["{id}"]}}, "mark": "planned_actual"}}"#), lang)
}

#[wasm_bindgen_test(unsupported = test)]
fn the_caveat_of_a_pair_stands_in_notes_tooltip_table_and_description() {
    for lang in LANGS {
        for id in ["K01", "K02", "K03", "K05", "K06", "K08", "K09", "K10", "K11", "K12"] {
            let (scene, caveat) = (pair(id, lang), caveat(open(), id, lang));
            assert!(!caveat.is_empty(), "{id}");
            assert!(scene.notes.iter().any(|note| note == caveat), "{id}: {:?}", scene.notes);
            for mark in &scene.marks {
                let told =
                    scene.said[mark.row].tip.details.iter().any(|line| line.contains(caveat));
                assert!(told, "{id}: {:?}", scene.said[mark.row].tip.details);
                assert!(scene.said[mark.row].tip.details.len() <= 2, "{id}");
                assert!(
                    scene.table.rows[mark.row].iter().any(|cell| cell.text.starts_with(caveat)),
                    "{id}"
                );
            }
            let whole = caveat.trim_end_matches('.');
            assert_eq!(scene.description.long.matches(whole).count(), 1, "{id}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn of_several_pairs_each_caveat_names_its_pair() {
    for lang in LANGS {
        let scene = named("pairs", lang);
        for id in ["K01", "K02", "K03", "K05"] {
            let caveat = caveat(open(), id, lang);
            let note = scene.notes.iter().find(|note| note.ends_with(caveat)).unwrap();
            assert!(note.len() > caveat.len() + 10, "{id}: {note}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_row_of_a_pair_names_its_place_period_and_own_unit() {
    let scene = named("pairs", Lang::En);
    assert_eq!(scene.table.heads[..4], ["Subject", "Period", "Stage", "Value"]);
    let row: Vec<String> = scene.table.rows[4].iter().map(|cell| plain(&cell.text)).collect();
    assert!(row[0].ends_with("Ardabil"), "{row:?}");
    assert_eq!(row[1..4], ["1402", "Quota", "57 billion tomans"]);
    let rial: Vec<String> = scene.table.rows[2].iter().map(|cell| plain(&cell.text)).collect();
    assert_eq!(rial[3], "4,080 billion rials");
    let one = named("s4-paid-planned", Lang::En);
    assert_eq!(one.table.heads[3], "Value (billion rials)");
    assert_eq!(one.table.rows[0][3].text, "580");
}

#[wasm_bindgen_test(unsupported = test)]
fn every_pair_of_every_view_is_of_one_programme_or_a_part() {
    let data = open();
    let of_open = views().into_values().filter(|view: &View| view.data.is_empty());
    let shown = of_open.flat_map(|view| view.query.pairs);
    for id in shown {
        let pair = data.comparisons.iter().find(|pair| pair.id == id).unwrap();
        let (from, to) = (&data.observations[&pair.from], &data.observations[&pair.to]);
        assert_eq!(from.source, to.source, "{id}");
        assert!(from.programme == to.programme || to.part_of.as_ref() == Some(&pair.from), "{id}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn an_amount_and_a_percentage_are_no_two_bars() {
    let view: View = serde_json::from_str(r#"{"query": {"pairs": ["K04"]}}"#).unwrap();
    let answer = run(open(), &view.query);
    assert!(answer.rows.is_empty());
    assert_eq!(answer.refused[0].code, "query/mixed-units");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_comparison_is_written_in_one_case() {
    for pair in &open().comparisons {
        assert!(pair.label.en.starts_with(|first: char| first.is_lowercase()), "{}", pair.label.en);
    }
}

/// 2,200 of "more than 42,000" is at most 5.24 percent, and never just 5.24.
#[wasm_bindgen_test(unsupported = test)]
fn row_16_a_share_of_a_bound_is_a_bound() {
    let told = |kind: &str, decimals: u8, lang| {
        let fact = serde_json::json!({ kind: ["O020", "O019"], "decimals": decimals });
        let fact: Fact = serde_json::from_value(fact).unwrap();
        evaluate(open(), &fact, lang).unwrap().text
    };
    assert_eq!(told("share", 2, Lang::Fa), "حداکثر\u{A0}۵٫۲۴\u{A0}درصد");
    assert_eq!(told("share", 2, Lang::En), "at most\u{A0}5.24\u{A0}percent");
    assert_eq!(told("share", 1, Lang::En), "at most\u{A0}5.3\u{A0}percent", "rounded outwards");
    let fact = serde_json::json!({ "share": ["O019", "O020"], "decimals": 0 });
    let fact: Fact = serde_json::from_value(fact).unwrap();
    let text = evaluate(open(), &fact, Lang::En).unwrap().text;
    assert_eq!(text, "at least\u{A0}1,909\u{A0}percent");
    let two_bounds = serde_json::json!({ "share": ["O025", "O019"] });
    let two_bounds: Fact = serde_json::from_value(two_bounds).unwrap();
    assert_eq!(evaluate(open(), &two_bounds, Lang::En), None);
}
