//! Validators from other languages, for `--long` only: whoever has none is told so.

mod answers;
mod packages;

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use anyhow::Result;

use super::end_to_end::native_program;
use crate::report::Tally;
use crate::{process, workspace};

pub use answers::{json_stat, workbooks};
pub use packages::data_packages;

/// The data packages that ship, as folders of `www/`.
const PACKAGES: [&str; 3] = ["data", "data/example", "data/gallery"];

/// A folder for what is made to be validated.
fn folder(name: &str) -> PathBuf {
    workspace::target().join("validate").join(name)
}

/// The publisher's command line with these arguments.
fn hamyar(arguments: &[&str]) -> Result<Command> {
    // Asked for some eighty times; even when there is nothing to build, cargo takes its time.
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    let program = match PROGRAM.get() {
        Some(program) => program.clone(),
        None => native_program()?,
    };
    let mut command = Command::new(PROGRAM.get_or_init(|| program));
    command.args(arguments).current_dir(workspace::www());
    Ok(command)
}

/// Runs a validator; what it finds is printed and counts as one failure.
fn verdict(command: &mut Command) -> Tally {
    let outcome = process::run(command);
    if let Err(error) = &outcome {
        println!("{error:#}");
    }
    Tally::one(outcome.is_ok())
}
