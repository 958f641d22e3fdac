//! A verdict of a rule that stands at many places says where.

use hamyar::model::{Finding, Verdict};
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::package;
use super::{checked, verdicts};
use crate::suite::ingest::open_data::open_data;

#[wasm_bindgen_test(unsupported = test)]
fn a_verdict_names_place_and_period() {
    let copy = open_data().edit(
        "population.csv",
        "0112@1395,1395,SCI-POP-1395,54226,10312,43914",
        "0112@1395,1395,SCI-POP-1395,54226,10312,29000",
    );
    let report = checked(&copy);
    let is_broken = |one: &&Finding| one.check == "P01" && one.verdict == Verdict::Fail;
    let message = &report.findings.iter().find(is_broken).unwrap().message;
    assert_eq!(
        message.en,
        "Urban, rural and unsettled add up to the population: Shaft, 1395: 10,312 + 29,000 + 0 = 39,312; stated 54,226. It does not hold."
    );
    assert!(
        message.fa.starts_with("شهری، روستایی و غیرساکن با جمعیت: شفت، ۱۳۹۵: \u{2066}۱۰٬۳۱۲"),
        "{message:?}"
    );
}

/// Two figures of one place and period are told apart by scope, stage and what is no fact.
#[wasm_bindgen_test(unsupported = test)]
fn a_verdict_names_scope_stage_and_scenario() {
    let report = checked(&package(
        &[
            "A,plans,00@1395,,1399,actual,approved,5,count,exact,,زنان,X,",
            "B,plans,00@1395,,1399,planned,,6,count,exact,,,X,",
        ],
        &["R1,,طرح‌ها,Plans,plans,<,5,"],
    ));
    let told: Vec<&str> =
        verdicts(&report, "R1").iter().map(|one| one.message.en.as_str()).collect();
    assert_eq!(
        told,
        [
            "Plans: Markazi, 1399, planned: 6; must be less than 5. It does not hold.",
            "Plans: Markazi, 1399, زنان, approved: 5; must be less than 5. It does not hold.",
        ]
    );
}
