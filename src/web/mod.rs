//! The one door to JavaScript: parse the arguments, call the core, convert the result.
//!
//! Nothing here knows a rule about figures. Errors are `Error` objects with `code`, `hint`, and,
//! where there is a place, `row` and `column`.

#[cfg(feature = "desk")]
mod borders;
#[cfg(feature = "desk")]
mod catalog;
mod chart;
mod convert;
#[cfg(feature = "desk")]
mod desk;
#[cfg(feature = "desk")]
mod desk_types;
mod error;
#[cfg(feature = "desk")]
mod files;
#[cfg(feature = "desk")]
mod import;
#[cfg(feature = "desk")]
mod known;
#[cfg(feature = "desk")]
mod lists;
mod paint;
mod parts;
#[cfg(feature = "desk")]
mod question;
#[cfg(feature = "desk")]
mod ranking;
#[cfg(feature = "desk")]
mod rows;
mod stage;
mod tell;
mod types;
mod workspace;

#[cfg(feature = "desk")]
pub use borders::InBorders;
pub use chart::Chart;
#[cfg(feature = "desk")]
pub use desk::Desk;
#[cfg(feature = "desk")]
pub use import::Import;
#[cfg(feature = "desk")]
pub use question::QueryAnswer;
#[cfg(feature = "desk")]
pub use ranking::RankingList;
pub use workspace::Workspace;

/// Half the code of the allocator that comes with the standard library.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
