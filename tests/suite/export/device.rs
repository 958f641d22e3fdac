//! What the desk gives away of a set that pages opened: as its tables state it, with nothing counted.

use hamyar::calendar::Day;
use hamyar::diag::Bilingual;
use hamyar::export::{as_stated, data_package};
use hamyar::ingest::{Descriptor, Files, read_package};
use hamyar::model::{Dataset, ObservationId, Revision, keep_confirmed};
use hamyar::pack;
use hamyar::tabulate::tabulate;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::open_data::{example, open_data};

const DIGEST: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/// As pages open a set, and as its tables state it.
fn opened(mut stated: Dataset) -> [Dataset; 2] {
    stated.sources.iter_mut().for_each(|(_, one)| one.imprint.sha256 = DIGEST.to_owned());
    let mut counted = stated.clone();
    tabulate(&mut counted);
    for data in [&mut stated, &mut counted] {
        keep_confirmed(data);
    }
    [pack::read(&pack::write(&counted)).unwrap(), stated]
}

fn ids(data: &Dataset) -> Vec<&ObservationId> {
    data.observations.keys().collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn what_the_desk_gives_away_has_its_digests_and_no_count() {
    let mut counts = 0;
    for fixture in [open_data(), example()] {
        let [mut device, stated] = opened(fixture.read().unwrap().value.dataset);
        let shown = pack::write(&device);
        counts += device.observations.len() - stated.observations.len();
        let digests = stated.sources.values().map(|one| (one.id.as_str(), DIGEST));
        as_stated(&mut device, digests, |id| stated.observations.contains_key(id));
        assert_eq!(ids(&device), ids(&stated));
        assert_eq!(device.sources, stated.sources);

        // With the tables that no page opens beside them, the files say what was published.
        let Dataset { registers, rules, codes, measures, groups, .. } = stated;
        let whole = Dataset { registers, rules, codes, measures, groups, ..device };
        let files: Files = data_package(&whole).into_iter().collect();
        let descriptor: Descriptor =
            serde_json::from_slice(files.get("datapackage.json").unwrap()).unwrap();
        let read = read_package(&descriptor, &files).unwrap();
        assert_eq!(read.diagnostics, []);
        let mut back = read.value.dataset;
        assert_eq!(back.sources, whole.sources);
        tabulate(&mut back);
        assert_eq!(pack::write(&back), shown, "each count is told once");
    }
    assert!(counts > 100, "{counts} counts");
}

/// A cell of a census table has no row among the figures, and what this device told has a revision.
#[wasm_bindgen_test(unsupported = test)]
fn what_is_printed_in_a_table_or_told_on_the_device_stays() {
    let [mut device, stated] = opened(example().read().unwrap().value.dataset);
    let is_count = |id: &&ObservationId| !stated.observations.contains_key(id);
    let count = device.observations.keys().find(is_count).unwrap().clone();
    device.revisions.push(Revision {
        observation: count.clone(),
        recorded: Day(30_000),
        change: 1,
        by: Bilingual::default(),
        reason: Bilingual::default(),
        before: None,
    });
    as_stated(&mut device, std::iter::empty(), |id| stated.observations.contains_key(id));
    assert!(device.observations.contains_key(&count));
    assert_eq!(device.observations.len(), stated.observations.len() + 1);
}
