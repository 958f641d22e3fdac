//! What a person asks for, and what comes of it.

use serde::{Deserialize, Serialize};

use super::entry::Entry;
use super::own::OwnFigure;
use super::transaction::Transaction;
use crate::model::ObservationId;

/// One change of one figure.
///
/// `base` is [`OwnFigures::revision`](super::OwnFigures::revision) at the moment the form was
/// opened: what the person saw. If the figure has another revision by now, nothing is overwritten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A figure that is not there yet.
    Add {
        /// The form.
        entry: Entry,
    },
    /// Another content for a figure of the open data or of this device, also for a withdrawn one.
    Correct {
        /// The figure.
        id: ObservationId,
        /// Revision that the form was opened on.
        base: u32,
        /// The form.
        entry: Entry,
    },
    /// A figure that is not to be shown any more.
    Withdraw {
        /// The figure.
        id: ObservationId,
        /// Revision that the person saw.
        base: u32,
        /// Why; may be empty.
        reason: String,
    },
}

/// What comes of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Commit {
    /// To be stored, then handed to [`Ledger::apply`](super::Ledger::apply).
    Save(Transaction),
    /// Someone else changed the figure since: both stand here, nothing was done.
    Conflict(Box<Conflict>),
}

/// Two contents of one figure, for the person to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// The figure.
    pub id: ObservationId,
    /// Its revision now: the `base` with which to hand in the same change again.
    pub revision: u32,
    /// What this person asked for.
    pub mine: Change,
    /// What is stored now; `None` when the other page took its change back.
    pub theirs: Option<OwnFigure>,
}
