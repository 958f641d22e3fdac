//! The order of rows claims no more than is known.

use hamyar::chart::{Options, Scene, View, layout};
use hamyar::model::{Dataset, Figure, Observation, Qualifier};
use hamyar::number::Decimal;
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation, qualified};
use super::plain;

fn drawn(data: &Dataset, sort: &str, lang: Lang) -> Scene {
    let view = format!(
        r#"{{"query": {{"measure": "jobs", "areas": {{"level": "county"}}, "by": ["area"]}},
        "mark": "bar", "sort": "{sort}"}}"#
    );
    let view: View = serde_json::from_str(&view).unwrap();
    layout(data, &run(data, &view.query), &view, &Options { width: 720.0, lang, direction: None })
}

fn county(code: &str, value: &str, qualifier: Qualifier) -> Observation {
    qualified(observation(code, "jobs", code, "1395", value), qualifier)
}

fn range(code: &str, low: i64, high: i64) -> Observation {
    let mut one = county(code, "1", Qualifier::Exact);
    let (value, upper) = (Decimal::from_int(low), Some(Decimal::from_int(high)));
    one.figure = Figure::Value { value, qualifier: Qualifier::Between, upper };
    one
}

fn values(scene: &Scene) -> Vec<String> {
    scene
        .marks
        .iter()
        .map(|mark| plain(&scene.said[mark.row].tip.value).replace(" person", ""))
        .collect()
}

fn notes(scene: &Scene) -> Vec<&str> {
    let notes = scene.notes.iter().map(String::as_str);
    notes.filter(|note| note.contains("without a sure place") || note.contains("جایشان")).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bound_that_may_be_more_or_less_than_a_row_stands_after_the_others() {
    let data = dataset(vec![
        county("0101", "100", Qualifier::LessThan),
        county("0102", "60", Qualifier::Exact),
        county("0201", "400", Qualifier::MoreThan),
        county("0202", "80", Qualifier::About),
    ]);
    let down = drawn(&data, "descending", Lang::En);
    assert_eq!(values(&down), ["more than 400", "about 80", "60", "fewer than 100"]);
    assert!(notes(&down)[0].ends_with(": 1."), "{:?}", down.notes);
    let up = drawn(&data, "ascending", Lang::En);
    assert_eq!(values(&up), ["60", "about 80", "more than 400", "fewer than 100"]);
    assert!(notes(&drawn(&data, "descending", Lang::Fa))[0].ends_with(": ۱."));
    for sort in ["given", "name"] {
        assert!(notes(&drawn(&data, sort, Lang::En)).is_empty(), "{sort} claims nothing");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bound_that_is_apart_from_all_that_have_a_place_has_one() {
    let data = dataset(vec![
        county("0101", "100", Qualifier::LessThan),
        county("0102", "100", Qualifier::Exact),
        range("0201", 120, 180),
        county("0202", "300", Qualifier::Exact),
    ]);
    let scene = drawn(&data, "descending", Lang::En);
    assert_eq!(values(&scene), ["300", "120 to 180", "100", "fewer than 100"]);
    assert!(notes(&scene).is_empty());
    let data = dataset(vec![
        range("0101", 30, 250),
        county("0102", "100", Qualifier::Exact),
        range("0201", 120, 180),
        county("0202", "300", Qualifier::Exact),
    ]);
    let scene = drawn(&data, "descending", Lang::En);
    assert_eq!(values(&scene), ["300", "120 to 180", "100", "30 to 250"]);
    assert!(notes(&scene)[0].ends_with(": 1."));
    let overlapping = dataset(vec![range("0101", 10, 20), range("0102", 15, 25)]);
    let scene = drawn(&overlapping, "descending", Lang::En);
    assert!(notes(&scene)[0].ends_with(": 2."), "neither has a place before the other");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_column_of_the_table_gives_a_bound_no_place() {
    let data = dataset(vec![
        county("0101", "100", Qualifier::LessThan),
        county("0102", "60", Qualifier::Exact),
        county("0201", "80", Qualifier::About),
    ]);
    let table = drawn(&data, "given", Lang::En).table;
    let column = table.heads.iter().position(|head| head.starts_with("Value")).unwrap();
    assert_eq!(table.places(column), [None, Some(0), Some(1)]);
}

/// Whatever the order in which the rows come: what is said of one number has an order of its own.
#[wasm_bindgen_test(unsupported = test)]
fn bounds_of_one_number_have_one_order() {
    let said = [Qualifier::LessThan, Qualifier::AtMost, Qualifier::AtLeast, Qualifier::MoreThan];
    let codes = ["0101", "0102", "0201", "0202"];
    let drawn = |sort, turn: usize, step: usize| {
        let places = codes.iter().enumerate();
        let rows = places.map(|(place, code)| county(code, "100", said[(place * step + turn) % 4]));
        values(&drawn(&dataset(rows.collect()), sort, Lang::En))
    };
    let mut bounds = ["fewer than 100", "at most 100", "at least 100", "more than 100"];
    for sort in ["ascending", "descending"] {
        for (turn, step) in (0..4).flat_map(|turn| [(turn, 1), (turn, 3)]) {
            assert_eq!(drawn(sort, turn, step), bounds, "{sort} {turn} {step}");
        }
        bounds.reverse();
    }
}
