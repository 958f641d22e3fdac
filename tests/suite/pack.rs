//! Packed data sets: all of it comes back, and no bytes do harm.

use hamyar::model::{Dataset, Figure, Group, Missing, Observation, Qualifier};
use hamyar::pack;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture;
use super::ingest::open_data::{example_dataset, open_dataset};

fn there_and_back(dataset: &Dataset) -> Dataset {
    pack::read(&pack::write(dataset)).unwrap()
}

/// A small country with figures of two areas, one of them bounded.
fn small() -> Dataset {
    let mut figures = fixture::paid_and_planned();
    figures.push(fixture::qualified(
        fixture::observation("x", "jobs", "01", "1400-05", "12.50"),
        Qualifier::MoreThan,
    ));
    for letter in 'a'..='i' {
        figures.push(fixture::observation(&format!("jobs/{letter}"), "jobs", "02", "1401", "7"));
    }
    fixture::dataset(figures)
}

/// Every part of two data sets is the same. `Debug` tells decimals with their scale apart.
fn assert_same(one: &Dataset, other: &Dataset) {
    assert_eq!(format!("{one:?}"), format!("{other:?}"));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_data_that_ship_come_back_whole() {
    for mut dataset in [open_dataset(), example_dataset()] {
        forget_what_is_judged_where_read(&mut dataset);
        let rules = pack::read_rules(&pack::write_rules(&dataset.rules)).unwrap();
        let registers = dataset.registers.clone();
        let whole = Dataset {
            rules,
            registers,
            #[cfg(feature = "complete")]
            corrections: dataset.corrections.clone(),
            // What is published tells them in the figures (`keep_confirmed`).
            #[cfg(feature = "complete")]
            notes: dataset.notes.clone(),
            ..there_and_back(&dataset)
        };
        assert_same(&whole, &dataset);
    }
}

/// What only the rules ask for, which judge where a package is read, is not packed.
fn forget_what_is_judged_where_read(dataset: &mut Dataset) {
    let unsaid = |group| Group { one_per_province: false, ..group };
    let groups = std::mem::take(&mut dataset.groups);
    dataset.groups = groups.into_iter().map(|(id, group)| (id, unsaid(group))).collect();
    #[cfg(feature = "complete")]
    for (_, measure) in dataset.measures.iter_mut() {
        measure.job_kind = None;
        measure.limits = Default::default();
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn pages_get_every_word_and_no_definition() {
    let mut shipped = open_dataset();
    let pages = pack::read(&pack::write_for_pages(open_dataset())).unwrap();
    let has_definitions = |data: &Dataset| {
        let codes = |list| data.codes.entries(list).any(|(_, one)| !one.definition.fa.is_empty());
        let measures = data.measures.values().any(|one| !one.definition.fa.is_empty());
        (data.codes.lists().any(codes), measures)
    };
    assert_eq!(has_definitions(&shipped), (true, true));
    assert_eq!(has_definitions(&pages), (false, false));
    // Nothing else is missing: the same is left where the definitions are taken from what ships.
    shipped.codes.forget_definitions();
    for (_, measure) in shipped.measures.iter_mut() {
        measure.definition = Default::default();
    }
    assert_eq!(pack::write(&pages), pack::write(&shipped));
}

#[wasm_bindgen_test(unsupported = test)]
fn every_kind_of_figure_comes_back() {
    let mut dataset = small();
    let mut copies: Vec<Observation> = dataset.observations.values().cloned().collect();
    for (one, missing) in copies.iter_mut().zip(Missing::ALL) {
        one.figure = Figure::Missing(*missing);
        one.wording.value = None;
        dataset.observations.insert(one.id.clone(), one.clone());
    }
    assert_same(&there_and_back(&dataset), &dataset);
    assert_same(&there_and_back(&Dataset::default()), &Dataset::default());
}

#[wasm_bindgen_test(unsupported = test)]
fn the_same_data_give_the_same_bytes() {
    assert_eq!(pack::write(&example_dataset()), pack::write(&there_and_back(&example_dataset())));
}

fn code(bytes: &[u8]) -> &'static str {
    pack::read(bytes).map_or_else(|error| error.0.code, |_| "read")
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_no_pack_is_told_from_one_of_another_version_and_from_a_damaged_one() {
    let good = pack::write(&example_dataset());
    assert_eq!(code(&good), "read");
    for bytes in [&b""[..], b"PK\x03\x04", b"<!doctype html><title>404", &good[1..]] {
        assert_eq!(code(bytes), "pack/not-a-pack");
    }
    let mut newer = good.clone();
    newer[8] += 1;
    assert_eq!(code(&newer), "pack/other-version");
    assert_eq!(code(&good[..good.len() - 1]), "pack/damaged");
    assert_eq!(code(&[good.as_slice(), b"x"].concat()), "pack/damaged");
}

/// CRC-32 of ISO-HDLC, bit by bit, to make hostile bytes pass the checksum.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 };
        }
    }
    !sum
}

fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let sum = checksum(&bytes[13..]);
    bytes[9..13].copy_from_slice(&sum.to_le_bytes());
    bytes
}

#[wasm_bindgen_test(unsupported = test)]
fn a_flipped_bit_is_noticed() {
    let good = pack::write(&small());
    for place in 0..good.len() {
        let mut bytes = good.clone();
        bytes[place] ^= 1;
        assert_ne!(code(&bytes), "read", "byte {place}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn hostile_bytes_with_a_right_checksum_neither_panic_nor_hang() {
    let good = pack::write(&small());
    assert_eq!(sealed(good.clone()), good);
    let mut state = 7_u64;
    let mut below = |limit: usize| {
        state = state * 48_271 % 0x7FFF_FFFF;
        state as usize % limit
    };
    let mut outcomes = [0, 0];
    for _ in 0..3_000 {
        let mut bytes = good.clone();
        for _ in 0..=below(4) {
            let place = 13 + below(bytes.len() - 13);
            match below(4) {
                0 => bytes[place] = 0xFF,
                1 => bytes[place] ^= 1 << below(8),
                2 => drop(bytes.remove(place)),
                _ => bytes.insert(place, below(256) as u8),
            }
        }
        outcomes[usize::from(pack::read(&sealed(bytes)).is_ok())] += 1;
    }
    assert!(outcomes[0] > 1_000 && outcomes[1] > 0, "{outcomes:?}");
}
