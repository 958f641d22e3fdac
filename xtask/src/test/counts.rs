//! Reading how many tests passed from what the test programs print.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process::Captured;
use crate::report::Tally;

/// Adds up the `test result:` lines of libtest and of the wasm runner.
///
/// An ignored test counts as failed, because a test that never runs proves nothing. So does a
/// program that ended badly without naming a failed test.
///
/// # Errors
/// When not one test ran.
pub fn libtest(output: &Captured) -> Result<Tally> {
    let mut tally = Tally::default();
    for line in output.text.lines().filter_map(|line| line.trim().strip_prefix("test result: ")) {
        tally.passed += number_before(line, "passed");
        tally.failed += number_before(line, "failed") + number_before(line, "ignored");
    }
    if !output.success && tally.failed == 0 {
        tally.failed = 1;
    }
    ensure!(tally != Tally::default(), "no test ran");
    Ok(tally)
}

/// The number that stands before a word: 12 in `ok. 12 passed; 0 failed`.
fn number_before(line: &str, word: &str) -> u64 {
    line.split([';', '.'])
        .filter_map(|part| part.trim().strip_suffix(word))
        .find_map(|number| number.trim().parse().ok())
        .unwrap_or(0)
}

/// Reads Playwright's JSON report. A flaky or skipped test counts as failed.
///
/// # Errors
/// When it is not such a report, or not one test ran.
pub fn playwright(report: &str) -> Result<Tally> {
    let report: Value = serde_json::from_str(report).context("Playwright's report")?;
    let stat = |name: &str| report.get("stats").and_then(|stats| stats.get(name)?.as_u64());
    let passed = stat("expected").context("no counts in Playwright's report")?;
    let failed =
        ["unexpected", "flaky", "skipped"].iter().filter_map(|name| stat(name)).sum::<u64>();
    let errors = report.get("errors").and_then(Value::as_array).map_or(0, Vec::len);
    let tally = Tally { passed, failed: failed + errors as u64 };
    ensure!(tally != Tally::default(), "no end-to-end test ran");
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(success: bool, text: &str) -> Captured {
        Captured { success, text: text.to_owned() }
    }

    #[test]
    fn adds_up_every_test_program() {
        let text = "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.00s\n\
                    test result: FAILED. 5 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        let tally = libtest(&output(false, text)).unwrap();
        assert_eq!(tally, Tally { passed: 17, failed: 3 });
    }

    #[test]
    fn a_program_that_broke_counts_as_a_failure() {
        let text = "test result: ok. 4 passed; 0 failed; 0 ignored";
        assert_eq!(libtest(&output(false, text)).unwrap(), Tally { passed: 4, failed: 1 });
        assert_eq!(libtest(&output(false, "")).unwrap(), Tally { passed: 0, failed: 1 });
    }

    #[test]
    fn no_tests_is_an_error() {
        assert!(libtest(&output(true, "test result: ok. 0 passed; 0 failed; 0 ignored")).is_err());
        assert!(playwright(r#"{"stats":{"expected":0,"unexpected":0}}"#).is_err());
        assert!(playwright("{}").is_err());
    }

    #[test]
    fn flaky_skipped_and_broken_files_count_as_failures() {
        let report = r#"{"stats":{"expected":7,"unexpected":1,"flaky":2,"skipped":3},"errors":[{"message":"x"}]}"#;
        assert_eq!(playwright(report).unwrap(), Tally { passed: 7, failed: 7 });
    }
}
