//! Data packages, with Python's `frictionless`, the reference of the format.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{PACKAGES, folder, hamyar, verdict};
use crate::report::Tally;
use crate::{process, workspace};

/// What `hamyar export` writes tables as.
const FORMATS: [&str; 2] = ["csv", "json"];

/// Checks every data package that ships, and each once more in every form that `hamyar export` writes.
pub fn data_packages() -> Result<Tally> {
    let mut tally = Tally::default();
    if process::answer(&mut frictionless(&workspace::www(), &["--version"])).is_none() {
        println!("  skipped: no frictionless for python3 (pip install frictionless[json])");
        return Ok(tally);
    }
    for package in PACKAGES {
        tally += valid(&workspace::www().join(package));
        for format in FORMATS {
            let exported = folder(&format!("export-{format}-{}", package.replace('/', "-")));
            let call = ["export", package, "--format", format, "--out"];
            process::run(hamyar(&call)?.arg(&exported))?;
            tally += valid(&exported);
        }
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
