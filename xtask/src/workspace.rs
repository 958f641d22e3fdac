//! Where things are.

use std::path::{Path, PathBuf};

/// The repository's root.
pub fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest)
}

/// The static host's sources.
pub fn www() -> PathBuf {
    root().join("www")
}

/// The npm package.
pub fn pkg() -> PathBuf {
    root().join("pkg")
}

/// Everything the build makes besides `pkg/`.
pub fn target() -> PathBuf {
    root().join("target")
}

/// The assembled site.
pub fn site() -> PathBuf {
    target().join("site")
}
