//! The benches in a browser, beside peers in the same run. No test installs the peers.

use std::process::Command;

use anyhow::Result;

use crate::arguments::{Bench, BenchOptions};
use crate::{browser, build, process, tools, workspace};

/// The benches and their scripts, those first that run unless one is asked for.
const SCRIPTS: [(Bench, &str); 4] = [
    (Bench::Data, "run.mjs"),
    (Bench::Charts, "charts/run.mjs"),
    (Bench::FirstPaint, "first-paint/run.mjs"),
    (Bench::Lighthouse, "lighthouse.mjs"),
];

/// Builds the site, gets what the benches need, and prints their tables. Nothing tracked is written.
///
/// # Errors
/// When the build fails, something could not be got, the two come to different sums, or Lighthouse has a fault to find.
pub fn run(options: &BenchOptions) -> Result<()> {
    build::run()?;
    process::run(&mut process::cargo(&[
        "build",
        "--locked",
        "--features",
        "desk",
        "--bin",
        "hamyar",
    ]))?;
    let folder = workspace::root().join("benches/browser");
    tools::ensure_npm_packages_in(&folder)?;
    let browser = browser::find_or_get()?;
    for (bench, script) in SCRIPTS {
        let is_asked = options.only.map_or(bench != Bench::Lighthouse, |only| only == bench);
        if is_asked {
            let runs = options.runs.unwrap_or(bench.usual_runs()).to_string();
            let mut node = Command::new("node");
            node.arg(script).arg(runs).current_dir(&folder);
            process::run(node.env("CHROMIUM_PATH", &browser))?;
        }
    }
    Ok(())
}
