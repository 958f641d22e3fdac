//! Everything CI runs: `cargo xtask test`.

mod counts;
mod end_to_end;
pub mod native;
mod other_browsers;
mod validators;
mod wasm;

use std::thread;

use anyhow::Result;

use crate::arguments::{Kind, TestOptions};
use crate::report::{Report, Tally};
use crate::site::Program;
use crate::{build, check, tools};

/// Set for the end-to-end tests when `--long` was asked for: they then run their full counts.
const LONG: &str = "HAMYAR_LONG";

/// Runs the steps in order; a failure stops only the steps that need what failed.
pub fn run(options: &TestOptions) -> Result<bool> {
    let mut report = Report::default();
    match options.only {
        None => all(&mut report, options),
        Some(Kind::Native) => native_steps(&mut report),
        Some(Kind::Wasm) => wasm_step(&mut report),
        Some(Kind::EndToEnd) => {
            let built = build_step(&mut report);
            end_to_end_step(&mut report, built, options.long);
            browser_steps(&mut report, built, options.browsers);
        }
        Some(Kind::Validators) => validator_steps(&mut report),
    }
    Ok(report.finish())
}

fn all(report: &mut Report, &TestOptions { long, browsers, .. }: &TestOptions) {
    // Lints and tests leave a core idle half of the time, and so does link-time optimisation.
    let modules = tools::ensure_wasm_target().is_ok().then(|| thread::spawn(build::compile_ahead));
    check::sources(report);
    native_steps(report);
    wasm_step(report);
    modules.map(thread::JoinHandle::join);
    let built = build_step(report);
    check::products(report, built);
    end_to_end_step(report, built, long);
    browser_steps(report, built, browsers);
    if long {
        validator_steps(report);
    }
}

fn validator_steps(report: &mut Report) {
    report.step("data packages", validators::data_packages);
    report.step("JSON-stat", validators::json_stat);
    report.step("workbooks", validators::workbooks);
}

fn native_steps(report: &mut Report) {
    report.step("native tests", native::library);
    report.step("doc tests", native::documents);
    report.step("xtask tests", native::xtask);
}

fn wasm_step(report: &mut Report) {
    report.step("wasm tests", wasm::suite);
}

fn build_step(report: &mut Report) -> bool {
    report.step("build", || {
        let program = Program::Built(end_to_end::native_program()?);
        build::run_with(&program).map(|()| Tally::one(true))
    })
}

fn end_to_end_step(report: &mut Report, built: bool, long: bool) {
    report.step("end to end", || check::after(built, || end_to_end::run(long)));
}

fn browser_steps(report: &mut Report, built: bool, asked: bool) {
    if asked {
        report.step("Firefox", || check::after(built, other_browsers::firefox));
        report.step("WebKitGTK", || check::after(built, other_browsers::webkit));
    }
}
