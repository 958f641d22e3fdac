//! The tables of a package as rows, for those who compare packages.

use super::conflicts::conflicts;
use super::sheet::Sheet;
use super::{What, sheets};
use crate::model::Dataset;

/// A table as its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRows {
    /// Its name, such as `sources`.
    pub name: String,
    /// What it is called in Persian.
    pub title_fa: &'static str,
    /// Its columns.
    pub heads: Vec<&'static str>,
    /// What they are called in Persian.
    pub heads_fa: Vec<&'static str>,
    /// As many cells a row as there are columns; equal numbers are written alike.
    pub rows: Vec<Vec<String>>,
}

/// The tables of [`super::data_package`] but those of figures, their changes, and what copies changed or tell apart.
pub fn table_rows(dataset: &Dataset) -> Vec<TableRows> {
    sheets(dataset, What::Rest).into_iter().map(Sheet::into_rows).collect()
}

/// The table of figures that copies changed apart.
pub fn conflict_rows(dataset: &Dataset) -> TableRows {
    conflicts(dataset).into_rows()
}
