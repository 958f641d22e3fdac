//! Why a call was refused, in both languages: through `?` as any fault of a call, and told without the usage.

use std::path::Path;

use hamyar::diag::{Bilingual, Diagnostic, Error};

/// A refusal of what lies at `path`; empty where no file is to blame. Each pair is Persian and English.
pub(crate) fn refusal(
    code: &'static str,
    path: &Path,
    [fa, en]: [&str; 2],
    [hint_fa, hint_en]: [&str; 2],
) -> lexopt::Error {
    let finding = Diagnostic::error(code, Bilingual::new(fa, en)).with_hint(hint_fa, hint_en);
    refused(finding.at(&path.to_string_lossy(), 0, "").into())
}

/// The same of a finding that is there already.
pub(crate) fn refused(error: Error) -> lexopt::Error {
    lexopt::Error::Custom(Box::new(error))
}

/// The finding, unless the call itself cannot be understood.
pub(crate) fn finding_of(error: &lexopt::Error) -> Option<&Error> {
    match error {
        lexopt::Error::Custom(inner) => inner.downcast_ref(),
        _ => None,
    }
}
