//! Validators from other languages, for `--long` only: whoever has none is told so.

use std::process::Command;

use anyhow::Result;

use crate::report::Tally;
use crate::{process, workspace};

/// The data packages that ship.
const PACKAGES: [&str; 2] = ["data/datapackage.json", "data/example/datapackage.json"];

/// Checks every data package with Python's `frictionless`, the reference of the format.
pub fn data_packages() -> Result<Tally> {
    let mut tally = Tally::default();
    if process::answer(&mut frictionless(&["--version"])).is_none() {
        println!("  skipped: no frictionless for python3 (pip install frictionless)");
        return Ok(tally);
    }
    for package in PACKAGES {
        let outcome = process::run(&mut frictionless(&["validate", package]));
        if let Err(error) = &outcome {
            println!("{error:#}");
        }
        tally += Tally::one(outcome.is_ok());
    }
    Ok(tally)
}

fn frictionless(arguments: &[&str]) -> Command {
    let mut command = Command::new("python3");
    command.args(["-m", "frictionless"]).args(arguments).current_dir(workspace::www());
    command
}
