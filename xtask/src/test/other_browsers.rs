//! Browsers beside Chromium walk through the pages, for `--long --browsers` only: whoever lacks one is told so.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::end_to_end::native_program;
use crate::browser::from_debian;
use crate::report::Tally;
use crate::{process, tools, workspace};

const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
const WEBKIT_DRIVER: &str = "WebKitWebDriver";
const SCREEN: &str = "xvfb-run";

/// Firefox, driven over WebDriver BiDi.
///
/// # Errors
/// When the walk could not be begun.
pub fn firefox() -> Result<Tally> {
    let find = || FIREFOX.iter().find_map(|name| process::on_path(name));
    let Some(program) = found_or_got(find, &["firefox-esr"]) else {
        return Ok(skipped("Firefox", "firefox-esr"));
    };
    walk("firefox", &[("FIREFOX_PATH", &program)])
}

/// `WebKitGTK`'s small browser on a screen that is none, driven by `WebDriver`.
///
/// # Errors
/// When the walk could not be begun.
pub fn webkit() -> Result<Tally> {
    let find =
        || Some((process::on_path(WEBKIT_DRIVER)?, mini_browser()?, process::on_path(SCREEN)?));
    let packages = ["webkit2gtk-driver", "xvfb", "xauth"];
    let Some((driver, browser, _)) = found_or_got(find, &packages) else {
        return Ok(skipped("WebKitGTK", &packages.join(" ")));
    };
    walk("webkit", &[("WEBKIT_DRIVER_PATH", &driver), ("MINIBROWSER_PATH", &browser)])
}

/// Below the libraries of the machine's own architecture and of WebKit's own version.
fn mini_browser() -> Option<PathBuf> {
    let folders = |path: &Path| -> Vec<PathBuf> {
        let entries = path.read_dir().into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    };
    let mut places: Vec<PathBuf> =
        folders(Path::new("/usr/lib")).iter().flat_map(|place| folders(place)).collect();
    places.sort();
    let programs = places.into_iter().rev().map(|place| place.join("MiniBrowser"));
    programs.into_iter().find(|program| program.is_file())
}

fn found_or_got<T>(find: impl Fn() -> Option<T>, packages: &[&str]) -> Option<T> {
    find().or_else(|| {
        from_debian(packages).inspect_err(|error| println!("  apt: {error:#}")).ok()?;
        find()
    })
}

fn skipped(browser: &str, packages: &str) -> Tally {
    println!("  skipped: no {browser} here (sudo apt-get install {packages})");
    Tally::default()
}

fn walk(browser: &str, places: &[(&str, &PathBuf)]) -> Result<Tally> {
    let folder = workspace::www().join("tests/browsers");
    tools::ensure_npm_packages_in(&folder)?;
    let mut node = Command::new("node");
    node.args(["run.mjs", browser]).current_dir(&folder).env("HAMYAR_BIN", native_program()?);
    let output = process::tee(node.envs(places.iter().copied()))?;
    counted(&output.text).context("the walk left no count")
}

/// The last line of a walk.
fn counted(text: &str) -> Option<Tally> {
    let (passed, failed) = text.lines().last()?.split_once(" passed, ")?;
    let failed = failed.strip_suffix(" failed")?;
    Some(Tally { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_is_counted_by_its_last_line() {
        let tally = counted("  site: its chart is drawn (90 ms)\n14 passed, 1 failed\n");
        assert_eq!(tally, Some(Tally { passed: 14, failed: 1 }));
        assert_eq!(counted("14 passed, 1 failed\nError: lost"), None);
    }
}
