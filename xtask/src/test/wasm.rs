//! The suite once more, compiled to wasm and run under Node.

use std::path::PathBuf;

use anyhow::Result;

use super::counts;
use crate::report::Tally;
use crate::tools::WASM_TARGET;
use crate::{process, tools, workspace};

/// Runs `tests/suite.rs` in wasm.
pub fn suite() -> Result<Tally> {
    tools::ensure_wasm_target()?;
    let runner = runner()?;
    // As a list, because a plain text would be split at spaces in the path.
    let setting = format!("target.{WASM_TARGET}.runner=[{runner:?}]");
    let mut command = process::cargo(&["test", "--locked", "--no-fail-fast"]);
    command.args(["--package", "hamyar", "--features", "desk", "--test", "suite"]);
    command.args(["--target", WASM_TARGET, "--config", &setting]);
    // Without it the suite runs for minutes; checks of overflow stay on.
    command.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
    counts::libtest(&process::tee(&mut command)?)
}

/// Builds the runner, which is wasm-bindgen's own taken as a library, and says where it is.
fn runner() -> Result<PathBuf> {
    let arguments = ["build", "--locked", "--package", "xtask", "--bin", "wasm-test-runner"];
    process::run(process::cargo(&arguments).args(["--features", "wasm-runner"]))?;
    let name = format!("wasm-test-runner{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace::target().join("debug").join(name))
}
