//! What a fresh machine may lack: the wasm target and the npm packages.

use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::{process, workspace};

/// The one target the browser runs.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the toolchain when it is missing.
///
/// # Errors
/// When it is missing and `rustup` cannot add it.
pub fn ensure_wasm_target() -> Result<()> {
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let folder = process::answer(rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    process::run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
        .with_context(|| format!("the target {WASM_TARGET} is missing and could not be added"))
}

/// Installs the npm packages that `www/package-lock.json` names, unless they are there already.
///
/// # Errors
/// When npm is missing or fails.
pub fn ensure_npm_packages() -> Result<()> {
    ensure_npm_packages_in(&workspace::www())
}

/// The same for another folder.
///
/// # Errors
/// When npm is missing or fails.
pub fn ensure_npm_packages_in(folder: &Path) -> Result<()> {
    // npm writes this file last, so its time is the time of the last full install.
    let installed = modified(&folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= modified(&folder.join("package-lock.json")) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let quiet = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    process::run(Command::new(npm).args(quiet).current_dir(folder)).with_context(|| {
        format!(
            "the npm packages of {} are missing; Node 20 or newer with npm is needed",
            folder.display()
        )
    })
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|data| data.modified()).ok()
}
