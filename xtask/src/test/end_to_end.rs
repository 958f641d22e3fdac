//! The built site in a real browser: Playwright's tests in `www/tests/e2e/`.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::{LONG, counts};
use crate::arguments::DEFAULT_PORT;
use crate::report::Tally;
use crate::{browser, files, process, tools, workspace};

/// Runs every specification.
///
/// They are told by the environment: `HAMYAR_PORT` (where the site is served), `HAMYAR_XTASK`
/// (this program, to start servers of their own), `HAMYAR_BIN` (the native command line),
/// `CHROMIUM_PATH`.
pub fn run(long: bool) -> Result<Tally> {
    ensure_something_to_test()?;
    tools::ensure_npm_packages()?;
    let browser = browser::find_or_get()?;
    println!("  browser {}", browser.display());
    let results = workspace::target().join("e2e/results.json");
    std::fs::remove_file(&results).ok();
    let mut command = playwright(&browser)?;
    if long {
        command.env(LONG, "1");
    }
    let outcome = process::run(&mut command);
    let report = files::read_text(&results);
    let mut tally = counts::playwright(&report.context("Playwright left no report")?)?;
    if outcome.is_err() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

fn playwright(browser: &Path) -> Result<Command> {
    let mut command = Command::new("node");
    command
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .current_dir(workspace::www())
        .env("CHROMIUM_PATH", browser)
        .env("HAMYAR_PORT", free_port()?.to_string())
        .env("HAMYAR_XTASK", std::env::current_exe()?)
        .env("HAMYAR_BIN", native_program()?);
    Ok(command)
}

fn ensure_something_to_test() -> Result<()> {
    // Without it Playwright would wait two minutes for a server that answers 404.
    ensure!(workspace::site().join("index.html").is_file(), "the site has no index.html");
    let folder = workspace::www().join("tests/e2e");
    let found = folder.is_dir()
        && files::list(&folder, |_| true)?.iter().any(|path| path.ends_with(".spec.mjs"));
    ensure!(found, "no specification (*.spec.mjs) in {}", folder.display());
    Ok(())
}

/// The usual port, or another when somebody already serves there.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", DEFAULT_PORT))
        .or_else(|_| TcpListener::bind(("127.0.0.1", 0)))
        .context("no free port")?;
    Ok(listener.local_addr()?.port())
}

/// The publisher's command line, for tests that compare it with the browser.
///
/// It is built as a by-product of the suite, as the native tests do: asked for alone, it would be
/// built once more with other features of the crates below it.
pub(super) fn native_program() -> Result<PathBuf> {
    let arguments = ["test", "--locked", "--no-run", "--package", "hamyar", "--test", "suite"];
    process::run(process::cargo(&arguments).args(["--features", "desk"]))?;
    Ok(workspace::target().join("debug").join(format!("hamyar{}", std::env::consts::EXE_SUFFIX)))
}
