//! Small specifications (views, questions, facts, descriptors) as plain values.
//!
//! JSON and JavaScript both become a [`Value`], and one reader takes it apart field by field. So a
//! view is read alike natively and in a browser, a fault names its place and what may stand there
//! in both languages, and the browser pays for one conversion instead of one for each type.

mod coded;
mod fault;
mod read;
#[cfg(not(target_arch = "wasm32"))]
mod shape;
mod value;
mod write;

pub use coded::{Coded, from_code};
pub(crate) use coded::{coded, read_place};
pub use fault::Fault;
pub(crate) use read::read_fields;
pub use read::{Fields, FromSpec};
#[cfg(not(target_arch = "wasm32"))]
pub use shape::{Part, Parts, Shape, shape_of};
pub use value::Value;
pub(crate) use value::deserialize_by_spec;
pub use write::Object;
