//! Figures of another device, taken into this one by value.
//!
//! A device that went through all that the other did, as the journals tell, and further, prevails; what both
//! changed, each in its own way, is a conflict, and a person chooses.

use std::collections::BTreeSet;

use super::backup::Backup;
use super::change::{Change, Conflict};
use super::journal::{JournalEntry, JournalKind};
use super::ledger::{Ledger, Step};
use super::line::is_behind;
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

    /// What to store so that what this device says of a figure prevails over what a file says: this device went
    /// through that as well, and came back. The same file does not ask again, and the other device gives way. `None`
    /// where the two are no conflict.
    ///
    /// # Errors
    /// `journal/full`.
    pub fn keep_here(
        &self,
        backup: &Backup,
        id: &ObservationId,
        now: &str,
    ) -> Result<Option<Transaction>> {
        let other = Self::open(&backup.records, &backup.journal).value;
        if !matches!(self.standing(&other, id), Stands::Both) {
            return Ok(None);
        }
        let mut passed = not_passed(&self.line(id), other.line(id));
        passed.push(Said(self.own().get(id).cloned()));
        let mut after = self.clone();
        let mut save: Option<Transaction> = None;
        for pair in passed.windows(2) {
            let [before, said] = pair else { continue };
            let mut step = after.write(going(id, before, said, now))?;
            after.apply(&step);
            // Only the last leaves something in the store.
            if let Some(first) = save.take() {
                let journal = first.journal.into_iter().chain(step.journal).collect();
                let Transaction { head, expect, .. } = first;
                step = Transaction { head, expect, journal, ..step };
            }
            save = Some(step);
        }
        Ok(save)
    }

    /// Every figure that this device says something of, or once did.
    fn spoken_of(&self) -> BTreeSet<ObservationId> {
        let once = self.journal().iter().filter_map(|entry| entry.key.strip_prefix(OWN_PREFIX));
        let now = self.own().iter().map(|(id, _)| id.clone());
        once.map(ObservationId::new).chain(now).collect()
    }

    fn standing(&self, other: &Self, id: &ObservationId) -> Stands {
        let (mine, theirs) = (self.own().get(id), other.own().get(id));
        if Said(mine.cloned()) == Said(theirs.cloned()) {
            return Stands::Here;
        }
        let (here, there) = (self.line(id), other.line(id));
        match (is_behind(&there, &here), is_behind(&here, &there)) {
            (true, _) => Stands::Here,
            (_, true) => Stands::There,
            // A change made apart stands above words taken back.
            _ if theirs.is_none() => Stands::Here,
            _ if mine.is_none() => Stands::There,
            _ => Stands::Both,
        }
    }

    /// What this device has said of a figure, one after the other, with what it says now. Who never spoke
    /// of it said nothing.
    fn line(&self, id: &ObservationId) -> Vec<Said> {
        let key = observation_key(id);
        let steps = self.journal().iter().filter(|entry| entry.key == key);
        let said = steps.flat_map(JournalEntry::figures);
        let mut line: Vec<Said> = said.chain([self.own().get(id).cloned()]).map(Said).collect();
        line.dedup();
        line
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

/// What of one line another does not go through in its order.
fn not_passed(here: &[Said], there: Vec<Said>) -> Vec<Said> {
    let mut rest = here.iter();
    there.into_iter().skip_while(|said| rest.any(|passed| passed == said)).collect()
}

fn going(id: &ObservationId, before: &Said, said: &Said, now: &str) -> Step {
    let reason = said.0.as_ref().map(|own| own.reason.clone()).unwrap_or_default();
    let payload = |said: &Said| said.0.as_ref().map(OwnFigure::payload);
    Step {
        kind: JournalKind::Commit,
        of: 0,
        id: id.clone(),
        before: payload(before),
        after: payload(said),
        reason,
        at: now.to_owned(),
    }
}

/// What a device says of a figure: equal in what is said; when and why it was said does not matter.
struct Said(Option<OwnFigure>);

impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        let content =
            |said: &Self| said.0.clone().map(|own| (own.state, own.entry, own.value, own.upper));
        content(self) == content(other)
    }
}
