//! Finding a Chromium for the end-to-end tests, or getting one.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{process, workspace};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser to test with: one that is there, else Debian's, else Playwright's own.
///
/// # Errors
/// When none is there and none could be got; the message holds the commands to run by hand.
pub fn find_or_get() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM_PATH").map(PathBuf::from) {
        return existing(path);
    }
    if let Some(path) = installed() {
        return Ok(path);
    }
    println!("  no Chromium found; getting one");
    let debians = || from_debian(&["chromium"]);
    for (name, get) in [("apt", debians as fn() -> Result<()>), ("npm", from_playwright)] {
        if let Err(error) = get() {
            println!("  {name}: {error:#}");
        }
        if let Some(path) = installed() {
            return Ok(path);
        }
    }
    bail!(
        "no Chromium could be got. Run one of these and try again:\n  \
         sudo apt-get install chromium\n  \
         cd www && npx playwright install --with-deps chromium\n  \
         export CHROMIUM_PATH=/path/to/chromium"
    )
}

fn existing(path: PathBuf) -> Result<PathBuf> {
    if path.is_file() { Ok(path) } else { bail!("CHROMIUM_PATH names no file: {}", path.display()) }
}

fn installed() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| process::on_path(name)).or_else(playwrights_own)
}

/// Where Playwright would have put its own browser, if it is there.
fn playwrights_own() -> Option<PathBuf> {
    let script = "console.log(require('playwright-core').chromium.executablePath())";
    let mut node = Command::new("node");
    node.args(["-e", script]).current_dir(workspace::www());
    process::answer(&mut node).map(PathBuf::from).filter(|path| path.is_file())
}

/// Installs packages, where that may be done: as root on Debian.
///
/// # Errors
/// Elsewhere, and when they cannot be had.
pub fn from_debian(packages: &[&str]) -> Result<()> {
    if !is_debian() || !is_root() {
        bail!("only tried as root on Debian");
    }
    if !has_package_lists() {
        apt(&["update"])?;
    }
    let install = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    // Old lists name versions that the mirror has dropped, so a failure asks for new ones.
    apt(&install).or_else(|_| apt(&["update"]).and_then(|()| apt(&install)))
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    process::run(command.arg("--quiet").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_debian() -> bool {
    std::fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

fn is_root() -> bool {
    process::answer(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

fn has_package_lists() -> bool {
    let lists = Path::new("/var/lib/apt/lists");
    lists.read_dir().is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().contains("_Packages"))
    })
}

fn from_playwright() -> Result<()> {
    let mut node = Command::new("node");
    node.args(["node_modules/playwright-core/cli.js", "install", "chromium"]);
    process::run(node.current_dir(workspace::www())).context("Playwright's own Chromium")
}
