//! Copies of the open data with one figure changed: the rule that it breaks is found, and no other.

use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{checked, complaints};
use crate::suite::ingest::fixture::Fixture;
use crate::suite::ingest::open_data::open_data;

/// Rules that are broken in the copy and hold in the original.
fn broken(copy: &Fixture) -> Vec<(String, Verdict)> {
    let of = |fixture: &Fixture| -> Vec<(String, String, Verdict)> {
        let report = checked(fixture);
        let found = complaints(&report).into_iter();
        found.map(|(rule, check, verdict)| (rule.to_owned(), check.to_owned(), verdict)).collect()
    };
    let before = of(&open_data());
    let after = of(copy);
    let mut broken: Vec<(String, Verdict)> = after
        .into_iter()
        .filter(|one| !before.contains(one))
        .map(|(rule, _, verdict)| (rule, verdict))
        .collect();
    broken.dedup();
    broken
}

fn observation(from: &str, to: &str) -> Fixture {
    open_data().edit("observations.csv", from, to)
}

#[wasm_bindgen_test(unsupported = test)]
fn one_changed_figure_breaks_one_rule() {
    let copies = [
        ("V1", Verdict::Fail, observation("actual,,,71,percent", "actual,,,72,percent")),
        (
            "V2",
            Verdict::Fail,
            open_data().edit(
                "population.csv",
                "53646661,21446783,56225,37905669",
                "53646661,21446783,56225,37905668",
            ),
        ),
        (
            "V3",
            Verdict::Fail,
            observation(
                "disbursed,,6.8,thousand_billion_toman",
                "disbursed,,16.8,thousand_billion_toman",
            ),
        ),
        (
            "V7",
            Verdict::Fail,
            observation(
                "O180,dev_coop_missing_county_count,01@1402,,1404,actual,,,4,",
                "O180,dev_coop_missing_county_count,01@1402,,1404,actual,,,5,",
            ),
        ),
        (
            "V9",
            Verdict::Fail,
            observation(
                "O016,facility_amount,24@1395,,1401,planned,,",
                "O016,facility_amount,24@1395,,1401,actual,disbursed,",
            ),
        ),
        ("V10", Verdict::Warn, observation("مورخ97/9/18", "مورخ97/9/19")),
        (
            "V11",
            Verdict::Fail,
            observation(
                "O003,meeting_ordinal,IR@1395,,1399-02-30",
                "O003,meeting_ordinal,IR@1395,,1400-12-30",
            ),
        ),
        ("V13", Verdict::Fail, open_data().edit("groups.csv", ",31,", ",32,")),
    ];
    for (rule, verdict, copy) in copies {
        assert_eq!(broken(&copy), [(rule.to_owned(), verdict)], "{rule}");
    }
}
