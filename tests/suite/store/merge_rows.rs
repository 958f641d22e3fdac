//! Rows of other tables than that of figures, edited apart, merged, decided, written, read again and merged on: the
//! order and the number of mergers make no difference to a byte, and nothing that was told of a row is lost.

use hamyar::calendar::Period;
use hamyar::copies::{PackageCopy, RowDecision, decide_rows, merge_copies};
use hamyar::diag::{Bilingual, Diagnostic, Severity};
use hamyar::export::data_package;
use hamyar::ingest::{Files, read_package};
use hamyar::model::{Chosen, Dataset, ToldApart, open_rows};
use hamyar::store::Merged;
use wasm_bindgen_test::wasm_bindgen_test;

use super::device::Random;
use crate::suite::export::random;

type Written = Vec<(String, Vec<u8>)>;

fn read(files: &[(String, Vec<u8>)]) -> (Dataset, Vec<Diagnostic>) {
    let files: Files = files.iter().cloned().collect();
    let descriptor = serde_json::from_slice(files.get("datapackage.json").unwrap()).unwrap();
    let read = read_package(&descriptor, &files).unwrap();
    (read.value.dataset, read.diagnostics)
}

fn both(one: &Dataset, other: &Dataset) -> Merged {
    merge_copies(PackageCopy::of(one), PackageCopy::of(other))
}

/// Written and read again: nothing is lost, and what is open is told.
fn reread(dataset: &Dataset) -> Dataset {
    let files = data_package(dataset);
    let (back, diagnostics) = read(&files);
    let errors: Vec<_> = diagnostics.iter().filter(|one| one.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let open = diagnostics.iter().filter(|one| one.code == "differing/open").count();
    assert_eq!(open, open_rows(dataset).count(), "each open row is told");
    assert_eq!(back.told_apart, dataset.told_apart);
    let again = data_package(&back);
    for (one, other) in again.iter().zip(&files) {
        let text = |file: &(String, Vec<u8>)| String::from_utf8(file.1.clone()).unwrap();
        assert_eq!(text(one), text(other), "{} is written the same again", one.0);
    }
    back
}

fn merged(one: &Dataset, other: &Dataset) -> Dataset {
    let merged = both(one, other);
    assert_eq!(merged.refused, []);
    reread(&merged.dataset)
}

fn written(dataset: &Dataset) -> Written {
    data_package(dataset)
}

/// One of the things that a person may edit.
fn edit(random: &mut Random, copy: &mut Dataset) {
    let word = ["", "الف", "ب, \"پ\"", "=1"][random.below(4) as usize].to_owned();
    let said = if word.is_empty() { "نام".to_owned() } else { word.clone() };
    let lists = &mut copy.registers;
    match random.below(16) {
        0 => copy.name = word,
        1 => copy.title = Bilingual::new(&said, &word),
        2 => {
            copy.sources.iter_mut().map(|(_, one)| one).next().unwrap().title =
                Bilingual::new(&said, &word)
        }
        3 => copy.sources.iter_mut().map(|(_, one)| one).next().unwrap().imprint.licence.en = word,
        4 => copy.measures.iter_mut().map(|(_, one)| one).next().unwrap().name.en = word,
        5 => copy
            .programmes
            .iter_mut()
            .map(|(_, one)| one)
            .for_each(|one| one.description.fa = word.clone()),
        6 => copy.groups.iter_mut().map(|(_, one)| one).for_each(|one| drop(one.members.pop())),
        7 => copy.groups.iter_mut().map(|(_, one)| one).for_each(|one| one.name.en = word.clone()),
        8 => lists.organisations.iter_mut().for_each(|one| one.name.fa = said.clone()),
        9 => lists.projects.iter_mut().for_each(|one| drop(one.parties.pop())),
        10 => lists.projects.iter_mut().for_each(|one| one.name.en = word.clone()),
        11 => lists.cooperatives.iter_mut().for_each(|one| drop(one.years.pop())),
        12 => copy.statements.iter_mut().for_each(|one| one.summary.fa = said.clone()),
        13 => copy.notes.iter_mut().for_each(|one| one.text.en = word.clone()),
        14 => copy.tiles.iter_mut().for_each(|one| one.label.en = word.clone()),
        _ => copy.rules.iter_mut().for_each(|one| one.name.en = word.clone()),
    }
}

/// Of each row that is open one variant or another is kept.
fn decisions(random: &mut Random, dataset: &Dataset) -> Vec<RowDecision> {
    let day = Period::parse("1403-02-01").unwrap().start().unwrap();
    let by = ["ما", "آن‌ها"][random.below(2) as usize].to_owned();
    let decision = |told: &ToldApart| {
        let variants: Vec<_> = told.standing().map(|(_, one)| one.cells.clone()).collect();
        let keep = random.below(variants.len() as u32) as usize;
        let chosen = Chosen { day: day.plus(random.below(9) as i32), by: by.clone() };
        RowDecision { table: told.table.clone(), id: told.id.clone(), keep, chosen, variants }
    };
    let decisions: Vec<RowDecision> = open_rows(dataset).map(decision).collect();
    let last = decisions.iter().map(|one| one.chosen.day).max();
    decisions.into_iter().filter(|one| Some(one.chosen.day) == last).collect()
}

/// Copies that went their own ways from one, or from each other, some of them with what somebody decided.
fn copies(random: &mut Random, seed: u64) -> [Dataset; 3] {
    let base = read(&data_package(&random::dataset(seed))).0;
    let mut all: Vec<Dataset> = Vec::new();
    for _ in 0..3 {
        let mut copy = match random.below(4) {
            0 => all.last().cloned().unwrap_or_else(|| base.clone()),
            1 => all.iter().fold(base.clone(), |one, other| merged(&one, other)),
            _ => base.clone(),
        };
        for _ in 0..random.below(7) {
            edit(random, &mut copy);
        }
        if random.below(2) == 0 {
            let mut with_base = both(&copy, &base);
            let decided = decisions(random, &with_base.dataset);
            // Some may be earlier than what was decided before.
            let _ = decide_rows(&mut with_base, &decided);
            copy = with_base.dataset;
        }
        // As a file has it.
        all.push(reread(&copy));
    }
    all.try_into().unwrap()
}

fn is_sound(seed: u64) -> bool {
    let dataset = random::dataset(seed);
    !dataset.registers.is_empty() && read(&data_package(&dataset)).1.is_empty()
}

/// Where code is not optimised a third of the rounds is done; the wasm step of `cargo xtask test` does all.
const fn some(rounds: usize) -> usize {
    if cfg!(target_arch = "wasm32") { rounds } else { rounds.div_ceil(3) }
}

#[wasm_bindgen_test(unsupported = test)]
fn rows_merge_through_files_commutatively_associatively_and_idempotently() {
    let mut random = Random::new(23);
    let (mut open, mut left) = (0, 0);
    for seed in (0..90).filter(|seed| is_sound(*seed)).take(some(12)) {
        let [a, b, c] = copies(&mut random, seed);
        let ab = merged(&a, &b);
        assert_eq!(written(&ab), written(&merged(&b, &a)), "{seed}: commutative");
        let abc = merged(&ab, &c);
        assert_eq!(written(&abc), written(&merged(&a, &merged(&b, &c))), "{seed}: associative");
        assert_eq!(written(&abc), written(&merged(&merged(&a, &c), &b)), "{seed}: associative");
        for known in [&ab, &a, &b] {
            assert_eq!(written(&merged(&ab, known)), written(&ab), "{seed}: idempotent");
        }
        open += open_rows(&abc).count();
        let variants = abc.told_apart.iter().flat_map(|told| &told.variants);
        left += variants.filter(|one| one.ways.is_empty()).count();
    }
    assert!(open > some(30) && left > some(15), "{open} open, {left} left");
}

/// A decision takes the rows out of what is open; the copies do not bring them back, opposite decisions do, and a
/// third decision settles those.
#[wasm_bindgen_test(unsupported = test)]
fn what_is_decided_of_rows_is_settled_until_somebody_decides_otherwise() {
    let mut random = Random::new(5);
    let day = |number| Period::parse("1404-01-01").unwrap().start().unwrap().plus(number);
    let (mut settled, mut reopened) = (0, 0);
    for seed in (0..60).filter(|seed| is_sound(*seed)).take(some(8)) {
        let [a, b, _] = copies(&mut random, seed);
        let ab = both(&a, &b);
        let choice = |dataset: &Dataset, keep: usize, on: i32| -> Vec<RowDecision> {
            let decision = |told: &ToldApart| RowDecision {
                table: told.table.clone(),
                id: told.id.clone(),
                keep,
                chosen: Chosen { day: day(on), by: "ما".to_owned() },
                variants: told.standing().map(|(_, one)| one.cells.clone()).collect(),
            };
            open_rows(dataset).map(decision).collect()
        };
        let decided = |open: &Merged, keep: usize, on: i32| {
            let mut settled = open.clone();
            assert_eq!(decide_rows(&mut settled, &choice(&open.dataset, keep, on)), []);
            assert_eq!(open_rows(&settled.dataset).count(), 0);
            reread(&settled.dataset)
        };
        let [first, second] = [decided(&ab, 0, 0), decided(&ab, 1, 1)];
        for one in [&first, &second] {
            for copy in [&a, &b, &ab.dataset, one] {
                assert_eq!(written(&merged(one, copy)), written(one), "{seed}");
            }
        }
        settled += open_rows(&ab.dataset).count();
        let apart = both(&first, &second);
        assert_eq!(open_rows(&apart.dataset).count(), open_rows(&ab.dataset).count());
        reopened += open_rows(&apart.dataset).count();
        let again = decided(&apart, 1, 2);
        for copy in [&a, &b, &first, &second, &apart.dataset] {
            assert_eq!(written(&merged(&again, copy)), written(&again), "{seed}");
        }
    }
    assert!(settled > some(20) && reopened > some(20), "{settled} settled, {reopened} reopened");
}

/// A row that was edited in its table after a decision has gone on from it, and the old copies stay behind.
#[wasm_bindgen_test(unsupported = test)]
fn a_row_edited_after_a_decision_goes_on() {
    let seed = (0..60).find(|seed| is_sound(*seed)).unwrap();
    let base = read(&data_package(&random::dataset(seed))).0;
    let with = |title: &str| {
        let mut copy = base.clone();
        copy.sources.iter_mut().map(|(_, one)| one).next().unwrap().title =
            Bilingual::new(title, title);
        copy
    };
    let [one, other] = [with("یک"), with("دو")];
    let mut open = both(&one, &other);
    let told = open_rows(&open.dataset).next().unwrap().clone();
    let chosen = Chosen {
        day: Period::parse("1403-02-01").unwrap().start().unwrap(),
        by: "ما".to_owned(),
    };
    let variants = told.standing().map(|(_, one)| one.cells.clone()).collect();
    let decision = RowDecision { table: told.table, id: told.id, keep: 0, chosen, variants };
    assert_eq!(decide_rows(&mut open, &[decision]), []);
    let mut edited = open.dataset.clone();
    edited.sources.iter_mut().map(|(_, one)| one).next().unwrap().url =
        "https://example.ir".to_owned();
    for copy in [&one, &other, &open.dataset, &edited] {
        let again = merged(&edited, copy);
        assert_eq!(open_rows(&again).count(), 0);
        assert_eq!(again.sources, edited.sources);
        assert_eq!(written(&merged(&again, copy)), written(&again));
    }
}
