//! Native tests and their snapshots.

use anyhow::Result;

use super::counts;
use crate::process;
use crate::report::Tally;

/// Tests of the library, of the command line and the suite.
pub fn library() -> Result<Tally> {
    let programs = ["--lib", "--bins", "--tests", "--examples"];
    tests(&[&["--package", "hamyar", "--features", "desk"], programs.as_slice()].concat())
}

/// The examples in the documentation.
pub fn documents() -> Result<Tally> {
    tests(&["--package", "hamyar", "--features", "desk", "--doc"])
}

/// The tests of these developer commands.
pub fn xtask() -> Result<Tally> {
    tests(&["--package", "xtask"])
}

/// Runs the library's tests with `BLESS=1`, which makes them write their snapshots.
pub fn bless() -> Result<()> {
    let arguments = ["test", "--locked", "--package", "hamyar", "--features", "desk"];
    process::run(process::cargo(&arguments).env("BLESS", "1"))
}

fn tests(arguments: &[&str]) -> Result<Tally> {
    let mut command = process::cargo(&["test", "--locked", "--no-fail-fast"]);
    counts::libtest(&process::tee(command.args(arguments))?)
}
