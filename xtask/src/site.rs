//! The static site: the host's files, the package, the font and the one vendored library.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{files, minify, package, page_content, process, stamp, workspace};

/// What is taken from an npm package: the file there and its place in the site.
///
/// The licences end in `.txt`, because some servers refuse files without a known ending.
const FROM_NPM: [(&str, &str); 5] = [
    (
        "@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2",
        "fonts/vazirmatn-arabic-wght-normal.woff2",
    ),
    (
        "@fontsource-variable/vazirmatn/files/vazirmatn-latin-wght-normal.woff2",
        "fonts/vazirmatn-latin-wght-normal.woff2",
    ),
    ("@fontsource-variable/vazirmatn/LICENSE", "fonts/LICENSE.txt"),
    ("idb/build/index.js", "vendor/idb.js"),
    ("idb/LICENSE", "vendor/idb.LICENSE.txt"),
];

/// Pages that are files of their own too.
const STORIES: [&str; 5] = ["s0", "s1", "s2", "s3", "s4"];

/// The publisher's command line.
pub enum Program {
    /// Cargo builds it, or knows that it stands.
    Cargo,
    /// It was built already. Cargo would build it once more for a run without tests, with other features of the
    /// crates below it, and then the tests once more.
    Built(PathBuf),
}

impl Program {
    /// One of its commands.
    pub fn command(&self, name: &str) -> Command {
        let mut command = match self {
            Self::Built(path) => Command::new(path),
            Self::Cargo => {
                let arguments = ["run", "--locked", "--quiet", "--package", "hamyar"];
                let mut command = process::cargo(&arguments);
                command.args(["--features", "desk", "--bin", "hamyar", "--"]);
                command
            }
        };
        command.arg(name);
        command
    }
}

/// Puts the site together in `target/site/`; returns its build id.
pub fn assemble(program: &Program) -> Result<String> {
    let (www, site) = (workspace::www(), workspace::site());
    files::remove_tree(&site)?;
    files::copy_tree(&www, &site, is_host_file)?;
    files::copy_tree(&workspace::pkg(), &site.join("pkg"), is_runtime_file)?;
    name_build(&site)?;
    for (from, to) in FROM_NPM {
        copy_from_npm(&www, from, &site.join(to))?;
    }
    page_content::split(&site).context("what the pages draw")?;
    minify::minify(&site)?;
    for data in ["data", "data/example", "data/gallery"] {
        pack(program, &www.join(data), &site.join(data).join("package.bin"))?;
    }
    check(program, &www.join("data"), &site.join("data"))?;
    let build = stamp::stamp(&site).context("the site's build id")?;
    catalogue(program, &www, &site)?;
    // A file of its own names the hashes of its scripts, which are as they stay from here on.
    for story in STORIES {
        alone(program, &site, story)?;
    }
    Ok(build)
}

/// Lets the scripts of each core say of which build they are; `stamp` writes it in.
fn name_build(site: &Path) -> Result<()> {
    for path in files::list(site, |_| true)? {
        if !path.strip_prefix("pkg/").is_some_and(is_glue) {
            continue;
        }
        let script = site.join(path);
        let text = files::read_text(&script)?;
        files::write(&script, format!("{text}\nexport const BUILD = '__BUILD__';\n"))?;
    }
    Ok(())
}

/// The scripts of a core stand at the top of the package.
fn is_glue(path: &str) -> bool {
    path.ends_with(".js") && !path.contains('/')
}

/// Writes a data package as pages open it; a row that is left out stops the build.
fn pack(program: &Program, package: &Path, to: &Path) -> Result<()> {
    let mut command = program.command("pack");
    command.arg(package).arg("--out").arg(to);
    process::run(&mut command).with_context(|| format!("cannot pack {}", package.display()))
}

/// Writes what a page shows of the rules on a data package, and of its code lists.
fn check(program: &Program, package: &Path, to: &Path) -> Result<()> {
    let mut command = program.command("check");
    command.arg(package);
    command.arg("--findings").arg(to.join("findings.json"));
    command.arg("--lists").arg(to.join("lists.json"));
    process::run(&mut command).with_context(|| format!("cannot check {}", package.display()))
}

/// Writes which charts other people's pages may show, with the hashes of what they load.
fn catalogue(program: &Program, www: &Path, site: &Path) -> Result<()> {
    let mut command = program.command("catalogue");
    command.arg(www.join("data")).arg("--views").arg(www.join("views/views.json"));
    command.arg("--assets").arg(site).arg("--out").arg(site);
    process::run(&mut command).context("cannot write the catalogue")
}

/// Writes a story as one file, for readers without a network.
fn alone(program: &Program, site: &Path, story: &str) -> Result<()> {
    let to = site.join("alone").join(format!("{story}.html"));
    let mut command = program.command("story");
    command.arg(story).arg("--assets").arg(site).arg("--out").arg(&to);
    process::run(&mut command).with_context(|| format!("cannot write {}", to.display()))
}

fn copy_from_npm(www: &Path, from: &str, to: &Path) -> Result<()> {
    files::copy(&www.join("node_modules").join(from), to)
        .with_context(|| format!("the npm package of {from} has another shape than expected"))
}

/// Leaves out what only tests and tools need.
fn is_host_file(path: &str) -> bool {
    let tools = [
        "node_modules",
        "package.json",
        "package-lock.json",
        "playwright.config.mjs",
        "first-chart.json",
        "tsconfig.json",
        "types",
        "tests",
        "test-results",
    ];
    !tools.contains(&path) && !path.split('/').any(|part| part.starts_with('.'))
}

/// What a browser loads of the package.
fn is_runtime_file(path: &str) -> bool {
    // What the package has for other people's bundlers comes from the site.
    let is_ours =
        ![package::ELEMENT, package::SCHEMA].iter().any(|folder| path.starts_with(folder));
    let is_folder = !path.contains('.');
    is_ours
        && (is_folder
            || path.ends_with(".js")
            || path.ends_with(".wasm")
            || path.starts_with("snippets/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_pages_and_data_but_no_tools() {
        for path in ["index.html", "js", "js/main.js", "data/datapackage.json", "data/README.md"] {
            assert!(is_host_file(path), "{path}");
        }
        for path in
            ["node_modules", "package.json", "tests", "tsconfig.json", ".gitignore", "js/.swp"]
        {
            assert!(!is_host_file(path), "{path}");
        }
    }

    #[test]
    fn takes_from_the_package_what_runs() {
        for path in ["hamyar.js", "hamyar_bg.wasm", "snippets", "snippets/hamyar-1/src/replay.js"] {
            assert!(is_runtime_file(path), "{path}");
        }
        for path in [
            "hamyar.d.ts",
            "package.json",
            "README.md",
            ".gitignore",
            "element",
            "element/hamyar-chart.js",
        ] {
            assert!(!is_runtime_file(path), "{path}");
        }
    }
}
