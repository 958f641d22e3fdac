//! What a source says without a figure: shown as a statement, never as a value.

use super::id::{MeasureId, SourceId, StatementId};
use super::observation::Place;
use super::source::Locator;
use crate::diag::Bilingual;
use crate::spec::coded;

coded! {
    /// What kind of statement it is.
    StatementKind {
        /// A claim about a state of things.
        Statement = "statement",
        /// A programme or a line of work.
        Programme = "programme",
        /// Something that was ordered or agreed.
        Directive = "directive",
    }
}

/// One statement without a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Id.
    pub id: StatementId,
    /// Kind.
    pub kind: StatementKind,
    /// The document.
    pub source: SourceId,
    /// Place inside the document.
    pub locator: Locator,
    /// The measure that a figure would have had.
    pub measure: Option<MeasureId>,
    /// Where.
    pub place: Place,
    /// The few words, verbatim.
    pub quote: String,
    /// What is said, in our words.
    pub summary: Bilingual,
    /// Theme that statements are gathered under.
    pub theme: String,
}
