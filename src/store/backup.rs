//! Own records and journal in one file, checked as a whole.

use super::field::{FieldWriter, Malformed, fields};
use super::journal::JournalEntry;
use super::own::{OWN_PREFIX, Row};
use super::record::{self, Damage, Kind, Record};
use super::transaction::{Put, Transaction};
use crate::diag::{Bilingual, Diagnostic, Error, Reported, Result};

const CREATED: u8 = 1;
const RECORD_COUNT: u8 = 2;
const JOURNAL_COUNT: u8 = 3;
const RECORD: u8 = 4;
const JOURNAL: u8 = 5;
const ROW_KEY: u8 = 1;
const ROW_REVISION: u8 = 2;
const ROW_BYTES: u8 = 3;

/// The content of a backup file: the rows as they are stored, damaged ones included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// The instant that the host gave.
    pub created: String,
    /// Rows of the store `records` that hold own figures.
    pub records: Vec<Row>,
    /// Rows of the store `journal`.
    pub journal: Vec<Row>,
}

impl Backup {
    /// Takes rows as the host stores them; records that are not own figures are left out.
    pub fn new(records: Vec<Row>, journal: Vec<Row>, created: &str) -> Self {
        let records = records.into_iter().filter(|row| row.key.starts_with(OWN_PREFIX)).collect();
        Self { created: created.to_owned(), records, journal }
    }

    /// The bytes of the file.
    pub fn write(&self) -> Vec<u8> {
        let mut writer = FieldWriter::default();
        writer.text(CREATED, &self.created);
        writer.number(RECORD_COUNT, count(&self.records));
        writer.number(JOURNAL_COUNT, count(&self.journal));
        for (tag, rows) in [(RECORD, &self.records), (JOURNAL, &self.journal)] {
            for row in rows {
                writer.bytes(tag, &row_payload(row));
            }
        }
        let payload = writer.finish();
        record::encode(&Record { kind: Kind::Backup, revision: 0, payload: &payload })
    }

    /// The content of a file. Any changed byte refuses the file as a whole.
    ///
    /// # Errors
    /// `backup/…`, one code for each way in which the bytes are not a sound backup.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let record = record::decode(bytes).map_err(refused)?;
        if record.kind != Kind::Backup {
            return Err(refused(Damage::WrongMagic));
        }
        Self::from_payload(record.payload).map_err(|Malformed| refused(Damage::Payload))
    }

    fn from_payload(payload: &[u8]) -> std::result::Result<Self, Malformed> {
        let mut backup = Self::default();
        let mut stated = (0, 0);
        for field in fields(payload)? {
            match field.tag {
                CREATED => backup.created = field.text()?,
                RECORD_COUNT => stated.0 = field.number()?,
                JOURNAL_COUNT => stated.1 = field.number()?,
                RECORD => backup.records.push(row(field.bytes)?),
                JOURNAL => backup.journal.push(row(field.bytes)?),
                _ => {}
            }
        }
        let counted = (count(&backup.records), count(&backup.journal));
        if stated == counted { Ok(backup) } else { Err(Malformed) }
    }

    /// What to store to put this backup in place of all own records and the journal.
    ///
    /// `head` is the last sequence number that this device has used, 0 on an empty one. Revisions
    /// and sequence numbers move up by it, so that a form still open on an older state cannot take
    /// a restored figure for the one it shows. Rows that cannot be read are left out and named.
    pub fn restore(&self, head: u32, now: &str) -> Reported<Transaction> {
        let mut diagnostics = Vec::new();
        let mut transaction =
            Transaction { head, clear: true, at: now.to_owned(), ..Transaction::default() };
        for row in self.records.iter().filter(|row| row.key.starts_with(OWN_PREFIX)) {
            match moved_record(row, head) {
                Ok(put) => transaction.puts.push(put),
                Err(damage) => diagnostics.push(damage.diagnostic(&row.key)),
            }
        }
        for row in &self.journal {
            match moved_entry(row, head) {
                Ok(row) => transaction.journal.push(row),
                Err(damage) => diagnostics.push(damage.diagnostic(&row.key)),
            }
        }
        Reported { value: transaction, diagnostics }
    }
}

/// The record with its revision moved up; the payload stays as it is, later fields included.
fn moved_record(row: &Row, head: u32) -> std::result::Result<Put, Damage> {
    let record = record::decode(&row.bytes)?;
    let revision = record.revision.checked_add(head).ok_or(Damage::Payload)?;
    let bytes = record::encode(&Record { revision, ..record });
    Ok(Put { key: row.key.clone(), revision, version: record::FORMAT_VERSION, bytes })
}

fn moved_entry(row: &Row, head: u32) -> std::result::Result<Row, Damage> {
    let mut entry = JournalEntry::read(&row.bytes)?;
    entry.sequence = entry.sequence.checked_add(head).ok_or(Damage::Payload)?;
    if entry.of != 0 {
        entry.of = entry.of.checked_add(head).ok_or(Damage::Payload)?;
    }
    Ok(entry.row())
}

fn count(rows: &[Row]) -> u32 {
    u32::try_from(rows.len()).unwrap_or(u32::MAX)
}

fn row_payload(row: &Row) -> Vec<u8> {
    let mut writer = FieldWriter::default();
    writer.text(ROW_KEY, &row.key);
    writer.number(ROW_REVISION, row.revision);
    writer.bytes(ROW_BYTES, &row.bytes);
    writer.finish()
}

fn row(payload: &[u8]) -> std::result::Result<Row, Malformed> {
    let mut row = Row::default();
    for field in fields(payload)? {
        match field.tag {
            ROW_KEY => row.key = field.text()?,
            ROW_REVISION => row.revision = field.number()?,
            ROW_BYTES => row.bytes = field.bytes.to_vec(),
            _ => {}
        }
    }
    Ok(row)
}

fn refused(damage: Damage) -> Error {
    let (code, fa, en) = match damage {
        Damage::TooShort => ("backup/too-short", "این پرونده ناتمام است", "this file is cut off"),
        Damage::WrongMagic | Damage::UnknownKind(_) => (
            "backup/not-a-backup",
            "این پرونده پشتیبان همیار نیست",
            "this file is not a backup of Hamyar",
        ),
        Damage::Newer(_) => (
            "backup/newer",
            "این پشتیبان را نسخهٔ تازه‌تری از همیار نوشته است",
            "this backup was written by a later release of Hamyar",
        ),
        Damage::WrongLength | Damage::Checksum | Damage::Payload => (
            "backup/damaged",
            "این پشتیبان پس از نوشته‌شدن آسیب دیده است",
            "this backup was damaged after it was written",
        ),
    };
    let finding = Diagnostic::error(code, Bilingual::new(fa, en));
    let finding = if let Damage::Newer(_) = damage {
        finding.with_hint(
            "صفحه را تازه کنید تا نسخهٔ نو بیاید و دوباره بیازمایید.",
            "Reload the page to get the new release and try again.",
        )
    } else {
        finding.with_hint(
            "پشتیبان دیگری برگزینید؛ آنچه در این دستگاه است دست نخورد.",
            "Choose another backup; what is on this device was not touched.",
        )
    };
    finding.into()
}
