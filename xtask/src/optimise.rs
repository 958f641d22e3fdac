//! Binaryen's `wasm-opt` over the module that every page loads: a fortieth less of it to download.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{process, workspace};

/// Rewrites a module in place.
///
/// rustc puts the stack below the data, so no object of a program lies in the first kilobyte and
/// no address is reached by adding to one past the end of memory: `--low-memory-unused`.
///
/// # Errors
/// When the npm packages are missing, or the module is refused.
pub fn optimise(module: &Path) -> Result<()> {
    let script = workspace::www().join("node_modules/binaryen/bin/wasm-opt");
    let mut command = Command::new("node");
    command.arg(script).args(["-Oz", "--low-memory-unused"]);
    command.arg(module).arg("--output").arg(module);
    process::run(&mut command)
}
