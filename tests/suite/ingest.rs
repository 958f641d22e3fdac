//! Reading data packages: what is kept, and what is said about the rest.

mod cells;
#[cfg(not(target_arch = "wasm32"))]
mod command;
pub(in crate::suite) mod fixture;
mod good;
mod limits;
mod mutation;
pub(in crate::suite) mod open_data;
mod package;
mod revisions;
mod rows;
mod table;
