//! What the desk gives away of a set that pages opened: as its tables state it, with nothing counted.

use hamyar::calendar::Day;
use hamyar::copies::about_untouched;
use hamyar::diag::Bilingual;
use hamyar::export::{as_stated, data_package};
use hamyar::ingest::{Descriptor, Files, Table, read_package};
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
    counted.tell_corrections();
    tabulate(&mut counted);
    for data in [&mut stated, &mut counted] {
        keep_confirmed(data);
    }
    [pack::read(&pack::write(&counted)).unwrap(), stated]
}

fn note_in(stated: &Dataset) -> impl Fn(&ObservationId) -> Option<Bilingual> {
    |id| stated.observations.get(id).map(|one| one.note.clone())
}

/// That something of a figure was changed on the device.
fn revision(id: &ObservationId) -> Revision {
    Revision {
        observation: id.clone(),
        recorded: Day(30_000),
        change: 1,
        by: Bilingual::default(),
        reason: Bilingual::default(),
        before: None,
    }
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
        as_stated(&mut device, digests, note_in(&stated));
        assert_eq!(ids(&device), ids(&stated));
        assert_eq!(device.sources, stated.sources);

        // With the tables that no page opens beside them, the files say what was published.
        let Dataset { registers, rules, codes, measures, groups, corrections, .. } = stated;
        let whole = Dataset { registers, rules, codes, measures, groups, corrections, ..device };
        let files: Files = data_package(&whole).into_iter().collect();
        let descriptor: Descriptor =
            serde_json::from_slice(files.get("datapackage.json").unwrap()).unwrap();
        let read = read_package(&descriptor, &files).unwrap();
        assert_eq!(read.diagnostics, []);
        let mut back = read.value.dataset;
        assert_eq!(back.sources, whole.sources);
        back.tell_corrections();
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
    device.revisions.push(revision(&count));
    as_stated(&mut device, std::iter::empty(), note_in(&stated));
    assert!(device.observations.contains_key(&count));
    assert_eq!(device.observations.len(), stated.observations.len() + 1);
}

/// What pages tell in the note of a figure goes back into the tables that say it, unless the figure was changed.
#[wasm_bindgen_test(unsupported = test)]
fn corrections_and_notes_go_back_where_they_were_stated() {
    let fixture = open_data();
    let [shown, stated] = opened(fixture.read().unwrap().value.dataset);
    let id = ObservationId::new("O126");
    let note = |data: &Dataset| data.observations[&id].note.en.clone();
    assert!(note(&shown).contains("Misprint; corrected value"), "{}", note(&shown));
    assert!(!note(&stated).contains("Misprint; corrected value"));
    let corrections = Table::parse(fixture.files.get("corrections.csv").unwrap()).unwrap();
    let notes = "id,table,row,column,text_fa\nN1,observations,O126,,الف\nN2,areas,IR@1402,,ب\n\
                 N3,observations,,,پ\nN4,observations,gone,,ت\n";
    let notes = Table::parse(notes.as_bytes()).unwrap();
    let rows = |device: &Dataset, table: &Table| {
        let text = about_untouched(device, table);
        text.lines().skip(1).map(|line| line[..4].to_owned()).collect::<Vec<_>>()
    };

    let mut device = shown.clone();
    as_stated(&mut device, std::iter::empty(), note_in(&stated));
    assert_eq!(note(&device), note(&stated));
    assert_eq!(rows(&device, &corrections), ["O126"]);
    assert_eq!(rows(&device, &notes), ["N1,o", "N2,a", "N3,o"], "no note on a figure that is gone");

    let mut device = shown.clone();
    device.revisions.push(revision(&id));
    as_stated(&mut device, std::iter::empty(), note_in(&stated));
    assert_eq!(note(&device), note(&shown));
    assert_eq!(rows(&device, &corrections), [""; 0]);
    assert_eq!(rows(&device, &notes), ["N2,a", "N3,o"]);
}
