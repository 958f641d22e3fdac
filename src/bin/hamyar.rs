//! The publisher's command line: `hamyar COMMAND …`.
//!
//! Exit status: 0 done, 1 done with rejected rows, 2 the input as a whole (or the call) was refused.

#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/asked.rs"]
mod asked;
#[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
#[path = "hamyar/catalogue.rs"]
mod catalogue;
#[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
#[path = "hamyar/charts.rs"]
mod charts;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/check.rs"]
mod check;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/cli.rs"]
mod cli;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
#[path = "hamyar/conflicts.rs"]
mod conflicts;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
#[path = "hamyar/contents.rs"]
mod contents;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
#[path = "hamyar/decided.rs"]
mod decided;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
#[path = "hamyar/decided_rows.rs"]
mod decided_rows;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
#[path = "hamyar/differing.rs"]
mod differing;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/directory.rs"]
mod directory;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
#[path = "hamyar/export.rs"]
mod export;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/help.rs"]
mod help;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
#[path = "hamyar/json_cells.rs"]
mod json_cells;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/lists.rs"]
mod lists;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
#[path = "hamyar/merge.rs"]
mod merge;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
#[path = "hamyar/merged.rs"]
mod merged;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/moved.rs"]
mod moved;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/notes.rs"]
mod notes;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/pack.rs"]
mod pack;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/places.rs"]
mod places;
#[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
#[path = "hamyar/publish.rs"]
mod publish;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
#[path = "hamyar/published.rs"]
mod published;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/query.rs"]
mod query;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/question.rs"]
mod question;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
#[path = "hamyar/rank.rs"]
mod rank;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/refusal.rs"]
mod refusal;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/render.rs"]
mod render;
#[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
#[path = "hamyar/schema.rs"]
mod schema;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/spec_file.rs"]
mod spec_file;
#[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
#[path = "hamyar/story.rs"]
mod story;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/views.rs"]
mod views;
#[cfg(not(target_arch = "wasm32"))]
#[path = "hamyar/written.rs"]
mod written;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

/// There is no command line in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}
