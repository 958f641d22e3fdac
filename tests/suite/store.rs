//! Own figures: bytes at rest, overlay, and (feature `desk`) validation, journal and backup.

mod overlay;
mod record;
mod shown;

#[cfg(feature = "desk")]
mod backup;
#[cfg(feature = "desk")]
mod device;
#[cfg(feature = "desk")]
mod hostile;
#[cfg(feature = "desk")]
mod ledger;
#[cfg(feature = "desk")]
mod undo;
#[cfg(feature = "desk")]
mod validate;
#[cfg(feature = "desk")]
mod version;
