//! Files in one archive, stored as they are.
//!
//! A library for this (`zip` under `rust_xlsxwriter`) asks for a clock and random bytes, and with the
//! writer of sheets it would more than double the desk build; what a spreadsheet needs is these two
//! records for each file.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

const CHECKSUM: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// 1980-01-01, the first day that the format knows: there is no clock here.
const DATE: u16 = 0x21;

/// Version 2.0 of the format, which every reader knows.
const VERSION: u16 = 20;

/// The archive of some files, each with its path in ASCII; together below 4 GiB.
pub fn archive(files: &[(String, impl AsRef<[u8]>)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (path, content) in files {
        let content = content.as_ref();
        let place = length(&out);
        let about = about(path, content);
        signature(&mut out, *b"PK\x03\x04");
        out.extend(&about);
        out.extend(path.bytes());
        out.extend(content);
        signature(&mut directory, *b"PK\x01\x02");
        word(&mut directory, VERSION);
        directory.extend(&about);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(place.to_le_bytes());
        directory.extend(path.bytes());
    }
    let start = length(&out);
    out.extend(&directory);
    signature(&mut out, *b"PK\x05\x06");
    out.extend([0; 4]);
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX);
    word(&mut out, count);
    word(&mut out, count);
    out.extend(length(&directory).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// What both records of a file say of it.
fn about(path: &str, content: &[u8]) -> Vec<u8> {
    let mut about = Vec::new();
    word(&mut about, VERSION);
    // No flags, stored, midnight.
    about.extend([0; 6]);
    word(&mut about, DATE);
    about.extend(CHECKSUM.checksum(content).to_le_bytes());
    let size = length(content).to_le_bytes();
    about.extend(size);
    about.extend(size);
    word(&mut about, u16::try_from(path.len()).unwrap_or(u16::MAX));
    word(&mut about, 0);
    about
}

fn signature(out: &mut Vec<u8>, name: [u8; 4]) {
    out.extend(name);
}

fn word(out: &mut Vec<u8>, word: u16) {
    out.extend(word.to_le_bytes());
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}
