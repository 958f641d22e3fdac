//! Files that leave the product, read back by what is not their writer wherever that can be had.

#[cfg(not(target_arch = "wasm32"))]
mod command;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
mod decided_rows;
mod device;
mod formats;
mod json_stat;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
mod merge_base;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
mod merge_base_ranking;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
mod merge_command;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
mod merge_shown;
mod office;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
mod on_disk;
mod package;
#[cfg(all(not(target_arch = "wasm32"), feature = "desk"))]
mod published_ranking;
pub(in crate::suite) mod random;
mod random_beside;
mod random_lists;
mod random_records;
mod standing;
mod withdrawn;
