//! The envelope of everything at rest.
//!
//! ```text
//! "HMYR" | format version u16 | kind u8 | revision u32 | payload length u32 | payload | CRC-32
//! ```
//!
//! Numbers are little-endian; the checksum covers everything before it. Bytes outlive releases:
//! `tests/fixtures/store` keeps a set of each released version for ever.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::diag::{Bilingual, Diagnostic};

/// The version that [`encode`] writes.
pub const FORMAT_VERSION: u16 = 1;

const MAGIC: [u8; 4] = *b"HMYR";
const HEADER: usize = 15;
const CHECKSUM: usize = 4;

// Without a table: a kilobyte less, and records are small.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// What the payload is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One file of the open data, byte for byte.
    Package,
    /// What this device says of one figure: [`OwnFigure`](super::OwnFigure).
    Observation,
    /// One entry of the journal.
    Journal,
    /// A whole backup file.
    Backup,
}

impl Kind {
    const ALL: [(u8, Self); 4] =
        [(1, Self::Package), (2, Self::Observation), (3, Self::Journal), (4, Self::Backup)];

    fn code(self) -> u8 {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or(0, |(code, _)| *code)
    }

    fn from_code(code: u8) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == code).map(|(_, kind)| *kind)
    }
}

/// One record, its payload borrowed from the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// What the payload is.
    pub kind: Kind,
    /// Sequence number of the journal entry that wrote it; 0 where none did.
    pub revision: u32,
    /// The content.
    pub payload: &'a [u8],
}

/// Why bytes are no record. Each is told apart, because each asks for something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Fewer bytes than a header and a checksum take.
    TooShort,
    /// Not written by Hamyar.
    WrongMagic,
    /// Written by a later release, in this format version.
    Newer(u16),
    /// The stated length of the payload is not what is there.
    WrongLength,
    /// The bytes were changed after they were written.
    Checksum,
    /// Sound, but of a kind that this release does not know.
    UnknownKind(u8),
    /// Sound, but the payload does not hold what its kind asks for.
    Payload,
}

impl Damage {
    /// The finding for the record stored under `key`.
    pub fn diagnostic(self, key: &str) -> Diagnostic {
        let (code, fa, en) = match self {
            Self::TooShort => {
                ("record/too-short", "این رکورد ناتمام است", "this record is cut off")
            }
            Self::WrongMagic => (
                "record/wrong-magic",
                "این رکورد را همیار ننوشته است",
                "this record was not written by Hamyar",
            ),
            Self::Newer(_) => (
                "record/newer",
                "این رکورد را نسخهٔ تازه‌تری از همیار نوشته است",
                "this record was written by a later release of Hamyar",
            ),
            Self::WrongLength => (
                "record/wrong-length",
                "طول نوشته‌شدهٔ این رکورد با آنچه هست نمی‌خواند",
                "the stated length of this record is not what is there",
            ),
            Self::Checksum => (
                "record/checksum",
                "این رکورد پس از نوشته‌شدن آسیب دیده است",
                "this record was damaged after it was written",
            ),
            Self::UnknownKind(_) => (
                "record/unknown-kind",
                "نوع این رکورد شناخته نیست",
                "the kind of this record is not known",
            ),
            Self::Payload => (
                "record/payload",
                "محتوای این رکورد خوانده نمی‌شود",
                "the content of this record cannot be read",
            ),
        };
        let finding = Diagnostic::error(code, Bilingual::new(fa, en)).at(key, 0, "");
        self.hinted(finding)
    }

    fn hinted(self, finding: Diagnostic) -> Diagnostic {
        match self {
            Self::Newer(_) | Self::UnknownKind(_) => finding.with_hint(
                "صفحه را تازه کنید تا نسخهٔ نو بیاید؛ این رکورد دست‌نخورده می‌ماند.",
                "Reload the page to get the new release; this record stays as it is.",
            ),
            _ => finding.with_hint(
                "این رکورد کنار گذاشته شد و بقیه کار می‌کند؛ از پشتیبان بازگردانید یا رقم را دوباره وارد کنید.",
                "It was set aside and the rest works; restore a backup or enter the figure again.",
            ),
        }
    }
}

/// The bytes of a record.
///
/// ```
/// use hamyar::store::record::{self, Kind, Record};
/// let record = Record { kind: Kind::Package, revision: 0, payload: b"id,name" };
/// let mut bytes = record::encode(&record);
/// assert_eq!(record::decode(&bytes), Ok(record));
/// bytes[16] ^= 1;
/// assert_eq!(record::decode(&bytes), Err(record::Damage::Checksum));
/// ```
pub fn encode(record: &Record<'_>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEADER + record.payload.len() + CHECKSUM);
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    bytes.push(record.kind.code());
    bytes.extend_from_slice(&record.revision.to_le_bytes());
    let length = u32::try_from(record.payload.len()).unwrap_or(u32::MAX);
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(record.payload);
    let checksum = CRC.checksum(&bytes);
    bytes.extend_from_slice(&checksum.to_le_bytes());
    bytes
}

/// The record in the bytes.
///
/// # Errors
/// [`Damage`], never [`Damage::Payload`]: the payload is not looked into here.
pub fn decode(bytes: &[u8]) -> Result<Record<'_>, Damage> {
    let body = bytes.len().checked_sub(CHECKSUM).filter(|length| *length >= HEADER);
    let (covered, stated) =
        body.and_then(|length| bytes.split_at_checked(length)).ok_or(Damage::TooShort)?;
    let (magic, rest) = covered.split_first_chunk::<4>().ok_or(Damage::TooShort)?;
    let (version, rest) = rest.split_first_chunk::<2>().ok_or(Damage::TooShort)?;
    let (kind, rest) = rest.split_first().ok_or(Damage::TooShort)?;
    let (revision, rest) = rest.split_first_chunk::<4>().ok_or(Damage::TooShort)?;
    let (length, payload) = rest.split_first_chunk::<4>().ok_or(Damage::TooShort)?;
    if *magic != MAGIC {
        return Err(Damage::WrongMagic);
    }
    let version = u16::from_le_bytes(*version);
    if version > FORMAT_VERSION {
        return Err(Damage::Newer(version));
    }
    if usize::try_from(u32::from_le_bytes(*length)) != Ok(payload.len()) {
        return Err(Damage::WrongLength);
    }
    if version == 0 || stated != CRC.checksum(covered).to_le_bytes() {
        return Err(Damage::Checksum);
    }
    let kind = Kind::from_code(*kind).ok_or(Damage::UnknownKind(*kind))?;
    Ok(Record { kind, revision: u32::from_le_bytes(*revision), payload })
}
