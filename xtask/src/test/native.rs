//! Native tests, their snapshots, and benches.

use std::process::Command;

use anyhow::Result;

use super::{LONG, counts};
use crate::report::Tally;
use crate::{process, workspace};

/// Tests of the library, of the command line and the suite.
pub fn library(long: bool) -> Result<Tally> {
    let programs = ["--lib", "--bins", "--tests", "--examples"];
    tests(&[&["--package", "hamyar", "--features", "desk"], programs.as_slice()].concat(), long)
}

/// The examples in the documentation.
pub fn documents(long: bool) -> Result<Tally> {
    tests(&["--package", "hamyar", "--features", "desk", "--doc"], long)
}

/// The tests of these developer commands.
pub fn xtask() -> Result<Tally> {
    tests(&["--package", "xtask"], false)
}

/// Runs the library's tests with `BLESS=1`, which makes them write their snapshots.
pub fn bless() -> Result<()> {
    let arguments = ["test", "--locked", "--package", "hamyar", "--features", "desk"];
    process::run(process::cargo(&arguments).env("BLESS", "1"))
}

/// Runs the native benches.
pub fn bench() -> Result<()> {
    let benches = workspace::root().join("benches");
    if !benches.is_dir() {
        println!("no benches yet");
        return Ok(());
    }
    process::run(&mut process::cargo(&[
        "bench",
        "--locked",
        "--package",
        "hamyar",
        "--features",
        "desk",
        "--benches",
    ]))
}

fn tests(arguments: &[&str], long: bool) -> Result<Tally> {
    let mut command = process::cargo(&["test", "--locked", "--no-fail-fast"]);
    with_long(command.args(arguments), long);
    counts::libtest(&process::tee(&mut command)?)
}

/// Tells the tests whether the long ones among them shall run.
pub fn with_long(command: &mut Command, long: bool) {
    if long {
        command.env(LONG, "1");
    }
}
