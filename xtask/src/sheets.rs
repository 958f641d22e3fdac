//! Contact sheets of the figures of a page, for people to look at.

use std::process::Command;

use anyhow::Result;

use crate::{browser, build, process, workspace};

/// Builds the site and writes one picture for each theme and width to `target/sheets/`.
///
/// # Errors
/// When the build fails, there is no browser, or the page does not come up.
pub fn run(page: &str) -> Result<()> {
    build::run()?;
    let mut node = Command::new("node");
    node.arg("tests/sheets.mjs").arg(page).arg(workspace::target().join("sheets"));
    node.current_dir(workspace::www());
    node.env("CHROMIUM_PATH", browser::find_or_get()?);
    process::run(node.env("HAMYAR_XTASK", std::env::current_exe()?))
}
