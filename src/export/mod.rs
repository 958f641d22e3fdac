//! Files that leave the product.

mod csv;

pub use csv::{neutralise, table_csv};
