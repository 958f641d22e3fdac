//! A directory that a command writes.

use std::fs::{canonicalize, create_dir_all};
use std::path::{Path, PathBuf};

use lexopt::Error;

use crate::cli::{not_written, write_file};
use crate::refusal::refusal;

/// Makes the directory that is to be written.
///
/// # Errors
/// When it cannot be made, or is one of those that were read: their tables are edited by hand where they
/// lie, and some of their columns are not read.
pub(crate) fn make_directory(out: &Path, read: &[PathBuf]) -> Result<(), Error> {
    create_dir_all(out).map_err(|error| not_written(out, &error))?;
    let place = canonicalize(out).ok();
    if read.iter().any(|one| canonicalize(one).ok() == place) {
        let words = ["پوشهٔ --out بسته‌ای است که خوانده می‌شود.", "--out is a package that is read."];
        let hint = ["پوشهٔ دیگری نام ببرید.", "Name another directory."];
        return Err(refusal("file/read-here", out, words, hint));
    }
    Ok(())
}

/// Writes files into a directory, and makes the folders below it that they name.
///
/// # Errors
/// When one of them cannot be written.
pub(crate) fn write_files(out: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    for (path, bytes) in files {
        let path = out.join(path);
        let folder = path.parent().unwrap_or(out);
        create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
        write_file(&path, bytes)?;
    }
    Ok(())
}
