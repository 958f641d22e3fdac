//! What a person asks for, and what comes of it.

use serde::Serialize;

use super::entry::Entry;
use super::own::OwnFigure;
use super::transaction::Transaction;
use crate::model::ObservationId;
use crate::spec::{Fault, Fields, FromSpec, Value, coded};
#[cfg(not(target_arch = "wasm32"))]
use crate::spec::{Part, Shape};

/// One change of one figure.
///
/// `base` is [`OwnFigures::revision`](super::OwnFigures::revision) at the moment the form was
/// opened: what the person saw. If the figure has another revision by now, nothing is overwritten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
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

coded! {
    /// Which change is meant: the field `kind`.
    ChangeKind {
        /// [`Change::Add`]
        Add = "add",
        /// [`Change::Correct`]
        Correct = "correct",
        /// [`Change::Withdraw`]
        Withdraw = "withdraw",
    }
}

impl FromSpec for Change {
    fn read(value: &Value) -> Result<Self, Fault> {
        let mut kind = ChangeKind::Add;
        let (mut id, mut base, mut entry) = (ObservationId::default(), 0, Entry::default());
        let mut reason = String::new();
        let mut fields = Fields::of(value);
        fields.require("kind", &mut kind);
        if kind != ChangeKind::Add {
            fields.require("id", &mut id);
            fields.require("base", &mut base);
        }
        match kind {
            ChangeKind::Withdraw => fields.require("reason", &mut reason),
            _ => fields.require("entry", &mut entry),
        }
        fields.finish_all()?;
        Ok(match kind {
            ChangeKind::Add => Self::Add { entry },
            ChangeKind::Correct => Self::Correct { id, base, entry },
            ChangeKind::Withdraw => Self::Withdraw { id, base, reason },
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        let kind = |kind: &'static [&'static str]| Part::required("kind", Shape::Words(kind));
        let id = || Part::required("id", ObservationId::shape());
        let base = || Part::required("base", u32::shape());
        let entry = || Part::required("entry", Entry::shape());
        let reason = Part::required("reason", Shape::Text);
        Shape::Either(vec![
            Shape::fields("Add", vec![kind(&["add"]), entry()]),
            Shape::fields("Correct", vec![kind(&["correct"]), id(), base(), entry()]),
            Shape::fields("Withdraw", vec![kind(&["withdraw"]), id(), base(), reason]),
        ])
    }
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
