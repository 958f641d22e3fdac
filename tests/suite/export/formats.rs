//! Every package of the repository leaves in each form and comes back equal on the canonical form.

use hamyar::export::{TableFormat, data_package_in};
use hamyar::ingest::{Descriptor, Files, read_package};
use hamyar::model::Dataset;
use hamyar::pack;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::open_data::{example, open_data};
use crate::suite::ingest::small_dataset;
use crate::suite::registers::example as registers;

/// The packages, as their tables state them.
fn packages() -> [Dataset; 4] {
    let [open, example, registers] =
        [open_data(), example(), registers()].map(|one| one.read().unwrap().value.dataset);
    [open, example, registers, small_dataset()]
}

fn files(dataset: &Dataset, format: TableFormat) -> Files {
    data_package_in(dataset, format).into_iter().collect()
}

/// One file that holds all rows, as the standard allows.
fn in_one_file(mut files: Files) -> Files {
    let mut descriptor: Value =
        serde_json::from_slice(files.get("datapackage.json").unwrap()).unwrap();
    for resource in descriptor["resources"].as_array_mut().unwrap() {
        let fields = resource.as_object_mut().unwrap();
        let path = fields.remove("path").unwrap();
        let rows = files.remove(path.as_str().unwrap()).unwrap();
        fields.insert("data".to_owned(), serde_json::from_slice(&rows).unwrap());
    }
    files.insert("datapackage.json".to_owned(), descriptor.to_string().into_bytes());
    assert_eq!(files.len(), 1);
    files
}

fn read(files: &Files) -> Dataset {
    let descriptor = Descriptor::parse(files.get("datapackage.json").unwrap()).unwrap();
    let read = read_package(&descriptor, files).unwrap();
    assert_eq!(read.diagnostics, []);
    read.value.dataset
}

#[wasm_bindgen_test(unsupported = test)]
fn row_7_every_package_comes_back_equal_from_every_form() {
    for stated in packages() {
        let canonical = pack::write(&stated);
        let [csv, json] = [TableFormat::Csv, TableFormat::Json].map(|form| files(&stated, form));
        for written in [csv, json.clone(), in_one_file(json)] {
            let back = read(&written);
            assert_eq!(pack::write(&back), canonical, "{}", stated.name);
            assert_eq!(back.registers, stated.registers);
            assert_eq!(
                (back.rules, back.corrections),
                (stated.rules.clone(), stated.corrections.clone())
            );
            assert_eq!(back.sources, stated.sources);
        }
    }
}

/// Of 100,000 texts that begin with any of what spreadsheets pass over and run.
#[test]
fn no_text_of_100_000_becomes_a_formula_and_numbers_stay_numbers() {
    const BEGINNINGS: [&str; 24] = [
        "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " ", "\n", "\u{A0}", "\u{2003}",
        "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{202E}", "\u{2066}", "'",
        "1", "الف",
    ];
    let mut random = crate::suite::text::random::Random(1405);
    for _ in 0..100_000 {
        let count = random.below(5);
        let mut text: String = (0..count).map(|_| *random.pick(&BEGINNINGS)).collect();
        text.push_str(&random.text());
        let field = hamyar::export::neutralise(&text);
        let begins = |one: char| {
            !(one.is_whitespace() && !matches!(one, '\t' | '\r')
                || matches!(one, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'))
        };
        let first = field.chars().find(|one| begins(*one));
        let runs =
            matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'));
        let is_number = field
            .trim_start_matches(['+', '-'])
            .chars()
            .all(|one| one.is_numeric() || ".,٫٬٪%".contains(one));
        assert!(!runs || is_number, "{text:?} became {field:?}");
        // Nothing but marks of direction and the apostrophe before it came or went.
        let kept = |text: &str| {
            text.chars().filter(|one| !matches!(one, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')).collect::<String>()
        };
        assert!(
            field == kept(&text) || field == format!("'{}", kept(&text)),
            "{text:?} became {field:?}"
        );
    }
}
