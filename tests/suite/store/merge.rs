//! Two offline copies in one.

use hamyar::calendar::Day;
use hamyar::diag::Bilingual;
use hamyar::model::{Dataset, Figure, ObservationId, Revision};
use hamyar::number::Decimal;
use hamyar::store::{Cells, Decision, Merged, decide, mark, merge};
use wasm_bindgen_test::wasm_bindgen_test;

use super::device::Random;
use super::shown::dataset;

fn id(text: &str) -> ObservationId {
    ObservationId::new(text)
}

/// Changes a figure of a copy, or withdraws it, with its revision.
fn edit(copy: &mut Dataset, cell: &str, value: Option<i64>, day: i32) {
    let before = copy.observations.get(&id(cell)).cloned();
    copy.revisions.push(Revision {
        observation: id(cell),
        recorded: Day(day),
        change: 1,
        by: Bilingual::default(),
        reason: Bilingual::default(),
        before: before.clone(),
    });
    let Some(value) = value else {
        copy.observations.remove(&id(cell));
        return;
    };
    let mut after =
        before.unwrap_or_else(|| dataset().observations.values().next().unwrap().clone());
    after.id = id(cell);
    after.figure = Figure::exact(Decimal::from_int(value));
    copy.observations.insert(id(cell), after);
}

fn value(copy: &Dataset, cell: &str) -> Option<i128> {
    Some(copy.observations.get(&id(cell))?.figure.value()?.units())
}

/// One cell edited to 900 and 910 apart is a conflict with both kept; other cells merge.
#[wasm_bindgen_test(unsupported = test)]
fn row_21_two_offline_copies() {
    let base = dataset();
    let (mut one, mut other) = (base.clone(), base.clone());
    edit(&mut one, "O017", Some(900), 10);
    edit(&mut other, "O017", Some(910), 11);
    edit(&mut one, "O016", Some(701), 12);
    edit(&mut other, "NEW", Some(5), 13);
    let merged = merge(&one, &other);
    assert_eq!(merged.clashes.len(), 1);
    let clash = &merged.clashes[0];
    assert_eq!(clash.id, id("O017"));
    let both: Vec<i128> = clash
        .contents
        .iter()
        .map(|one| one.as_ref().unwrap().figure.value().unwrap().units())
        .collect();
    assert_eq!(both, [900, 910]);
    assert_eq!(
        (value(&merged.dataset, "O016"), value(&merged.dataset, "NEW")),
        (Some(701), Some(5))
    );
    assert_eq!(merged.dataset.revisions.len(), 4);

    let back = merge(&other, &one);
    assert_eq!(back.clashes, merged.clashes);
    assert_eq!(
        format!("{:?}", back.dataset.observations),
        format!("{:?}", merged.dataset.observations)
    );
    assert_eq!(back.dataset.revisions, merged.dataset.revisions);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_same_change_apart_is_no_conflict_and_a_later_one_wins() {
    let base = dataset();
    let (mut one, mut other) = (base.clone(), base.clone());
    edit(&mut one, "O017", Some(900), 10);
    edit(&mut other, "O017", Some(900), 20);
    assert!(merge(&one, &other).clashes.is_empty());
    edit(&mut other, "O017", Some(910), 21);
    let merged = merge(&one, &other);
    assert!(merged.clashes.is_empty(), "900 was left behind for 910");
    assert_eq!(value(&merged.dataset, "O017"), Some(910));
    edit(&mut other, "O016", None, 22);
    let merged = merge(&one, &other);
    assert_eq!(value(&merged.dataset, "O016"), None, "withdrawn");
    edit(&mut one, "O016", Some(1), 23);
    assert_eq!(merge(&one, &other).clashes.len(), 1, "changed here, withdrawn there");
}

/// Random copies that know each other's states by merging.
fn copies(random: &mut Random) -> [Cells; 3] {
    let base = dataset();
    [(); 3].map(|()| {
        let mut copy = base.clone();
        for day in 0..random.below(6) {
            let cell = ["O016", "O017", "NEW"][random.below(3) as usize];
            let value = [Some(1), Some(2), Some(3), None][random.below(4) as usize];
            edit(&mut copy, cell, value, day as i32);
        }
        Cells::of(&copy)
    })
}

#[wasm_bindgen_test(unsupported = test)]
fn merging_is_commutative_associative_and_idempotent() {
    let mut random = Random::new(21);
    for _ in 0..300 {
        let [a, b, c] = copies(&mut random);
        assert_eq!(a.clone().merged(b.clone()), b.clone().merged(a.clone()));
        assert_eq!(
            a.clone().merged(b.clone()).merged(c.clone()),
            a.clone().merged(b.clone().merged(c.clone()))
        );
        let once = a.clone().merged(b.clone());
        assert_eq!(once.clone().merged(b.clone()), once);
        assert_eq!(a.clone().merged(a.clone()), a);
        for (_, cell) in once.iter() {
            assert!(!cell.standing().is_empty(), "nothing is lost");
        }
    }
}

/// The copies of a figure that was changed in one and withdrawn in the other.
fn changed_and_withdrawn() -> [Dataset; 2] {
    let [mut one, mut other] = [dataset(), dataset()];
    edit(&mut one, "O017", Some(900), 10);
    edit(&mut other, "O017", None, 11);
    [one, other]
}

fn choose(merged: &Merged, keep: usize, day: i32) -> Decision {
    let clash = &merged.clashes[0];
    let marks = clash.contents.iter().map(mark).collect();
    Decision {
        id: clash.id.clone(), keep, day: Day(day), by: "اداره‌کل".to_owned(), marks
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_withdrawal_can_be_kept_or_refused_and_does_not_come_back() {
    let [one, other] = changed_and_withdrawn();
    for kept in [Some(900), None] {
        let mut merged = merge(&one, &other);
        let withdrawn = merged.clashes[0].contents.iter().position(Option::is_none).unwrap();
        let keep = if kept.is_none() { withdrawn } else { 1 - withdrawn };
        let decision = choose(&merged, keep, 20);
        assert_eq!(decide(&mut merged, &[decision]), []);
        assert!(merged.clashes.is_empty());
        assert_eq!(value(&merged.dataset, "O017"), kept);
        // The other content is not lost, and neither copy brings the conflict back.
        let last = merged.dataset.revisions.last().unwrap();
        assert_eq!((last.recorded, last.before.is_none()), (Day(20), kept.is_some()));
        assert_eq!(last.by.fa, "اداره‌کل", "who decided is told");
        for copy in [&one, &other] {
            let again = merge(&merged.dataset, copy);
            assert!(again.clashes.is_empty(), "kept {kept:?}");
            assert_eq!(value(&again.dataset, "O017"), kept);
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn two_decisions_on_one_figure_are_told_and_neither_is_applied() {
    let [one, other] = changed_and_withdrawn();
    let mut merged = merge(&one, &other);
    let before = format!("{merged:?}");
    let both = [choose(&merged, 0, 20), choose(&merged, 1, 20)];
    let told: Vec<_> = decide(&mut merged, &both).into_iter().map(|one| one.code).collect();
    assert_eq!(told, ["merge/decided-twice"; 2]);
    assert_eq!(format!("{merged:?}"), before, "the conflict stays as it was");
}
