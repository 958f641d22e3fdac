//! What is wrong with a specification, and where.

use std::fmt;

use crate::diag::{Bilingual, Diagnostic, Error};
use crate::list::join;

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// Another kind of value belongs there, such as `a list`.
    Expected(&'static str, &'static str),
    /// A word that is not in the list.
    UnknownWord(&'static [&'static str]),
    /// A field with a name that means nothing here, and the names that do.
    UnknownField(Vec<&'static str>),
}

impl Kind {
    /// What may stand there.
    fn allowed(&self) -> &[&'static str] {
        match self {
            Self::Expected(..) => &[],
            Self::UnknownWord(allowed) => allowed,
            Self::UnknownField(known) => known,
        }
    }
}

/// One fault of a specification with its place, such as `query.areas.level`.
///
/// Boxed, so that a read that may fail hands back one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault(Box<Place>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    path: String,
    kind: Kind,
}

impl Fault {
    fn new(path: &str, kind: Kind) -> Self {
        Self(Box::new(Place { path: path.to_owned(), kind }))
    }

    /// Another kind of value belongs there, named in Persian and English.
    pub fn expected(fa: &'static str, en: &'static str) -> Self {
        Self::new("", Kind::Expected(fa, en))
    }

    /// One of these words belongs there.
    pub fn unknown_word(allowed: &'static [&'static str]) -> Self {
        Self::new("", Kind::UnknownWord(allowed))
    }

    /// This field means nothing; these do.
    pub fn unknown_field(name: &str, known: Vec<&'static str>) -> Self {
        Self::new(name, Kind::UnknownField(known))
    }

    /// These belong there too: what the fields of a thing are read beside.
    #[must_use]
    pub fn or_one_of(mut self, more: &[&'static str]) -> Self {
        if let Kind::UnknownField(known) = &mut self.0.kind
            && !self.0.path.contains('.')
        {
            known.extend(more);
        }
        self
    }

    /// The same fault seen from one level above.
    #[must_use]
    pub fn inside(mut self, name: &str) -> Self {
        let dot = if self.0.path.is_empty() { "" } else { "." };
        self.0.path.insert_str(0, dot);
        self.0.path.insert_str(0, name);
        self
    }

    /// Where it is: names with dots between, items of lists by their number from 0.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    fn message(&self) -> Bilingual {
        let (fa, en) = match &self.0.kind {
            Kind::Expected(fa, en) => (format!("این‌جا جای {fa} است"), format!("{en} belongs here")),
            Kind::UnknownWord(_) => {
                ("این واژه شناخته نیست".into(), "this word is not known".into())
            }
            Kind::UnknownField(_) => {
                ("چنین ویژگی‌ای وجود ندارد".into(), "there is no such property".into())
            }
        };
        if self.0.path.is_empty() {
            return Bilingual { fa, en };
        }
        Bilingual::new(format!("{}: {fa}", self.0.path), format!("{}: {en}", self.0.path))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message().en)?;
        match self.0.kind.allowed() {
            [] => Ok(()),
            allowed => write!(formatter, "; write one of {}", join(allowed, ", ")),
        }
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        let finding = Diagnostic::error("api/argument", fault.message());
        let finding = match fault.0.kind.allowed() {
            [] => finding,
            allowed => {
                let words = join(allowed, ", ");
                finding
                    .with_hint(format!("یکی از این‌ها: {words}"), format!("Write one of: {words}"))
            }
        };
        finding.at("", 0, &fault.0.path).into()
    }
}
