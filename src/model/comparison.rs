//! Two figures of one release and programme that may be set side by side.

use super::id::{ComparisonId, ObservationId};
use crate::diag::Bilingual;

/// One pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Id.
    pub id: ComparisonId,
    /// What the pair compares, such as `planned_paid`.
    pub kind: String,
    /// The figure compared with (below the line of the ratio).
    pub from: ObservationId,
    /// The figure compared (above the line).
    pub to: ObservationId,
    /// What the ratio is called.
    pub label: Bilingual,
    /// What a reader must know; may be empty.
    pub caveat: Bilingual,
}
