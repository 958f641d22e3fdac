//! Files that leave the product.

#[cfg(feature = "complete")]
mod axis;
mod csv;
#[cfg(feature = "complete")]
mod json;
#[cfg(feature = "complete")]
mod json_stat;
#[cfg(feature = "complete")]
mod naming;
#[cfg(feature = "complete")]
mod office;
#[cfg(feature = "complete")]
mod package;
#[cfg(feature = "complete")]
mod published;
#[cfg(feature = "complete")]
mod ranking;
#[cfg(feature = "complete")]
mod zip;

pub use csv::{neutralise, table_csv};
#[cfg(feature = "complete")]
pub use json_stat::json_stat;
#[cfg(feature = "complete")]
pub use office::{answer_csv, answer_json, answer_xlsx};
#[cfg(feature = "complete")]
pub use package::{
    TableFormat, TableRows, conflict_rows, conflicts_csv, data_package, data_package_in,
    differing_csv, table_rows,
};
#[cfg(feature = "complete")]
pub use published::as_stated;
#[cfg(feature = "complete")]
pub use ranking::ranking_csv;
#[cfg(feature = "complete")]
pub use zip::archive;
