//! The checks that run no tests: `cargo xtask check`.

use anyhow::Result;

use crate::report::{Report, Tally};
use crate::tools::WASM_TARGET;
use crate::{build, dependencies, process, size, tidy, tools, types};

/// Runs every check; returns whether all passed.
pub fn run() -> Result<bool> {
    let mut report = Report::default();
    sources(&mut report);
    let built = report.step("build", || build::run().map(|()| Tally::one(true)));
    products(&mut report, built);
    Ok(report.finish())
}

/// Checks that need the sources only.
pub fn sources(report: &mut Report) {
    report.step("format", format);
    report.step("clippy native", clippy_native);
    report.step("clippy wasm32", clippy_wasm);
    report.step("tidy", tidy::tally);
    report.step("dependencies", dependencies::tally);
}

/// Checks of what the build made.
pub fn products(report: &mut Report, built: bool) {
    report.step("types", || after(built, types_tally));
    report.step("size", || after(built, size::tally));
}

/// Runs a step only if there is something to run it on.
pub fn after(built: bool, work: impl FnOnce() -> Result<Tally>) -> Result<Tally> {
    anyhow::ensure!(built, "not run, because the build failed");
    work()
}

fn format() -> Result<Tally> {
    process::run(&mut process::cargo(&["fmt", "--all", "--", "--check"]))?;
    Ok(Tally::one(true))
}

fn clippy_native() -> Result<Tally> {
    lint(&[
        &["--package", "hamyar", "--all-targets"],
        &["--package", "hamyar", "--all-targets", "--features", "desk"],
        &["--package", "xtask", "--all-targets"],
    ])
}

fn clippy_wasm() -> Result<Tally> {
    tools::ensure_wasm_target()?;
    let library = ["--package", "hamyar", "--lib", "--target", WASM_TARGET];
    let suite = [library.as_slice(), &["--test", "suite"]].concat();
    let build =
        |feature| [library.as_slice(), &["--no-default-features", "--features", feature]].concat();
    lint(&[
        &build("reader"),
        &build("pictures"),
        &[suite.as_slice(), &["--features", "desk"]].concat(),
        &build("import"),
    ])
}

/// One clippy run for each set of arguments; a run that finds something does not stop the next.
fn lint(runs: &[&[&str]]) -> Result<Tally> {
    let mut tally = Tally::default();
    for arguments in runs {
        let mut command = process::cargo(&["clippy", "--locked", "--quiet"]);
        let outcome = process::run(command.args(*arguments).args(["--", "-D", "warnings"]));
        if let Err(error) = &outcome {
            println!("{error:#}");
        }
        tally += Tally::one(outcome.is_ok());
    }
    Ok(tally)
}

fn types_tally() -> Result<Tally> {
    let faults = types::faults()?;
    faults.iter().for_each(|fault| println!("{fault}"));
    let host = types::check_host();
    if let Err(error) = &host {
        println!("{error:#}");
    }
    let mut tally = Tally::one(faults.is_empty());
    tally += Tally::one(host.is_ok());
    Ok(tally)
}
