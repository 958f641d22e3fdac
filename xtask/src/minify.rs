//! Scripts, styles and views without comments and white space: what a reader downloads. The sources
//! stay plain; nothing is bundled or renamed across files.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{files, workspace};

/// The service worker holds a token in a comment that is replaced later.
const LEFT_ALONE: &str = "sw.js";

/// Rewrites the files of an assembled site.
///
/// # Errors
/// When esbuild is missing or refuses a file, or a view is no JSON.
pub fn minify(site: &Path) -> Result<()> {
    let names = files::list(site, |_| true)?;
    let is_code = |name: &&String| {
        [".js", ".css"].iter().any(|ending| name.ends_with(ending)) && *name != LEFT_ALONE
    };
    let script = workspace::www().join("node_modules/esbuild/bin/esbuild");
    let mut esbuild = Command::new("node");
    esbuild.arg(script).current_dir(site);
    esbuild.args(["--minify", "--charset=utf8", "--target=es2022", "--log-level=warning"]);
    esbuild.args(["--outbase=.", "--outdir=.", "--allow-overwrite"]);
    esbuild.args(names.iter().filter(is_code));
    let status = esbuild.status().context("node could not be started")?;
    ensure!(status.success(), "esbuild ended with {status}");
    for name in names.iter().filter(|name| name.starts_with("views/")) {
        let path = site.join(name);
        let value: Value = serde_json::from_str(&files::read_text(&path)?)
            .with_context(|| format!("{name} is no JSON"))?;
        files::write(&path, value.to_string())?;
    }
    Ok(())
}
