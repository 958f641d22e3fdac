//! What others wrote and we rely on: from the registries alone, with its hash, under a licence that we may pass on, running
//! nothing when it is installed, and without a known fault where somebody can be asked.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::report::Tally;
use crate::{files, process, workspace};

/// Where crates come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";
/// Folders with a lock file of npm.
const NPM: [&str; 3] = ["www", "www/tests/browsers", PEERS];
/// What nothing of ours is built, tested or served with: peers of the bench.
const PEERS: &str = "benches/browser";
/// Licences of npm packages; those of crates stand in `deny.toml`.
const LICENCES: [&str; 10] = [
    "MIT",
    "Apache-2.0",
    "MIT OR Apache-2.0",
    "ISC",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "0BSD",
    "OFL-1.1",
    "MPL-2.0",
    "Unlicense",
];
/// They would run a script when they are installed; we install with `--ignore-scripts`, and they work without it.
const WITH_SCRIPT: [&str; 1] = ["node_modules/esbuild"];

/// Looks at every lock file, and asks whoever knows of faults, where they can be reached.
pub fn tally() -> Result<Tally> {
    let mut tally = Tally::default();
    let root = workspace::root();
    let mut faults = crate_faults(&files::read_text(&root.join("Cargo.lock"))?);
    for folder in NPM {
        let lock = files::read_text(&root.join(folder).join("package-lock.json"))?;
        faults.extend(npm_faults(folder, &lock)?);
    }
    faults.iter().for_each(|fault| println!("{fault}"));
    tally += Tally::one(faults.is_empty());
    if let Some(is_good) = deny()? {
        tally += Tally::one(is_good);
    }
    for folder in NPM {
        if let Some(is_good) = audit(&root.join(folder))? {
            tally += Tally::one(is_good);
        }
    }
    Ok(tally)
}

/// Crates of a lock file that are neither ours nor of the registry with a hash.
fn crate_faults(lock: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for package in lock.split("[[package]]").skip(1) {
        let value = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(&format!("{name} = ")));
            line.map(|text| text.trim_matches('"'))
        };
        let name = value("name").unwrap_or("?");
        let is_sealed = value("source") == Some(REGISTRY) && value("checksum").is_some();
        if !is_sealed && !["hamyar", "xtask"].contains(&name) {
            faults.push(format!("Cargo.lock: {name} is not of the registry, or has no checksum"));
        }
    }
    faults
}

/// Packages of a lock file of npm without a hash, under another licence, or with a script that none was told of.
fn npm_faults(folder: &str, lock: &str) -> Result<Vec<String>> {
    let lock: Value =
        serde_json::from_str(lock).with_context(|| format!("the lock of {folder}"))?;
    let packages =
        lock.get("packages").and_then(Value::as_object).context("a lock file without packages")?;
    ensure!(packages.len() > 1, "the lock file of {folder} locks nothing");
    let mut faults = Vec::new();
    for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
        let text = |field: &str| package.get(field).and_then(Value::as_str);
        let mut fault = |what: &str| faults.push(format!("{folder}: {name} {what}"));
        if !text("integrity").is_some_and(|hash| hash.starts_with("sha512-")) {
            fault("has no hash");
        }
        let licence = text("license").unwrap_or("none");
        if folder != PEERS && !LICENCES.contains(&licence) {
            fault(&format!("has the licence {licence}, which is not on the list"));
        }
        if package.get("hasInstallScript") == Some(&Value::Bool(true))
            && !WITH_SCRIPT.contains(&name.as_str())
        {
            fault("runs a script when it is installed");
        }
    }
    Ok(faults)
}

/// `cargo deny`, where it is installed: the minutes that it takes to build is no part of a check.
fn deny() -> Result<Option<bool>> {
    let asked = process::answer(&mut process::cargo(&["deny", "--version"]));
    if asked.is_none() {
        println!(
            "cargo-deny is not here, so licences and advisories of crates are not looked at: cargo install --locked cargo-deny"
        );
        return Ok(None);
    }
    let own = process::run(&mut process::cargo(&[
        "deny",
        "--offline",
        "check",
        "licenses",
        "bans",
        "sources",
    ]));
    let mut fetched = process::cargo(&["deny", "fetch", "db"]);
    if process::answer(&mut fetched).is_none() {
        println!(
            "the list of advisories cannot be reached from here: advisories of crates are not looked at"
        );
        return Ok(Some(own.is_ok()));
    }
    let known = process::run(&mut process::cargo(&["deny", "check", "advisories"]));
    Ok(Some(own.is_ok() && known.is_ok()))
}

/// `npm audit`, where its registry answers.
fn audit(folder: &Path) -> Result<Option<bool>> {
    let mut npm = Command::new("npm");
    npm.args(["audit", "--json", "--package-lock-only"]).current_dir(folder);
    let output = npm.output().context("npm could not be started")?;
    let place = folder.display();
    let Some(found) = known_faults(&String::from_utf8_lossy(&output.stdout)) else {
        println!(
            "npm's list of advisories cannot be reached from here: those of {place} are not looked at"
        );
        return Ok(None);
    };
    println!("npm audit of {place}: {found} known faults");
    Ok(Some(found == 0))
}

/// How many faults an answer of `npm audit --json` names; none where it is no such answer.
fn known_faults(answer: &str) -> Option<u64> {
    let answer: Value = serde_json::from_str(answer).ok()?;
    answer.pointer("/metadata/vulnerabilities/total")?.as_u64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_from_elsewhere_or_without_a_hash_is_told() {
        let sealed =
            format!("[[package]]\nname = \"a\"\nsource = \"{REGISTRY}\"\nchecksum = \"00\"\n");
        assert_eq!(crate_faults(&sealed), Vec::<String>::new());
        assert_eq!(crate_faults("[[package]]\nname = \"hamyar\"\n"), Vec::<String>::new());
        assert_eq!(crate_faults(&sealed.replace("checksum", "x")).len(), 1);
        assert_eq!(crate_faults(&sealed.replace("registry+", "git+")).len(), 1);
    }

    #[test]
    fn a_package_without_a_hash_with_a_script_or_under_another_licence_is_told() {
        let lock =
            |package: &str| format!(r#"{{"packages":{{"":{{}},"node_modules/a":{package}}}}}"#);
        let faults = |package: &str| npm_faults("www", &lock(package)).unwrap();
        assert!(faults(r#"{"integrity":"sha512-x","license":"MIT"}"#).is_empty());
        let bad = faults(r#"{"license":"AGPL-3.0","hasInstallScript":true}"#);
        assert_eq!(bad.len(), 3, "{bad:?}");
        assert!(npm_faults("www", r#"{"packages":{"":{}}}"#).is_err());
    }

    #[test]
    fn an_answer_of_a_registry_that_knows_nothing_is_no_clean_bill() {
        assert_eq!(known_faults(r#"{"metadata":{"vulnerabilities":{"total":0}}}"#), Some(0));
        assert_eq!(known_faults(r#"{"metadata":{"vulnerabilities":{"total":2}}}"#), Some(2));
        assert_eq!(known_faults(r#"{"message":"405 Method Not Allowed"}"#), None);
        assert_eq!(known_faults(""), None);
    }
}
