//! Data packages, with Python's `frictionless`, the reference of the format.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{PACKAGES, folder, hamyar, verdict};
use crate::report::Tally;
use crate::{process, workspace};

/// Checks every data package that ships, and each once more as `hamyar export` writes it.
pub fn data_packages() -> Result<Tally> {
    let mut tally = Tally::default();
    if process::answer(&mut frictionless(&workspace::www(), &["--version"])).is_none() {
        println!("  skipped: no frictionless for python3 (pip install frictionless)");
        return Ok(tally);
    }
    for package in PACKAGES {
        tally += valid(&workspace::www().join(package));
        let exported = folder(&format!("export-{}", package.replace('/', "-")));
        process::run(hamyar(&["export", package, "--out"])?.arg(&exported))?;
        tally += valid(&exported);
    }
    Ok(tally)
}

fn valid(package: &Path) -> Tally {
    verdict(&mut frictionless(package, &["validate", "datapackage.json"]))
}

/// In the folder of the package: it opens no path that leads elsewhere.
fn frictionless(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("python3");
    command.args(["-m", "frictionless"]).args(arguments).current_dir(folder);
    command
}
