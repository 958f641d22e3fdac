//! What somebody wrote beside a table, a row or a cell.

use super::id::NoteId;
use crate::calendar::Day;
use crate::diag::Bilingual;

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
