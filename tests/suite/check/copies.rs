//! Copies of the open data with one figure changed: the rule that it breaks is found, and no other.

use hamyar::model::{Finding, Verdict};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{checked, complaints};
use crate::suite::ingest::fixture::Fixture;
use crate::suite::ingest::open_data::{example, open_data};

/// Rules that are broken in the copy and hold in the original.
fn broken(copy: &Fixture) -> Vec<(String, Verdict)> {
    let of = |fixture: &Fixture| -> Vec<Finding> {
        let found = checked(fixture).findings.into_iter();
        found.filter(|one| one.verdict != Verdict::Pass).collect()
    };
    let before = of(&open_data());
    let is_new = |one: &Finding| {
        !before.iter().any(|other| {
            (&one.rule, &one.check, &one.observations)
                == (&other.rule, &other.check, &other.observations)
        })
    };
    let new = of(copy).into_iter().filter(is_new);
    let mut broken: Vec<(String, Verdict)> = new.map(|one| (one.rule, one.verdict)).collect();
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

/// The same for rules that look at a figure beside its neighbours.
#[wasm_bindgen_test(unsupported = test)]
fn one_figure_out_of_place_breaks_one_rule() {
    let copies = [
        (
            "V8",
            Verdict::Fail,
            observation(
                "3,count,exact,,,confirmed,basij,,آب کشاورزی,farm water",
                "7,count,exact,,,confirmed,basij,,آب آشامیدنی,drinking water",
            ),
        ),
        (
            "V12",
            Verdict::Fail,
            observation("1396-10,actual,,,23,billion_rial", "1396-10,actual,,,9.4,billion_rial"),
        ),
        (
            "V16",
            Verdict::Warn,
            observation(
                "O234,coop_registered_count_agriculture,IR@1395,,1396-10,actual,,,142",
                "O234,coop_registered_count_agriculture,IR@1395,,1396-10,actual,,,9",
            ),
        ),
        ("V17", Verdict::Fail, observation("O256,area,1115@1395", "O256,area,0117@1402")),
    ];
    for (rule, verdict, copy) in copies {
        assert_eq!(broken(&copy), [(rule.to_owned(), verdict)], "{rule}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_changed_share_of_the_example_breaks_v14() {
    let report = checked(&example().edit(
        "project_parties.csv",
        "XP1,XO1,X101@1402,60",
        "XP1,XO1,X101@1402,50",
    ));
    assert_eq!(complaints(&report), [("V14", "", Verdict::Fail)]);
}
