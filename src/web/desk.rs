//! The data desk as JavaScript holds it: what to store for a change, and what came of storing it.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{bytes, from_js, object, serialized};
use super::error;
use super::rows::read;
use super::workspace::Workspace;
use crate::calendar::GregorianDate;
use crate::chart::{name_text, value_text};
use crate::diag::Diagnostic;
use crate::model::{Dataset, Observation, ObservationId};
use crate::store::{
    Backup, Change, Commit, Entry, JournalEntry, JournalKind, Ledger, OWN_PREFIX, Row, TakenIn,
    Transaction, form, overlay, stated, validate,
};
use crate::text::Lang;

/// Own figures over a workspace, with their journal.
///
/// Nothing is stored here: a change gives a transaction, the host stores it, and `stored()` follows.
#[wasm_bindgen]
pub struct Desk {
    open_data: Rc<Dataset>,
    shown: Rc<Dataset>,
    ledger: Ledger,
    findings: Vec<Diagnostic>,
    pending: Option<Transaction>,
}

#[wasm_bindgen]
impl Desk {
    /// Opens what the host has stored. Damaged rows are set aside and named in `findings()`.
    ///
    /// @param records rows of the store `records`
    /// @param journal rows of the store `journal`
    pub fn open(
        workspace: &Workspace,
        #[wasm_bindgen(unchecked_param_type = "StoreRow[]")] records: Array,
        #[wasm_bindgen(unchecked_param_type = "StoreRow[]")] journal: Array,
    ) -> Result<Desk, JsValue> {
        let opened = Ledger::open(&read(&records)?, &read(&journal)?);
        let open_data = workspace.dataset();
        let mut desk = Self {
            shown: Rc::clone(&open_data),
            open_data,
            ledger: opened.value,
            findings: opened.diagnostics,
            pending: None,
        };
        desk.lay_over();
        Ok(desk)
    }

    /// What could not be read, or not be shown.
    #[wasm_bindgen(unchecked_return_type = "Diagnostic[]")]
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        serialized(&self.findings)
    }

    /// The data set with the own figures.
    pub fn workspace(&self) -> Workspace {
        Workspace::over(Rc::clone(&self.shown))
    }

    /// Everything that can be said about a form; `column` names the field.
    ///
    /// @param correcting id of the figure that the form is about to replace, or empty
    /// @param today the day in Tehran in the Gregorian calendar, `2026-11-28`, or empty
    #[wasm_bindgen(unchecked_return_type = "Diagnostic[]")]
    pub fn validate(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Entry")] entry: JsValue,
        correcting: &str,
        today: &str,
    ) -> Result<JsValue, JsValue> {
        let entry: Entry = from_js(&entry)?;
        let id = (!correcting.is_empty()).then(|| ObservationId::new(correcting));
        let today = GregorianDate::parse_iso(today).map(GregorianDate::day_number);
        serialized(&validate(&self.shown, &entry, id.as_ref(), today))
    }

    /// The form of a figure with its revision, or `null`.
    #[wasm_bindgen(unchecked_return_type = "{ entry: Entry; base: number } | null")]
    pub fn form(&self, id: &str) -> Result<JsValue, JsValue> {
        let id = ObservationId::new(id);
        let Some(entry) = form(&self.shown, self.ledger.own(), &id) else {
            return Ok(JsValue::NULL);
        };
        let base = self.ledger.own().revision(&id);
        Ok(object(&[("entry", serialized(&entry)?), ("base", base.into())]))
    }

    /// What to store for a change, or the two contents that stand against each other.
    ///
    /// @param now an instant as text
    /// @throws HamyarError with the first error of the form
    #[wasm_bindgen(unchecked_return_type = "{ save: StoreTransaction } | { conflict: Conflict }")]
    pub fn commit(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Change")] change: JsValue,
        now: &str,
    ) -> Result<JsValue, JsValue> {
        let change: Change = from_js(&change)?;
        match self.ledger.commit(&self.shown, &change, now).map_err(|one| error::to_js(&one))? {
            Commit::Save(transaction) => Ok(object(&[("save", self.hand_over(transaction))])),
            Commit::Conflict(conflict) => Ok(object(&[("conflict", serialized(&*conflict)?)])),
        }
    }

    /// What to store to take back the last change, or `null`.
    #[wasm_bindgen(unchecked_return_type = "StoreTransaction | null")]
    pub fn undo(&mut self, now: &str) -> Result<JsValue, JsValue> {
        let step = self.ledger.undo(now).map_err(|one| error::to_js(&one))?;
        Ok(step.map_or(JsValue::NULL, |step| self.hand_over(step)))
    }

    /// What to store to do the last undone change again, or `null`.
    #[wasm_bindgen(unchecked_return_type = "StoreTransaction | null")]
    pub fn redo(&mut self, now: &str) -> Result<JsValue, JsValue> {
        let step = self.ledger.redo(now).map_err(|one| error::to_js(&one))?;
        Ok(step.map_or(JsValue::NULL, |step| self.hand_over(step)))
    }

    /// Follows the last transaction, once the host has stored it.
    pub fn stored(&mut self) {
        if let Some(transaction) = self.pending.take() {
            self.ledger.apply(&transaction);
            self.findings.clear();
            self.lay_over();
        }
    }

    /// The journal, newest first, and whether there is something to undo or redo.
    #[wasm_bindgen(unchecked_return_type = "DeskJournal")]
    pub fn journal(&self) -> Result<JsValue, JsValue> {
        let lines: Array =
            self.ledger.journal().iter().rev().map(|entry| line(&self.open_data, entry)).collect();
        let journal = self.ledger.journal();
        Ok(object(&[
            ("lines", lines.into()),
            ("canUndo", journal.next_undo().is_some().into()),
            ("canRedo", journal.next_redo().is_some().into()),
        ]))
    }

    /// Ids of the own figures, in order.
    pub fn own(&self) -> Vec<String> {
        self.ledger.own().iter().map(|(id, _)| id.to_string()).collect()
    }

    /// A backup file of the stored rows.
    pub fn backup(
        #[wasm_bindgen(unchecked_param_type = "StoreRow[]")] records: Array,
        #[wasm_bindgen(unchecked_param_type = "StoreRow[]")] journal: Array,
        now: &str,
    ) -> Result<Vec<u8>, JsValue> {
        Ok(Backup::new(read(&records)?, read(&journal)?, now).write())
    }

    /// What to store to take in the figures of a backup of another device, and those that both devices
    /// changed, each in its own way: `mine` is what the file says, `theirs` what stands here.
    ///
    /// @throws HamyarError when the file is not a whole backup
    #[wasm_bindgen(js_name = takeIn, unchecked_return_type = "TakenIn")]
    pub fn take_in(&mut self, file: &[u8], now: &str) -> Result<JsValue, JsValue> {
        let backup = Backup::read(file).map_err(|one| error::to_js(&one))?;
        let taken = self.ledger.take_in(&backup, now).map_err(|one| error::to_js(&one))?;
        let TakenIn { save, taken: count, conflicts } = taken.value;
        Ok(object(&[
            ("save", save.map_or(JsValue::NULL, |save| self.hand_over(save))),
            ("count", count.into()),
            ("conflicts", serialized(&conflicts)?),
            ("findings", serialized(&taken.diagnostics)?),
        ]))
    }

    /// What to store so that what stands here of a figure prevails over what a backup of another device says of it,
    /// now and when the same file is taken in again; `null` where the two are no conflict.
    ///
    /// @throws HamyarError when the file is not a whole backup
    #[wasm_bindgen(js_name = keepHere, unchecked_return_type = "StoreTransaction | null")]
    pub fn keep_here(&mut self, file: &[u8], id: &str, now: &str) -> Result<JsValue, JsValue> {
        let backup = Backup::read(file).map_err(|one| error::to_js(&one))?;
        let kept = self.ledger.keep_here(&backup, &ObservationId::new(id), now);
        let step = kept.map_err(|one| error::to_js(&one))?;
        Ok(step.map_or(JsValue::NULL, |step| self.hand_over(step)))
    }

    /// What to store to put a backup in place of everything of this device.
    ///
    /// @throws HamyarError when the file is not a whole backup
    #[wasm_bindgen(
        unchecked_return_type = "{ save: StoreTransaction; findings: Diagnostic[]; count: number }"
    )]
    pub fn restore(&mut self, file: &[u8], now: &str) -> Result<JsValue, JsValue> {
        let backup = Backup::read(file).map_err(|one| error::to_js(&one))?;
        let restored = backup.restore(self.ledger.journal().head(), now);
        let findings = serialized(&restored.diagnostics)?;
        let count = backup.records.len();
        let save = self.hand_over(restored.value);
        Ok(object(&[("save", save), ("findings", findings), ("count", count.into())]))
    }
}

impl Desk {
    fn lay_over(&mut self) {
        let mut shown = Dataset::clone(&self.open_data);
        self.findings.extend(overlay(&mut shown, self.ledger.own()));
        self.shown = Rc::new(shown);
    }

    fn hand_over(&mut self, transaction: Transaction) -> JsValue {
        let value = transaction_object(&transaction);
        self.pending = Some(transaction);
        value
    }
}

fn transaction_object(transaction: &Transaction) -> JsValue {
    let expect = transaction
        .expect
        .iter()
        .map(|one| object(&[("key", one.key.as_str().into()), ("revision", one.revision.into())]));
    let puts = transaction.puts.iter().map(|put| {
        object(&[
            ("key", put.key.as_str().into()),
            ("revision", put.revision.into()),
            ("version", put.version.into()),
            ("bytes", bytes(&put.bytes)),
        ])
    });
    let deletes = transaction.deletes.iter().map(|key| JsValue::from_str(key));
    object(&[
        ("head", transaction.head.into()),
        ("expect", expect.collect::<Array>().into()),
        ("clear", transaction.clear.into()),
        ("puts", puts.collect::<Array>().into()),
        ("deletes", deletes.collect::<Array>().into()),
        ("journal", transaction.journal.iter().map(row_object).collect::<Array>().into()),
        ("at", transaction.at.as_str().into()),
    ])
}

fn row_object(row: &Row) -> JsValue {
    object(&[
        ("key", row.key.as_str().into()),
        ("revision", row.revision.into()),
        ("bytes", bytes(&row.bytes)),
    ])
}

fn line(open_data: &Dataset, entry: &JournalEntry) -> JsValue {
    let id = ObservationId::new(entry.key.strip_prefix(OWN_PREFIX).unwrap_or(&entry.key));
    let open = open_data.observations.get(&id);
    // Where this device says nothing, the open data speak.
    let [from, to] = entry.figures().map(|own| match own {
        Some(own) => stated(open_data, &id, &own),
        None => open.cloned(),
    });
    // Another device took its words back.
    let is_gone = entry.kind == JournalKind::Commit && to.is_none();
    // The figure as this entry left it, or took it away; it may have changed again since.
    let named = to.as_ref().or(from.as_ref()).map(|one| named(open_data, one));
    let figure = |one: &Observation| (one.figure, one.wording.unit.clone());
    let change = from.zip(to).filter(|(from, to)| figure(from) != figure(to));
    let change = change.map(|(from, to)| {
        object(&[("from", told(open_data, &from)), ("to", told(open_data, &to))])
    });
    object(&[
        ("sequence", entry.sequence.into()),
        ("kind", serialized(&entry.kind).unwrap_or(JsValue::NULL)),
        ("of", entry.of.into()),
        ("id", id.as_str().into()),
        ("named", named.unwrap_or(JsValue::NULL)),
        ("added", (entry.before.is_none() && open.is_none()).into()),
        ("withdrawn", (entry.withdraws() || is_gone).into()),
        ("change", change.unwrap_or(JsValue::NULL)),
        ("at", entry.at.as_str().into()),
        ("reason", entry.reason.as_str().into()),
    ])
}

/// What a figure is about and says, in both languages.
fn named(dataset: &Dataset, one: &Observation) -> JsValue {
    in_both(|lang| format!("{}: {}", name_text(dataset, one, lang), value_text(dataset, one, lang)))
}

/// What a figure says, in both languages.
fn told(dataset: &Dataset, one: &Observation) -> JsValue {
    in_both(|lang| value_text(dataset, one, lang))
}

fn in_both(text: impl Fn(Lang) -> String) -> JsValue {
    object(&[("fa", text(Lang::Fa).into()), ("en", text(Lang::En).into())])
}
