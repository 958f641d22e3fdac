//! What commands that read packages and write something take from their call.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Error, Parser, ValueExt};

/// What such a call names.
pub(crate) struct Places<const COUNT: usize> {
    /// The directories that are read.
    pub(crate) from: [PathBuf; COUNT],
    /// What `--out` names.
    pub(crate) out: PathBuf,
    /// The value of the one option that the command has beside `--out`.
    #[cfg_attr(not(feature = "desk"), expect(dead_code, reason = "its commands are on the desk"))]
    pub(crate) option: Option<OsString>,
}

/// Reads a call; `option` is the name of what it may have beside `--out`.
///
/// # Errors
/// When one is missing or too many are named; `wanted` says what the call needs.
pub(crate) fn from_and_to<const COUNT: usize>(
    mut arguments: Parser,
    option: Option<&'static str>,
    wanted: &'static str,
) -> Result<Places<COUNT>, Error> {
    let (mut from, mut out, mut value): (Vec<PathBuf>, Option<PathBuf>, _) =
        (Vec::new(), None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("out") => out = Some(arguments.value()?.parse()?),
            Arg::Long(name) if Some(name) == option => value = Some(arguments.value()?),
            Arg::Value(path) if from.len() < COUNT => from.push(path.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    let from = from.try_into().map_err(|_| Error::from(wanted))?;
    Ok(Places { from, out: out.ok_or(wanted)?, option: value })
}
