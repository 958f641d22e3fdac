//! Files that leave the product.

mod csv;
#[cfg(feature = "desk")]
mod json;
#[cfg(feature = "desk")]
mod package;

pub use csv::{neutralise, table_csv};
#[cfg(feature = "desk")]
pub use package::data_package;
