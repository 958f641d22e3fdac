//! Rules: the fixtures of each, the open data, and copies of it with one figure changed.

#[cfg(not(target_arch = "wasm32"))]
mod command;
mod copies;
mod expressions;
mod kinds;
#[cfg(feature = "desk")]
mod marked;
mod open_data;
mod partial;
mod rules;
mod series;
mod small;
mod weekdays;

use hamyar::check::{Report, check};
use hamyar::model::{Finding, Verdict};

use super::ingest::fixture::Fixture;

/// Reads a package and checks it.
fn checked(fixture: &Fixture) -> Report {
    let read = fixture.read().unwrap();
    check(&read.value.dataset, &read.diagnostics)
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
