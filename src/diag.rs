//! What went wrong, where, and what to do about it, in both languages.
//!
//! Reading never fails as a whole because of one bad cell: it gives [`Reported`], the good part
//! with a list of [`Diagnostic`]s. [`Error`] is for an input that must be refused as a whole.

use serde::{Deserialize, Serialize};

/// One text in the two languages of the product.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Bilingual {
    /// Persian.
    pub fa: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// Both texts at once.
    pub fn new(fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self { fa: fa.into(), en: en.into() }
    }

    /// Whether neither language says anything.
    pub fn is_empty(&self) -> bool {
        self.fa.is_empty() && self.en.is_empty()
    }
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing was left out.
    Note,
    /// Read, but someone should look.
    Warning,
    /// The row (or file) was left out.
    Error,
}

/// Where in the input a finding lies. Rows count from 1, the heading row included.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// Path of the file inside its package, empty when there is none.
    pub file: String,
    /// Row, 1 = the heading row; 0 = the file as a whole.
    pub row: u32,
    /// Name of the column, empty for a whole row.
    pub column: String,
}

/// One finding with a stable code, its place, a message and a hint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Stable code `room/kind`, such as `cell/not-a-number`.
    pub code: &'static str,
    /// Where it is.
    #[serde(flatten)]
    pub position: Position,
    /// What happened.
    pub message: Bilingual,
    /// What to do about it.
    pub hint: Bilingual,
}

impl Diagnostic {
    /// A finding of severity [`Severity::Error`], with no place and no hint yet.
    pub fn error(code: &'static str, message: Bilingual) -> Self {
        Self {
            severity: Severity::Error,
            code,
            position: Position::default(),
            message,
            hint: Bilingual::default(),
        }
    }

    /// A finding of severity [`Severity::Error`] with what to do about it, both in Persian and English.
    pub fn refusal(code: &'static str, [fa, en]: [&str; 2], hint: [&str; 2]) -> Self {
        let [hint_fa, hint_en] = hint;
        Self::error(code, Bilingual::new(fa, en)).with_hint(hint_fa, hint_en)
    }

    /// A finding of severity [`Severity::Warning`], with no place and no hint yet.
    pub fn warning(code: &'static str, message: Bilingual) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// The same finding with what to do about it.
    #[must_use]
    pub fn with_hint(mut self, fa: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint = Bilingual::new(fa, en);
        self
    }

    /// The same finding at a place.
    #[must_use]
    pub fn at(mut self, file: &str, row: u32, column: &str) -> Self {
        self.position = Position { file: file.to_owned(), row, column: column.to_owned() };
        self
    }
}

/// A value together with what was found while making it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported<T> {
    /// The good part.
    pub value: T,
    /// Everything that was found, in the order of the input.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Reported<T> {
    /// Whether anything of severity [`Severity::Error`] was found.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// The input was refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(pub Box<Diagnostic>);

impl From<Diagnostic> for Error {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(Box::new(diagnostic))
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.0.code, self.0.message.en)?;
        if self.0.hint.is_empty() { Ok(()) } else { write!(f, " ({})", self.0.hint.en) }
    }
}

impl std::error::Error for Error {}

/// What a fallible call of the core gives.
pub type Result<T> = std::result::Result<T, Error>;
