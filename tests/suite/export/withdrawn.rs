//! Figures that name one that was withdrawn: the link comes back, and tells what was known before.

use hamyar::calendar::Day;
use hamyar::diag::{Bilingual, Diagnostic};
use hamyar::export::{TableFormat, data_package_in};
use hamyar::ingest::{Descriptor, Files, read_package};
use hamyar::model::{Dataset, ObservationId, Revision, as_known, keep_confirmed};
use hamyar::pack;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::small_dataset;

fn id(id: &str) -> ObservationId {
    ObservationId::new(id)
}

/// Withdraws a figure, with its revision.
fn withdraw(dataset: &mut Dataset, id: &ObservationId) {
    let before = dataset.observations.remove(id);
    dataset.corrections.retain(|one| one.observation != *id);
    dataset.revisions.push(Revision {
        observation: id.clone(),
        recorded: Day(30_000),
        change: 1,
        by: Bilingual::new("اداره", "office"),
        reason: Bilingual::default(),
        before,
    });
}

fn descriptor(files: &Files) -> &[u8] {
    files.get("datapackage.json").unwrap()
}

fn read(files: &Files) -> Dataset {
    let descriptor: Descriptor = serde_json::from_slice(descriptor(files)).unwrap();
    let read = read_package(&descriptor, files).unwrap();
    assert_eq!(read.diagnostics, Vec::<Diagnostic>::new());
    read.value.dataset
}

fn files(dataset: &Dataset, format: TableFormat) -> Files {
    data_package_in(dataset, format).into_iter().collect()
}

fn assert_comes_back(dataset: &Dataset) {
    for format in [TableFormat::Csv, TableFormat::Json] {
        let back = read(&files(dataset, format));
        assert_eq!(pack::write(&back), pack::write(dataset));
        assert_eq!(back.revisions, dataset.revisions);
    }
}

/// The tables with a foreign key to the figures.
fn keys_to_figures(dataset: &Dataset) -> Vec<String> {
    let files = files(dataset, TableFormat::Csv);
    let described: Value = serde_json::from_slice(descriptor(&files)).unwrap();
    let mut keys = Vec::new();
    for resource in described["resources"].as_array().unwrap() {
        for key in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let own = resource["name"].as_str().unwrap();
            let target = key["reference"]["resource"].as_str().unwrap();
            if target == "observations" || (target.is_empty() && own == "observations") {
                keys.push(format!("{own}.{}", key["fields"].as_str().unwrap()));
            }
        }
    }
    keys
}

/// The whole of the part `O3`.
fn whole(dataset: &Dataset) -> ObservationId {
    dataset.observations.get(&id("O3")).unwrap().part_of.clone().unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_part_keeps_its_link_to_a_whole_that_was_withdrawn() {
    let mut dataset = small_dataset();
    let whole = whole(&dataset);
    dataset.comparisons.clear();
    withdraw(&mut dataset, &whole);
    assert_comes_back(&dataset);
    // A change of the part alone is still told by its value.
    let part = dataset.observations.get(&id("O3")).unwrap().clone();
    let before = Some(part.clone());
    let observation = part.id.clone();
    dataset.revisions.push(Revision { observation, before, ..dataset.revisions[0].clone() });
    assert_comes_back(&dataset);

    // On the day before, the two are a whole and its part again, also in what is published.
    keep_confirmed(&mut dataset);
    let mut packed = pack::read(&pack::write(&dataset)).unwrap();
    as_known(&mut packed, Day(29_999));
    assert!(packed.observations.contains_key(&whole));
    assert_eq!(packed.observations.get(&id("O3")).unwrap().part_of, Some(whole));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_pair_of_which_one_was_withdrawn_comes_back() {
    let mut dataset = small_dataset();
    let pair = dataset.comparisons[0].clone();
    withdraw(&mut dataset, &pair.to);
    assert_comes_back(&dataset);
    assert!(read(&files(&dataset, TableFormat::Csv)).comparisons.contains(&pair));
    keep_confirmed(&mut dataset);
    assert!(!dataset.comparisons.contains(&pair), "it shows nothing");
}

/// A foreign key must hold for every program that reads the package.
#[wasm_bindgen_test(unsupported = test)]
fn a_foreign_key_is_stated_only_where_it_holds() {
    let mut dataset = small_dataset();
    let all = ["comparisons.from", "comparisons.to", "observations.part_of"];
    let told = |dataset: &Dataset| {
        keys_to_figures(dataset).into_iter().filter(|key| all.contains(&key.as_str())).count()
    };
    assert_eq!(told(&dataset), 3);
    let whole = whole(&dataset);
    withdraw(&mut dataset, &whole);
    assert!(!keys_to_figures(&dataset).contains(&"observations.part_of".to_owned()));
    assert!(told(&dataset) < 3);
}
