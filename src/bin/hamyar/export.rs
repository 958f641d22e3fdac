//! `hamyar export DIR --out DIR2`: a data package written anew.

use hamyar::export::data_package;
use lexopt::Parser;

use crate::cli::{Outcome, refuse, tell_errors};
use crate::directory;
use crate::places::from_and_to;
use crate::written::{make_directory, write_files};

/// Reads a data package and writes what was taken of it as a data package. Rows that were left out
/// are named.
pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let ([directory], out) = from_and_to(arguments, "DIR --out DIR2 is needed")?;
    let read = match directory::read_stated(&directory) {
        Ok(read) => read,
        Err(error) => return Ok(refuse(&error)),
    };
    tell_errors(&read.diagnostics);
    make_directory(&out, &[directory])?;
    write_files(&out, &data_package(&read.value.dataset))?;
    Ok(if read.has_errors() { Outcome::Rejected } else { Outcome::Done })
}
