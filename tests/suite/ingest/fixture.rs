//! A small good package, and ways to spoil it.

use hamyar::diag::{Diagnostic, Error, Reported, Severity};
use hamyar::ingest::{Descriptor, Files, Package, Resource, read_package};

macro_rules! files {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        [$(($name, include_bytes!(concat!($folder, $name)).as_slice())),+]
    };
}
pub(in crate::suite) use files;

const DESCRIPTOR: &str = include_str!("../../fixtures/ingest/small/datapackage.json");

/// A package in memory.
#[derive(Clone)]
pub(in crate::suite) struct Fixture {
    pub(in crate::suite) descriptor: Descriptor,
    pub(in crate::suite) files: Files,
}

impl Fixture {
    pub(in crate::suite) fn new(descriptor: &str, files: &[(&str, &[u8])]) -> Self {
        let files = files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
        Self { descriptor: serde_json::from_str(descriptor).unwrap(), files: files.collect() }
    }

    /// 36 good rows.
    pub(super) fn small() -> Self {
        Self::new(
            DESCRIPTOR,
            &files!["../../fixtures/ingest/small/":
                "units.csv", "areas.csv", "tiles.csv", "measures.csv", "programmes.csv",
                "sources.csv", "groups.csv", "group_members.csv", "observations.csv",
                "population.csv", "corrections.csv", "comparisons.csv", "statements.csv",
                "codes.csv"],
        )
    }

    /// The same with `from` replaced by `to` in one file; `from` must stand there once.
    pub(in crate::suite) fn edit(mut self, file: &str, from: &str, to: &str) -> Self {
        let text = String::from_utf8(self.files.get(file).unwrap().clone()).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from} in {file}");
        self.files.insert(file.to_owned(), text.replace(from, to).into_bytes());
        self
    }

    /// The same with a row added at the end of one file.
    pub(in crate::suite) fn add(mut self, file: &str, row: &str) -> Self {
        self.files.get_mut(file).unwrap().extend(format!("{row}\n").bytes());
        self
    }

    /// The same with a further table.
    pub(in crate::suite) fn with(mut self, name: &str, text: String) -> Self {
        let path = format!("{name}.csv");
        let resource =
            Resource { name: name.to_owned(), path: path.clone(), ..Resource::default() };
        self.descriptor.resources.push(resource);
        self.files.insert(path, text.into_bytes());
        self
    }

    /// The same with other content of one file, which must be there.
    pub(in crate::suite) fn instead(mut self, file: &str, text: String) -> Self {
        *self.files.get_mut(file).unwrap() = text.into_bytes();
        self
    }

    /// The same without one file.
    pub(super) fn without(mut self, file: &str) -> Self {
        self.files.remove(file).unwrap();
        self
    }

    /// The same with the descriptor edited as text.
    pub(super) fn describe(mut self, from: &str, to: &str) -> Self {
        assert_eq!(DESCRIPTOR.matches(from).count(), 1, "{from}");
        self.descriptor = serde_json::from_str(&DESCRIPTOR.replace(from, to)).unwrap();
        self
    }

    pub(in crate::suite) fn read(&self) -> Result<Reported<Package>, Error> {
        let read = read_package(&self.descriptor, &self.files);
        if let Ok(reported) = &read {
            let counts = reported.value.counts;
            assert_eq!(counts.accepted + counts.rejected, counts.read);
            let silent = counts.rejected > 0 && !reported.has_errors();
            assert!(!silent, "{counts:?} but no error");
        }
        read
    }

    /// Reads, and gives the only finding with this code, which must be at this place.
    pub(in crate::suite) fn finds(&self, code: &str, place: (&str, u32, &str)) -> Diagnostic {
        self.finds_among(1, code, place)
    }

    /// The same when one fault brings further ones: `findings` in all.
    pub(super) fn finds_among(
        &self,
        findings: usize,
        code: &str,
        (file, row, column): (&str, u32, &str),
    ) -> Diagnostic {
        let diagnostics = self.read().unwrap().diagnostics;
        assert_eq!(diagnostics.len(), findings, "{diagnostics:#?}");
        let with_code: Vec<_> = diagnostics.iter().filter(|found| found.code == code).collect();
        let [found] = with_code.as_slice() else { panic!("{code} in {diagnostics:#?}") };
        let place = &found.position;
        assert_eq!((place.file.as_str(), place.row, place.column.as_str()), (file, row, column));
        assert_spoken(found);
        (*found).clone()
    }

    /// Reads, and gives why the package was refused as a whole.
    pub(super) fn refused(&self) -> Diagnostic {
        let found = *self.read().unwrap_err().0;
        assert_spoken(&found);
        assert_eq!(found.severity, Severity::Error);
        found
    }

    /// Rows accepted and rejected.
    pub(super) fn counts(&self) -> (u32, u32) {
        let counts = self.read().unwrap().value.counts;
        (counts.accepted, counts.rejected)
    }
}

/// Whether a Latin digit stands among Persian words: what is to be written as it stands is isolated.
fn has_loose_digit(text: &str) -> bool {
    let mut depth = 0;
    let mut is_loose = |letter: char| {
        match letter {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = 0.max(depth - 1),
            _ => {}
        }
        depth == 0 && letter.is_ascii_digit()
    };
    text.replace("UTF-8", "").contains(&mut is_loose)
}

/// Message and hint in both languages: Persian in Persian letters, English without any.
pub(in crate::suite) fn assert_spoken(found: &Diagnostic) {
    let persian = |letter: char| ('\u{0600}'..='\u{06FF}').contains(&letter);
    for text in [&found.message, &found.hint] {
        assert!(text.fa.contains(persian), "{found:?}");
        assert!(!has_loose_digit(&text.fa), "{found:?}");
        assert!(!text.en.is_empty(), "{found:?}");
        assert!(text.fa.ends_with('.') || text.fa.contains(": "), "{found:?}");
    }
}
