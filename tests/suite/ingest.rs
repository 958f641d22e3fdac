//! Reading data packages: what is kept, and what is said about the rest.

#[cfg(feature = "desk")]
mod area_codes;
mod cells;
mod code_lists;
#[cfg(not(target_arch = "wasm32"))]
mod command;
#[cfg(feature = "desk")]
mod conflicts;
#[cfg(feature = "desk")]
mod corrections;
#[cfg(feature = "desk")]
mod differing;
mod dimensions;
mod documents;
pub(in crate::suite) mod fixture;
mod good;
mod json;
#[cfg(feature = "desk")]
mod legends;
mod limits;
mod members;
mod mutation;
#[cfg(feature = "desk")]
mod notes;
pub(in crate::suite) mod open_data;
mod outline;
mod package;
mod revisions;
mod rows;
mod table;

/// A small package with a correction, a census table and every kind of table.
#[cfg(feature = "desk")]
pub(in crate::suite) fn small_dataset() -> hamyar::model::Dataset {
    fixture::Fixture::small().read().unwrap().value.dataset
}
