//! Specifications: read field by field, with faults that name their place in both languages.

use hamyar::chart::{Fact, View};
use hamyar::diag::Error;
use hamyar::query::{Derive, Query};
use hamyar::spec::{FromSpec, Value};
use wasm_bindgen_test::wasm_bindgen_test;

fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// Where a specification is at fault, and what is said of it in English.
fn fault<T: FromSpec + std::fmt::Debug>(json: &str) -> (String, String) {
    let fault = T::read(&value(json)).unwrap_err();
    (fault.path().to_owned(), fault.to_string())
}

#[wasm_bindgen_test(unsupported = test)]
fn a_fault_names_its_place_through_objects_and_lists() {
    let (path, message) = fault::<View>(r#"{"query": {"areas": {"level": "village"}}}"#);
    assert_eq!(path, "query.areas.level");
    let levels =
        "write one of country, province, county, district, rural_district, city, settlement";
    assert!(message.ends_with(levels), "{message}");
    let (path, _) = fault::<View>(r#"{"notes": [{"fa": "", "en": ""}, {"fa": ""}]}"#);
    assert_eq!(path, "notes.1.en");
    let (path, _) = fault::<View>(r#"{"encoding": {"classes": ["10", "1e3"]}}"#);
    assert_eq!(path, "encoding.classes.1");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_misspelt_condition_is_refused_rather_than_dropped() {
    let (path, message) = fault::<Query>(r#"{"measure": "jobs", "scenaro": "planned"}"#);
    assert_eq!(path, "scenaro");
    assert!(message.contains("no such property"), "{message}");
    assert_eq!(fault::<Fact>(r#"{"observation": "O017", "stile": "number"}"#).0, "stile");
}

#[wasm_bindgen_test(unsupported = test)]
fn another_kind_of_value_is_refused() {
    for (json, path) in [
        (r#"{"limit": -1}"#, "limit"),
        (r#"{"limit": 1.5}"#, "limit"),
        (r#"{"limit": 65536}"#, "limit"),
        (r#"{"limit": "5"}"#, "limit"),
        (r#"{"unit": 5}"#, "unit"),
        (r#"{"notes": "none"}"#, "notes"),
        (r#"{"query": []}"#, "query"),
        (r#"{"query": {"unreported": 1}}"#, "query.unreported"),
        (r#""bar""#, ""),
    ] {
        assert_eq!(fault::<View>(json).0, path, "{json}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_not_said_keeps_its_default_and_null_says_nothing() {
    assert_eq!(View::read(&value("{}")).unwrap(), View::default());
    let view = View::read(&value(r#"{"query": null, "limit": 7, "unit": null}"#)).unwrap();
    assert_eq!(view, View { limit: 7, ..View::default() });
}

#[wasm_bindgen_test(unsupported = test)]
fn a_derivation_is_a_word_or_a_denominator() {
    let read = |json: &str| Derive::read(&value(json));
    assert_eq!(read(r#""growth""#).unwrap(), Derive::Growth);
    let Derive::Per { measure, factor } =
        read(r#"{"per": {"measure": "population_total", "factor": 1000}}"#).unwrap()
    else {
        panic!("a denominator was given");
    };
    assert_eq!((measure.as_str(), factor), ("population_total", 1000));
    let words = "this word is not known; write one of growth, share, rank";
    let of_the_desk = if cfg!(feature = "desk") { ", achievement, run_rate" } else { "" };
    assert_eq!(fault::<Derive>(r#""groth""#).1, format!("{words}{of_the_desk}"));
    assert_eq!(fault::<Derive>(r#"{"per": {"factor": 10}}"#).0, "per.measure");
}

#[wasm_bindgen_test(unsupported = test)]
fn the_fault_becomes_an_error_in_both_languages() {
    let error: Error = View::read(&value(r#"{"mark": "pie"}"#)).unwrap_err().into();
    assert_eq!((error.0.code, error.0.position.column.as_str()), ("api/argument", "mark"));
    assert!(error.0.message.fa.contains("mark") && error.0.hint.fa.contains("tile_map"));
}
