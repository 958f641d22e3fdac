//! `hamyar export DIR [--format csv|json] --out DIR2`: a data package written anew.

use hamyar::export::{TableFormat, data_package_in};
use lexopt::Parser;

use crate::cli::{Outcome, refuse, tell_errors};
use crate::directory;
use crate::places::{Places, from_and_to};
use crate::published::Published;
use crate::written::{make_directory, write_files};

/// Reads a data package and writes what was taken of it as a data package, with the ranking that lies
/// beside it. Rows that were left out are named.
pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let places = from_and_to(arguments, Some("format"), "DIR --out DIR2 is needed")?;
    let Places { from: [directory], out, option } = places;
    let format = match option.as_deref().map(|one| one.to_str()) {
        None | Some(Some("csv")) => TableFormat::Csv,
        Some(Some("json")) => TableFormat::Json,
        Some(_) => return Err("--format is csv or json".into()),
    };
    let mut read = match directory::read_stated(&directory) {
        Ok(read) => read,
        Err(error) => return Ok(refuse(&error)),
    };
    read.diagnostics.extend(Published::faults(&directory));
    tell_errors(&read.diagnostics);
    let ranking = Published::beside(&directory);
    make_directory(&out, &[directory])?;
    write_files(&out, &data_package_in(&read.value.dataset, format))?;
    write_files(&out, &ranking.map(Published::files).unwrap_or_default())?;
    Ok(if read.has_errors() { Outcome::Rejected } else { Outcome::Done })
}
