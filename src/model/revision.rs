//! What a figure was before it was changed. The list only ever grows.

use super::id::ObservationId;
use super::observation::Observation;
use crate::calendar::Day;
use crate::diag::Bilingual;

/// One change of one figure: its coming, a new content, or its withdrawal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The figure.
    pub observation: ObservationId,
    /// The day on which the change was recorded: from then on the later content is known.
    pub recorded: Day,
    /// Which change of the figure on that day it is, from 1: the first comes first.
    pub change: u32,
    /// Who recorded it; may be empty.
    pub by: Bilingual,
    /// Why; may be empty.
    pub reason: Bilingual,
    /// What stood there before; `None` when the figure was not there. A figure that was withdrawn is no
    /// longer in the data set: this is all that is known of it.
    pub before: Option<Observation>,
}
