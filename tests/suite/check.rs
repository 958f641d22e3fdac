//! Rules: the fixtures of each, the open data, and copies of it with one figure changed.

mod bounds;
#[cfg(not(target_arch = "wasm32"))]
mod command;
mod copies;
mod decimals;
mod exact;
mod expressions;
mod held;
mod hierarchy;
#[cfg(feature = "desk")]
mod jobs;
mod judged;
mod kinds;
#[cfg(feature = "desk")]
mod limits;
#[cfg(feature = "desk")]
mod marked;
#[cfg(feature = "desk")]
mod members;
mod missing;
mod money;
mod names;
mod open_data;
mod partial;
mod parties;
mod parts;
mod plans;
#[cfg(feature = "desk")]
mod quantity;
mod rules;
mod series;
mod slips;
pub(in crate::suite) mod small;
mod spots;
mod stages;
mod twice;
mod validity;
mod weekdays;

use hamyar::check::{Report, check, check_telling};
use hamyar::model::{Finding, Verdict};
use hamyar::tabulate::tabulate;
use wasm_bindgen_test::wasm_bindgen_test;

use super::ingest::fixture::Fixture;

/// Reads a package and checks it.
fn checked(fixture: &Fixture) -> Report {
    let read = fixture.read().unwrap();
    check(&read.value.dataset, &read.diagnostics)
}

/// The same with what is counted from registers, which is all that `hamyar check` judges.
fn checked_whole(fixture: &Fixture) -> Report {
    let mut read = fixture.read().unwrap();
    tabulate(&mut read.value.dataset);
    check(&read.value.dataset, &read.diagnostics)
}

#[wasm_bindgen_test(unsupported = test)]
fn judging_tells_after_each_rule_how_many_are_judged() {
    let rule = "R1,V15,شمار,Count,members,>=,workers,error";
    let figures = [
        "M,members,00@1395,,1399,actual,,10,person,exact,,,S4,",
        "W,workers,00@1395,,1399,actual,,12,person,exact,,,S4,",
    ];
    let read = small::package(&figures, &[rule]).read().unwrap();
    let mut told = Vec::new();
    let tell = &mut |done, all| told.push((done, all));
    let report = check_telling(&read.value.dataset, &read.diagnostics, tell);
    assert_eq!(report, check(&read.value.dataset, &read.diagnostics));
    assert_eq!(verdicts(&report, "V15").first().map(|one| one.verdict), Some(Verdict::Fail));
    // One rule of the package, ten files of rules that always hold, limits, and what was marked by hand.
    assert_eq!(told, (0..=13).map(|done| (done, 13)).collect::<Vec<_>>());
}

/// Rule, rule of the package, verdict of everything that does not hold.
fn complaints(report: &Report) -> Vec<(&str, &str, Verdict)> {
    let found = report.findings.iter().filter(|one| one.verdict != Verdict::Pass);
    found.map(|one| (one.rule.as_str(), one.check.as_str(), one.verdict)).collect()
}

/// The verdicts of one rule.
fn verdicts<'a>(report: &'a Report, rule: &str) -> Vec<&'a Finding> {
    report.findings.iter().filter(|one| one.rule == rule).collect()
}
