//! Findings about the package, its files and their headings.

use hamyar::diag::Severity;
use hamyar::ingest::{Descriptor, read_package_telling};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

#[wasm_bindgen_test(unsupported = test)]
fn an_empty_package_is_refused() {
    let mut fixture = Fixture::small();
    fixture.descriptor.resources.clear();
    let found = fixture.refused();
    assert_eq!((found.code, found.position.column.as_str()), ("package/empty", "resources"));
    assert_eq!(Fixture::new("{}", &[]).refused().code, "package/empty");
}

#[wasm_bindgen_test(unsupported = test)]
fn without_figures_or_measures_the_package_is_refused() {
    for file in ["observations.csv", "measures.csv"] {
        let found = Fixture::small().without(file).refused();
        assert_eq!((found.code, found.position.file.as_str()), ("file/missing", file));
    }
    let unnamed = Fixture::small().describe("\"name\": \"observations\"", "\"name\": \"others\"");
    assert_eq!(unnamed.refused().position.file, "datapackage.json");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_missing_file_costs_only_its_rows() {
    let fixture = Fixture::small().without("codes.csv");
    let found = fixture.finds("file/missing", ("codes.csv", 0, ""));
    assert_eq!(found.severity, Severity::Error);
    assert_eq!(fixture.counts(), (34, 0));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_missing_table_costs_the_rows_that_name_it() {
    let fixture = Fixture::small().without("programmes.csv");
    let diagnostics = fixture.read().unwrap().diagnostics;
    let lost = diagnostics.iter().filter(|found| found.code == "cell/unknown-reference").count();
    // O1 to O3 name the programme, O6 is a part of O3, the correction names O2, K1 both O1 and O2.
    assert_eq!((fixture.counts(), lost), ((29, 6), 7));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_unknown_resource_is_a_warning() {
    let fixture = Fixture::small().describe("\"name\": \"codes\"", "\"name\": \"kodes\"");
    let found = fixture.finds("package/unknown-resource", ("codes.csv", 0, ""));
    assert_eq!(found.severity, Severity::Warning);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_resource_that_stands_twice_is_read_once() {
    let fixture = Fixture::small().describe(
        "{ \"name\": \"codes\", \"path\": \"codes.csv\" }",
        "{ \"name\": \"codes\", \"path\": \"codes.csv\" }, { \"name\": \"codes\", \"path\": \"more.csv\" }",
    );
    fixture.finds("package/duplicate-resource", ("more.csv", 0, ""));
    assert_eq!(fixture.counts(), (36, 0));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_path_out_of_the_package_is_not_read() {
    let paths = [
        "../codes.csv",
        "/etc/passwd",
        "https://a.b/codes.csv",
        "//a.b/c",
        "a/../../b",
        "C:\\codes.csv",
        "a\\b",
        "a//b",
        "./a",
        "data:text/csv,a",
        "%2e%2e/codes.csv",
        "codes.csv?x",
        "codes.csv#x",
        "a\u{0}b",
    ];
    for path in paths {
        let mut fixture = Fixture::small();
        fixture.descriptor.resources.last_mut().unwrap().path = path.to_owned();
        fixture.files.insert(path.to_owned(), b"list,code,name_fa\n".to_vec());
        fixture.finds("package/unsafe-path", (path, 0, ""));
        assert!(!fixture.descriptor.paths().any(|safe| safe == path), "{path}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn paths_are_those_that_may_be_fetched() {
    let descriptor: Descriptor = serde_json::from_str(
        r#"{"resources": [{"path": "areas.csv"}, {"path": "../x"}, {"path": "example/areas.csv"}]}"#,
    )
    .unwrap();
    let paths: Vec<&str> = descriptor.paths().collect();
    assert_eq!(paths, ["areas.csv", "example/areas.csv"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn an_empty_file_has_no_heading() {
    let mut fixture = Fixture::small();
    fixture.files.insert("codes.csv".to_owned(), Vec::new());
    fixture.finds("table/empty", ("codes.csv", 0, ""));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_missing_column_costs_the_table() {
    let fixture = Fixture::small().edit("codes.csv", "list,code,", "lists,code,");
    fixture.finds("table/missing-column", ("codes.csv", 1, "list"));
    assert_eq!(fixture.counts(), (34, 2));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_column_that_only_the_schema_names_is_a_warning() {
    let fixture = Fixture::small().edit("group_members.csv", "confidence", "trust");
    let found =
        fixture.finds_among(2, "table/missing-column", ("group_members.csv", 1, "confidence"));
    assert_eq!(found.severity, Severity::Warning);
    let found = fixture.finds_among(2, "table/unknown-column", ("group_members.csv", 1, "trust"));
    assert_eq!(found.severity, Severity::Warning);
    assert_eq!(fixture.counts(), (36, 0));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_heading_that_stands_twice_costs_the_table() {
    let fixture = Fixture::small().edit("codes.csv", "definition_en", "code");
    fixture.finds("table/duplicate-column", ("codes.csv", 1, "code"));
    assert_eq!(fixture.counts(), (34, 2));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_wide_column_must_be_a_measure() {
    let fixture =
        Fixture::small().edit("population.csv", ",population_rural", ",population_rurral");
    let place = ("population.csv", 1, "population_rurral");
    fixture.finds_among(3, "cell/unknown-reference", place);
    assert_eq!(fixture.counts(), (33, 3));
}

#[wasm_bindgen_test(unsupported = test)]
fn data_inside_the_descriptor_are_not_passed_over_in_silence() {
    let inline = "{ \"name\": \"codes\", \"data\": [] }";
    let fixture =
        Fixture::small().describe("{ \"name\": \"codes\", \"path\": \"codes.csv\" }", inline);
    fixture.finds("package/no-path", ("", 0, ""));
    let mut whole = Fixture::small();
    let observations = whole.descriptor.resources.iter_mut().find(|one| one.name == "observations");
    observations.unwrap().path.clear();
    assert_eq!(whole.refused().code, "package/no-path");
}

/// The codes between other signs.
fn parted_by(sign: &str) -> Fixture {
    let resource = "{ \"name\": \"codes\", \"path\": \"codes.csv\"";
    let dialect = format!("{resource}, \"dialect\": {{ \"delimiter\": {sign:?} }}");
    let mut fixture = Fixture::small().describe(resource, &dialect);
    let text = String::from_utf8(fixture.files.get("codes.csv").unwrap().clone()).unwrap();
    fixture.files.insert("codes.csv".into(), text.replace(',', sign).into_bytes());
    fixture
}

#[wasm_bindgen_test(unsupported = test)]
fn cells_are_parted_by_the_delimiter_of_the_dialect() {
    for sign in [",", ";", "|", "\t"] {
        let fixture = parted_by(sign);
        assert_eq!(fixture.read().unwrap().diagnostics, [], "{sign}");
        assert_eq!(fixture.counts(), (36, 0), "{sign}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_delimiter_that_cells_need_for_themselves_is_refused() {
    for sign in ["ab", "،", ".", "@", "x"] {
        parted_by(sign).finds("file/unknown-delimiter", ("codes.csv", 0, ""));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn reading_tells_how_far_it_is() {
    let fixture = Fixture::small().add("codes.csv", &"water,,1,2,دریا,Sea\n".repeat(10_000));
    let all: usize = fixture.files.values().map(Vec::len).sum();
    let long = fixture.files.get("codes.csv").unwrap().len();
    let mut told = Vec::new();
    let tell = &mut |done, of| {
        assert_eq!(of, all);
        told.push(done);
    };
    let read = read_package_telling(&fixture.descriptor, &fixture.files, tell).unwrap();
    let silent = fixture.read().unwrap();
    assert_eq!((read.value.counts, read.diagnostics), (silent.value.counts, silent.diagnostics));
    assert!(told.is_sorted() && told.last() == Some(&all), "{told:?}");
    // After each table, and twice within the one of 10,000 rows, at 4,096 and 8,192 of them.
    assert_eq!(told.len(), fixture.files.iter().count() + 2);
    let within = told.iter().filter(|done| (long / 3..long).contains(done)).count();
    assert_eq!(within, 2, "{told:?} of a table of {long}");
}
