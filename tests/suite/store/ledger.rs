//! Adding, correcting, withdrawing, and the second saver who sees both.

use hamyar::model::ObservationId;
use hamyar::store::{Change, Commit, Entry, JournalKind, Ledger, OwnState, Row};
use wasm_bindgen_test::wasm_bindgen_test;

use super::device::{Device, entry, saved, shown};

const NOW: &str = "2026-11-24T08:00:00.000Z";

fn id(text: &str) -> ObservationId {
    ObservationId::new(text)
}

fn correct(figure: &str, base: u32, value: &str) -> Change {
    Change::Correct { id: id(figure), base, entry: entry(value, 1400) }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_saved_change_is_one_record_and_one_journal_entry() {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    let transaction = saved(&mut device, &mut ledger, &correct("O017", 0, "581"), NOW);
    assert_eq!(transaction.head, 0);
    assert_eq!(transaction.expect[0].key, "observation/O017");
    assert_eq!(transaction.expect[0].revision, 0);
    assert_eq!((transaction.puts.len(), transaction.journal.len()), (1, 1));
    assert_eq!((transaction.puts[0].revision, transaction.journal[0].revision), (1, 1));
    assert_eq!(device.open(), ledger, "what was stored opens as what was followed");
    let own = ledger.own().get(&id("O017")).unwrap();
    assert_eq!((own.state, own.value.unwrap().to_string()), (OwnState::Corrected, "581".into()));
    assert_eq!(own.at, NOW);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_new_figure_has_an_id_of_its_instant_and_never_one_that_is_taken() {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    for year in 1402..1405 {
        saved(&mut device, &mut ledger, &Change::Add { entry: entry("1", year) }, NOW);
    }
    let ids: Vec<&str> = ledger.own().iter().map(|(id, _)| id.as_str()).collect();
    let expected = ["own-20261124080000000", "own-20261124080000000-2", "own-20261124080000000-3"];
    assert_eq!(ids, expected);
}

#[wasm_bindgen_test(unsupported = test)]
fn correcting_an_added_figure_keeps_it_an_added_one() {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    saved(&mut device, &mut ledger, &Change::Add { entry: entry("1", 1402) }, NOW);
    let added = "own-20261124080000000";
    let again = Change::Correct { id: id(added), base: 1, entry: entry("2", 1402) };
    saved(&mut device, &mut ledger, &again, NOW);
    assert_eq!(ledger.own().get(&id(added)).unwrap().state, OwnState::Added);
    assert_eq!(ledger.own().revision(&id(added)), 2);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_withdrawn_figure_can_be_corrected_back() {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    let reason = "دو بار گفته شده".to_owned();
    let withdraw = Change::Withdraw { id: id("O017"), base: 0, reason };
    saved(&mut device, &mut ledger, &withdraw, NOW);
    assert!(!shown(ledger.own()).observations.contains_key(&id("O017")));
    let entry = ledger.journal().iter().last().unwrap();
    assert_eq!((entry.reason.as_str(), entry.withdraws()), ("دو بار گفته شده", true));
    saved(&mut device, &mut ledger, &correct("O017", 1, "580"), NOW);
    assert!(!ledger.journal().iter().last().unwrap().withdraws());
    assert!(shown(ledger.own()).observations.contains_key(&id("O017")));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_second_saver_sees_both_and_may_choose() {
    let mut device = Device::default();
    let (mut first, mut second) = (device.open(), device.open());
    saved(&mut device, &mut first, &correct("O017", 0, "581"), NOW);

    let mine = correct("O017", 0, "582");
    let Commit::Save(late) = second.commit(&shown(second.own()), &mine, NOW).unwrap() else {
        panic!("the second page does not know yet");
    };
    assert!(!device.save(&late), "the revision has moved on");

    second = device.open();
    let again = second.commit(&shown(second.own()), &mine, NOW).unwrap();
    let Commit::Conflict(conflict) = again else { panic!("nothing may be overwritten") };
    assert_eq!(conflict.mine, mine);
    assert_eq!(conflict.theirs.unwrap().entry.value, "581");
    saved(&mut device, &mut second, &correct("O017", conflict.revision, "582"), NOW);
    assert_eq!(device.open().own().get(&id("O017")).unwrap().entry.value, "582");
    assert_eq!(device.journal.len(), 2, "both stand in the journal");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_change_taken_back_elsewhere_is_a_conflict_with_nothing() {
    let mut device = Device::default();
    let mut first = device.open();
    saved(&mut device, &mut first, &correct("O017", 0, "581"), NOW);
    let undo = first.undo(NOW).unwrap().unwrap();
    assert!(device.save(&undo));
    let second = device.open();
    let change = correct("O017", 1, "582");
    let Commit::Conflict(conflict) = second.commit(&shown(second.own()), &change, NOW).unwrap()
    else {
        panic!("the form was opened on revision 1");
    };
    assert_eq!((conflict.theirs, conflict.revision), (None, 0));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_revision_never_comes_back_with_another_content() {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    saved(&mut device, &mut ledger, &correct("O017", 0, "581"), NOW);
    let undo = ledger.undo(NOW).unwrap().unwrap();
    assert!(device.save(&undo));
    ledger.apply(&undo);
    let revision = ledger.own().revision(&id("O017"));
    saved(&mut device, &mut ledger, &correct("O017", revision, "590"), NOW);
    assert_eq!(ledger.own().revision(&id("O017")), 3);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_figure_that_is_nowhere_and_a_form_with_an_error_are_refused() {
    let ledger = Ledger::default();
    let shown = shown(ledger.own());
    let nowhere = ledger.commit(&shown, &correct("O999", 0, "1"), NOW).unwrap_err();
    assert_eq!(nowhere.0.code, "change/no-such-figure");
    let empty = ledger.commit(&shown, &Change::Add { entry: Entry::default() }, NOW).unwrap_err();
    assert_eq!(empty.0.code, "entry/required");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_damaged_record_can_be_entered_again_but_a_newer_one_stays() {
    let damaged = |bytes: &[u8]| Row {
        key: "observation/O017".to_owned(),
        revision: 5,
        bytes: bytes.to_vec(),
    };
    let broken = Ledger::open(&[damaged(b"HMYR")], &[]);
    assert_eq!(broken.diagnostics[0].code, "record/too-short");
    let base = broken.value.own().revision(&id("O017"));
    assert_eq!(base, 5, "the row says its revision though its bytes do not");
    let again = correct("O017", base, "580");
    let commit = broken.value.commit(&shown(broken.value.own()), &again, NOW).unwrap();
    assert!(matches!(commit, Commit::Save(transaction) if transaction.expect[0].revision == 5));

    let mut newer = include_bytes!("../../fixtures/store/v1/corrected.bin").to_vec();
    newer[4] = 9;
    let newer = Ledger::open(&[damaged(&newer)], &[]).value;
    let refused = newer.commit(&shown(newer.own()), &correct("O017", 5, "580"), NOW);
    assert_eq!(refused.unwrap_err().0.code, "record/newer");
}

#[wasm_bindgen_test(unsupported = test)]
fn the_journal_says_who_did_what_after_what() {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    saved(&mut device, &mut ledger, &correct("O017", 0, "581"), NOW);
    let undo = ledger.undo(NOW).unwrap().unwrap();
    ledger.apply(&undo);
    let told: Vec<(u32, JournalKind, u32)> =
        ledger.journal().iter().map(|entry| (entry.sequence, entry.kind, entry.of)).collect();
    assert_eq!(told, [(1, JournalKind::Commit, 0), (2, JournalKind::Undo, 1)]);
    assert_eq!(ledger.journal().next_undo(), None);
    assert_eq!(ledger.journal().next_redo().unwrap().sequence, 1);
}

#[wasm_bindgen_test(unsupported = test)]
fn entering_a_damaged_record_again_makes_it_sound() {
    let row = |bytes: Vec<u8>| Row { key: "observation/O017".to_owned(), revision: 5, bytes };
    let mut ledger = Ledger::open(&[row(b"HMYR".to_vec())], &[]).value;
    let change = correct("O017", 5, "580");
    let Commit::Save(save) = ledger.commit(&shown(ledger.own()), &change, NOW).unwrap() else {
        panic!("a conflict with nobody");
    };
    ledger.apply(&save);
    let reopened = Ledger::open(&[row(save.puts[0].bytes.clone())], &save.journal);
    assert_eq!(reopened.diagnostics, []);
    assert_eq!(ledger, reopened.value, "nothing of the damage is left");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_journal_that_lost_its_end_does_not_bring_a_revision_back() {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    for (base, value) in [(0, "581"), (1, "582"), (2, "583")] {
        saved(&mut device, &mut ledger, &correct("O017", base, value), NOW);
    }
    device.journal.remove(&3);
    device.journal.remove(&2);
    let mut ledger = Ledger::open(&device.record_rows(), &device.journal_rows()).value;
    let transaction = saved(&mut device, &mut ledger, &correct("O017", 3, "584"), NOW);
    assert_eq!(transaction.head, 1, "what the host finds at the end of its journal");
    assert_eq!(transaction.puts[0].revision, 4);
}
