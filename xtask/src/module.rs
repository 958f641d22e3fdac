//! A WebAssembly module written anew.

use std::path::Path;

use anyhow::{Context, Error, Result};
use wasm_encoder::Module;
use wasm_encoder::reencode::{self, Reencode};
use wasmparser::Parser;

use crate::files;

/// Puts what `change` makes of a module in its place.
///
/// # Errors
/// When the file cannot be read or written, or is no module.
pub fn rewrite(path: &Path, change: impl FnOnce(&[u8]) -> Result<Vec<u8>>) -> Result<()> {
    let bytes = files::read(path)?;
    let changed = change(&bytes).with_context(|| format!("{} is no module", path.display()))?;
    files::write(path, changed)
}

/// The bytes of a module as `encoder` writes them.
pub fn reencoded<R>(bytes: &[u8], mut encoder: R) -> Result<Vec<u8>>
where
    R: Reencode,
    Error: From<reencode::Error<R::Error>>,
{
    let mut module = Module::new();
    encoder.parse_core_module(&mut module, Parser::new(0), bytes)?;
    Ok(module.finish())
}
