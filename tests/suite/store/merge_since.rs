//! Copies that were made of one package, edited by hand in any of its tables without a word of history, and merged
//! beside that package: the order and the number of mergers make no difference to a byte.

use std::collections::{BTreeMap, BTreeSet};

use hamyar::calendar::Period;
use hamyar::copies::{PackageCopy, RowDecision, decide_rows, merge_copies_since};
use hamyar::diag::{Bilingual, Severity};
use hamyar::export::data_package;
use hamyar::ingest::{Files, Table, read_package};
use hamyar::model::{Chosen, Clash, Dataset, Revision, clashes, open_rows};
use hamyar::store::{Decision, Merged, decide};
use wasm_bindgen_test::wasm_bindgen_test;

use super::device::Random;
use crate::suite::export::random;

type Written = Vec<(String, Vec<u8>)>;

/// What is read of files, if nothing of them is refused.
fn read(files: &[(String, Vec<u8>)]) -> Option<Dataset> {
    let files: Files = files.iter().cloned().collect();
    let descriptor = serde_json::from_slice(files.get("datapackage.json").unwrap()).unwrap();
    let read = read_package(&descriptor, &files).unwrap();
    let is_sound = read.diagnostics.iter().all(|one| one.severity != Severity::Error);
    is_sound.then_some(read.value.dataset)
}

/// Merged, written and read again; nothing, where what one copy took out is what another has come to lean on.
fn merged(base: &Dataset, one: &Dataset, other: &Dataset) -> Option<Dataset> {
    let merged =
        merge_copies_since(PackageCopy::of(base), PackageCopy::of(one), PackageCopy::of(other));
    if !merged.refused.is_empty() {
        return None;
    }
    let files = data_package(&merged.dataset);
    let back = read(&files).unwrap();
    assert_eq!(back.told_apart, merged.dataset.told_apart);
    assert_eq!(back.lines, merged.dataset.lines);
    assert_eq!(data_package(&back), files, "what is read is written the same again");
    Some(back)
}

/// The lines of each file in one order: a list that copies do not have alike comes in that of ids.
fn sorted(dataset: &Dataset) -> BTreeMap<String, Vec<String>> {
    let lines = |(name, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8(bytes).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        (name, lines)
    };
    // What the descriptor says of tables follows from them.
    let files = data_package(dataset).into_iter().filter(|(name, _)| name.ends_with(".csv"));
    files
        .chain([("name".to_owned(), format!("{:?}", (&dataset.name, &dataset.title)).into_bytes())])
        .map(lines)
        .collect()
}

/// The lines of each file that only one of the two has.
fn assert_same(one: &Dataset, other: &Dataset, what: &str) {
    let (one, other) = (sorted(one), sorted(other));
    for (name, lines) in &one {
        let told = other.get(name).unwrap_or(&Vec::new()).clone();
        let only = |lines: &[String], told: &[String]| -> Vec<String> {
            lines.iter().filter(|line| !told.contains(line)).cloned().collect()
        };
        assert_eq!(only(lines, &told), only(&told, lines), "{what}: {name}");
    }
    assert!(one == other, "{what}");
}

fn text(rows: &[Vec<String>]) -> Vec<u8> {
    let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(",") + "\n";
    rows.iter().map(line).collect::<String>().into_bytes()
}

/// A row of some table is changed in a cell, taken out, or written once more under another name.
fn edited(random: &mut Random, files: &Written) -> Option<Written> {
    let mut files = files.clone();
    // Often one of few, and the first rows, so that copies meet.
    let often = ["observations.csv", "sources.csv", "observations.csv", "statements.csv"];
    let nth = match often.get(random.below(8) as usize) {
        Some(name) => files.iter().position(|(known, _)| known == name)?,
        None => random.below(files.len() as u32 - 1) as usize + 1,
    };
    let (name, bytes) = files.get_mut(nth)?;
    let others = ["revisions.csv", "conflicts.csv", "differing.csv"];
    if others.contains(&name.as_str()) {
        return None;
    }
    let table = Table::parse(bytes).unwrap();
    let row = |row| (0..table.headers().len()).map(|at| table.cell(row, at).to_owned()).collect();
    let mut rows: Vec<Vec<String>> = vec![table.headers().to_vec()];
    rows.extend((0..table.numbers().len()).map(row));
    // A unit that is worth something else changes all figures, and all that they were.
    let kept = ["id", "gregorian", "base", "exponent"];
    let is_kept = |at: usize| kept.iter().any(|key| rows[0][at].starts_with(key));
    let few = (rows.len() as u32 - 1).min(2);
    if few == 0 {
        return None;
    }
    let [at, another] = [(); 2].map(|()| 1 + random.below(few) as usize);
    let column = random.below(rows[0].len() as u32) as usize;
    let word = ["", "الف", "b", "2", "7"][random.below(5) as usize];
    let other = rows[another].clone();
    let is_text = rows[0][column].ends_with("_fa") || rows[0][column].ends_with("_en");
    let value = if is_text { word.to_owned() } else { other[column].clone() };
    match random.below(6) {
        0 => drop(rows.remove(at)),
        1 => {
            let mut added = other;
            added[0] = ["added-1", "added-2"][random.below(2) as usize].to_owned();
            rows.push(added);
        }
        _ if is_kept(column) => return None,
        _ => rows[at][column] = value,
    }
    *bytes = text(&rows);
    Some(files)
}

/// A copy after some edits that leave it sound, and how many those were; of some, history tells what was before.
fn copy(random: &mut Random, base: &Dataset, by: &str) -> (Dataset, usize) {
    let (mut copy, mut edits) = (base.clone(), 0);
    let wanted = 5 + random.below(12) as usize;
    for _ in 0..60 {
        if edits == wanted {
            break;
        }
        let files = edited(random, &data_package(&copy));
        let Some(mut read) = files.and_then(|files| read(&files)) else { continue };
        if random.below(2) == 0 {
            record(&copy, &mut read, by);
        }
        (copy, edits) = (read, edits + 1);
    }
    (copy, edits)
}

fn record(was: &Dataset, is: &mut Dataset, by: &str) {
    let start = Period::parse("1403-01-01").unwrap().start().unwrap();
    for id in was.observations.keys().chain(is.observations.keys()).collect::<BTreeSet<_>>() {
        let before = was.observations.get(id).cloned();
        if before.as_ref() != is.observations.get(id) {
            is.revisions.push(Revision {
                observation: id.clone(),
                recorded: start.plus(is.revisions.len() as i32),
                change: 1,
                by: Bilingual::new(by, by),
                reason: Bilingual::default(),
                before,
            });
        }
    }
}

/// Copies that went their own ways from one package, or from each other, some of them with what somebody decided.
fn copies(random: &mut Random, base: &Dataset) -> ([Dataset; 3], usize) {
    let (mut all, mut edits) = (Vec::<Dataset>::new(), 0);
    for by in ["الف", "ب", "پ"] {
        let from = match random.below(4) {
            0 => all.last().cloned(),
            1 => all.iter().try_fold(base.clone(), |one, other| merged(base, &one, other)),
            _ => None,
        };
        let (copy, own) = copy(random, &from.unwrap_or_else(|| base.clone()), by);
        edits += own;
        let chosen = if random.below(2) == 0 { decided(random, &copy) } else { None };
        let copy = chosen.unwrap_or(copy);
        // What was edited while it is open is put in order by the next merger.
        let is_open = !clashes(&copy).is_empty() || !copy.told_apart.is_empty();
        let ordered = if is_open { merged(base, &copy, &copy) } else { None };
        all.push(ordered.unwrap_or(copy));
    }
    (all.try_into().unwrap(), edits)
}

/// One variant or another of each row and each figure that is open is kept, if the package is sound with it.
fn decided(random: &mut Random, copy: &Dataset) -> Option<Dataset> {
    let day = Period::parse("1404-01-01").unwrap().start().unwrap().plus(random.below(9) as i32);
    let by = "ما".to_owned();
    let mut merged = Merged { dataset: copy.clone(), ..Merged::default() };
    let figures: Vec<Decision> = clashes(copy)
        .into_iter()
        .map(|Clash { id, contents }| {
            let keep = random.below(contents.len() as u32) as usize;
            Decision { id, keep, day, by: by.clone(), contents }
        })
        .collect();
    let rows: Vec<RowDecision> = open_rows(copy)
        .map(|told| {
            let variants: Vec<_> = told.standing().map(|(_, one)| one.cells.clone()).collect();
            let keep = random.below(variants.len() as u32) as usize;
            let (table, id) = (told.table.clone(), told.id.clone());
            RowDecision { table, id, keep, chosen: Chosen { day, by: by.clone() }, variants }
        })
        .collect();
    // Some may be earlier than what was decided before.
    decide(&mut merged, &figures);
    decide_rows(&mut merged, &rows);
    read(&data_package(&merged.dataset)).filter(|_| merged.refused.is_empty())
}

/// Where code is not optimised a third of them is done; the wasm step of `cargo xtask test` does all.
const ROUNDS: usize = if cfg!(target_arch = "wasm32") { 14 } else { 5 };

#[wasm_bindgen_test(unsupported = test)]
fn copies_of_one_package_merge_commutatively_associatively_and_idempotently() {
    let mut random = Random::new(5);
    let (mut open, mut apart, mut edits, mut rounds) = (0, 0, 0, 0);
    for seed in (0..400).filter(|seed| is_sound(*seed)).take(ROUNDS) {
        let base = read(&data_package(&package(seed))).unwrap();
        let (base, _) = copy(&mut random, &base, "بنیاد");
        let ([a, b, c], own) = copies(&mut random, &base);
        edits += own;
        let both = |one: &Dataset, other: &Dataset| merged(&base, one, other);
        for one in [&a, &b, &c, &base] {
            assert_same(&both(one, &base).unwrap(), one, &format!("{seed}: untouched"));
            assert_eq!(data_package(&both(one, one).unwrap()), data_package(one), "{seed}");
        }
        let pairs = [both(&a, &b), both(&b, &c), both(&a, &c)];
        let [Some(ab), Some(bc), Some(ac)] = pairs else { continue };
        let Some(abc) = both(&ab, &c) else { continue };
        let files = data_package(&abc);
        assert_same(&both(&b, &a).unwrap(), &ab, &format!("{seed}: commutative"));
        for (one, other) in [(&a, &bc), (&bc, &a), (&ac, &b), (&ab, &bc), (&abc, &a), (&abc, &bc)] {
            let again = both(one, other).unwrap();
            assert_same(&again, &abc, &format!("{seed}: associative"));
            assert!(data_package(&again) == files, "{seed}: in the same order");
        }
        for known in [&base, &abc] {
            assert_same(&both(&abc, known).unwrap(), &abc, &format!("{seed}: idempotent"));
        }
        rounds += 1;
        open += open_rows(&abc).count();
        apart += clashes(&abc).len();
    }
    assert!(rounds * 5 >= ROUNDS * 3 && edits > ROUNDS * 7, "{rounds} rounds, {edits} edits");
    assert!(open * 2 > ROUNDS && apart * 3 > ROUNDS, "{open} rows, {apart} figures");
}

/// At random, and as yet without a history.
fn package(seed: u64) -> Dataset {
    Dataset { revisions: Vec::new(), ..random::dataset(seed) }
}

fn is_sound(seed: u64) -> bool {
    let dataset = package(seed);
    !dataset.registers.is_empty() && read(&data_package(&dataset)).is_some()
}
