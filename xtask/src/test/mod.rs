//! Everything CI runs: `cargo xtask test`.

mod counts;
mod end_to_end;
pub mod native;
mod wasm;

use anyhow::Result;

use crate::arguments::{Kind, TestOptions};
use crate::report::{Report, Tally};
use crate::{build, check};

/// Set for every test program when `--long` was asked for.
const LONG: &str = "HAMYAR_LONG";

/// Runs the steps in order; a failure stops only the steps that need what failed.
pub fn run(options: &TestOptions) -> Result<bool> {
    let mut report = Report::default();
    match options.only {
        None => all(&mut report, options.long),
        Some(Kind::Native) => native_steps(&mut report, options.long),
        Some(Kind::Wasm) => wasm_step(&mut report, options.long),
        Some(Kind::EndToEnd) => {
            let built = build_step(&mut report);
            end_to_end_step(&mut report, built, options.long);
        }
    }
    Ok(report.finish())
}

fn all(report: &mut Report, long: bool) {
    check::sources(report);
    native_steps(report, long);
    wasm_step(report, long);
    let built = build_step(report);
    check::products(report, built);
    end_to_end_step(report, built, long);
}

fn native_steps(report: &mut Report, long: bool) {
    report.step("native tests", || native::library(long));
    report.step("doc tests", || native::documents(long));
    report.step("xtask tests", native::xtask);
}

fn wasm_step(report: &mut Report, long: bool) {
    report.step("wasm tests", || wasm::suite(long));
}

fn build_step(report: &mut Report) -> bool {
    report.step("build", || build::run().map(|()| Tally::one(true)))
}

fn end_to_end_step(report: &mut Report, built: bool, long: bool) {
    report.step("end to end", || check::after(built, || end_to_end::run(long)));
}
