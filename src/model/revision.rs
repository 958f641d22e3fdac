//! What a figure was before it was changed. The list only ever grows.

use super::id::ObservationId;
use super::observation::Observation;
use crate::calendar::Day;
use crate::diag::Bilingual;

/// One change of one figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The figure.
    pub observation: ObservationId,
    /// The day on which the change was recorded: from then on the later content is known.
    pub recorded: Day,
    /// Who recorded it; may be empty.
    pub by: Bilingual,
    /// Why; may be empty.
    pub reason: Bilingual,
    /// What stood there before; `None` when the figure was not there.
    pub before: Option<Observation>,
}
