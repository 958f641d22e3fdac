//! A data set written as a Data Package and read again is the same on the canonical form.

use std::collections::BTreeSet;

use hamyar::calendar::Day;
use hamyar::diag::{Bilingual, Diagnostic};
use hamyar::export::data_package;
use hamyar::ingest::{Descriptor, Files, Package, Table, read_package};
use hamyar::model::{
    Dataset, Figure, Legend, LegendClass, Locator, Missing, ObservationId, Place, Qualifier,
    Revision, Wording, as_known,
};
use hamyar::number::Decimal;
use hamyar::pack;
use hamyar::tabulate::tabulate;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use super::random;
use crate::suite::ingest::open_data::{example, example_dataset, open_dataset};
use crate::suite::ingest::small_dataset;
use crate::suite::registers::example as registers;

const RANDOM_SETS: u64 = 60;

fn files(dataset: &Dataset) -> Files {
    data_package(dataset).into_iter().collect()
}

fn file<'a>(files: &'a Files, path: &str) -> &'a [u8] {
    files.get(path).unwrap()
}

fn read(files: &Files) -> Package {
    let descriptor: Descriptor = serde_json::from_slice(file(files, "datapackage.json")).unwrap();
    let read = read_package(&descriptor, files).unwrap();
    assert_eq!(read.diagnostics, Vec::<Diagnostic>::new());
    read.value
}

/// The canonical form is the packed bytes; `Debug` says where two data sets differ.
fn assert_comes_back(dataset: &Dataset) {
    let back = read(&files(dataset)).dataset;
    if pack::write(&back) != pack::write(dataset) {
        assert_eq!(format!("{back:#?}"), format!("{dataset:#?}"));
        panic!("the packed bytes differ");
    }
    assert_eq!(back.sources, dataset.sources);
    assert_eq!(back.measures, dataset.measures);
    assert_eq!(back.groups, dataset.groups);
    assert_eq!(back.rules, dataset.rules);
    assert_eq!(back.registers, dataset.registers);
    assert_eq!(back.successions, dataset.successions);
    assert_eq!(back.revisions, dataset.revisions);
    assert_eq!(back.legends, dataset.legends);
    assert_eq!(back.follow_up, dataset.follow_up);
    assert_eq!(back.area_codes, dataset.area_codes);
    assert_eq!(back.corrections, dataset.corrections);
    assert_eq!(back.notes, dataset.notes);
}

/// The packages that have registers, as they were read: nothing of them is counted yet.
#[wasm_bindgen_test(unsupported = test)]
fn single_records_come_back_equal() {
    for fixture in [example(), registers()] {
        let stated = fixture.read().unwrap().value.dataset;
        assert!(!stated.registers.is_empty());
        assert_comes_back(&stated);
        let back = read(&files(&stated)).dataset;
        let counted = |mut dataset: Dataset| {
            tabulate(&mut dataset);
            pack::write(&dataset)
        };
        assert_eq!(counted(back), counted(stated), "the same is counted from them");
    }
}

/// 900 became 910, and before that nothing was there.
#[wasm_bindgen_test(unsupported = test)]
fn what_a_figure_was_comes_back_the_same() {
    let mut dataset = small_dataset();
    let one = dataset.observations.values().next().unwrap().clone();
    let mut earlier = one.clone();
    earlier.figure = Figure::Missing(Missing::Awaited);
    earlier.wording.value = None;
    earlier.wording.upper = None;
    for (recorded, before) in [(18_000, None), (19_000, Some(earlier))] {
        dataset.revisions.push(Revision {
            observation: one.id.clone(),
            recorded: Day(recorded),
            change: 1,
            by: Bilingual::new("اداره، مرکز", "office"),
            reason: Bilingual::new("=نامه", "a \"letter\""),
            before,
        });
    }
    assert_comes_back(&dataset);
    assert_eq!(read(&files(&dataset)).dataset.revisions, dataset.revisions);
}

/// A figure that came, was changed twice on one day, and was withdrawn: only its changes are left.
#[wasm_bindgen_test(unsupported = test)]
fn a_withdrawal_comes_back_with_all_that_stood_there() {
    let mut dataset = small_dataset();
    let is_whole = |id: &ObservationId| {
        dataset.observations.values().any(|one| one.part_of.as_ref() == Some(id))
    };
    let mut known = dataset.observations.values().filter(|one| one.figure.value().is_some());
    let id = known.find(|one| !is_whole(&one.id)).unwrap().id.clone();
    let gone = dataset.observations.remove(&id).unwrap();
    dataset.comparisons.retain(|pair| pair.from != id && pair.to != id);
    dataset.corrections.retain(|one| one.observation != id);
    let mut other = gone.clone();
    other.figure = Figure::exact(Decimal::from_int(7));
    other.wording = Wording { value: Some(Decimal::from_int(7)), upper: None, ..other.wording };
    other.wording.unit = dataset.measures[&other.measure].unit.clone();
    let mut noted = gone.clone();
    noted.note = Bilingual::new("یادداشتی دیگر", "another note");
    let before = [None, Some(gone.clone()), Some(other), Some(noted), Some(gone)];
    for (place, before) in before.into_iter().enumerate() {
        let days = [(18_000, 1), (19_000, 1), (19_000, 2), (19_000, 3), (19_001, 1)];
        dataset.revisions.push(Revision {
            observation: id.clone(),
            recorded: Day(days[place].0),
            change: days[place].1,
            by: Bilingual::new("اداره", "office"),
            reason: Bilingual::default(),
            before,
        });
    }
    assert_comes_back(&dataset);
    let mut back = read(&files(&dataset)).dataset;
    assert_eq!(back.revisions, dataset.revisions);
    let first = dataset.revisions[1].before.clone().unwrap();
    as_known(&mut back, Day(18_999));
    assert_eq!(back.observations.get(&id), Some(&first), "as it was before any change");
}

#[wasm_bindgen_test(unsupported = test)]
fn row_7_the_open_data_come_back_the_same() {
    assert_comes_back(&open_dataset());
}

#[wasm_bindgen_test(unsupported = test)]
fn row_5_marks_and_notes_come_back_the_same() {
    let mut dataset = small_dataset();
    let id = dataset.observations.keys().next().unwrap().clone();
    let one = dataset.observations.get_mut(&id).unwrap();
    one.note = Bilingual::new("از استان بپرسید", "ask the province");
    dataset.follow_up.insert(id.clone());
    assert_comes_back(&dataset);
    let back = read(&files(&dataset)).dataset;
    assert_eq!(back.follow_up.iter().collect::<Vec<_>>(), [&id]);
    assert_eq!(back.observations[&id].note.en, "ask the province");
    let head = |dataset: &Dataset| {
        let files = files(dataset);
        Table::parse(file(&files, "observations.csv")).unwrap().column("follow_up").is_some()
    };
    assert!(head(&dataset) && !head(&small_dataset()), "no empty column where nothing is marked");
}

#[wasm_bindgen_test(unsupported = test)]
fn row_4_a_legend_comes_back_the_same() {
    let class = |from: Option<i64>, to: Option<i64>, name: &str| LegendClass {
        from: from.map(Decimal::from_int),
        to: to.map(Decimal::from_int),
        name: Bilingual::new(name, name),
    };
    let mut dataset = small_dataset();
    let measures: Vec<_> = dataset.measures.keys().cloned().collect();
    let classes = vec![
        class(None, Some(50), "a"),
        class(Some(50), Some(90), "b"),
        class(Some(90), None, "c"),
    ];
    for measure in measures.iter().rev().take(2) {
        dataset.legends.push(Legend::new(measure.clone(), classes.clone()).unwrap());
    }
    assert_comes_back(&dataset);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_example_comes_back_the_same_and_is_still_one() {
    assert!(example_dataset().example);
    // What was counted in each list is no statement, and does not leave.
    assert_comes_back(&Dataset { recounts: Vec::new(), ..example_dataset() });
}

#[wasm_bindgen_test(unsupported = test)]
fn a_corrected_figure_and_the_rows_of_a_census_table_come_back_the_same() {
    let dataset = small_dataset();
    assert_eq!(dataset.corrections.len(), 1);
    let mut locators = dataset.observations.values().map(|one| &one.locator);
    assert!(locators.any(|locator| matches!(locator, Locator::Row(_))));
    assert_comes_back(&dataset);
}

#[wasm_bindgen_test(unsupported = test)]
fn random_data_sets_come_back_the_same() {
    let mut kinds = BTreeSet::new();
    for seed in 0..RANDOM_SETS {
        let dataset = random::dataset(seed);
        assert_comes_back(&dataset);
        for one in dataset.observations.values() {
            kinds.insert(match one.figure {
                Figure::Value { qualifier, .. } => qualifier.code(),
                Figure::Missing(missing) => missing.code(),
            });
            kinds.insert(match one.place {
                Place::Area(_) => "area",
                Place::Group(_) => "group",
                Place::Unplaced => "unplaced",
            });
            kinds.insert(if one.period.is_some() { "period" } else { "no period" });
        }
    }
    assert_eq!(kinds.len(), Qualifier::ALL.len() + Missing::ALL.len() + 3 + 2);
}

#[wasm_bindgen_test(unsupported = test)]
fn nothing_at_all_comes_back_too() {
    assert_comes_back(&Dataset::default());
}

#[wasm_bindgen_test(unsupported = test)]
fn what_was_read_is_written_as_the_same_bytes_again() {
    for dataset in [random::dataset(7), small_dataset()] {
        let first = data_package(&dataset);
        assert_eq!(data_package(&dataset), first);
        assert_eq!(data_package(&read(&files(&dataset)).dataset), first);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_part_whose_whole_was_withdrawn_stays_without_the_link() {
    let mut dataset = small_dataset();
    let id = |id: &str| ObservationId::new(id);
    let whole = dataset.observations.get(&id("O3")).unwrap().part_of.clone().unwrap();
    dataset.comparisons.clear();
    dataset.observations.remove(&whole);
    let back = read(&files(&dataset)).dataset;
    assert_eq!(back.observations[&id("O3")].part_of, None);
    assert_eq!(back.observations.len(), dataset.observations.len());
}

/// The cells of a file by the letter of RFC 4180, without our reader.
fn cells(csv: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    assert!(!quoted && cell.is_empty());
    cells
}

#[wasm_bindgen_test(unsupported = test)]
fn no_cell_is_a_formula_and_no_line_ends_otherwise_than_in_lf() {
    let mut shielded = 0;
    for seed in 0..10 {
        for (path, bytes) in data_package(&random::dataset(seed)) {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.starts_with('\u{FEFF}') && text.ends_with('\n'), "{path}");
            if path == "datapackage.json" {
                continue;
            }
            for cell in cells(&text) {
                let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{FF1D}']);
                assert!(!risky || Decimal::parse(&cell).is_some(), "{path}: {cell}");
                shielded += usize::from(cell.starts_with("'="));
            }
            let lines = text.replace("row\r\nrow\rrow", "");
            assert!(!lines.contains('\r'), "{path}");
        }
    }
    assert!(shielded > 100);
}

#[wasm_bindgen_test(unsupported = test)]
fn our_reader_takes_the_apostrophe_away_only_where_it_hides_a_formula() {
    let table = Table::parse("a,b,c\n'=1,''-x,'quoted'\n'-5,-5,'\n".as_bytes()).unwrap();
    let row = |index| [0, 1, 2].map(|column| table.cell(index, column));
    assert_eq!(row(0), ["=1", "'-x", "'quoted'"]);
    assert_eq!(row(1), ["-5", "-5", "'"]);
}

fn descriptor(dataset: &Dataset) -> Value {
    serde_json::from_slice(file(&files(dataset), "datapackage.json")).unwrap()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

#[wasm_bindgen_test(unsupported = test)]
fn the_descriptor_describes_every_column_in_both_languages() {
    let dataset = open_dataset();
    let (files, descriptor) = (files(&dataset), descriptor(&dataset));
    assert_eq!(descriptor["title_fa"], dataset.title.fa.as_str());
    assert_eq!(list(&descriptor, "resources").len(), 15);
    for resource in list(&descriptor, "resources") {
        let bytes = file(&files, resource["path"].as_str().unwrap());
        assert_eq!(resource["bytes"], bytes.len());
        let fields = list(&resource["schema"], "fields");
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(Table::parse(bytes).unwrap().headers(), names);
        for titled in fields.iter().chain([resource]) {
            assert!(titled["title"].is_string() && titled["title_fa"].is_string(), "{titled}");
        }
        for key in list(&resource["schema"], "primaryKey") {
            assert!(names.contains(&key.as_str().unwrap()));
        }
        assert_eq!(resource["schema"]["missingValues"], serde_json::json!([""]));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_foreign_key_leads_to_a_table_and_its_column() {
    let descriptor = descriptor(&small_dataset());
    let resources = list(&descriptor, "resources");
    let mut keys = 0;
    for resource in resources {
        for key in list(&resource["schema"], "foreignKeys") {
            let target = &key["reference"]["resource"];
            let target = if target == "" { &resource["name"] } else { target };
            let found = resources.iter().find(|one| one["name"] == *target).unwrap();
            assert_eq!(found["schema"]["primaryKey"], serde_json::json!(["id"]), "{key}");
            keys += 1;
        }
    }
    assert_eq!(keys, 33);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_days_of_a_period_stand_beside_it_in_the_gregorian_calendar() {
    let files = files(&open_dataset());
    let table = Table::parse(file(&files, "observations.csv")).unwrap();
    let column = |name: &str| table.column(name).unwrap();
    let of = |id: &str| {
        let rows = 0..table.rows();
        let row = rows.clone().find(|row| table.cell(*row, column("id")) == id).unwrap();
        ["period", "start", "end"].map(|name| table.cell(row, column(name)).to_owned())
    };
    assert_eq!(of("O017"), ["1400", "2021-03-21", "2022-03-20"]);
    assert_eq!(of("O001"), ["1397-09-18", "2018-12-09", "2018-12-09"]);
}
