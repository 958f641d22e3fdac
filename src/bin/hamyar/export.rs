//! `hamyar export DIR [--format csv|json] --out DIR2`: a data package written anew.

use hamyar::export::{TableFormat, data_package_in};
use lexopt::Parser;

use crate::cli::{Outcome, refuse, tell_errors};
use crate::directory;
use crate::places::{Places, from_and_to};
use crate::written::{make_directory, write_files};

/// Reads a data package and writes what was taken of it as a data package. Rows that were left out
/// are named.
pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let places = from_and_to(arguments, Some("format"), "DIR --out DIR2 is needed")?;
    let Places { from: [directory], out, option } = places;
    let format = match option.as_deref().map(|one| one.to_str()) {
        None | Some(Some("csv")) => TableFormat::Csv,
        Some(Some("json")) => TableFormat::Json,
        Some(_) => return Err("--format is csv or json".into()),
    };
    let read = match directory::read_stated(&directory) {
        Ok(read) => read,
        Err(error) => return Ok(refuse(&error)),
    };
    tell_errors(&read.diagnostics);
    make_directory(&out, &[directory])?;
    write_files(&out, &data_package_in(&read.value.dataset, format))?;
    Ok(if read.has_errors() { Outcome::Rejected } else { Outcome::Done })
}
