//! An answer as JSON-stat: its shape by the letter of the format, and every value at its place.

use hamyar::calendar::Period;
use hamyar::export::json_stat;
use hamyar::model::*;
use hamyar::number::Decimal;
use hamyar::query::{Answer, By, Coverage, Query, Row, run};
use hamyar::text::Lang;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::open_data::{example_dataset, open_dataset};

fn parsed(dataset: &Dataset, answer: &Answer, lang: Lang) -> Value {
    let text = json_stat(dataset, answer, lang);
    assert_eq!(text, json_stat(dataset, answer, lang));
    let document = serde_json::from_str(&text).unwrap();
    assert_shape(&document, answer);
    document
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

/// What the format demands of any dataset, and that each row stands in a cell of its own.
fn assert_shape(document: &Value, answer: &Answer) {
    assert_eq!((&document["version"], &document["class"]), (&"2.0".into(), &"dataset".into()));
    assert!(document.get("updated").is_none());
    let ids = texts(&document["id"]);
    let sizes: Vec<u64> =
        document["size"].as_array().unwrap().iter().map(|one| one.as_u64().unwrap()).collect();
    assert_eq!(ids.len(), sizes.len());
    for (id, size) in ids.iter().zip(&sizes) {
        let category = &document["dimension"][id]["category"];
        let index = texts(&category["index"]);
        assert_eq!(index.len() as u64, *size, "{id}");
        let labels = category["label"].as_object().unwrap();
        assert_eq!(labels.len() as u64, *size, "{id}");
        assert!(index.iter().all(|one| !labels[*one].as_str().unwrap().is_empty()), "{id}");
    }
    let cells = document["value"].as_array().unwrap();
    assert_eq!(cells.len() as u64, sizes.iter().product::<u64>());
    let with_value = answer.rows.iter().filter(|row| row.figure.value().is_some()).count();
    assert_eq!(cells.iter().filter(|cell| !cell.is_null()).count(), with_value);
    let roles = document["role"].as_object().unwrap();
    let named: Vec<&str> = roles.values().flat_map(texts).collect();
    assert!(named.iter().all(|role| ids.contains(role)));
    let cell = |place: &String| place.parse::<usize>().unwrap() < cells.len();
    assert!(document["status"].as_object().unwrap().keys().all(cell));
}

/// The cell of some categories.
fn cell(document: &Value, wanted: &[(&str, &str)]) -> usize {
    let mut cell = 0;
    for id in texts(&document["id"]) {
        let index = texts(&document["dimension"][id]["category"]["index"]);
        let place = wanted.iter().find(|(dimension, _)| *dimension == id);
        let place = place.map_or(0, |(_, one)| index.iter().position(|it| it == one).unwrap());
        cell = cell * index.len() + place;
    }
    cell
}

fn population() -> Query {
    Query {
        measure: MeasureId::new("population_total"),
        areas: serde_json::from_str::<Query>(
            r#"{"measure": "population_total", "areas": {"level": "province"}}"#,
        )
        .unwrap()
        .areas,
        by: vec![By::Area, By::Period],
        ..Query::default()
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_population_of_the_provinces_is_a_cube_of_places_and_periods() {
    let dataset = open_dataset();
    let answer = run(&dataset, &population());
    let document = parsed(&dataset, &answer, Lang::En);
    assert_eq!(texts(&document["id"])[..3], ["measure", "area", "period"]);
    assert_eq!(document["role"]["time"], serde_json::json!(["period"]));
    assert_eq!(document["role"]["geo"], serde_json::json!(["area"]));
    assert_eq!(document["role"]["metric"], serde_json::json!(["measure"]));
    let measure = &document["dimension"]["measure"]["category"];
    assert_eq!(measure["unit"]["population_total"]["label"], "people");
    assert_eq!(measure["unit"]["population_total"]["decimals"], 0);
    let at = cell(&document, &[("area", "01@1395"), ("period", "1395")]);
    let row = answer.rows.iter().find(|row| row.key.area == Some(AreaId::new("01@1395"))).unwrap();
    assert_eq!(document["value"][at].to_string(), row.figure.value().unwrap().to_string());
    assert_eq!(document["extension"]["evidence"][at.to_string()][0], row.evidence[0].as_str());
    let period = &document["dimension"]["period"];
    assert_eq!(texts(&period["category"]["index"]), ["1390", "1395"]);
    assert_eq!(period["extension"]["gregorian"]["1395"], "2016-03-20/2017-03-20");
    assert!(document["source"].as_str().unwrap().contains("Statistical Centre of Iran"));
}

#[wasm_bindgen_test(unsupported = test)]
fn every_kind_of_question_keeps_the_shape_in_both_languages() {
    let (open, example) = (open_dataset(), example_dataset());
    for dataset in [&open, &example] {
        for measure in dataset.measures.keys() {
            for by in [vec![], vec![By::Area, By::Period], vec![By::Observation]] {
                let query = Query { measure: measure.clone(), by, ..Query::default() };
                let answer = run(dataset, &query);
                parsed(dataset, &answer, Lang::Fa);
                parsed(dataset, &answer, Lang::En);
            }
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn all_printed_figures_at_once_are_told_one_by_one() {
    let dataset = open_dataset();
    let mut rows = Vec::new();
    for id in dataset.observations.keys().filter(|id| !id.as_str().contains('/')) {
        let mut query = Query::default();
        query.filter.observations = vec![id.clone()];
        rows.extend(run(&dataset, &query).rows);
    }
    assert_eq!(rows.len(), 283);
    let answer = Answer { rows, ..Answer::default() };
    let document = parsed(&dataset, &answer, Lang::En);
    assert_eq!(texts(&document["id"]), ["row"]);
    assert_eq!(document["role"]["metric"], serde_json::json!(["row"]));
    let units = document["dimension"]["row"]["category"]["unit"].as_object().unwrap();
    assert_eq!(units.len(), answer.rows.len());
}

fn row(area: &str, period: Option<&str>, figure: Figure) -> Row {
    let key = hamyar::query::Key {
        area: (!area.is_empty()).then(|| AreaId::new(area)),
        period: period.map(|id| Period::parse(id).unwrap()),
        ..Default::default()
    };
    Row {
        key,
        measure: MeasureId::new("paid"),
        figure,
        unit: UnitId::new("rial"),
        coverage: Coverage::default(),
        working: None,
        evidence: Vec::new(),
        references: Vec::new(),
        rank: None,
    }
}

fn stated(value: &str, qualifier: Qualifier, upper: Option<&str>) -> Figure {
    let decimal = |text: &str| Decimal::parse(text).unwrap();
    Figure::Value { value: decimal(value), qualifier, upper: upper.map(decimal) }
}

#[wasm_bindgen_test(unsupported = test)]
fn values_are_exact_and_what_is_missing_or_bounded_says_so() {
    let digits = "123456789012345678.123456789012345678";
    let rows = vec![
        row("a", Some("1401-05"), stated(digits, Qualifier::Exact, None)),
        row("a", Some("1400"), stated("-0.50", Qualifier::About, None)),
        row("b", Some("1400"), stated("42000", Qualifier::MoreThan, None)),
        row("b", Some("1401-05"), stated("1", Qualifier::Between, Some("2.5"))),
        row("c", Some("1400"), Figure::Missing(Missing::Withheld)),
    ];
    let answer = Answer { rows, ..Answer::default() };
    let dataset = Dataset::default();
    let text = json_stat(&dataset, &answer, Lang::Fa);
    // Periods stand in the order of time, although the later one is told first.
    assert!(
        text.contains(&format!("\"value\": [-0.50, {digits}, 42000, 1, null, null]")),
        "{text}"
    );
    let document = parsed(&dataset, &answer, Lang::Fa);
    let status =
        serde_json::json!({"0": "about", "2": "more_than", "3": "between", "4": "withheld"});
    assert_eq!(document["status"], status);
    let bounds = &document["extension"]["bounds"];
    assert_eq!(bounds["2"], serde_json::json!({"low": {"value": 42000, "included": false}}));
    assert_eq!(bounds["3"]["high"], serde_json::json!({"value": 2.5, "included": true}));
    assert_eq!(bounds.as_object().unwrap().len(), 2);
    assert_eq!(document["dimension"]["measure"]["category"]["unit"]["paid"]["decimals"], 18);
}

#[wasm_bindgen_test(unsupported = test)]
fn rows_that_no_field_tells_apart_each_keep_a_cell() {
    let one = || row("a", None, stated("1", Qualifier::Exact, None));
    let answer = Answer { rows: vec![one(), one()], ..Answer::default() };
    let document = parsed(&Dataset::default(), &answer, Lang::En);
    assert_eq!(texts(&document["id"]), ["measure", "area", "row"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn nothing_is_a_dataset_too_and_says_what_was_refused() {
    let dataset = open_dataset();
    let query = Query { measure: MeasureId::new("no such"), ..Query::default() };
    let document = parsed(&dataset, &run(&dataset, &query), Lang::En);
    assert_eq!(document["extension"]["refused"][0]["code"], "query/unknown-measure");
}

#[wasm_bindgen_test(unsupported = test)]
fn made_up_data_say_so() {
    let dataset = example_dataset();
    let measure = dataset.observations.values().next().unwrap().measure.clone();
    let query = Query { measure, by: vec![By::Observation], ..Query::default() };
    let document = parsed(&dataset, &run(&dataset, &query), Lang::En);
    assert_eq!(document["note"][0], hamyar::chart::example_mark(Lang::En));
}

/// Codes that figures are divided by are a dimension with the words of their list.
#[wasm_bindgen_test(unsupported = test)]
fn codes_are_a_dimension_with_their_words() {
    let mut dataset = example_dataset();
    dataset.name_codes();
    hamyar::tabulate::tabulate(&mut dataset);
    let measure = MeasureId::new("coops_troubled_closing");
    let query = Query { measure, by: vec![By::CoopActivity, By::Period], ..Query::default() };
    let document = parsed(&dataset, &run(&dataset, &query), Lang::En);
    let activity = &document["dimension"]["coop_activity"];
    assert_eq!(activity["label"], "Field of the cooperative");
    assert_eq!(activity["category"]["label"]["credit"], "Credit");
    assert_eq!(texts(&document["id"]), ["measure", "area", "period", "scenario", "coop_activity"]);
}
