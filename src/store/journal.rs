//! The append-only journal. Undo and redo are a fold over it, so that they outlive every reload.

use litemap::LiteMap;

use super::field::{FieldWriter, Malformed, fields};
use super::own::{OwnFigure, OwnState, Row};
use super::record::{self, Damage, Kind, Record};
use crate::diag::{Bilingual, Diagnostic, Error, Reported, Result};
use crate::spec::{coded, from_code};

const KIND: u8 = 1;
const OF: u8 = 2;
const KEY: u8 = 3;
const BEFORE: u8 = 4;
const AFTER: u8 = 5;
const AT: u8 = 6;
const REASON: u8 = 7;

coded! {
    /// What an entry does.
    JournalKind {
        /// A change by a person.
        Commit = "commit",
        /// Takes a commit back.
        Undo = "undo",
        /// Does a commit again that was taken back.
        Redo = "redo",
    }
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalEntry {
    /// Its number, counted from 1 on this device; also the revision of the record it wrote.
    pub sequence: u32,
    /// What it does.
    pub kind: JournalKind,
    /// The commit that an undo or redo is about; of a commit, 0.
    pub of: u32,
    /// Key of the record.
    pub key: String,
    /// Payload of the record before; `None` when there was none.
    pub before: Option<Vec<u8>>,
    /// Payload of the record after; `None` when there is none.
    pub after: Option<Vec<u8>>,
    /// When, as the host said it.
    pub at: String,
    /// Why, in the person's words; may be empty.
    pub reason: String,
}

impl JournalEntry {
    /// Whether it left the figure withdrawn.
    pub fn withdraws(&self) -> bool {
        let [_, after] = self.figures();
        after.is_some_and(|figure| figure.state == OwnState::Withdrawn)
    }

    /// What this device said of the figure before and after; `None` where it said nothing.
    pub fn figures(&self) -> [Option<OwnFigure>; 2] {
        [&self.before, &self.after]
            .map(|payload| payload.as_deref().and_then(|bytes| OwnFigure::from_payload(bytes).ok()))
    }

    /// The row of the store `journal`.
    pub(super) fn row(&self) -> Row {
        let mut writer = FieldWriter::default();
        writer.text(KIND, self.kind.code());
        writer.number(OF, self.of);
        writer.text(KEY, &self.key);
        for (tag, payload) in [(BEFORE, &self.before), (AFTER, &self.after)] {
            if let Some(payload) = payload {
                writer.bytes(tag, payload);
            }
        }
        writer.text(AT, &self.at);
        writer.text(REASON, &self.reason);
        let payload = writer.finish();
        let record = Record { kind: Kind::Journal, revision: self.sequence, payload: &payload };
        Row {
            key: journal_key(self.sequence),
            revision: self.sequence,
            bytes: record::encode(&record),
        }
    }

    /// The entry in the bytes of one row.
    pub(super) fn read(bytes: &[u8]) -> std::result::Result<Self, Damage> {
        let record = record::decode(bytes)?;
        if record.kind != Kind::Journal {
            return Err(Damage::Payload);
        }
        Self::from_payload(record.revision, record.payload).map_err(|Malformed| Damage::Payload)
    }

    fn from_payload(sequence: u32, payload: &[u8]) -> std::result::Result<Self, Malformed> {
        let mut kind = None;
        let mut entry = Self {
            sequence,
            kind: JournalKind::Commit,
            of: 0,
            key: String::new(),
            before: None,
            after: None,
            at: String::new(),
            reason: String::new(),
        };
        for field in fields(payload)? {
            match field.tag {
                KIND => kind = from_code(&field.text()?),
                OF => entry.of = field.number()?,
                KEY => entry.key = field.text()?,
                BEFORE => entry.before = Some(field.bytes.to_vec()),
                AFTER => entry.after = Some(field.bytes.to_vec()),
                AT => entry.at = field.text()?,
                REASON => entry.reason = field.text()?,
                _ => {}
            }
        }
        entry.kind = kind.ok_or(Malformed)?;
        Ok(entry)
    }
}

fn journal_key(sequence: u32) -> String {
    format!("journal/{sequence}")
}

/// All entries, and what can be taken back or done again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    entries: LiteMap<u32, JournalEntry>,
    head: u32,
    undo: Vec<u32>,
    redo: Vec<u32>,
}

impl Journal {
    /// Reads the rows of the store `journal`, in any order. An entry that cannot be read, or that
    /// is not there, is named, and nothing before it can be taken back: what the records were
    /// then is not known.
    pub fn open(rows: &[Row]) -> Reported<Self> {
        let mut ordered: Vec<&Row> = rows.iter().collect();
        ordered.sort_by_key(|row| row.revision);
        let mut journal = Self::default();
        let mut diagnostics = Vec::new();
        for row in ordered {
            if let Err(Error(finding)) = journal.read(row) {
                if journal.head < row.revision {
                    journal.forget(row.revision);
                }
                diagnostics.push(*finding);
            }
        }
        Reported { value: journal, diagnostics }
    }

    fn read(&mut self, row: &Row) -> Result<()> {
        let key = journal_key(row.revision);
        let entry = JournalEntry::read(&row.bytes).map_err(|damage| damage.diagnostic(&key))?;
        if entry.sequence != row.revision {
            return Err(broken(&key).into());
        }
        let continues = self.head == 0 || entry.sequence == self.head.saturating_add(1);
        let sound = continues && self.fits(&entry);
        if !sound {
            self.forget(row.revision);
        }
        self.push(entry);
        if sound { Ok(()) } else { Err(broken(&key).into()) }
    }

    /// Whether an undo or redo is about the entry that stands on top.
    fn fits(&self, entry: &JournalEntry) -> bool {
        match entry.kind {
            JournalKind::Commit => true,
            JournalKind::Undo => self.undo.last() == Some(&entry.of),
            JournalKind::Redo => self.redo.last() == Some(&entry.of),
        }
    }

    fn forget(&mut self, sequence: u32) {
        self.undo.clear();
        self.redo.clear();
        self.head = self.head.max(sequence);
    }

    pub(super) fn push(&mut self, entry: JournalEntry) {
        match entry.kind {
            JournalKind::Commit => {
                self.undo.push(entry.sequence);
                self.redo.clear();
            }
            JournalKind::Undo => self.redo.extend(self.undo.pop()),
            JournalKind::Redo => self.undo.extend(self.redo.pop()),
        }
        self.head = self.head.max(entry.sequence);
        self.entries.insert(entry.sequence, entry);
    }

    /// The last sequence number, 0 for an empty journal.
    pub fn head(&self) -> u32 {
        self.head
    }

    /// Every entry that could be read, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &JournalEntry> {
        self.entries.values()
    }

    /// The commit that [`Ledger::undo`](super::Ledger::undo) would take back.
    pub fn next_undo(&self) -> Option<&JournalEntry> {
        self.entries.get(self.undo.last()?)
    }

    /// The commit that [`Ledger::redo`](super::Ledger::redo) would do again.
    pub fn next_redo(&self) -> Option<&JournalEntry> {
        self.entries.get(self.redo.last()?)
    }
}

fn broken(key: &str) -> Diagnostic {
    let message = Bilingual::new(
        "زنجیرهٔ تغییرات در این نقطه پیوسته نیست",
        "the chain of changes does not hold together here",
    );
    Diagnostic::warning("journal/broken", message)
        .with_hint(
            "رقم‌ها سر جای خود هستند؛ فقط تغییرهای پیش از این برگرداندنی نیستند.",
            "The figures are where they were; only changes before this one cannot be undone.",
        )
        .at(key, 0, "")
}
