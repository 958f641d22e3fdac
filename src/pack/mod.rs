//! A data set as the bytes that ship.
//!
//! A data package is read, checked and turned into observations once, where it is published
//! ([`write_for_pages()`]); a page then opens the result ([`read()`]) and needs none of the code that
//! reads tables. What [`write()`] gives holds the whole [`Dataset`] but its rules, registers, outlines, legends, follow-up marks and digests of documents: every figure with its source, quote and
//! locator, and behind all that what was counted from records in each list of areas. Rules, which a reader does not need, go into a file of their own ([`write_rules()`]).
//!
//! The bytes of [`write()`] are the canonical form of a data set: two data sets are the same when their bytes are.
//! What leaves as a data package and is read again is measured by them.
//!
//! Layout: `HAMYARPK`, version, checksum (CRC-32) and then the columns. Like fields of like things
//! lie in one column, numbers apart from text, each text once: so a server's compression finds
//! what repeats. A file of another version is refused by name; nothing else is ever written at rest
//! from it, so that a new version needs no migration.

mod column;
mod dataset;
mod entity;
mod observation;
mod reader;
mod rule;
mod value;
mod writer;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

pub use self::rule::{read_rules, write_rules};

use self::reader::Reader;
use self::writer::Writer;
use crate::diag::{Bilingual, Diagnostic, Result};
use crate::model::Dataset;

const MAGIC: &[u8; 8] = b"HAMYARPK";
const VERSION: u8 = 12;
const HEADER: usize = MAGIC.len() + 1 + 4;
const CHECKSUM: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// Something with a form in bytes.
trait Packed: Sized {
    fn write(&self, out: &mut Writer);
    /// Reads it. Past a fault the reader gives empty values; it tells of the fault at the end.
    fn read(from: &mut Reader<'_>) -> Self;
}

/// The bytes of a data set without its rules: the same bytes for the same data set, everywhere.
pub fn write(dataset: &Dataset) -> Vec<u8> {
    let mut out = Writer::default();
    dataset::write(dataset, &mut out);
    seal(out)
}

/// The bytes that pages open: without the definitions of measures and codes, which no chart tells. They
/// stand in the tables of the package, for people and for those who pass the data on.
pub fn write_for_pages(mut dataset: Dataset) -> Vec<u8> {
    for (_, measure) in dataset.measures.iter_mut() {
        measure.definition = Bilingual::default();
    }
    dataset.codes.forget_definitions();
    write(&dataset)
}

fn seal(out: Writer) -> Vec<u8> {
    let body = out.finish();
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    bytes.extend(CHECKSUM.checksum(&body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// The data set of such bytes.
///
/// # Errors
/// `pack/not-a-pack`, `pack/other-version`, `pack/damaged`. Bytes of any kind may be handed in.
///
/// # Example
/// ```
/// use hamyar::model::Dataset;
/// use hamyar::pack;
/// let bytes = pack::write(&Dataset { name: "empty".into(), ..Dataset::default() });
/// assert_eq!(pack::read(&bytes).unwrap().name, "empty");
/// assert_eq!(pack::read(b"PK").unwrap_err().0.code, "pack/not-a-pack");
/// ```
pub fn read(bytes: &[u8]) -> Result<Dataset> {
    open(bytes, dataset::read)
}

fn open<T>(bytes: &[u8], read: fn(&mut Reader<'_>) -> T) -> Result<T> {
    let Some((header, body)) = bytes.split_at_checked(HEADER) else {
        return Err(fault("pack/not-a-pack"));
    };
    let Some((version, checksum)) = header.strip_prefix(MAGIC).and_then(|rest| rest.split_first())
    else {
        return Err(fault("pack/not-a-pack"));
    };
    if *version != VERSION {
        return Err(fault("pack/other-version"));
    }
    if CHECKSUM.checksum(body).to_le_bytes() != checksum {
        return Err(fault("pack/damaged"));
    }
    let mut reader = Reader::new(body);
    let value = read(&mut reader);
    if reader.is_sound() { Ok(value) } else { Err(fault("pack/damaged")) }
}

fn fault(code: &'static str) -> crate::diag::Error {
    let message = match code {
        "pack/not-a-pack" => {
            Bilingual::new("این فایل، دادهٔ آمادهٔ همیار نیست.", "This is no packed data set.")
        }
        "pack/other-version" => Bilingual::new(
            "این داده را نسخهٔ دیگری از همیار ساخته است.",
            "Another version of Hamyar made this data set.",
        ),
        _ => Bilingual::new("این داده آسیب دیده است.", "This data set is damaged."),
    };
    let hint = Bilingual::new(
        "صفحه را تازه کنید، یا داده را با «hamyar pack» دوباره بسازید.",
        "Reload the page, or make the file again with `hamyar pack`.",
    );
    Diagnostic { hint, ..Diagnostic::error(code, message) }.into()
}
