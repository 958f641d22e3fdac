//! Tables as JSON: the same rows, codes and row numbers as those of a file of cells.

use hamyar::diag::Severity;
use hamyar::ingest::{Descriptor, Files, Table, TableFault, Unreadable, limits, read_package};
use hamyar::model::Dataset;
use hamyar::pack;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

fn clean(fixture: &Fixture) -> Dataset {
    let read = fixture.read().unwrap();
    assert!(read.diagnostics.is_empty(), "{:#?}", read.diagnostics);
    read.value.dataset
}

/// The rows of a table as JSON would write them.
fn records(csv: &[u8], as_objects: bool) -> String {
    let table = Table::parse(csv).unwrap();
    let cells = |row: usize| (0..table.headers().len()).map(move |column| (row, column));
    let mut rows: Vec<Value> = Vec::new();
    if !as_objects {
        rows.push(json!(table.headers()));
    }
    for row in 0..table.rows() {
        let said = cells(row).map(|(row, column)| table.cell(row, column));
        rows.push(match as_objects {
            true => table.headers().iter().cloned().zip(said.map(Value::from)).collect(),
            false => said.collect(),
        });
    }
    Value::from(rows).to_string()
}

/// The small package with one table written as JSON instead.
fn small_with(name: &str, rows: &str) -> Fixture {
    let mut fixture = Fixture::small();
    let csv = format!("{name}.csv");
    fixture.files.remove(&csv).unwrap();
    let path = format!("{name}.json");
    fixture.files.insert(path.clone(), rows.as_bytes().to_vec());
    let resource = fixture.descriptor.resources.iter_mut().find(|one| one.path == csv).unwrap();
    resource.path = path;
    resource.format = String::new();
    fixture
}

#[wasm_bindgen_test(unsupported = test)]
fn a_package_of_json_is_the_package_of_cells() {
    let small = Fixture::small();
    let expected = pack::write(&clean(&small));
    for as_objects in [true, false] {
        let mut fixture = small.clone();
        for resource in &mut fixture.descriptor.resources {
            let rows = records(fixture.files.get(&resource.path).unwrap(), as_objects);
            fixture.files.remove(&resource.path);
            resource.path = resource.path.replace(".csv", ".json");
            resource.format.clear();
            fixture.files.insert(resource.path.clone(), rows.into_bytes());
        }
        assert_eq!(pack::write(&clean(&fixture)), expected, "objects: {as_objects}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn numbers_are_what_is_written() {
    let rows = br#"[{"a": 10.10, "b": 12345678901234567890.5}, {"a": 1e3, "b": -0.30}]"#;
    let table = Table::parse_json(rows, &[]).unwrap();
    let cells = [(0, 0), (0, 1), (1, 0), (1, 1)].map(|(row, column)| table.cell(row, column));
    assert_eq!(cells, ["10.10", "12345678901234567890.5", "1e3", "-0.30"]);
    assert_eq!(table.numbers(), [2, 3]);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_no_cell_is_told_with_its_row_and_column() {
    let unit = |rest: &str| {
        format!(r#"{{"id": "u", "base": "u", "exponent": 0, "name_fa": "ی", {rest}}}"#)
    };
    let good = Fixture::small().files.get("units.csv").map(|csv| records(csv, true)).unwrap();
    let with = |row: &str| {
        let rows = format!("{},{row}]", good.strip_suffix(']').unwrap());
        small_with("units", &rows)
    };
    let last = u32::try_from(good.matches("\"id\"").count()).unwrap() + 2;
    for bad in ["true", "false", "[1]", r#"{"en": [[[["]"]]]]}"#] {
        let row = unit(&format!(r#""name_en": {bad}"#));
        with(&row).finds("cell/not-a-text", ("units.json", last, "name_en"));
    }
    with(&unit(r#""id": "v""#)).finds("table/duplicate-key", ("units.json", last, "id"));
    with("5").finds("table/not-a-row", ("units.json", last, ""));
    with(r#"["u"]"#).finds("table/not-a-row", ("units.json", last, ""));
    with(&unit(r#""name_en": "\ud800""#)).finds("file/not-utf8", ("units.json", last, ""));
    with(&unit(r#""exponent": 0.5"#).replacen(r#""exponent": 0, "#, "", 1))
        .finds("cell/not-a-number", ("units.json", last, "exponent"));
    // What was read before stays, and the rest is not taken for the whole.
    with("{\"id\": nul}").finds("file/not-json", ("units.json", last, ""));
}

#[wasm_bindgen_test(unsupported = test)]
fn null_is_an_empty_cell_and_is_told_once_for_each_column() {
    let rows = br#"[{"a": "x", "b": null}, {"a": null, "b": null}, {"b": "y"}]"#;
    let table = Table::parse_json(rows, &[]).unwrap();
    assert_eq!((table.cell(0, 1), table.cell(1, 0), table.cell(1, 1)), ("", "", "y"));
    // The second row says nothing, as a blank line does.
    assert_eq!((table.nulls(), table.numbers()), ([(2, 1)].as_slice(), [2, 4].as_slice()));
    let units = Fixture::small().files.get("units.csv").map(|csv| records(csv, true)).unwrap();
    let name = r#""name_en":""#;
    let (before, after) = units.split_once(name).unwrap();
    let (_, rest) = after.split_once('"').unwrap();
    let read = small_with("units", &format!(r#"{before}"name_en":null{rest}"#)).read().unwrap();
    let [only] = read.diagnostics.as_slice() else { panic!("{:?}", read.diagnostics) };
    assert_eq!((only.code, only.severity), ("cell/null", Severity::Note));
    assert_eq!((only.position.row, only.position.column.as_str()), (2, "name_en"));
}

#[wasm_bindgen_test(unsupported = test)]
fn lists_need_a_heading_and_rows_of_its_length() {
    let table = Table::parse_json(br#"[["a", "b"], ["1"], ["1", 2], ["1", 2, 3], {"a": 1}]"#, &[]);
    let table = table.unwrap();
    assert_eq!((table.headers().len(), table.numbers()), (2, [3].as_slice()));
    let faults = [
        (2, TableFault::Ragged { cells: 1 }),
        (4, TableFault::Ragged { cells: 3 }),
        (5, TableFault::NotARow),
    ];
    assert_eq!(table.faults(), faults);
    for bad in ["", "{}", "5", "[[]]", "[[\"a\"", "nul"] {
        assert_eq!(
            Table::parse_json(bad.as_bytes(), &[]).unwrap_err(),
            Unreadable::NotRows,
            "{bad}"
        );
    }
    assert_eq!(Table::parse_json(b"[\"\xFF\"]", &[]).unwrap_err(), Unreadable::NotUtf8);
}

#[wasm_bindgen_test(unsupported = test)]
fn texts_are_read_as_json_writes_them() {
    let rows = r#"[{"a": "\u06a9\ud83d\ude00\n\"\\\/", "ی": "ﻛﺎﻓ"}]"#;
    let table = Table::parse_json(rows.as_bytes(), &[]).unwrap();
    assert_eq!(table.cell(0, 0), "ک😀\n\"\\/");
    // Presentation forms become letters, as in a file of cells.
    let csv = Table::parse("ی\nﻛﺎﻓ\n".as_bytes()).unwrap();
    assert_eq!(table.cell(0, 1), csv.cell(0, 0));
    let empty = Table::parse_json(b" [ ] ", &["id", "value"]).unwrap();
    assert_eq!((empty.headers().len(), empty.rows()), (2, 0));
    for broken in [
        "[{\"a\": \"\n\"}]",
        "[{\"a\": 01}]",
        "[{\"a\": 1,}]",
        "[{\"a\": 1}] x",
        "[{\"a\": .5}]",
        "[{\"a\" 1}]",
        "[{\"a\": \"\\x\"}]",
    ] {
        let table = Table::parse_json(broken.as_bytes(), &[]).unwrap();
        assert_eq!(table.faults().last().unwrap().1, TableFault::NotJson, "{broken}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn hostile_json_is_refused_and_never_a_panic() {
    let deep = format!("[{{\"a\": {}", "[".repeat(2_000_000));
    let table = Table::parse_json(deep.as_bytes(), &[]).unwrap();
    assert_eq!(table.faults(), [(2, TableFault::NotJson)]);
    let closed = format!("[{{\"a\": {}{}}}]", "[".repeat(100_000), "]".repeat(100_000));
    let table = Table::parse_json(closed.as_bytes(), &[]).unwrap();
    assert_eq!(table.faults(), [(2, TableFault::NotText { column: 0 })]);
    let excess =
        |text: String| format!("{:?}", Table::parse_json(text.as_bytes(), &[]).unwrap_err());
    assert_eq!(excess(format!("[{}{{}}]", "{\"a\":1},".repeat(1_000_000))), "TooLarge(Rows)");
    let many: Vec<String> = (0..=limits::COLUMNS).map(|key| format!("\"{key}\": 1")).collect();
    assert_eq!(excess(format!("[{{{}}}]", many.join(","))), "TooLarge(Columns)");
    // Short rows under many keys would take more room than they have bytes.
    let wide = many[1..].join(",");
    assert_eq!(excess(format!("[{{{wide}}}{}]", ",{}".repeat(190_000))), "TooLarge(Bytes)");
    let long = format!("[{{\"a\": \"{}\"}}]", "x".repeat(limits::CELL_BYTES + 1));
    let table = Table::parse_json(long.as_bytes(), &[]).unwrap();
    assert_eq!(table.faults(), [(2, TableFault::CellTooLong)]);
}

/// Cut anywhere, and with any byte in the place of another.
#[wasm_bindgen_test(unsupported = test)]
fn no_cut_and_no_change_of_a_byte_is_a_panic() {
    let rows = "[{\"a\": \"ک\\u06a9\\ud83d\\ude00\", \"b\": -1.5e3}, {\"a\": null, \"b\": [{}]}]";
    let mut unlike = 0;
    for at in 0..rows.len() {
        for byte in [b'"', b'\\', b'{', b'}', b'[', b']', b',', b'0', 0, 0xFF] {
            let mut bytes = rows.as_bytes().to_vec();
            bytes[at] = byte;
            for text in [bytes.as_slice(), bytes.get(..at).unwrap()] {
                let read = Table::parse_json(text, &["a"]);
                unlike += u32::from(read.is_err() || !read.unwrap().faults().is_empty());
            }
        }
    }
    assert!(unlike > 1_000, "{unlike}");
}

fn inline(units: &str) -> Result<Descriptor, hamyar::diag::Error> {
    let text = include_str!("../../fixtures/ingest/small/datapackage.json");
    let mut whole: Value = serde_json::from_str(text).unwrap();
    let resources = whole["resources"].as_array_mut().unwrap();
    let resource = resources.iter_mut().find(|one| one["name"] == "units").unwrap();
    resource.as_object_mut().unwrap().remove("path");
    resource["data"] = json!("here");
    Descriptor::parse(whole.to_string().replace("\"here\"", units).as_bytes())
}

#[wasm_bindgen_test(unsupported = test)]
fn rows_inside_the_descriptor_are_read_from_its_text() {
    let small = Fixture::small();
    let rows = records(small.files.get("units.csv").unwrap(), true);
    let files: Files = small.files.clone();
    let read = read_package(&inline(&rows).unwrap(), &files).unwrap();
    assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
    assert_eq!(pack::write(&read.value.dataset), pack::write(&clean(&small)));
    let bad = rows.replacen("\"exponent\":\"0\"", "\"exponent\":0.50", 1);
    assert_ne!(bad, rows);
    let read = read_package(&inline(&bad).unwrap(), &files).unwrap();
    let first = &read.diagnostics[0];
    assert_eq!(
        (first.code, first.position.file.as_str()),
        ("cell/not-a-number", "datapackage.json")
    );
    assert_eq!((first.position.row, first.position.column.as_str()), (2, "exponent"));
    assert!(first.message.en.contains("0.50"), "{}", first.message.en);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_broken_descriptor_names_its_line() {
    let code = |text: &[u8]| Descriptor::parse(text).unwrap_err().0;
    let broken = code(b"{\"name\": \"x\",\n \"resources\": [}");
    assert_eq!(broken.code, "package/not-json");
    assert!(broken.message.en.contains("line 2") && broken.message.fa.contains('۲'));
    assert_eq!(code(&vec![b'['; 1_000_000]).code, "package/not-json");
    assert_eq!(code(b"{} {}").code, "package/not-json");
    assert_eq!(code(b"\xFF").code, "file/not-utf8");
    assert_eq!(code(br#"{"resources": 5}"#).position.column, "resources");
    assert_eq!(code(&vec![b' '; limits::FILE_BYTES + 1]).code, "file/too-large");
}
