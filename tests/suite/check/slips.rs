//! An amount in another unit than its history: one slip, one finding.

use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::package;
use super::{checked, checked_whole, complaints, verdicts};
use crate::suite::ingest::open_data::example;

/// X030 is 96 billion among 84 and 86.
#[wasm_bindgen_test(unsupported = test)]
fn v12_finds_a_slip_in_the_middle_and_leaves_its_neighbours_alone() {
    let copy =
        example().edit("observations.csv", "disbursed,,96,billion_rial,exact,,,confirmed,example_line,,,,EXAMPLE,not recorded,1,,,\nX031", "disbursed,,96,million_rial,exact,,,confirmed,example_line,,,,EXAMPLE,not recorded,1,,,\nX031");
    let report = checked_whole(&copy);
    assert_eq!(complaints(&report), [("V12", "", Verdict::Fail)]);
    let found = verdicts(&report, "V12")[0];
    assert_eq!(found.observations[0].as_str(), "X030");
    assert!(
        found.message.en.ends_with(
            "from 84\u{a0}billion to 96,000,000 rials: ten or a thousand times, or a tenth or a thousandth, of what is usual in its history; check the unit (rial, toman, million, billion)."
        ),
        "{}",
        found.message.en
    );
    assert!(
        found.message.fa.contains(
            "۹۶٬۰۰۰٬۰۰۰ ریال: ده یا هزار برابر، یا یک دهم یا یک هزارم آنچه در پیشینهٔ آن معمول است؛"
        ),
        "{}",
        found.message.fa
    );
}

/// What is found of amounts of one place, year after year, in billion rials: rule and amount.
fn found(amounts: &[&str]) -> Vec<String> {
    let row = |(year, amount): (usize, &&str)| {
        format!("A{year},amount,07@1395,,{},actual,,{amount},billion_rial,exact,,,X,", 1380 + year)
    };
    let rows: Vec<String> = amounts.iter().enumerate().map(row).collect();
    let report = checked(&package(&rows.iter().map(String::as_str).collect::<Vec<_>>(), &[]));
    let told = report.findings.iter().filter(|one| one.verdict != Verdict::Pass);
    told.map(|one| format!("{} {}", one.rule, one.observations[0])).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn v12_takes_the_spread_of_the_history() {
    let steady = ["100", "112", "95", "120", "108", "130"];
    let with = |more: &[&str]| found(&[&steady[..], more].concat());
    assert_eq!(with(&["13.5", "140"]), ["V12 A6"], "a tenth of what comes next");
    assert_eq!(with(&["1350", "140"]), ["V12 A6"]);
    assert_eq!(with(&["0.135", "140"]), ["V12 A6"]);
    assert_eq!(with(&["135000", "140"]), ["V12 A6"]);
    assert_eq!(with(&["13.5", "14", "150"]), ["V12 A6", "V12 A7"], "each of two");
    assert_eq!(with(&["30", "140"]), ["V16 A6"], "ten times that is not usual either");
    assert_eq!(with(&["60", "140", "150"]), [""; 0]);
}

/// With little history only a factor that is nearly exact is one; what stays at the new level is told once.
#[wasm_bindgen_test(unsupported = test)]
fn v12_tells_a_new_level_once() {
    assert_eq!(found(&["100", "10", "100"]), ["V12 A1"]);
    assert_eq!(found(&["100", "10", "10.1", "10.2"]), ["V12 A1"]);
    assert_eq!(found(&["100", "13", "100"]), [""; 0]);
}
