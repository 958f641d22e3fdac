//! Steps, what they counted, and how long they took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// How many tests of a step passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// A step that is one check.
    pub fn one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed) }
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

struct Row {
    name: &'static str,
    tally: Tally,
    time: Duration,
}

/// All steps of one run.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// Runs a step and notes its counts; one that could not run counts as one failure.
    ///
    /// Returns whether nothing failed in it.
    pub fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<Tally>) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let tally = work().unwrap_or_else(|error| {
            println!("{name}: {error:#}");
            Tally::one(false)
        });
        let time = start.elapsed();
        println!("-- {name}: {} passed, {} failed, {time:.1?}", tally.passed, tally.failed);
        self.rows.push(Row { name, tally, time });
        tally.failed == 0
    }

    /// Prints the table of all steps and, last, the line `N passed, N failed`.
    ///
    /// Returns whether something passed and nothing failed.
    pub fn finish(&self) -> bool {
        println!("\n{:<16}{:>9}{:>9}{:>10}", "step", "passed", "failed", "seconds");
        for Row { name, tally, time } in &self.rows {
            let seconds = time.as_secs_f64();
            println!("{name:<16}{:>9}{:>9}{seconds:>10.1}", tally.passed, tally.failed);
        }
        let (total, time) = self.total();
        println!("{:<16}{:>9}{:>9}{:>10.1}\n", "all", total.passed, total.failed, time);
        println!("{} passed, {} failed", total.passed, total.failed);
        total.failed == 0 && total.passed > 0
    }

    fn total(&self) -> (Tally, f64) {
        let mut total = Tally::default();
        self.rows.iter().for_each(|row| total += row.tally);
        (total, self.rows.iter().map(|row| row.time.as_secs_f64()).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_and_fails_when_a_step_could_not_run() {
        let mut report = Report::default();
        assert!(!report.finish(), "nothing ran");
        assert!(report.step("good", || Ok(Tally { passed: 3, failed: 0 })));
        assert!(report.finish());
        assert!(!report.step("broken", || anyhow::bail!("no such program")));
        assert_eq!(report.total().0, Tally { passed: 3, failed: 1 });
        assert!(!report.finish());
    }
}
