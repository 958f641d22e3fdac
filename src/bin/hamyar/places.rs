//! What commands that read packages and write something take from their call.

use std::path::PathBuf;

use lexopt::{Arg, Error, Parser, ValueExt};

/// The directories that a command reads, and what `--out` names.
///
/// # Errors
/// When one is missing or too many are named; `wanted` says what the call needs.
pub(crate) fn from_and_to<const COUNT: usize>(
    mut arguments: Parser,
    wanted: &'static str,
) -> Result<([PathBuf; COUNT], PathBuf), Error> {
    let (mut from, mut out): (Vec<PathBuf>, Option<PathBuf>) = (Vec::new(), None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("out") => out = Some(arguments.value()?.parse()?),
            Arg::Value(path) if from.len() < COUNT => from.push(path.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    let from = from.try_into().map_err(|_| Error::from(wanted))?;
    Ok((from, out.ok_or(wanted)?))
}
