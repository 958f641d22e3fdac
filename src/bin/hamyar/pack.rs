//! `hamyar pack DIR --out FILE`: the bytes that pages open.

use lexopt::Parser;

use crate::cli::{Outcome, keep_confirmed, refuse, tell_errors, write_file};
use crate::directory;
use crate::places::{Places, from_and_to};

/// Reads a data package and writes it as pages open it. Rows that were left out are named, and figures
/// that nobody has confirmed are left out and counted.
pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let Places { from: [directory], out, .. } =
        from_and_to(arguments, None, "DIR --out FILE is needed")?;
    let mut read = match directory::read(&directory) {
        Ok(read) => read,
        Err(error) => return Ok(refuse(&error)),
    };
    tell_errors(&read.diagnostics);
    keep_confirmed(&mut read.value.dataset, None);
    let has_errors = read.has_errors();
    write_file(&out, &hamyar::pack::write_for_pages(read.value.dataset))?;
    Ok(if has_errors { Outcome::Rejected } else { Outcome::Done })
}
