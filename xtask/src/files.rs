//! Listing and copying folders, always in the same order.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::{DirEntry, WalkDir};

/// Every file below `folder`, as a path relative to it with `/`, sorted.
///
/// `enter` is asked for each file and folder (by its relative path) whether it belongs.
pub fn list(folder: &Path, enter: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    let belongs = |entry: &DirEntry| relative(folder, entry).is_none_or(|path| enter(&path));
    for entry in WalkDir::new(folder).min_depth(1).into_iter().filter_entry(belongs) {
        let entry = entry.with_context(|| format!("listing {}", folder.display()))?;
        if entry.file_type().is_file() {
            paths.extend(relative(folder, &entry));
        }
    }
    paths.sort();
    Ok(paths)
}

fn relative(folder: &Path, entry: &DirEntry) -> Option<String> {
    let path = entry.path().strip_prefix(folder).ok()?;
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// Copies one file, making the folders it needs.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    create_parent(to)?;
    fs::copy(from, to)
        .with_context(|| format!("copying {} to {}", from.display(), to.display()))?;
    Ok(())
}

/// Copies the files of `from` that `enter` lets in into `to`.
pub fn copy_tree(from: &Path, to: &Path, enter: impl Fn(&str) -> bool) -> Result<()> {
    for path in list(from, enter)? {
        copy(&from.join(&path), &to.join(&path))?;
    }
    Ok(())
}

/// Writes a file, making the folders it needs.
pub fn write(path: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    create_parent(path)?;
    fs::write(path, contents).with_context(|| format!("writing {}", path.display()))
}

/// Reads a file's bytes.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

/// Reads a file's text.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

/// Removes a file.
pub fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).with_context(|| format!("removing {}", path.display()))
}

/// Removes a folder with all it holds; nothing to do when it is not there.
pub fn remove_tree(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))
}

fn create_parent(path: &Path) -> Result<()> {
    let parent = path.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    fs::create_dir_all(&parent).with_context(|| format!("creating {}", parent.display()))
}
