//! Areas that had come to an end when the period of an order began.

use hamyar::model::{AreaId, DirectiveId};
use hamyar::tabulate::standings;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::open_data::example;

/// Who is expected to report on a year, of the counties of the example.
fn expected(year: &str, reports: &str) -> Vec<AreaId> {
    let order = format!("XC,شهرستان‌ها,Counties,EXAMPLE,{year}-01-15,P2M,county,,{year},");
    let mut fixture = example().add("directives.csv", &order);
    if !reports.is_empty() {
        fixture = fixture.add("submissions.csv", reports);
    }
    let data = fixture.read().unwrap().value.dataset;
    let orders = &data.registers.directives;
    let order = orders.iter().find(|one| one.id == DirectiveId::new("XC")).unwrap();
    standings(&data, order).into_iter().map(|one| one.area).collect()
}

fn has(areas: &[AreaId], code: &str) -> bool {
    areas.contains(&AreaId::new(format!("{code}@1395")))
}

#[wasm_bindgen_test(unsupported = test)]
fn row_2_a_county_that_was_merged_away_is_not_expected() {
    let early = expected("1397", "");
    assert!(has(&early, "X113") && has(&early, "X114"));
    let later = expected("1399", "");
    assert!(!has(&later, "X113"), "it is a part of X110 since 1398");
    assert!(has(&later, "X114"), "it is split in the middle of that year");
    let last = expected("1400", "");
    assert!(!has(&last, "X114") && has(&last, "X104"), "a new name is no end");
    assert_eq!((early.len() - later.len(), later.len() - last.len()), (1, 1));
    // What it sends all the same is counted, and V17 tells of it.
    let head = "XC,X113@1395,1399-02-01,yes,40,40";
    assert!(has(&expected("1399", head), "X113"));
}
