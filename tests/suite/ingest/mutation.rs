//! Good files with random bytes changed: whatever comes, nothing panics and every row is counted.

use std::collections::BTreeSet;

use hamyar::diag::{Diagnostic, Severity};
use hamyar::ingest::{Files, read_package};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

/// The generator of Lehmer, so that every run changes the same bytes.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0 * 48_271 % 0x7FFF_FFFF;
        self.0 as usize % limit
    }
}

/// Bytes that mean something to the reader, and some that are no UTF-8.
const TELLING: &[u8] = b"\",\r\n;-./@0pO \x00\xFF\xD8\xEF\xBB";

fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    let place = random.below(bytes.len().max(1));
    let byte = TELLING[random.below(TELLING.len())];
    match random.below(6) {
        0 | 1 if place < bytes.len() => bytes[place] = byte,
        2 => bytes.insert(place, byte),
        3 if place < bytes.len() => bytes[place] ^= 1 << random.below(8),
        4 => {
            let end = (place + random.below(40)).min(bytes.len());
            bytes.drain(place.min(end)..end);
        }
        _ => {
            let end = (place + random.below(200)).min(bytes.len());
            let copy = bytes[place.min(end)..end].to_vec();
            bytes.splice(place..place, copy);
        }
    }
}

fn check(fixture: &Fixture, files: &Files) -> bool {
    let Ok(reported) = read_package(&fixture.descriptor, files) else { return false };
    let counts = reported.value.counts;
    assert_eq!(counts.accepted + counts.rejected, counts.read);
    assert_every_loss_is_told(counts.rejected, &reported.diagnostics);
    for found in &reported.diagnostics {
        assert!(found.code.contains('/') && !found.hint.is_empty(), "{found:?}");
        super::fixture::assert_spoken(found);
    }
    let dataset = &reported.value.dataset;
    for figure in dataset.observations.values() {
        assert!(dataset.measures.contains_key(&figure.measure));
        assert!(dataset.sources.contains_key(&figure.source));
        assert!(
            figure.part_of.as_ref().is_none_or(|whole| dataset.observations.contains_key(whole))
        );
    }
    counts.rejected > 0
}

/// Each row left out has an error of its own, unless its table was left out by its heading.
fn assert_every_loss_is_told(rejected: u32, diagnostics: &[Diagnostic]) {
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let places: BTreeSet<(&str, u32)> =
        errors.map(|found| (found.position.file.as_str(), found.position.row)).collect();
    let rows = places.iter().filter(|(_, row)| *row > 1).count() as u32;
    let has_lost_table = places.iter().any(|(_, row)| *row == 1);
    assert!(rows == rejected || (has_lost_table && rows < rejected), "{rejected} {diagnostics:#?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn five_thousand_mutations_of_a_good_package() {
    let fixture = Fixture::small();
    let names: Vec<&String> = fixture.files.keys().collect();
    let mut random = Random(20_241_403);
    let mut hurt = 0;
    for _ in 0..5_000 {
        let mut files = fixture.files.clone();
        for _ in 0..=random.below(3) {
            let name = names[random.below(names.len())];
            mutate(files.get_mut(name).unwrap(), &mut random);
        }
        hurt += u32::from(check(&fixture, &files));
    }
    assert!(hurt > 1_000, "only {hurt} of 5000 mutations cost a row: they change too little");
}
