//! `hamyar pack DIR --out FILE`: the bytes that pages open.

use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};

use crate::cli::{Outcome, refuse, tell_errors, write_file};
use crate::directory;

/// Reads a data package and writes it as pages open it. Rows that were left out are named.
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
    let out = out.ok_or("--out FILE is needed")?;
    let read = match directory::read(&directory) {
        Ok(read) => read,
        Err(error) => return Ok(refuse(&error)),
    };
    tell_errors(&read.diagnostics);
    let bytes = hamyar::pack::write(&read.value.dataset);
    write_file(&out, &bytes)?;
    Ok(if read.has_errors() { Outcome::Rejected } else { Outcome::Done })
}
