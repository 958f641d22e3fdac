//! The figures of another device, taken into this one.

use std::collections::BTreeMap;

use hamyar::model::ObservationId;
use hamyar::store::{Backup, Change, Entry, Ledger, OwnState, TakenIn};
use wasm_bindgen_test::wasm_bindgen_test;

use super::device::{Device, Random, entry, saved};

const NOW: &str = "2026-11-29T08:00:00Z";

#[derive(Clone, Default)]
struct Office {
    device: Device,
    ledger: Ledger,
}

impl Office {
    fn change(&mut self, change: &Change, at: &str) {
        saved(&mut self.device, &mut self.ledger, change, at);
    }

    fn correct(&mut self, id: &str, value: &str) {
        self.change(&self.correction(id, value), NOW);
    }

    /// Each figure in a year of its own, so that none is told twice.
    fn correction(&self, id: &str, value: &str) -> Change {
        let year = if id == "O017" { 1400 } else { 1398 };
        let id = ObservationId::new(id);
        let base = self.ledger.own().revision(&id);
        Change::Correct { id, base, entry: entry(value, year) }
    }

    fn undo(&mut self) {
        let step = self.ledger.undo(NOW).unwrap().unwrap();
        assert!(self.device.save(&step));
        self.ledger.apply(&step);
    }

    fn take_in(&mut self, other: &Self) -> TakenIn {
        let file =
            Backup::new(other.device.record_rows(), other.device.journal_rows(), NOW).write();
        let taken = self.ledger.take_in(&Backup::read(&file).unwrap(), NOW).unwrap();
        assert_eq!(taken.diagnostics, []);
        if let Some(save) = &taken.value.save {
            assert!(self.device.save(save));
            self.ledger.apply(save);
        }
        assert_eq!(self.ledger, self.device.open(), "what is stored is what is open");
        taken.value
    }

    /// What is said of each figure, whenever it was said.
    fn says(&self) -> BTreeMap<String, (OwnState, Entry)> {
        let own = self.ledger.own().iter();
        own.map(|(id, figure)| (id.to_string(), (figure.state, figure.entry.clone()))).collect()
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_only_the_other_office_changed_is_taken_once() {
    let (mut one, mut other) = (Office::default(), Office::default());
    one.correct("O016", "7");
    other.correct("O017", "610");
    other.change(&Change::Add { entry: entry("12", 1399) }, NOW);
    assert_eq!(one.take_in(&other).taken, 2);
    assert_eq!(one.says().len(), 3);
    let again = one.take_in(&other);
    assert_eq!(again, TakenIn::default());
    // Undone one at a time, as any change.
    one.undo();
    one.undo();
    assert_eq!(one.says().into_keys().collect::<Vec<_>>(), ["O016"]);
    assert_eq!(one.take_in(&other).taken, 0, "what was taken back here stays so");
    assert_eq!(other.take_in(&one).taken, 3, "and is taken back there");
    assert_eq!(one.says(), other.says());
}

#[wasm_bindgen_test(unsupported = test)]
fn what_both_offices_changed_is_left_to_a_person_with_both_contents() {
    let (mut one, mut other) = (Office::default(), Office::default());
    one.correct("O017", "600");
    other.correct("O017", "610");
    let before = one.says();
    let TakenIn { save: None, taken: 0, conflicts } = one.take_in(&other) else { panic!() };
    assert_eq!(one.says(), before);
    let [conflict] = conflicts.as_slice() else { panic!("{conflicts:?}") };
    assert_eq!(conflict.theirs.as_ref().unwrap().entry.value, "600");
    let Change::Correct { base, entry, .. } = &conflict.mine else { panic!("{conflict:?}") };
    assert_eq!((entry.value.as_str(), *base), ("610", conflict.revision));
    // The person takes the one of the file: both say the same, and nobody is asked again.
    one.change(&conflict.mine, NOW);
    assert_eq!(one.take_in(&other), TakenIn::default());
    assert_eq!(other.take_in(&one), TakenIn::default());
    assert_eq!(one.says(), other.says());
}

#[wasm_bindgen_test(unsupported = test)]
fn the_later_of_two_contents_stands_whichever_file_is_read() {
    let (mut one, mut other) = (Office::default(), Office::default());
    other.correct("O017", "610");
    let old = other.clone();
    one.take_in(&other);
    one.correct("O017", "620");
    assert_eq!(one.take_in(&old), TakenIn::default());
    assert_eq!(other.take_in(&one).taken, 1);
    assert_eq!(other.says(), one.says());
    assert_eq!(other.says()["O017"].1.value, "620");
}

/// Who put a figure back went on from the change; a change made apart is asked about.
#[wasm_bindgen_test(unsupported = test)]
fn a_figure_put_back_goes_on_from_its_change_and_stands_against_another() {
    let mut one = Office::default();
    one.correct("O017", "600");
    let (mut changed, mut apart) = (Office::default(), Office::default());
    for office in [&mut changed, &mut apart] {
        office.take_in(&one);
    }
    apart.correct("O017", "620");
    one.correct("O017", "610");
    changed.take_in(&one);
    one.correct("O017", "600");
    assert_eq!(one.take_in(&changed), TakenIn::default());
    assert_eq!(changed.take_in(&one).taken, 1);
    assert_eq!(changed.says(), one.says());
    for (mine, theirs) in [(&mut one.clone(), &apart), (&mut apart.clone(), &one)] {
        let taken = mine.take_in(theirs);
        assert_eq!((taken.taken, taken.conflicts.len()), (0, 1));
    }
}

/// Who chose what stands here is not asked again by the same file, and the other device takes the choice; opposite
/// choices ask again.
#[wasm_bindgen_test(unsupported = test)]
fn what_was_kept_here_is_not_asked_again() {
    let keep = |here: &mut Office, other: &Office| {
        let file =
            Backup::new(other.device.record_rows(), other.device.journal_rows(), NOW).write();
        let file = Backup::read(&file).unwrap();
        let id = ObservationId::new("O017");
        let save = here.ledger.keep_here(&file, &id, NOW).unwrap().unwrap();
        assert!(here.device.save(&save));
        here.ledger.apply(&save);
        assert_eq!(here.ledger, here.device.open(), "what is stored is what is open");
        assert_eq!(here.ledger.keep_here(&file, &id, NOW).unwrap(), None, "settled");
    };
    for there in [&["910"][..], &["905", "910"], &["905", "904", "910"]] {
        let (mut one, mut other) = (Office::default(), Office::default());
        one.correct("O017", "900");
        there.iter().for_each(|value| other.correct("O017", value));
        assert_eq!(one.take_in(&other).conflicts.len(), 1);
        let (before, unasked) = (one.says(), (one.clone(), other.clone()));
        keep(&mut one, &other);
        assert_eq!(one.says(), before);
        assert_eq!(one.take_in(&other), TakenIn::default(), "{there:?}");
        assert_eq!(other.take_in(&one).conflicts, []);
        assert_eq!(other.says(), before, "the other gives way");
        let (mut apart, mut against) = unasked;
        keep(&mut against, &apart);
        assert_eq!(apart.clone().take_in(&against).conflicts, []);
        keep(&mut apart, &other_of(there));
        assert_eq!(apart.take_in(&against).conflicts.len(), 1, "opposite choices");
    }
}

/// An office that said these values of the figure.
fn other_of(values: &[&str]) -> Office {
    let mut office = Office::default();
    values.iter().for_each(|value| office.correct("O017", value));
    office
}

#[wasm_bindgen_test(unsupported = test)]
fn the_same_content_typed_twice_is_no_conflict() {
    let (mut one, mut other) = (Office::default(), Office::default());
    one.correct("O017", "610");
    other.change(&other.correction("O017", "610"), "2026-11-29T09:30:00Z");
    assert_eq!(one.take_in(&other), TakenIn::default());
}

#[wasm_bindgen_test(unsupported = test)]
fn two_hundred_pairs_of_offices_end_alike_where_no_person_is_asked() {
    let mut random = Random::new(31);
    let mut asked = 0;
    for _ in 0..200 {
        let mut offices = [Office::default(), Office::default()];
        for step in 0..12_u32 {
            let at = random.below(2) as usize;
            let office = &mut offices[at];
            match random.below(5) {
                0 if office.ledger.journal().next_undo().is_some() => office.undo(),
                1 => {
                    let other = offices[1 - at].clone();
                    offices[at].take_in(&other);
                }
                _ => office.correct(&format!("O01{}", 6 + random.below(2)), &step.to_string()),
            }
        }
        let [mut one, mut other] = offices;
        let conflicts = one.take_in(&other).conflicts;
        assert_eq!(one.take_in(&other).save, None, "the same file has nothing new");
        let (before, back) = (one.says(), other.take_in(&one));
        asked += conflicts.len();
        for conflict in &back.conflicts {
            assert!(conflicts.iter().any(|one| one.id == conflict.id), "asked on one side only");
        }
        let settled = |office: &Office| {
            let mut says = office.says();
            says.retain(|id, _| !conflicts.iter().any(|one| one.id.as_str() == id));
            says
        };
        assert_eq!(one.says(), before);
        assert_eq!(settled(&one), settled(&other));
    }
    assert!(asked > 20, "{asked} conflicts");
}
