//! A data package in a directory.

use std::fs;
use std::path::Path;

use hamyar::diag::{Bilingual, Diagnostic, Reported, Result};
use hamyar::ingest::{Descriptor, Files, Package, limits, read_package};
use hamyar::tabulate::tabulate;

const DESCRIPTOR: &str = "datapackage.json";

/// Reads the package in `directory`, with what is counted from its registers, a word for each code, and what is right
/// in the notes of misprints.
pub(crate) fn read(directory: &Path) -> Result<Reported<Package>> {
    let mut read = read_stated(directory)?;
    #[cfg(feature = "complete")]
    {
        read.value.dataset.name_codes();
        read.value.dataset.tell_corrections();
    }
    tabulate(&mut read.value.dataset);
    Ok(read)
}

/// Reads what the package in `directory` states, to be written again: counts would pass for statements,
/// and stay as they are when the registers change. A file that is not there is left to the core to report.
pub(crate) fn read_stated(directory: &Path) -> Result<Reported<Package>> {
    let descriptor = descriptor(directory)?;
    let mut files = Files::new();
    for path in descriptor.paths() {
        if let Some(bytes) = bytes(&directory.join(path)) {
            files.insert(path.to_owned(), bytes);
        }
    }
    read_package(&descriptor, &files)
}

fn descriptor(directory: &Path) -> Result<Descriptor> {
    let bytes = bytes(&directory.join(DESCRIPTOR)).ok_or_else(missing)?;
    Descriptor::parse(&bytes)
}

/// The bytes of a file; one over the limit is cut just behind it, so that the core refuses it.
pub(crate) fn bytes(path: &Path) -> Option<Vec<u8>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    let most = limits::FILE_BYTES as u64 + 1;
    fs::File::open(path).ok()?.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn missing() -> Diagnostic {
    let message = Bilingual::new(
        "در این پوشه datapackage.json نیست یا خوانده نمی‌شود.",
        "There is no readable datapackage.json in this directory.",
    );
    Diagnostic::error("file/missing", message)
        .with_hint("پوشهٔ بسته را نام ببرید.", "Name the directory of a data package.")
        .at(DESCRIPTOR, 0, "")
}
