//! The one door to JavaScript: parse the arguments, call the core, convert the result.
//!
//! Nothing here knows a rule about figures. Errors are `Error` objects with `code`, `hint`, and,
//! where there is a place, `row` and `column`.

#[cfg(feature = "desk")]
mod borders;
#[cfg(feature = "desk")]
mod catalog;
#[cfg(feature = "reader")]
mod chart;
#[cfg(feature = "desk")]
mod choices;
mod convert;
#[cfg(feature = "desk")]
mod desk;
#[cfg(feature = "desk")]
mod desk_types;
mod error;
#[cfg(feature = "desk")]
mod files;
#[cfg(feature = "import")]
mod import;
#[cfg(feature = "import")]
mod import_types;
#[cfg(feature = "reader")]
mod known;
#[cfg(feature = "desk")]
mod lists;
#[cfg(feature = "pictures")]
mod outlines;
#[cfg(feature = "reader")]
mod page;
#[cfg(feature = "reader")]
mod page_types;
#[cfg(feature = "reader")]
mod paint;
#[cfg(feature = "reader")]
mod parts;
#[cfg(feature = "pictures")]
mod picture_types;
#[cfg(feature = "reader")]
mod plot;
#[cfg(feature = "import")]
mod question;
#[cfg(feature = "pictures")]
mod ranking;
#[cfg(feature = "desk")]
mod rows;
#[cfg(feature = "reader")]
mod stage;
#[cfg(feature = "reader")]
mod tell;
mod types;
#[cfg(feature = "reader")]
mod typing;
mod workspace;

#[cfg(feature = "desk")]
pub use borders::InBorders;
#[cfg(feature = "reader")]
pub use chart::Chart;
#[cfg(feature = "desk")]
pub use desk::Desk;
#[cfg(feature = "import")]
pub use import::Import;
#[cfg(feature = "import")]
pub use question::QueryAnswer;
#[cfg(feature = "pictures")]
pub use ranking::RankingList;
pub use workspace::Workspace;

/// Half the code of the allocator that comes with the standard library.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
