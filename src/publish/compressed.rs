//! What servers send to a browser that takes compressed bytes, without compressing it each time.

use std::io::Write;

use brotli::CompressorWriter;
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};

use super::File;

/// Endings of what is compressed already.
const PACKED: [&str; 1] = [".woff2"];
/// What servers read themselves.
const SETTINGS: [&str; 3] = ["web.config", ".htaccess", "nginx.conf"];
/// A smaller file fits into one packet either way.
const LEAST: usize = 1024;
/// Brotli's best.
const QUALITY: u32 = 11;
/// The largest that browsers take, as a power of two.
const WINDOW: u32 = 22;

/// The `.br` and `.gz` of a file, where they are smaller; the same bytes for the same bytes.
///
/// ```
/// use hamyar::publish::compressed;
/// let page = ("index.html".to_owned(), "سلام ".repeat(400).into_bytes());
/// let paths: Vec<String> = compressed(&page).into_iter().map(|(path, _)| path).collect();
/// assert_eq!(paths, ["index.html.br", "index.html.gz"]);
/// ```
pub fn compressed(file: &File) -> Vec<File> {
    let (path, bytes) = file;
    let is_left =
        PACKED.iter().any(|ending| path.ends_with(ending)) || SETTINGS.contains(&path.as_str());
    if is_left || bytes.len() < LEAST {
        return Vec::new();
    }
    let all = [(format!("{path}.br"), brotli(bytes)), (format!("{path}.gz"), gzip(bytes))];
    all.into_iter().filter(|(_, small)| small.len() < bytes.len()).collect()
}

/// Writing to memory cannot fail; were it to, the file would be served as it is.
fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut small = Vec::new();
    let written = CompressorWriter::new(&mut small, 4096, QUALITY, WINDOW).write_all(bytes);
    if written.is_ok() { small } else { bytes.to_vec() }
}

/// Without a time or a name in its head.
pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer: GzEncoder<Vec<u8>> = GzBuilder::new().write(Vec::new(), Compression::best());
    let written = packer.write_all(bytes).and_then(|()| packer.finish());
    written.unwrap_or_else(|_| bytes.to_vec())
}
