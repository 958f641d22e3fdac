//! A directory that a command writes.

use std::fs::{canonicalize, create_dir_all};
use std::path::{Path, PathBuf};

use lexopt::Error;

use crate::cli::write_file;

/// Makes the directory that is to be written.
///
/// # Errors
/// When it cannot be made, or is one of those that were read: their tables are edited by hand where they
/// lie, and some of their columns are not read.
pub(crate) fn make_directory(out: &Path, read: &[PathBuf]) -> Result<(), Error> {
    create_dir_all(out).map_err(|error| Error::from(format!("{}: {error}", out.display())))?;
    let place = canonicalize(out).ok();
    if read.iter().any(|one| canonicalize(one).ok() == place) {
        return Err("--out is a package that is read; name another directory".into());
    }
    Ok(())
}

/// Writes files into a directory.
///
/// # Errors
/// When one of them cannot be written.
pub(crate) fn write_files(out: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    files.iter().try_for_each(|(path, bytes)| write_file(&out.join(path), bytes))
}
