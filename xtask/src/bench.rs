//! The benches in a browser, beside peers in the same run. No test installs the peers.

use std::process::Command;

use anyhow::Result;

use crate::arguments::{Bench, BenchOptions};
use crate::{browser, build, process, tools, workspace};

/// Builds the site, gets what the benches need, and prints their tables. Nothing tracked is written.
///
/// # Errors
/// When the build fails, something could not be got, or the two come to different sums.
pub fn run(options: &BenchOptions) -> Result<()> {
    build::run()?;
    let folder = workspace::root().join("benches/browser");
    tools::ensure_npm_packages_in(&folder)?;
    let browser = browser::find_or_get()?;
    for (bench, script) in [(Bench::Data, "run.mjs"), (Bench::Charts, "charts/run.mjs")] {
        if options.only.is_none_or(|only| only == bench) {
            let mut node = Command::new("node");
            node.arg(script).arg(options.runs.to_string()).current_dir(&folder);
            process::run(node.env("CHROMIUM_PATH", &browser))?;
        }
    }
    Ok(())
}
