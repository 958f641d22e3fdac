//! What somebody wrote beside the tables of a package, as `hamyar check` tells it.

use hamyar::calendar::Period;
use hamyar::diag::Bilingual;
use hamyar::model::Note;
use serde::Serialize;

use crate::cli::report;

/// One note as it is printed with `--json`.
#[derive(Serialize)]
pub(crate) struct Told {
    id: String,
    table: String,
    row: String,
    column: String,
    text: Bilingual,
    by: Bilingual,
    /// Jalali; empty where it is not known.
    day: String,
    /// The text with who says it and when.
    #[serde(skip)]
    signed: Bilingual,
}

impl From<Note> for Told {
    fn from(note: Note) -> Self {
        let signed = note.signed();
        let Note { id, table, row, column, text, by, day } = note;
        let day = day.and_then(Period::day).map(|day| day.id()).unwrap_or_default();
        Self { id: id.to_string(), table, row, column, text, by, day, signed }
    }
}

/// Each note with what it is on, on standard error, in English and then Persian.
pub(crate) fn print_notes(notes: &[Told]) {
    report(&words_of(notes));
}

/// The same as text.
pub(crate) fn words_of(notes: &[Told]) -> String {
    let mut words = String::new();
    for Told { id, table, row, column, signed, .. } in notes {
        let place = [table.as_str(), row, column].map(str::trim);
        let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
        let place = place.join(":");
        words.push_str(&format!("{place}: note [{id}]\n  {}\n  {}\n", signed.en, signed.fa));
    }
    words
}
