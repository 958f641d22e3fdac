//! Own figures and journal together: what a change, an undo or a redo writes.

use super::change::{Change, Commit, Conflict};
use super::entry::Entry;
use super::journal::{Journal, JournalEntry, JournalKind};
use super::numbers;
use super::own::{self, OWN_PREFIX, OwnFigure, OwnFigures, OwnState, Row, observation_key};
use super::record::{self, Damage};
use super::transaction::{Expected, Put, Transaction};
use super::validate;
use crate::diag::{Bilingual, Diagnostic, Error, Reported, Result, Severity};
use crate::model::{Dataset, ObservationId};

/// Ids of figures that were added on this device start with this.
const ADDED_PREFIX: &str = "own-";

/// Own figures with their journal.
///
/// Nothing here changes what is stored: [`commit`](Self::commit), [`undo`](Self::undo) and
/// [`redo`](Self::redo) say what to store, and [`apply`](Self::apply) follows once the host has
/// stored it.
///
/// ```
/// use hamyar::model::{Dataset, ObservationId};
/// use hamyar::store::{Change, Commit, Ledger};
///
/// let ledger = Ledger::open(&[], &[]).value;
/// let id = ObservationId::new("O017");
/// let stale = Change::Withdraw { id, base: 3, reason: "twice".to_owned() };
/// let commit = ledger.commit(&Dataset::default(), &stale, "2026-11-24T08:00:00Z").unwrap();
/// assert!(matches!(commit, Commit::Conflict(conflict) if conflict.revision == 0));
/// assert_eq!(ledger.undo("2026-11-24T08:00:00Z").unwrap(), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    own: OwnFigures,
    journal: Journal,
}

/// One step that is about to be written.
pub(super) struct Step {
    pub(super) kind: JournalKind,
    pub(super) of: u32,
    pub(super) id: ObservationId,
    pub(super) before: Option<Vec<u8>>,
    pub(super) after: Option<Vec<u8>>,
    pub(super) reason: String,
    pub(super) at: String,
}

impl Ledger {
    /// Reads the rows of the stores `records` and `journal`. What cannot be read is set aside and
    /// named; the rest works.
    pub fn open(records: &[Row], journal: &[Row]) -> Reported<Self> {
        let own = OwnFigures::open(records);
        let journal = Journal::open(journal);
        let mut diagnostics = own.diagnostics;
        diagnostics.extend(journal.diagnostics);
        Reported { value: Self { own: own.value, journal: journal.value }, diagnostics }
    }

    /// The own figures.
    pub fn own(&self) -> &OwnFigures {
        &self.own
    }

    /// The journal.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// What to store for a change. `shown` is the data set as the person sees it, own figures laid
    /// over it; `now` is an instant, kept as text.
    ///
    /// # Errors
    /// The first error of [`validate`](super::validate()), or `change/…` when the figure is not
    /// there, `record/newer` when only a later release may touch it.
    pub fn commit(&self, shown: &Dataset, change: &Change, now: &str) -> Result<Commit> {
        let id = match change {
            Change::Add { .. } => self.fresh_id(now),
            Change::Correct { id, base, .. } | Change::Withdraw { id, base, .. } => {
                if let Some(conflict) = self.conflict(id, *base, change) {
                    return Ok(Commit::Conflict(Box::new(conflict)));
                }
                self.changeable(shown, id)?;
                id.clone()
            }
        };
        let figure = match change {
            Change::Add { entry } => own_figure(shown, entry, None, now)?,
            Change::Correct { entry, .. } => own_figure(shown, entry, Some(&id), now)?,
            Change::Withdraw { reason, .. } => self.withdrawn(&id, reason, now),
        };
        self.write(Step {
            kind: JournalKind::Commit,
            of: 0,
            before: self.own.get(&id).map(OwnFigure::payload),
            after: Some(figure.payload()),
            reason: figure.reason,
            at: now.to_owned(),
            id,
        })
        .map(Commit::Save)
    }

    /// What to store to take back the last change that stands; `None` when there is none.
    ///
    /// # Errors
    /// `journal/out-of-step` when the record is not what the journal left.
    pub fn undo(&self, now: &str) -> Result<Option<Transaction>> {
        let commit = self.journal.next_undo();
        commit.map(|commit| self.step_over(commit, JournalKind::Undo, now)).transpose()
    }

    /// What to store to do the last change again that was taken back; `None` when there is none.
    ///
    /// # Errors
    /// `journal/out-of-step` when the record is not what the journal left.
    pub fn redo(&self, now: &str) -> Result<Option<Transaction>> {
        let commit = self.journal.next_redo();
        commit.map(|commit| self.step_over(commit, JournalKind::Redo, now)).transpose()
    }

    /// Follows a transaction that the host has stored.
    pub fn apply(&mut self, stored: &Transaction) {
        if stored.clear {
            *self = Self::default();
        }
        for key in &stored.deletes {
            if let Some(id) = key.strip_prefix(OWN_PREFIX) {
                self.own.remove(&ObservationId::new(id));
            }
        }
        for put in &stored.puts {
            let read = own::read(&put.bytes).ok();
            if let (Some(id), Some((revision, figure))) = (put.key.strip_prefix(OWN_PREFIX), read) {
                self.own.insert(ObservationId::new(id), revision, figure);
            }
        }
        for row in &stored.journal {
            if let Ok(entry) = JournalEntry::read(&row.bytes) {
                self.journal.push(entry);
            }
        }
    }

    fn step_over(
        &self,
        commit: &JournalEntry,
        kind: JournalKind,
        now: &str,
    ) -> Result<Transaction> {
        let (from, to) = match kind {
            JournalKind::Undo => (&commit.after, &commit.before),
            JournalKind::Commit | JournalKind::Redo => (&commit.before, &commit.after),
        };
        let id = ObservationId::new(commit.key.strip_prefix(OWN_PREFIX).unwrap_or_default());
        let left = from.as_deref().and_then(|payload| OwnFigure::from_payload(payload).ok());
        if self.own.get(&id) != left.as_ref() {
            return Err(out_of_step(&commit.key));
        }
        self.write(Step {
            kind,
            of: commit.sequence,
            id,
            before: from.clone(),
            after: to.clone(),
            reason: commit.reason.clone(),
            at: now.to_owned(),
        })
    }

    pub(super) fn write(&self, step: Step) -> Result<Transaction> {
        let head = self.journal.head();
        // Above every revision too, should the end of the journal have been lost.
        let sequence = head.max(self.own.last_revision()).checked_add(1).ok_or_else(full)?;
        let key = observation_key(&step.id);
        let mut transaction = Transaction {
            head,
            expect: vec![Expected { key: key.clone(), revision: self.own.revision(&step.id) }],
            at: step.at.clone(),
            ..Transaction::default()
        };
        match &step.after {
            Some(payload) => transaction.puts.push(put(own::row(&step.id, sequence, payload))),
            None => transaction.deletes.push(key.clone()),
        }
        let entry = JournalEntry {
            sequence,
            kind: step.kind,
            of: step.of,
            key,
            before: step.before,
            after: step.after,
            at: step.at,
            reason: step.reason,
        };
        transaction.journal.push(entry.row());
        Ok(transaction)
    }

    fn conflict(&self, id: &ObservationId, base: u32, mine: &Change) -> Option<Conflict> {
        let revision = self.own.revision(id);
        (revision != base).then(|| Conflict {
            id: id.clone(),
            revision,
            mine: mine.clone(),
            theirs: self.own.get(id).cloned(),
        })
    }

    /// Refuses a figure that is nowhere, and a record that only a later release understands.
    fn changeable(&self, shown: &Dataset, id: &ObservationId) -> Result<()> {
        if let Some(row) = self.own.set_aside(id) {
            return match row.damage {
                Damage::Newer(_) | Damage::UnknownKind(_) => {
                    Err(row.damage.diagnostic(&observation_key(id)).into())
                }
                _ => Ok(()),
            };
        }
        let known = shown.observations.contains_key(id) || self.own.get(id).is_some();
        if known { Ok(()) } else { Err(no_such_figure(id)) }
    }

    fn withdrawn(&self, id: &ObservationId, reason: &str, now: &str) -> OwnFigure {
        let kept = self.own.get(id).cloned();
        OwnFigure {
            state: OwnState::Withdrawn,
            reason: reason.trim().to_owned(),
            at: now.to_owned(),
            ..kept.unwrap_or_else(|| OwnFigure::empty(OwnState::Withdrawn))
        }
    }

    /// An id made from the instant. Two pages that add in the same millisecond both expect that
    /// the record does not exist, so that the second is refused and asks again.
    fn fresh_id(&self, now: &str) -> ObservationId {
        let digits: String = now.chars().filter(char::is_ascii_digit).take(17).collect();
        let plain = ObservationId::new(format!("{ADDED_PREFIX}{digits}"));
        let numbered = (2_u32..).map(|n| ObservationId::new(format!("{ADDED_PREFIX}{digits}-{n}")));
        let taken = |id: &ObservationId| self.own.revision(id) != 0;
        std::iter::once(plain.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(plain)
    }
}

fn own_figure(
    shown: &Dataset,
    entry: &Entry,
    correcting: Option<&ObservationId>,
    now: &str,
) -> Result<OwnFigure> {
    let entry = validate::tidied(entry);
    let findings = validate::validate(shown, &entry, correcting, None);
    if let Some(error) = findings.into_iter().find(|found| found.severity == Severity::Error) {
        return Err(error.into());
    }
    let added = correcting.is_none_or(|id| id.as_str().starts_with(ADDED_PREFIX));
    let state = if added { OwnState::Added } else { OwnState::Corrected };
    let (value, upper) = numbers::read(&entry);
    Ok(OwnFigure { value, upper, at: now.to_owned(), entry, ..OwnFigure::empty(state) })
}

fn put(row: Row) -> Put {
    Put { key: row.key, revision: row.revision, version: record::FORMAT_VERSION, bytes: row.bytes }
}

fn no_such_figure(id: &ObservationId) -> Error {
    let message =
        Bilingual::new(format!("رقمی با شناسهٔ «{id}» نیست"), format!("there is no figure “{id}”"));
    Diagnostic::error("change/no-such-figure", message)
        .with_hint(
            "شاید پس گرفته شده باشد؛ صفحه را تازه کنید.",
            "It may have been taken back; reload the page.",
        )
        .into()
}

fn out_of_step(key: &str) -> Error {
    let message = Bilingual::new(
        "این رقم دیگر آن نیست که در تاریخچه نوشته شده است",
        "this figure is no longer what the journal left",
    );
    Diagnostic::error("journal/out-of-step", message)
        .with_hint(
            "رقم را در فرم درست کنید؛ هیچ‌چیز تغییر نکرد.",
            "Correct the figure in the form; nothing was changed.",
        )
        .at(key, 0, "")
        .into()
}

fn full() -> Error {
    let message = Bilingual::new("تاریخچه پر شده است", "the journal is full");
    Diagnostic::error("journal/full", message)
        .with_hint(
            "پشتیبان بگیرید و از نو آغاز کنید.",
            "Download a backup and start again from it.",
        )
        .into()
}
