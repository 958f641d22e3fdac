//! `hamyar export DIR --out DIR2`: a data package written anew.

use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};

use crate::cli::{Outcome, refuse, tell_errors, write_file};
use crate::directory;

/// Reads a data package and writes what was taken of it as a data package. Rows that were left out
/// are named.
pub(crate) fn run(mut arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let (mut directory, mut out): (Option<PathBuf>, Option<PathBuf>) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("out") => out = Some(arguments.value()?.parse()?),
            Arg::Value(path) if directory.is_none() => directory = Some(path.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    let directory = directory.ok_or("a directory is needed")?;
    let out = out.ok_or("--out DIR2 is needed")?;
    let read = match directory::read_stated(&directory) {
        Ok(read) => read,
        Err(error) => return Ok(refuse(&error)),
    };
    tell_errors(&read.diagnostics);
    std::fs::create_dir_all(&out)
        .map_err(|error| lexopt::Error::from(format!("{}: {error}", out.display())))?;
    // Tables are edited by hand where they lie, and some of their columns are not read.
    if std::fs::canonicalize(&out).ok() == std::fs::canonicalize(&directory).ok() {
        return Err("--out is the package itself; name another directory".into());
    }
    for (path, bytes) in hamyar::export::data_package(&read.value.dataset) {
        write_file(&out.join(path), &bytes)?;
    }
    Ok(if read.has_errors() { Outcome::Rejected } else { Outcome::Done })
}
