//! What a person keeps on this device: versioned bytes, own figures laid over the open data, a
//! journal that can be undone for ever, and backups.
//!
//! This room knows nothing of IndexedDB. It turns rows into values and a [`Change`] into one
//! [`Transaction`]; the host stores that in one strict transaction and then hands it back to
//! [`Ledger::apply`]. Public pages only read ([`OwnFigures::open`], [`overlay`]); everything that
//! writes needs the feature `desk`.
//!
//! A record's revision is the sequence number of the journal entry that wrote it, so that no two
//! states of one figure ever share a revision.

#[cfg(feature = "desk")]
mod backup;
#[cfg(feature = "desk")]
mod change;
mod code;
mod entry;
mod field;
#[cfg(feature = "desk")]
mod form;
#[cfg(feature = "desk")]
mod journal;
#[cfg(feature = "desk")]
mod ledger;
#[cfg(feature = "desk")]
mod numbers;
mod overlay;
mod own;
pub mod record;
mod resolve;
#[cfg(feature = "desk")]
mod transaction;
#[cfg(feature = "desk")]
mod validate;

#[cfg(feature = "desk")]
pub use backup::Backup;
#[cfg(feature = "desk")]
pub use change::{Change, ChangeKind, Commit, Conflict};
pub use entry::Entry;
#[cfg(feature = "desk")]
pub use form::form;
#[cfg(feature = "desk")]
pub use journal::{Journal, JournalEntry, JournalKind};
#[cfg(feature = "desk")]
pub use ledger::Ledger;
pub use overlay::overlay;
pub use own::{OWN_PREFIX, OwnFigure, OwnFigures, OwnState, Row, observation_key};
#[cfg(feature = "desk")]
pub use transaction::{Expected, Put, Transaction};
#[cfg(feature = "desk")]
pub use validate::{told_twice, validate};
