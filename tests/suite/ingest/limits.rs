//! What is too much.

use hamyar::diag::Severity;
use hamyar::ingest::{Excess, Resource, Table, TableFault, Unreadable, limits};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

#[wasm_bindgen_test(unsupported = test)]
fn a_file_over_the_limit_refuses_the_package() {
    let mut fixture = Fixture::small();
    fixture.files.insert("codes.csv".to_owned(), vec![b'a'; limits::FILE_BYTES + 1]);
    let found = fixture.refused();
    assert_eq!((found.code, found.position.file.as_str()), ("file/too-large", "codes.csv"));
}

#[wasm_bindgen_test(unsupported = test)]
fn files_over_the_limit_together_refuse_the_package() {
    let mut fixture = Fixture::small();
    for file in ["codes.csv", "tiles.csv", "groups.csv"] {
        fixture.files.insert(file.to_owned(), vec![b'a'; limits::PACKAGE_BYTES / 3 + 1]);
    }
    let found = fixture.refused();
    assert_eq!((found.code, found.position.file.as_str()), ("file/too-large", "datapackage.json"));
}

#[wasm_bindgen_test(unsupported = test)]
fn too_many_tables_refuse_the_package() {
    let mut fixture = Fixture::small();
    let many = std::iter::repeat_n(Resource::default(), limits::RESOURCES);
    fixture.descriptor.resources.extend(many);
    assert_eq!(fixture.refused().code, "file/too-large");
}

#[wasm_bindgen_test(unsupported = test)]
fn rows_and_columns_are_counted() {
    let rows = limits::ROWS as usize;
    assert_eq!(Table::parse("a\n".repeat(rows).as_bytes()).unwrap().rows(), rows - 1);
    let over = Table::parse("a\n".repeat(rows + 1).as_bytes()).unwrap_err();
    assert_eq!(over, Unreadable::TooLarge(Excess::Rows));
    let full = "a,".repeat(limits::COLUMNS - 1);
    assert_eq!(Table::parse(full.as_bytes()).unwrap().headers().len(), limits::COLUMNS);
    let over = Table::parse(format!("{full}a,").as_bytes()).unwrap_err();
    assert_eq!(over, Unreadable::TooLarge(Excess::Columns));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_cell_over_the_limit_costs_its_row() {
    let cell = "x".repeat(limits::CELL_BYTES);
    assert_eq!(Table::parse(format!("a\n{cell}\n").as_bytes()).unwrap().faults(), []);
    let table = Table::parse(format!("a\n{cell}x\n").as_bytes()).unwrap();
    assert_eq!(table.faults(), [(2, TableFault::CellTooLong)]);
    let fixture = Fixture::small().add("codes.csv", &format!("scenario,a,{cell}x,,,"));
    fixture.finds("cell/too-long", ("codes.csv", 4, ""));
}

#[wasm_bindgen_test(unsupported = test)]
fn findings_beyond_the_limit_are_counted_and_keep_their_weight() {
    let bad = limits::FINDINGS + 7;
    let fixture = Fixture::small().add("codes.csv", &"scenario,,x,,,\n".repeat(bad));
    let reported = fixture.read().unwrap();
    assert_eq!(reported.diagnostics.len(), limits::FINDINGS + 1);
    let last = reported.diagnostics.last().unwrap();
    assert_eq!((last.code, last.severity), ("package/more-findings", Severity::Error));
    assert!(last.message.en.contains("7 more") && last.message.fa.contains('۷'), "{last:?}");
    assert_eq!(reported.value.counts.rejected as usize, bad);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_chain_of_20_000_areas_costs_no_stack() {
    let chain = |first_parent: &str| {
        let row = |n: u32| format!("c{n}@1395,c{n},1395,county,c{}@1395,نام,Name,,\n", n - 1);
        let rows: String = (1..20_000).map(row).collect();
        format!("c0@1395,c0,1395,county,{first_parent},نام,Name,,\n{rows}").trim().to_owned()
    };
    let deep = Fixture::small().add("areas.csv", &chain("IR@1395"));
    assert_eq!(deep.counts(), (37, 19_999), "no county stands below another");
    let ring = Fixture::small().add("areas.csv", &chain("c19999@1395"));
    assert_eq!(ring.counts(), (36, 20_000));
    let loose = Fixture::small().add("areas.csv", &chain("nowhere@1395"));
    assert_eq!(loose.counts(), (36, 20_000));
}

/// Lists of a data set are sorted; rows that come in the wrong order must not move them row by row.
#[wasm_bindgen_test(unsupported = test)]
fn many_rows_in_the_wrong_order_are_read_without_a_hang() {
    let mut fixture = Fixture::small();
    let before = fixture.read().unwrap().value.dataset.observations.len();
    let count = 30_000;
    let mut rows = String::new();
    for number in (0..count).rev() {
        rows.push_str(&format!(
            "Z{number:06},facility_amount,01@1395,,1400,actual,,,{number},rial,"
        ));
        rows.push_str("exact,,,confirmed,,,,,S4,p2,1,,,\n");
    }
    fixture.files.get_mut("observations.csv").unwrap().extend(rows.into_bytes());
    let read = fixture.read().unwrap();
    assert_eq!(read.value.dataset.observations.len(), before + count);
}
