//! Weighing files as they are, with gzip and with brotli.

use std::collections::BTreeSet;
use std::io::Write;
use std::ops::Add;
use std::path::Path;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::files;

/// Bytes of the same thing in three forms.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Weight {
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// Weighs files of a folder, each compressed by itself, as a server sends them.
pub fn files(folder: &Path, paths: &BTreeSet<String>) -> Result<Weight> {
    paths.iter().try_fold(Weight::default(), |sum, path| {
        let bytes = files::read(&folder.join(path))?;
        // A woff2 file is brotli inside; servers send it as it is.
        Ok(sum + if path.ends_with(".woff2") { as_it_is(&bytes) } else { bytes_of(&bytes)? })
    })
}

fn as_it_is(bytes: &[u8]) -> Weight {
    let length = bytes.len() as u64;
    Weight { raw: length, gzip: length, brotli: length }
}

fn bytes_of(bytes: &[u8]) -> Result<Weight> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let gzip = gzip.finish()?.len() as u64;
    let mut compressed = Vec::new();
    let best = BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &best)?;
    Ok(Weight { raw: bytes.len() as u64, gzip, brotli: compressed.len() as u64 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_text_shrinks_and_a_font_does_not() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.csv", "a.woff2"] {
            files::write(&folder.path().join(name), "استان;".repeat(500)).unwrap();
        }
        let weight =
            |name: &str| self::files(folder.path(), &BTreeSet::from([name.to_owned()])).unwrap();
        let text = weight("a.csv");
        assert_eq!(text.raw, 5500);
        assert!(text.brotli < text.gzip && text.gzip < 200, "{text:?}");
        assert_eq!(weight("a.woff2"), Weight { raw: 5500, gzip: 5500, brotli: 5500 });
    }
}
