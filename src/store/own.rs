//! What this device says of single figures.

use litemap::LiteMap;

use serde::{Deserialize, Serialize};

use super::entry::Entry;
use super::field::FieldWriter;
use super::field::{Malformed, fields};
use super::record::{self, Damage, Kind};
use crate::calendar::{Day, GregorianDate};
use crate::diag::Reported;
use crate::model::ObservationId;
use crate::number::Decimal;
use crate::spec::{coded, from_code};

const STATE: u8 = 64;
const VALUE: u8 = 65;
const UPPER: u8 = 66;
const REASON: u8 = 67;
const AT: u8 = 68;

/// Keys of own figures start with this; what follows is the id of the figure.
pub const OWN_PREFIX: &str = "observation/";

/// The key that an own figure is stored under.
pub fn observation_key(id: &ObservationId) -> String {
    format!("{OWN_PREFIX}{id}")
}

/// One row as the host stores it: of the records, or of the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Key of a record; for a journal entry whatever names it.
    pub key: String,
    /// Revision of a record, sequence number of a journal entry; 0 when the row does not say.
    pub revision: u32,
    /// The bytes of [`record::encode`].
    pub bytes: Vec<u8>,
}

coded! {
    /// What was done to a figure.
    OwnState {
        /// It is not in the open data.
        Added = "added",
        /// It stands in place of a figure of the open data.
        Corrected = "corrected",
        /// It is not to be shown.
        Withdrawn = "withdrawn",
    }
}

/// The state of one figure on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnFigure {
    /// What was done.
    pub state: OwnState,
    /// The form as it was saved; of a withdrawn figure of the open data, empty.
    pub entry: Entry,
    /// The number read from `entry.value`, in the unit of the entry. Kept beside the text so that a
    /// later reader of numbers cannot change a saved figure.
    pub value: Option<Decimal>,
    /// The number read from `entry.upper`.
    pub upper: Option<Decimal>,
    /// Why, in the person's words; may be empty.
    pub reason: String,
    /// When it was saved, as the host said it.
    pub at: String,
}

impl OwnFigure {
    /// The day in Tehran on which it was saved; the last of all days when the host did not say, so
    /// that no earlier day knows it.
    pub fn recorded(&self) -> Day {
        let date = self.at.get(..10).and_then(GregorianDate::parse_iso);
        let Some(day) = date.map(GregorianDate::day_number) else { return Day(i32::MAX) };
        // Tehran is three and a half hours ahead of UTC, in which hosts write.
        let is_next = self.at.get(11..16).is_some_and(|time| time >= "20:30");
        day.plus(i32::from(is_next && self.at.ends_with('Z')))
    }

    /// A figure of which nothing is said yet.
    pub(super) fn empty(state: OwnState) -> Self {
        Self {
            state,
            entry: Entry::default(),
            value: None,
            upper: None,
            reason: String::new(),
            at: String::new(),
        }
    }

    /// The payload of its record.
    pub(super) fn payload(&self) -> Vec<u8> {
        let mut writer = FieldWriter::default();
        writer.text(STATE, self.state.code());
        self.entry.write(&mut writer);
        for (tag, number) in [(VALUE, self.value), (UPPER, self.upper)] {
            if let Some(number) = number {
                writer.text(tag, &number.to_string());
            }
        }
        writer.text(REASON, &self.reason);
        writer.text(AT, &self.at);
        writer.finish()
    }

    /// The figure in a payload.
    pub(super) fn from_payload(payload: &[u8]) -> Result<Self, Malformed> {
        let mut state = None;
        let mut own = Self::empty(OwnState::Added);
        for field in fields(payload)? {
            match field.tag {
                STATE => state = from_code(&field.text()?),
                VALUE => own.value = Some(decimal(&field.text()?)?),
                UPPER => own.upper = Some(decimal(&field.text()?)?),
                REASON => own.reason = field.text()?,
                AT => own.at = field.text()?,
                _ => own.entry.take(&field)?,
            }
        }
        own.state = state.ok_or(Malformed)?;
        Ok(own)
    }
}

fn decimal(text: &str) -> Result<Decimal, Malformed> {
    Decimal::parse(text).ok_or(Malformed)
}

/// An own figure with the revision of its record.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Kept {
    revision: u32,
    figure: OwnFigure,
}

/// A row that could not be read, and stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SetAside {
    pub(super) revision: u32,
    pub(super) damage: Damage,
}

/// All own figures of this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnFigures {
    kept: LiteMap<ObservationId, Kept>,
    set_aside: LiteMap<ObservationId, SetAside>,
}

impl OwnFigures {
    /// Reads the rows of the store `records`. Rows under other keys than [`OWN_PREFIX`] are passed
    /// over; one that cannot be read is set aside and named by its key, and hides no other.
    pub fn open(rows: &[Row]) -> Reported<Self> {
        let mut own = Self::default();
        let mut diagnostics = Vec::new();
        for row in rows {
            let Some(id) = row.key.strip_prefix(OWN_PREFIX) else { continue };
            let id = ObservationId::new(id);
            match read(&row.bytes) {
                Ok((revision, figure)) => own.insert(id, revision, figure),
                Err(damage) => {
                    diagnostics.push(damage.diagnostic(&row.key));
                    own.set_aside.insert(id, SetAside { revision: row.revision, damage });
                }
            }
        }
        Reported { value: own, diagnostics }
    }

    /// What this device says of a figure.
    pub fn get(&self, id: &ObservationId) -> Option<&OwnFigure> {
        self.kept.get(id).map(|kept| &kept.figure)
    }

    /// The revision of a figure's record, 0 when there is none. A form keeps it from the moment it
    /// was opened and hands it in as `base` of the change.
    pub fn revision(&self, id: &ObservationId) -> u32 {
        let kept = self.kept.get(id).map(|kept| kept.revision);
        kept.or_else(|| self.set_aside.get(id).map(|row| row.revision)).unwrap_or(0)
    }

    /// Every own figure, in the order of ids.
    pub fn iter(&self) -> impl Iterator<Item = (&ObservationId, &OwnFigure)> {
        self.kept.iter().map(|(id, kept)| (id, &kept.figure))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    pub(super) fn insert(&mut self, id: ObservationId, revision: u32, figure: OwnFigure) {
        self.set_aside.remove(&id);
        self.kept.insert(id, Kept { revision, figure });
    }
}

impl OwnFigures {
    pub(super) fn remove(&mut self, id: &ObservationId) {
        self.kept.remove(id);
        self.set_aside.remove(id);
    }

    /// The highest revision of all, 0 when there is none.
    pub(super) fn last_revision(&self) -> u32 {
        self.kept.values().map(|kept| kept.revision).max().unwrap_or(0)
    }

    pub(super) fn set_aside(&self, id: &ObservationId) -> Option<SetAside> {
        self.set_aside.get(id).copied()
    }
}

/// The row of an own figure.
pub(super) fn row(id: &ObservationId, revision: u32, payload: &[u8]) -> Row {
    let record = record::Record { kind: Kind::Observation, revision, payload };
    Row { key: observation_key(id), revision, bytes: record::encode(&record) }
}

/// The figure in the bytes of one row, with its revision.
pub(super) fn read(bytes: &[u8]) -> Result<(u32, OwnFigure), Damage> {
    let record = record::decode(bytes)?;
    if record.kind != Kind::Observation {
        return Err(Damage::Payload);
    }
    let figure = OwnFigure::from_payload(record.payload).map_err(|Malformed| Damage::Payload)?;
    Ok((record.revision, figure))
}
