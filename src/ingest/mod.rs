//! Bytes to a data set: a Frictionless Data Package read cell by cell.
//!
//! Nothing here opens a file. Good rows are kept; each bad row is left out whole and reported with
//! file, row, column, a stable code, and what to do, in Persian and English.

mod cell;
mod descriptor;
mod draft;
mod entity;
mod json;
mod ledger;
pub mod limits;
mod messages;
mod outline;
mod package;
mod row;
mod schema;
mod sheet;
mod table;

pub use descriptor::{
    Constraints, Descriptor, Extension, Field, Inline, Key, Limit, Resource, Schema,
};
pub use ledger::Counts;
pub use outline::{ReadOutlines, outlines_of, read_outlines};
pub use package::{Files, Package, read_package, read_package_telling};
pub use table::{Excess, Table, TableFault, Unreadable};
