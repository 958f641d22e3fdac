//! Two offline copies in one.

use hamyar::calendar::Day;
use hamyar::diag::Bilingual;
use hamyar::model::{Dataset, Figure, ObservationId, Revision};
use hamyar::number::Decimal;
use hamyar::store::{Decision, Merged, decide, merge};
use wasm_bindgen_test::wasm_bindgen_test;

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
    assert_eq!(merged.clashes().len(), 1);
    let clash = merged.clashes().remove(0);
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
    assert_eq!(back.clashes(), merged.clashes());
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
    assert!(merge(&one, &other).clashes().is_empty());
    edit(&mut other, "O017", Some(910), 21);
    let merged = merge(&one, &other);
    assert!(merged.clashes().is_empty(), "900 was left behind for 910");
    assert_eq!(value(&merged.dataset, "O017"), Some(910));
    edit(&mut other, "O016", None, 22);
    let merged = merge(&one, &other);
    assert_eq!(value(&merged.dataset, "O016"), None, "withdrawn");
    edit(&mut one, "O016", Some(1), 23);
    assert_eq!(merge(&one, &other).clashes().len(), 1, "changed here, withdrawn there");
}

/// A copy whose figure had these values, one after the other; `None` is a withdrawal.
fn once(values: &[Option<i64>], day: i32) -> Dataset {
    let mut copy = dataset();
    for (value, day) in values.iter().zip(day..) {
        edit(&mut copy, "O017", *value, day);
    }
    copy
}

/// What stands of the figure: the value of the merged copy first.
fn standing(copies: [&Dataset; 2]) -> Vec<Option<i128>> {
    let merged = merge(copies[0], copies[1]);
    let value = |one: &hamyar::model::Content| Some(one.as_ref()?.figure.value()?.units());
    let clashes = merged.clashes();
    let contents = clashes.iter().flat_map(|clash| clash.contents.iter().map(value));
    let all: Vec<_> = contents.collect();
    if all.is_empty() { vec![self::value(&merged.dataset, "O017")] } else { all }
}

/// Who changed a figure and put it back has gone on from who only changed it, and is asked where another
/// changed it otherwise, however late that was recorded.
#[wasm_bindgen_test(unsupported = test)]
fn a_figure_put_back_goes_on_from_its_change_and_stands_against_another() {
    let put_back = once(&[Some(900), Some(910), Some(900)], 10);
    let changed = once(&[Some(900), Some(910)], 10);
    for copies in [[&put_back, &changed], [&changed, &put_back]] {
        assert_eq!(standing(copies), [Some(900)]);
    }
    for day in [5, 10, 40] {
        let other = once(&[Some(900), Some(920)], day);
        assert_eq!(standing([&put_back, &other]), [Some(900), Some(920)], "day {day}");
        let went_on = once(&[Some(900), Some(910), Some(900), Some(920)], day);
        assert_eq!(standing([&went_on, &other]), [Some(920)]);
        assert_eq!(standing([&put_back, &went_on]), [Some(920)], "day {day}");
    }
    let withdrawn = once(&[Some(900), None], 11);
    assert_eq!(standing([&put_back, &withdrawn]), [None, Some(900)]);
}

/// The conflict is a part of what was merged: it is there in the next merger, whatever comes to it.
#[wasm_bindgen_test(unsupported = test)]
fn an_open_conflict_stays_open_through_the_next_merger() {
    let [a, b, c] = [&[][..], &[Some(910)], &[Some(920)]].map(|values| once(values, 10));
    let both = merge(&b, &c).dataset;
    for copies in [[&a, &both], [&both, &b], [&both, &both], [&c, &both]] {
        assert_eq!(standing(copies), [Some(910), Some(920)]);
    }
    let on = once(&[Some(920), Some(930)], 10);
    assert_eq!(standing([&both, &on]), [Some(910), Some(930)], "920 was left behind");
}

/// The copies of a figure that was changed in one and withdrawn in the other.
fn changed_and_withdrawn() -> [Dataset; 2] {
    let [mut one, mut other] = [dataset(), dataset()];
    edit(&mut one, "O017", Some(900), 10);
    edit(&mut other, "O017", None, 11);
    [one, other]
}

fn choose(merged: &Merged, keep: usize, day: i32) -> Decision {
    let clash = merged.clashes().remove(0);
    let by = "اداره‌کل".to_owned();
    Decision { id: clash.id, keep, day: Day(day), by, contents: clash.contents }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_withdrawal_can_be_kept_or_refused_and_does_not_come_back() {
    let [one, other] = changed_and_withdrawn();
    for kept in [Some(900), None] {
        let mut merged = merge(&one, &other);
        let withdrawn = merged.clashes()[0].contents.iter().position(Option::is_none).unwrap();
        let keep = if kept.is_none() { withdrawn } else { 1 - withdrawn };
        let decision = choose(&merged, keep, 20);
        assert_eq!(decide(&mut merged, &[decision]), []);
        assert!(merged.clashes().is_empty());
        assert_eq!(value(&merged.dataset, "O017"), kept);
        // The other content is not lost, and neither copy brings the conflict back.
        let last = merged.dataset.revisions.last().unwrap();
        assert_eq!((last.recorded, last.before.is_none()), (Day(20), kept.is_some()));
        assert_eq!(last.by.fa, "اداره‌کل", "who decided is told");
        for copy in [&one, &other] {
            let again = merge(&merged.dataset, copy);
            assert!(again.clashes().is_empty(), "kept {kept:?}");
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
