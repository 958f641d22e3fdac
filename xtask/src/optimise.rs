//! Binaryen's `wasm-opt` over the modules that pages load: a thirtieth less of it to download.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{process, workspace};

/// Rewrites a module in place.
///
/// rustc puts the stack below the data, and its end, which only a program about to overflow it
/// reaches, is the first kilobyte of memory: nothing else lies there, so `--low-memory-unused`.
///
/// # Errors
/// When the npm packages are missing, or the module is refused.
pub fn optimise(module: &Path) -> Result<()> {
    let script = workspace::www().join("node_modules/binaryen/bin/wasm-opt");
    let mut command = Command::new("node");
    // Flat code is laid out anew, and passes are repeated until they find nothing more. What a function
    // computes twice is shorter written twice, to a compressor, than kept in a local; and no engine heeds
    // how a load says that it is aligned, so all may say the same. What rustc left as a function of its own is
    // shorter so, zeros in the data compress to nothing, and signs of loads are best alike.
    command.arg(script).args([
        "--low-memory-unused",
        "--flatten",
        "--rereloop",
        "-Oz",
        "-Oz",
        "--converge",
        "--skip-pass=local-cse",
        "--skip-pass=merge-locals",
        "--skip-pass=inlining-optimizing",
        "--skip-pass=memory-packing",
        "--skip-pass=pick-load-signs",
        "--dealign",
    ]);
    command.arg(module).arg("--output").arg(module);
    process::run(&mut command)
}
