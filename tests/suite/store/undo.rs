//! Undo, redo and reload against a model that keeps whole states.

use std::collections::BTreeMap;

use hamyar::model::ObservationId;
use hamyar::store::{Change, Ledger, OwnFigure, Transaction};
use wasm_bindgen_test::wasm_bindgen_test;

use super::device::{Device, Random, entry, saved};

type State = BTreeMap<ObservationId, OwnFigure>;

/// The simplest history there is: every state as a whole.
#[derive(Default)]
struct Model {
    now: State,
    past: Vec<State>,
    future: Vec<State>,
}

impl Model {
    fn change(&mut self, next: State) {
        self.past.push(std::mem::replace(&mut self.now, next));
        self.future.clear();
    }

    fn undo(&mut self) {
        if let Some(state) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, state));
        }
    }

    fn redo(&mut self) {
        if let Some(state) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, state));
        }
    }
}

fn state(ledger: &Ledger) -> State {
    ledger.own().iter().map(|(id, figure)| (id.clone(), figure.clone())).collect()
}

fn random_change(random: &mut Random, ledger: &Ledger, step: u32) -> Change {
    let known: Vec<ObservationId> = ledger.own().iter().map(|(id, _)| id.clone()).collect();
    let open = [ObservationId::new("O016"), ObservationId::new("O017")];
    let all: Vec<ObservationId> = known.into_iter().chain(open).collect();
    let id = all[random.below(u32::try_from(all.len()).unwrap()) as usize].clone();
    let base = ledger.own().revision(&id);
    let year = 1200 + step;
    match random.below(3) {
        0 => Change::Add { entry: entry(&step.to_string(), year) },
        1 => Change::Correct { id, base, entry: entry(&format!("{step}٫۵"), year) },
        _ => Change::Withdraw { id, base, reason: format!("{step}") },
    }
}

fn follow(device: &mut Device, ledger: &mut Ledger, transaction: Option<Transaction>) {
    if let Some(transaction) = transaction {
        assert!(device.save(&transaction));
        ledger.apply(&transaction);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn two_hundred_random_runs_equal_the_model() {
    let mut undone = 0;
    for seed in 0..200 {
        let mut random = Random::new(seed);
        let (mut device, mut ledger, mut model) =
            (Device::default(), Ledger::default(), Model::default());
        for step in 0..30 {
            let now = format!("2026-11-24T08:00:{step:02}.000Z");
            match random.below(6) {
                0..=2 => {
                    let change = random_change(&mut random, &ledger, step);
                    saved(&mut device, &mut ledger, &change, &now);
                    model.change(state(&ledger));
                }
                3 => {
                    undone += usize::from(!model.past.is_empty());
                    let transaction = ledger.undo(&now).unwrap();
                    follow(&mut device, &mut ledger, transaction);
                    model.undo();
                }
                4 => {
                    let transaction = ledger.redo(&now).unwrap();
                    follow(&mut device, &mut ledger, transaction);
                    model.redo();
                }
                _ => ledger = device.open(),
            }
            assert_eq!(state(&ledger), model.now, "seed {seed}, step {step}");
            assert_eq!(device.open(), ledger, "seed {seed}, step {step}");
        }
    }
    assert!(undone > 500, "{undone} undos had something to take back");
}

#[wasm_bindgen_test(unsupported = test)]
fn undo_goes_back_to_the_very_first_change() {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    for year in 1201..1301 {
        let change = Change::Add { entry: entry("1", year) };
        saved(&mut device, &mut ledger, &change, &format!("{year}"));
    }
    ledger = device.open();
    for left in (0..100).rev() {
        let undo = ledger.undo("later").unwrap();
        follow(&mut device, &mut ledger, undo);
        assert_eq!(ledger.own().len(), left);
    }
    assert_eq!(ledger.undo("later").unwrap(), None);
    assert_eq!(ledger.journal().iter().count(), 200, "nothing leaves the journal");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_hole_in_the_journal_is_named_and_later_changes_can_still_be_taken_back() {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    for year in 1401..1406 {
        let change = Change::Add { entry: entry("1", year + 10) };
        saved(&mut device, &mut ledger, &change, &format!("{year}"));
    }
    let mut rows = device.journal_rows();
    rows.remove(2);
    let holed = Ledger::open(&device.record_rows(), &rows);
    let codes: Vec<&str> = holed.diagnostics.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["journal/broken"]);
    assert_eq!(holed.value.own(), ledger.own(), "no figure is touched");
    let mut ledger = holed.value;
    for left in [4, 3] {
        let undo = ledger.undo("later").unwrap();
        follow(&mut device, &mut ledger, undo);
        assert_eq!(ledger.own().len(), left);
    }
    assert_eq!(ledger.undo("later").unwrap(), None, "what lay before the hole is not known");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_record_that_is_not_what_the_journal_left_is_not_undone() {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    saved(&mut device, &mut ledger, &Change::Add { entry: entry("1", 1402) }, "1");
    let lost = Ledger::open(&[], &device.journal_rows()).value;
    assert_eq!(lost.undo("2").unwrap_err().0.code, "journal/out-of-step");
}
