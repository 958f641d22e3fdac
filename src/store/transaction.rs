//! What the host stores in one strict transaction: all of it or nothing.

use serde::Serialize;

use super::own::Row;

/// A record that must have this revision, 0 when it must not exist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Expected {
    /// Its key.
    pub key: String,
    /// Its revision.
    pub revision: u32,
}

/// A record to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Put {
    /// Its key.
    pub key: String,
    /// Its revision.
    pub revision: u32,
    /// Format version of the bytes.
    pub version: u16,
    /// The bytes of [`record::encode`](super::record::encode).
    pub bytes: Vec<u8>,
}

/// Puts and deletes that belong together, with what must still hold when they are done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Transaction {
    /// The last sequence number of the stored journal must still be this one, 0 for none.
    pub head: u32,
    /// Each of these must still have its revision.
    pub expect: Vec<Expected>,
    /// Whether all own records and the whole journal are to be emptied first.
    pub clear: bool,
    /// Records to write.
    pub puts: Vec<Put>,
    /// Keys to delete.
    pub deletes: Vec<String>,
    /// Journal entries to write; the revision of a row is its sequence number.
    pub journal: Vec<Row>,
    /// The instant that the host gave.
    pub at: String,
}
