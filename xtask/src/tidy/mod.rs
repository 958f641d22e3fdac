//! The house rules that no other tool knows: `cargo xtask tidy`.

mod documents;
mod length;
pub mod markup;
mod pages;
mod paths;
mod rooms;
mod shared;
mod words;

use std::fmt;
use std::path::Path;

use anyhow::Result;

use crate::report::Tally;
use crate::{files, workspace};

/// A text file of the repository.
pub struct Source {
    /// Relative to the root, with `/`.
    pub path: String,
    pub text: String,
}

/// One broken rule.
#[derive(Debug, PartialEq)]
pub struct Fault {
    pub path: String,
    /// From 1; 0 for the file as a whole.
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

impl Source {
    /// A fault in a line of this file.
    pub fn fault(&self, line: usize, message: impl Into<String>) -> Fault {
        Fault { path: self.path.clone(), line, message: message.into() }
    }

    /// Whether it is part of the site; tests and their set-up may do on purpose what the site must
    /// not.
    pub fn is_of_site(&self) -> bool {
        self.path.starts_with("www/")
            && !self.path.starts_with("www/tests/")
            && self.path != "www/playwright.config.mjs"
    }

    /// Whether the file's name ends in one of these.
    pub fn is_a(&self, kinds: &[&str]) -> bool {
        kinds.iter().any(|kind| self.path.ends_with(kind))
    }
}

/// Prints every fault; returns whether there is none.
pub fn run() -> Result<bool> {
    Ok(tally()?.failed == 0)
}

/// Prints every fault; the whole counts as one check.
pub fn tally() -> Result<Tally> {
    let sources = sources(workspace::root())?;
    let mut faults = documents::check(workspace::root())?;
    let crates = documents::crate_names()?;
    for source in &sources {
        faults.extend(length::check(source));
        faults.extend(words::check(source));
        faults.extend(pages::check(source));
        faults.extend(rooms::check(source, &crates));
    }
    faults.extend(shared::check(&sources));
    faults.iter().for_each(|fault| println!("{fault}"));
    println!("{} files, {} faults", sources.len(), faults.len());
    Ok(Tally::one(faults.is_empty()))
}

/// Every file that people write, without what the build or npm puts beside it.
fn sources(root: &Path) -> Result<Vec<Source>> {
    let kinds = [".rs", ".toml", ".md", ".js", ".mjs", ".css", ".html"];
    let skipped = ["target", "dist", "site", "pkg/snippets", "www/data"];
    let belongs = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        !skipped.contains(&path)
            && name != "node_modules"
            && (name == ".cargo" || !name.starts_with('.'))
    };
    let mut found = Vec::new();
    for path in files::list(root, belongs)? {
        let generated = path.starts_with("pkg/") && !path.ends_with(".md");
        if !generated && kinds.iter().any(|kind| path.ends_with(kind)) {
            found.push(Source { text: files::read_text(&root.join(&path))?, path });
        }
    }
    Ok(found)
}

#[cfg(test)]
fn sample(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}
