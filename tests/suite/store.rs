//! Own figures: bytes at rest, overlay, validation, journal and backup.

mod overlay;
mod record;
mod shown;

mod backup;
mod device;
mod hostile;
mod ledger;
mod merge;
mod merge_reread;
mod merge_rest;
mod merge_rows;
mod merge_since;
mod take_in;
mod undo;
mod validate;
mod version;
