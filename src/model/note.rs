//! What somebody wrote beside a table, a row or a cell.

use super::dataset::Dataset;
use super::id::{NoteId, ObservationId};
use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::list::join_said;

/// One note. A table is named as it is in a package, with `_` between words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Id.
    pub id: NoteId,
    /// The table, such as `observations`.
    pub table: String,
    /// The row, by what stands in the columns of its key, with commas between; empty for the whole table.
    pub row: String,
    /// The column; empty for the whole row, or the whole table.
    pub column: String,
    /// What is said.
    pub text: Bilingual,
    /// Who says it; may be empty.
    pub by: Bilingual,
    /// When it was written.
    pub day: Option<Day>,
}

impl Note {
    /// The figure that it is on, or on a cell of; `None` for a note on anything else.
    pub fn figure(&self) -> Option<ObservationId> {
        let is_on_one = self.table == "observations" && !self.row.is_empty();
        is_on_one.then(|| ObservationId::new(self.row.as_str()))
    }

    /// What it says, with who says it and when.
    ///
    /// ```
    /// use hamyar::calendar::Period;
    /// use hamyar::diag::Bilingual;
    /// use hamyar::model::{Note, NoteId};
    /// let note = Note {
    ///     id: NoteId::new("N1"),
    ///     table: "observations".into(),
    ///     row: "O1".into(),
    ///     column: String::new(),
    ///     text: Bilingual::new("بپرسید.", "Ask."),
    ///     by: Bilingual::new("من", "me"),
    ///     day: Period::parse("1402-01-01").unwrap().start(),
    /// };
    /// assert_eq!(note.signed().fa, "بپرسید. (من، ۱ فروردین ۱۴۰۲)");
    /// ```
    pub fn signed(&self) -> Bilingual {
        let (day_fa, day_en) =
            self.day.and_then(Period::day).map(|day| day.labels()).unwrap_or_default();
        let signed = |text: &str, parts: [&str; 2], comma: &str| match join_said(&parts, comma) {
            by if by.is_empty() => text.to_owned(),
            by => format!("{text} ({by})"),
        };
        Bilingual::new(
            signed(&self.text.fa, [&self.by.fa, &day_fa], "، "),
            signed(&self.text.en, [&self.by.en, &day_en], ", "),
        )
    }
}

/// Tells each note on a figure in the note of that figure, where its card shows it; other notes stay.
pub(super) fn tell_notes(dataset: &mut Dataset) {
    let Dataset { notes, observations, .. } = dataset;
    notes.retain(|note| {
        let Some(figure) = note.figure().and_then(|id| observations.get_mut(&id)) else {
            return true;
        };
        let said = note.signed();
        figure.note.fa = join_said(&[&figure.note.fa, &said.fa], " ");
        figure.note.en = join_said(&[&figure.note.en, &said.en], " ");
        false
    });
}
