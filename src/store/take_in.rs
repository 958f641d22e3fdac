//! Figures of another device, taken into this one by value.
//!
//! What one device has left behind gives way to what the other says now, as its journal tells; what both
//! changed, each in its own way, is a conflict, and a person chooses.

use std::collections::BTreeSet;

use super::backup::Backup;
use super::change::{Change, Conflict};
use super::journal::JournalKind;
use super::ledger::{Ledger, Step};
use super::own::{OWN_PREFIX, OwnFigure, OwnState, observation_key};
use super::transaction::Transaction;
use crate::diag::{Reported, Result};
use crate::model::ObservationId;

/// What comes of taking in a backup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// What to store; `None` where the other device has nothing new.
    pub save: Option<Transaction>,
    /// How many figures that changes.
    pub taken: u32,
    /// Figures that both devices changed, each in its own way; `mine` is what the file says.
    pub conflicts: Vec<Conflict>,
}

/// Which of two contents of one figure stands.
enum Stands {
    Here,
    There,
    Both,
}

impl Ledger {
    /// Takes in the figures of a backup of another device. A figure that only one of the two has
    /// changed since is taken from that one, also when it took its words back; nothing here is
    /// overwritten that the other has not seen. Taking in the same file again changes nothing.
    ///
    /// Rows of the file that cannot be read are left out and named.
    ///
    /// # Errors
    /// `journal/full`.
    pub fn take_in(&self, backup: &Backup, now: &str) -> Result<Reported<TakenIn>> {
        let other = Self::open(&backup.records, &backup.journal);
        let mut after = self.clone();
        let mut taken = TakenIn::default();
        for id in other.value.spoken_of() {
            let theirs = other.value.own().get(&id);
            match self.standing(&other.value, &id) {
                Stands::Here => {}
                Stands::There => {
                    let step = after.write(taking(&after, &id, theirs, now))?;
                    after.apply(&step);
                    taken.take(step);
                }
                Stands::Both => {
                    taken.conflicts.extend(theirs.map(|theirs| self.against(&id, theirs)));
                }
            }
        }
        Ok(Reported { value: taken, diagnostics: other.diagnostics })
    }

    /// Every figure that this device says something of, or once did.
    fn spoken_of(&self) -> BTreeSet<ObservationId> {
        let once = self.journal().iter().filter_map(|entry| entry.key.strip_prefix(OWN_PREFIX));
        let now = self.own().iter().map(|(id, _)| id.clone());
        once.map(ObservationId::new).chain(now).collect()
    }

    fn standing(&self, other: &Self, id: &ObservationId) -> Stands {
        let (mine, theirs) = (self.own().get(id), other.own().get(id));
        let is_same = match (mine, theirs) {
            (Some(mine), Some(theirs)) => says_the_same(mine, theirs),
            (mine, theirs) => mine.is_none() && theirs.is_none(),
        };
        if is_same {
            return Stands::Here;
        }
        match (self.is_past(other, id, theirs), other.is_past(self, id, mine)) {
            (true, false) => Stands::Here,
            (false, true) => Stands::There,
            // A change made apart stands above words taken back.
            _ if theirs.is_none() => Stands::Here,
            _ if mine.is_none() => Stands::There,
            _ => Stands::Both,
        }
    }

    /// Whether this device has been where `from` is now, and went on from there.
    fn is_past(&self, from: &Self, id: &ObservationId, content: Option<&OwnFigure>) -> bool {
        let key = observation_key(id);
        let mut steps = self.journal().iter().filter(|entry| entry.key == key);
        match content {
            Some(content) => steps.any(|entry| {
                entry.figures().into_iter().flatten().any(|said| says_the_same(&said, content))
            }),
            // Who never spoke of a figure is behind anyone who did.
            None if from.journal().iter().all(|entry| entry.key != key) => true,
            None => steps.any(|entry| entry.before.is_some() && entry.after.is_none()),
        }
    }

    fn against(&self, id: &ObservationId, theirs: &OwnFigure) -> Conflict {
        let (id, base) = (id.clone(), self.own().revision(id));
        let mine = match theirs.state {
            OwnState::Withdrawn => {
                Change::Withdraw { id: id.clone(), base, reason: theirs.reason.clone() }
            }
            OwnState::Added | OwnState::Corrected => {
                Change::Correct { id: id.clone(), base, entry: theirs.entry.clone() }
            }
        };
        Conflict { theirs: self.own().get(&id).cloned(), id, revision: base, mine }
    }
}

impl TakenIn {
    /// Puts one more step behind those that are to be stored together.
    fn take(&mut self, step: Transaction) {
        self.taken = self.taken.saturating_add(1);
        match &mut self.save {
            None => self.save = Some(step),
            Some(save) => {
                save.expect.extend(step.expect);
                save.puts.extend(step.puts);
                save.deletes.extend(step.deletes);
                save.journal.extend(step.journal);
            }
        }
    }
}

fn taking(ledger: &Ledger, id: &ObservationId, theirs: Option<&OwnFigure>, now: &str) -> Step {
    Step {
        kind: JournalKind::Commit,
        of: 0,
        id: id.clone(),
        before: ledger.own().get(id).map(OwnFigure::payload),
        after: theirs.map(OwnFigure::payload),
        reason: theirs.map(|theirs| theirs.reason.clone()).unwrap_or_default(),
        at: now.to_owned(),
    }
}

/// Equal in what is said; when and why it was said does not matter.
fn says_the_same(one: &OwnFigure, other: &OwnFigure) -> bool {
    let content = |own: &OwnFigure| (own.state, own.entry.clone(), own.value, own.upper);
    content(one) == content(other)
}
