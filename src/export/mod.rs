//! Files that leave the product.

#[cfg(feature = "desk")]
mod axis;
mod csv;
#[cfg(feature = "desk")]
mod json;
#[cfg(feature = "desk")]
mod json_stat;
#[cfg(feature = "desk")]
mod naming;
#[cfg(feature = "desk")]
mod office;
#[cfg(feature = "desk")]
mod package;
#[cfg(feature = "desk")]
mod ranking;
#[cfg(feature = "desk")]
mod zip;

pub use csv::{neutralise, table_csv};
#[cfg(feature = "desk")]
pub use json_stat::json_stat;
#[cfg(feature = "desk")]
pub use office::{answer_csv, answer_json, answer_xlsx};
#[cfg(feature = "desk")]
pub use package::{TableFormat, data_package, data_package_in};
#[cfg(feature = "desk")]
pub use ranking::ranking_csv;
#[cfg(feature = "desk")]
pub use zip::archive;
