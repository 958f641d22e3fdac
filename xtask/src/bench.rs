//! The bench in a browser, beside a peer in the same run. No test installs the peer.

use std::process::Command;

use anyhow::Result;

use crate::arguments::BenchOptions;
use crate::{browser, build, process, tools, workspace};

/// Builds the site, gets what the bench needs, and prints its table. Nothing tracked is written.
///
/// # Errors
/// When the build fails, something could not be got, or the two come to different sums.
pub fn run(options: &BenchOptions) -> Result<()> {
    build::run()?;
    let folder = workspace::root().join("benches/browser");
    tools::ensure_npm_packages_in(&folder)?;
    let mut node = Command::new("node");
    node.arg("run.mjs").arg(options.runs.to_string()).current_dir(&folder);
    process::run(node.env("CHROMIUM_PATH", browser::find_or_get()?))
}
