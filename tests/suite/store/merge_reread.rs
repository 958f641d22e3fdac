//! Copies merged, written, read again and merged on: the order and the number of mergers make no difference to
//! a byte, and nothing that stands of a figure is lost.

use hamyar::calendar::{Day, Period};
use hamyar::diag::{Bilingual, Diagnostic, Severity};
use hamyar::export::data_package;
use hamyar::ingest::{Files, read_package};
use hamyar::model::{
    Clash, Dataset, Figure, Observation, ObservationId, Revision, as_known, clashes,
};
use hamyar::number::Decimal;
use hamyar::store::{Decision, decide, merge};
use wasm_bindgen_test::wasm_bindgen_test;

use super::device::Random;
use super::shown::dataset;

/// What is written, and what is open in it.
type Written = (Vec<(String, Vec<u8>)>, Vec<Clash>);

fn day(number: i32) -> Day {
    Period::parse("1400-01-01").unwrap().start().unwrap().plus(number)
}

fn read(files: &[(String, Vec<u8>)]) -> (Dataset, Vec<Diagnostic>) {
    let files: Files = files.iter().cloned().collect();
    let descriptor = serde_json::from_slice(files.get("datapackage.json").unwrap()).unwrap();
    let read = read_package(&descriptor, &files).unwrap();
    (read.value.dataset, read.diagnostics)
}

fn written(dataset: &Dataset) -> Written {
    (data_package(dataset), clashes(dataset))
}

/// Merged, written and read again.
fn merged(one: &Dataset, other: &Dataset) -> Dataset {
    let merged = merge(one, other).dataset;
    let (files, open) = written(&merged);
    let (back, diagnostics) = read(&files);
    for found in &diagnostics {
        assert_eq!((found.code, found.severity), ("conflict/open", Severity::Warning));
    }
    let others: usize = open.iter().map(|clash| clash.contents.len() - 1).sum();
    assert_eq!(diagnostics.len(), others, "each other content is told");
    assert_eq!(clashes(&back), open);
    assert_eq!(back.lines, merged.lines);
    assert_eq!(data_package(&back), files, "what is read is written the same again");
    back
}

/// A figure as it is printed: each value has one wording.
fn figure(id: &str, value: i64) -> Observation {
    let mut one = dataset().observations.values().next().unwrap().clone();
    one.id = ObservationId::new(id);
    one.figure = Figure::exact(Decimal::from_int(value * 1_000_000_000));
    one.wording.value = Some(Decimal::from_int(value));
    one
}

fn change(copy: &mut Dataset, after: Option<Observation>, id: &str, recorded: Day, by: &str) {
    let id = ObservationId::new(id);
    let before = copy.observations.get(&id).cloned();
    if before == after {
        return;
    }
    let on_the_day = copy.revisions.iter().filter(|one| one.observation == id);
    let change = on_the_day.filter(|one| one.recorded == recorded).count() as u32 + 1;
    let observation = id.clone();
    let (by, reason) = (Bilingual::new(by, ""), Bilingual::default());
    copy.revisions.push(Revision { observation, recorded, change, by, reason, before });
    match after {
        Some(after) => drop(copy.observations.insert(id, after)),
        None => drop(copy.observations.remove(&id)),
    }
}

/// Some changes, withdrawals and returns to an earlier value, one after the other.
fn edit(random: &mut Random, copy: &mut Dataset, by: &str) {
    let mut on = copy.revisions.len() as i32;
    for _ in 0..random.below(6) {
        let id = ["O016", "O017", "NEW"][random.below(3) as usize];
        let value = [Some(580), Some(700), Some(1), Some(2), None][random.below(5) as usize];
        on += random.below(2) as i32;
        change(copy, value.map(|value| figure(id, value)), id, day(on), by);
    }
}

/// Copies that went their own ways from one, or from each other.
fn copies(random: &mut Random) -> [Dataset; 3] {
    let mut all: Vec<Dataset> = Vec::new();
    for by in ["الف", "ب", "پ"] {
        let mut copy = match random.below(4) {
            0 => all.last().cloned().unwrap_or_else(dataset),
            1 => all.iter().fold(dataset(), |one, other| merged(&one, other)),
            _ => dataset(),
        };
        edit(random, &mut copy, by);
        if random.below(6) == 0 {
            (copy.revisions, copy.lines) = (Vec::new(), Vec::new());
        }
        // As a file has it.
        all.push(read(&data_package(&copy)).0);
    }
    all.try_into().unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn row_21_merging_through_files_is_commutative_associative_and_idempotent() {
    let mut random = Random::new(21);
    let (mut open, mut apart) = (0, 0);
    for round in 0..40 {
        let [a, b, c] = copies(&mut random);
        let ab = merged(&a, &b);
        assert_eq!(written(&ab), written(&merged(&b, &a)), "{round}: commutative");
        let left = merged(&ab, &c);
        assert_eq!(written(&left), written(&merged(&a, &merged(&b, &c))), "{round}: associative");
        assert_eq!(written(&left), written(&merged(&merged(&a, &c), &b)), "{round}: associative");
        for known in [&ab, &a, &b] {
            assert_eq!(written(&merged(&ab, known)), written(&ab), "{round}: idempotent");
        }
        open += clashes(&left).len();
        apart += left.lines.len();
    }
    assert!(open > 10 && apart > 40, "{open} conflicts, {apart} lines");
}

/// The day of which a figure was counted is a part of what it was.
#[wasm_bindgen_test(unsupported = test)]
fn the_day_of_a_count_stays_in_what_a_figure_was() {
    let counted = |value: i64, on: i32| {
        let mut one = figure("O017", value);
        one.recorded = Some(day(on));
        one
    };
    let mut base = dataset();
    base.observations.insert(ObservationId::new("O017"), counted(900, -9));
    let [mut one, mut other] = [base.clone(), base.clone()];
    change(&mut one, Some(counted(910, -8)), "O017", day(1), "ما");
    change(&mut other, Some(counted(900, -7)), "O017", day(2), "آن‌ها");
    let both = merged(&one, &other);
    let was: Vec<_> =
        both.revisions.iter().map(|one| one.before.as_ref().unwrap().recorded).collect();
    assert_eq!(was, [Some(day(-9)); 2]);
    let [clash] = clashes(&both).try_into().unwrap();
    let mut stand: Vec<_> =
        clash.contents.iter().map(|one| one.as_ref().unwrap().recorded).collect();
    stand.sort();
    assert_eq!(stand, [Some(day(-8)), Some(day(-7))]);
    for copy in [&one, &other, &both] {
        assert_eq!(written(&merged(&both, copy)), written(&both));
    }
}

/// Of each figure that is open one content or another is kept.
fn decisions(random: &mut Random, both: &Dataset) -> Vec<Decision> {
    let decision = |Clash { id, contents }: Clash| {
        let keep = random.below(contents.len() as u32) as usize;
        Decision { id, keep, day: day(900), by: "ما".to_owned(), contents }
    };
    clashes(both).into_iter().map(decision).collect()
}

/// A decision takes the conflict out of the package, and the copies do not bring it back.
#[wasm_bindgen_test(unsupported = test)]
fn what_is_decided_is_settled_for_the_copies_that_disagreed() {
    let mut random = Random::new(9);
    let mut settled = 0;
    for round in 0..40 {
        let [a, b, _] = copies(&mut random);
        let mut both = merge(&a, &b);
        let decisions = decisions(&mut random, &both.dataset);
        settled += decisions.len();
        assert_eq!(decide(&mut both, &decisions), []);
        let (back, diagnostics) = read(&data_package(&both.dataset));
        assert_eq!(diagnostics, [], "{round}");
        for copy in [&a, &b, &back] {
            let again = merged(&back, copy);
            assert_eq!(clashes(&again), [], "{round}");
            let kept = |data: &Dataset| format!("{:?}", data.observations);
            assert_eq!(kept(&again), kept(&back), "{round}");
        }
    }
    assert!(settled > 10, "{settled}");
}

/// Who goes on from a copy without having seen the decision is asked about the new value beside the decided one;
/// what was not chosen does not come up again, whichever copies are merged next.
#[wasm_bindgen_test(unsupported = test)]
fn only_what_is_new_stands_against_a_decision() {
    let mut random = Random::new(44);
    let mut asked = 0;
    for round in 0..30 {
        let [a, b, _] = copies(&mut random);
        let mut both = merge(&a, &b);
        let decisions = decisions(&mut random, &both.dataset);
        assert_eq!(decide(&mut both, &decisions), []);
        let decided = read(&data_package(&both.dataset)).0;
        for copy in [&a, &b] {
            let mut on = copy.clone();
            for id in decisions.iter().map(|one| one.id.as_str()) {
                change(&mut on, Some(figure(id, 3)), id, day(950), "ب");
            }
            let again = merged(&decided, &read(&data_package(&on)).0);
            assert_eq!(written(&again), written(&merged(&on, &decided)), "{round}");
            for old in [&a, &b] {
                assert_eq!(clashes(&merged(&again, old)), clashes(&again), "{round}");
            }
            for Clash { id, contents } in clashes(&again) {
                let kept = decided.observations.get(&id).cloned();
                let fresh = Some(figure(id.as_str(), 3));
                assert_eq!(contents.len(), 2, "{round}: {contents:?}");
                assert!(contents.contains(&kept) && contents.contains(&fresh), "{round}");
                asked += 1;
            }
        }
    }
    assert!(asked > 10, "{asked}");
}

/// One value written in two ways is one value: that is kept which comes first in a fixed order.
#[wasm_bindgen_test(unsupported = test)]
fn a_value_written_otherwise_is_no_conflict() {
    let (one, mut other) = (dataset(), dataset());
    let id = ObservationId::new("O017");
    other.observations.get_mut(&id).unwrap().wording.value = Decimal::parse("580.0");
    let both = merged(&one, &other);
    assert_eq!(written(&both), written(&merged(&other, &one)));
    assert_eq!(written(&merged(&both, &other)), written(&both));
    assert_eq!(clashes(&both), []);
}

/// What was known of a figure on a day, of what was merged and of what its files say.
fn known_on(number: i32, both: &Dataset) -> [Vec<Observation>; 2] {
    [both.clone(), read(&data_package(both)).0].map(|mut data| {
        as_known(&mut data, day(number));
        data.observations.values().cloned().collect()
    })
}

/// Of a figure that copies changed apart is known what the line that stands had come to: what another copy
/// changed on another day is no step of it.
#[wasm_bindgen_test(unsupported = test)]
fn row_21_what_was_known_goes_by_the_line_that_stands() {
    let told = |steps: &[(i32, i64)]| {
        let mut copy = dataset();
        for (on, value) in steps {
            change(&mut copy, Some(figure("NEW", *value)), "NEW", day(*on), "ما");
        }
        copy
    };
    let both = merge(&told(&[(1, 900), (3, 910)]), &told(&[(2, 900), (5, 920), (7, 930)])).dataset;
    assert_eq!(clashes(&both).len(), 1);
    for (on, value) in [(0, None), (2, Some(900)), (5, Some(910)), (6, Some(910)), (9, Some(910))] {
        for known in known_on(on, &both) {
            let one = known.iter().find(|one| one.id.as_str() == "NEW");
            assert_eq!(one, value.map(|value| figure("NEW", value)).as_ref(), "day {on}");
        }
    }
    let mut random = Random::new(33);
    for round in 0..30 {
        let [a, b, _] = copies(&mut random);
        let both = merge(&a, &b).dataset;
        for on in -1..8 {
            let [merged, reread] = known_on(on, &both);
            assert_eq!(merged, reread, "{round}: day {on}");
        }
    }
}
