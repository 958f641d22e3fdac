//! What a table says of its figures beside the number: how settled they are, what sets them apart, every digit.

use std::rc::Rc;

use hamyar::diag::Bilingual;
use hamyar::export::{
    TableFormat, answer_csv, answer_json, answer_xlsx, data_package_in, json_stat,
};
use hamyar::ingest::{Descriptor, Files, read_package};
use hamyar::model::{Dataset, Observation, Revision, Status};
use hamyar::query::{Answer, By, Columns, Index, Query, columns, run};
use hamyar::text::Lang;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::fixture::{dataset, observation};
use crate::suite::ingest::open_data::open_dataset;

/// One more than the last whole number that doubles tell from its neighbours.
const LONG: &str = "9007199254740993";

fn jobs(id: &str, code: &str, value: &str, status: Status, scope: [&str; 2]) -> Observation {
    let scope = Bilingual::new(scope[0], scope[1]);
    Observation { status, scope, ..observation(id, "jobs", code, "1400", value) }
}

fn data() -> Dataset {
    let urban = ["شهری", "urban"];
    let mut data = dataset(vec![
        jobs("a", "0101", "10", Status::Provisional, urban),
        jobs("b", "0102", "20", Status::Confirmed, urban),
        jobs("c", "0201", "30", Status::Confirmed, ["", ""]),
        jobs("d", "0202", "40", Status::Estimated, ["", ""]),
    ]);
    data.revisions.push(change(&data, "d"));
    data.name_codes();
    data
}

fn change(data: &Dataset, id: &str) -> Revision {
    let before = data.observations.values().find(|one| one.id.as_str() == id).cloned().unwrap();
    Revision {
        observation: before.id.clone(),
        recorded: hamyar::calendar::Day(19_000),
        change: 1,
        by: Bilingual::default(),
        reason: Bilingual::default(),
        before: Some(before),
    }
}

fn asked(data: &Dataset, level: &str) -> Answer {
    let text = format!(
        r#"{{"measure": "jobs", "by": ["area"], "areas": {{"level": "{level}"}}, "periods": ["1400"]}}"#
    );
    run(data, &serde_json::from_str::<Query>(&text).unwrap())
}

fn column<'a>(table: &'a Columns, name: &str) -> Vec<&'a str> {
    let place = table.columns.iter().position(|one| *one == name).unwrap();
    table.rows.iter().map(|row| row[place].as_str()).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn every_row_tells_how_settled_it_is_and_what_sets_it_apart() {
    let data = data();
    let table = columns(&data, &asked(&data, "county"));
    assert_eq!(column(&table, "status"), ["provisional", "", "", "estimated revised"]);
    assert_eq!(column(&table, "scope"), ["شهری / urban", "شهری / urban", "", ""]);
    let sums = columns(&data, &asked(&data, "province"));
    assert_eq!(column(&sums, "status"), ["provisional", "estimated revised"]);
    assert_eq!(column(&sums, "scope"), ["شهری / urban", ""]);
}

/// A sum over the columns, whose row names no evidence, says the same as one that was searched for.
#[wasm_bindgen_test(unsupported = test)]
fn a_sum_of_columns_tells_it_too() {
    for status in [Status::Confirmed, Status::Provisional] {
        let one = |id, code| jobs(id, code, "10", status, ["شهری", "urban"]);
        let mut data = dataset(vec![one("a", "0101"), one("b", "0102")]);
        for _ in 0..2 {
            let query = Query {
                measure: hamyar::model::MeasureId::new("jobs"),
                by: vec![By::Period],
                ..Query::default()
            };
            let table = Index::new(Rc::new(data.clone())).run(&query).table();
            let searched = columns(&data, &run(&data, &query));
            for name in ["value", "status", "scope"] {
                assert_eq!(column(&table, name), column(&searched, name));
            }
            assert_eq!(column(&table, "scope"), ["شهری / urban"]);
            data.revisions.push(change(&data, "b"));
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_files_have_columns_for_it_where_something_is_to_be_said() {
    let data = data();
    let told = answer_csv(&data, &asked(&data, "county"), Lang::En);
    assert!(told.contains(",What sets it apart,jobs (person),How settled it is,"), "{told}");
    assert!(told.contains("urban,10,Provisional,"), "{told}");
    assert!(told.contains(",40,Estimated; Revised,"), "{told}");
    let fa = answer_csv(&data, &asked(&data, "county"), Lang::Fa);
    assert!(fa.contains("وضعیت رقم") && fa.contains("شهری,10,موقت,"), "{fa}");
    let open = open_dataset();
    let query = r#"{"measure": "population_total", "by": ["area"], "areas": {"level": "province"}, "periods": ["1395"]}"#;
    let settled = run(&open, &serde_json::from_str(query).unwrap());
    let plain = answer_csv(&open, &settled, Lang::En);
    assert!(!plain.contains("How settled it is") && !plain.contains("What sets it apart"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_cell_of_a_cube_has_its_status_and_its_scope() {
    let mut data = data();
    let about = data.observations.values().next().cloned().unwrap();
    let about = crate::suite::fixture::qualified(about, hamyar::model::Qualifier::About);
    data.observations.insert(about.id.clone(), about);
    let cube: Value =
        serde_json::from_str(&json_stat(&data, &asked(&data, "county"), Lang::En)).unwrap();
    assert_eq!(cube["status"], json!({"0": "about,provisional", "3": "estimated,revised"}));
    let labels = &cube["extension"]["status"]["label"];
    assert_eq!(labels["about,provisional"], "About, Provisional");
    assert_eq!(cube["extension"]["scope"], json!({"0": "urban", "1": "urban"}));
    let by_scope = r#"{"measure": "jobs", "by": ["period", "scope"]}"#;
    let answer = run(&data, &serde_json::from_str::<Query>(by_scope).unwrap());
    let cube: Value = serde_json::from_str(&json_stat(&data, &answer, Lang::En)).unwrap();
    assert!(cube["id"].as_array().unwrap().contains(&json!("scope")), "{cube}");
    assert!(cube["extension"].get("scope").is_none());
}

/// A number that no double holds keeps every digit in each form, and is read back as it was.
#[wasm_bindgen_test(unsupported = test)]
fn no_digit_of_a_long_number_is_lost() {
    let data = dataset(vec![
        jobs("a", "0101", LONG, Status::Confirmed, ["", ""]),
        jobs("b", "0102", "999999999999999", Status::Confirmed, ["", ""]),
    ]);
    let answer = asked(&data, "county");
    let list = answer_json(&data, &answer, Lang::En);
    assert!(list.contains(&format!("\"jobs (person)\": {LONG}")), "{list}");
    let rows: Value = serde_json::from_str(&list).unwrap();
    assert_eq!(rows[0]["exact"], json!({"jobs (person)": LONG}));
    assert!(rows[1].get("exact").is_none());
    let text = json_stat(&data, &answer, Lang::En);
    assert!(text.contains(&format!("[{LONG}, 999999999999999]")), "{text}");
    let cube: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(cube["extension"]["exact"], json!({"0": LONG}));
    let book = String::from_utf8_lossy(&answer_xlsx(&data, &answer, Lang::En)).into_owned();
    assert!(book.contains(&format!("<t xml:space=\"preserve\">{LONG}</t>")));
    assert!(book.contains("<v>999999999999999</v>") && !book.contains(&format!("<v>{LONG}</v>")));
    for format in [TableFormat::Csv, TableFormat::Json] {
        let files: Files = data_package_in(&data, format).into_iter().collect();
        let descriptor = Descriptor::parse(files.get("datapackage.json").unwrap()).unwrap();
        let back = read_package(&descriptor, &files).unwrap().value.dataset;
        let values = back.observations.values().filter_map(|one| one.figure.value());
        let values: Vec<String> = values.map(|value| value.to_string()).collect();
        assert_eq!(values, [LONG, "999999999999999"]);
    }
}
