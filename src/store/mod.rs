//! What a person keeps on this device: versioned bytes, own figures laid over the open data, a
//! journal that can be undone for ever, and backups.
//!
//! This room knows nothing of IndexedDB. It turns rows into values and a [`Change`] into one
//! [`Transaction`]; the host stores that in one strict transaction and then hands it back to
//! [`Ledger::apply`]. The whole room needs the feature `desk`: a page of a device that keeps own
//! figures loads that build, so that all other readers are spared its weight.
//!
//! A record's revision is the sequence number of the journal entry that wrote it, so that no two
//! states of one figure ever share a revision.

mod backup;
mod change;
mod code;
mod entry;
mod field;
mod form;
mod journal;
mod ledger;
mod line;
mod merge;
mod numbers;
mod overlay;
mod own;
pub mod record;
mod resolve;
mod take_in;
mod transaction;
mod validate;

pub use backup::Backup;
pub use change::{Change, ChangeKind, Commit, Conflict};
pub use entry::Entry;
pub use form::form;
pub use journal::{Journal, JournalEntry, JournalKind};
pub use ledger::Ledger;
pub use line::{is_behind, ways_since};
pub use merge::{
    Cell, Cells, Decision, Differing, Merged, decide, merge, merge_preferring, row_key,
};
pub use overlay::{overlay, stated};
pub use own::{OWN_PREFIX, OwnFigure, OwnFigures, OwnState, Row, observation_key};
pub use take_in::TakenIn;
pub use transaction::{Expected, Put, Transaction};
pub use validate::{told_twice, validate};
