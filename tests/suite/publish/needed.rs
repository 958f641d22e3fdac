//! What a page fetches of the data: less than all of them, and as much as its chart can be asked for.

use hamyar::chart::{Options, Scene, View, layout};
use hamyar::model::Dataset;
use hamyar::pack::{read, write_for_pages};
use hamyar::publish::{is_enough, needed};
use hamyar::query::run;
use hamyar::spec::{FromSpec, Value};
use hamyar::text::Lang;
use serde_json::json;
use std::collections::BTreeMap;

use super::super::ingest::open_data::example_dataset;
use super::{VIEWS, open};

fn scene(dataset: &Dataset, spec: &serde_json::Value) -> Scene {
    let spec: Value = serde_json::from_value(spec.clone()).unwrap();
    let view = View::read(&spec).unwrap();
    let options = Options { width: 640.0, lang: Lang::Fa, direction: None };
    layout(dataset, &run(dataset, &view.query), &view, &options)
}

/// A view as it is, and as readers narrow it: to a stretch of time, to places, to codes.
fn narrowed(spec: &serde_json::Value) -> Vec<serde_json::Value> {
    let mut all = vec![spec.clone()];
    if spec["query"]["measure"].is_string() {
        for (place, field, value) in [
            ("", "during", json!(["1390/1396"])),
            ("", "during", json!(["1400/1403"])),
            ("areas", "within", json!(["24"])),
            ("areas", "within", json!(["X1"])),
            ("areas", "codes", json!(["23", "00"])),
            ("areas", "level", json!("county")),
        ] {
            let mut one = spec.clone();
            let query = &mut one["query"];
            if place.is_empty() {
                query[field] = value
            } else {
                query[place][field] = value
            }
            all.push(one);
        }
    }
    all
}

#[test]
fn every_view_narrowed_or_not_is_drawn_of_what_its_page_fetches_as_of_all_data() {
    let example = example_dataset();
    let packed = |dataset: &Dataset| write_for_pages(dataset.clone());
    let wholes = [open(), &example].map(|dataset| (dataset, packed(dataset)));
    let wholes = wholes.map(|(dataset, bytes)| (dataset, bytes.len(), read(&bytes).unwrap()));
    let views: BTreeMap<String, serde_json::Value> = serde_json::from_str(VIEWS).unwrap();
    let mut shares = Vec::new();
    for (place, (name, spec)) in views.iter().enumerate() {
        let (whole, size, all) = &wholes[usize::from(spec["data"] == "example")];
        let value: Value = serde_json::from_value(spec.clone()).unwrap();
        let part = needed(whole, &value);
        assert!(is_enough(&View::read(&value).unwrap(), whole, &part), "{name}");
        let bytes = packed(&part);
        shares.push(bytes.len() as f64 / *size as f64);
        let some = read(&bytes).unwrap();
        // Each view is narrowed in one way, and each way meets many views.
        let ways = narrowed(spec);
        let spec = &ways[place % ways.len()];
        assert_eq!(scene(&some, spec), scene(all, spec), "{name}: {spec}");
    }
    shares.sort_by(f64::total_cmp);
    assert!(shares.last().unwrap() < &0.8 && shares[shares.len() / 2] < 0.3, "{shares:?}");
}

#[test]
fn a_part_that_lacks_figures_or_words_of_a_view_is_not_enough() {
    let views: BTreeMap<String, Value> = serde_json::from_str(VIEWS).unwrap();
    let view = View::read(&views["population"]).unwrap();
    assert!(!is_enough(&view, open(), &needed(open(), &views["s4-paid-planned"])));
    let mut nameless = needed(open(), &views["population"]);
    nameless.sources.clear();
    assert!(!is_enough(&view, open(), &nameless));
}
