//! The envelope, and each way in which bytes are none.

use hamyar::store::record::{Damage, Kind, Record, decode, encode};
use wasm_bindgen_test::wasm_bindgen_test;

fn sound() -> Vec<u8> {
    encode(&Record { kind: Kind::Observation, revision: 7, payload: b"payload" })
}

/// The bytes with one place changed and the checksum made right again.
fn resealed(at: usize, byte: u8) -> Vec<u8> {
    let mut bytes = sound();
    bytes[at] = byte;
    let end = bytes.len() - 4;
    let checksum = crc32(&bytes[..end]);
    bytes[end..].copy_from_slice(&checksum.to_le_bytes());
    bytes
}

/// An independent reading of the definition of CRC-32.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 }
        })
    })
}

#[wasm_bindgen_test(unsupported = test)]
fn each_kind_comes_back_as_it_was_written() {
    for kind in [Kind::Package, Kind::Observation, Kind::Journal, Kind::Backup] {
        for payload in [&b""[..], b"x", "۵۸۰ میلیارد ریال".as_bytes()] {
            let record = Record { kind, revision: u32::MAX, payload };
            assert_eq!(decode(&encode(&record)), Ok(record));
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn cut_off_bytes_are_too_short_or_of_wrong_length() {
    let bytes = sound();
    for length in 0..bytes.len() {
        let expected = if length < 19 { Damage::TooShort } else { Damage::WrongLength };
        assert_eq!(decode(&bytes[..length]), Err(expected), "{length} bytes");
    }
    let mut longer = bytes;
    longer.push(0);
    assert_eq!(decode(&longer), Err(Damage::WrongLength));
}

#[wasm_bindgen_test(unsupported = test)]
fn foreign_bytes_are_told_apart_from_newer_ones() {
    assert_eq!(decode(&resealed(0, b'X')), Err(Damage::WrongMagic));
    assert_eq!(decode(&resealed(4, 2)), Err(Damage::Newer(2)));
    assert_eq!(decode(&resealed(5, 1)), Err(Damage::Newer(257)));
    assert_eq!(decode(&resealed(4, 0)), Err(Damage::Checksum));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_absurd_length_asks_for_no_memory() {
    for (at, byte) in [(11, 0xff), (14, 0xff), (11, 6), (11, 8)] {
        assert_eq!(decode(&resealed(at, byte)), Err(Damage::WrongLength), "byte {at}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_kind_of_a_later_release_is_named() {
    assert_eq!(decode(&resealed(6, 0)), Err(Damage::UnknownKind(0)));
    assert_eq!(decode(&resealed(6, 200)), Err(Damage::UnknownKind(200)));
}

#[wasm_bindgen_test(unsupported = test)]
fn every_changed_byte_is_noticed() {
    let bytes = sound();
    for at in 0..bytes.len() {
        for change in 1..=255_u8 {
            let mut changed = bytes.clone();
            changed[at] ^= change;
            assert!(decode(&changed).is_err(), "byte {at} ^ {change}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_damage_says_in_both_languages_what_happened_and_what_to_do() {
    let all = [
        Damage::TooShort,
        Damage::WrongMagic,
        Damage::Newer(2),
        Damage::WrongLength,
        Damage::Checksum,
        Damage::UnknownKind(9),
        Damage::Payload,
    ];
    let mut codes: Vec<&str> = Vec::new();
    for damage in all {
        let finding = damage.diagnostic("observation/O017");
        assert_eq!(finding.position.file, "observation/O017");
        for text in [&finding.message, &finding.hint] {
            assert!(!text.fa.is_empty() && !text.en.is_empty(), "{damage:?}");
        }
        codes.push(finding.code);
    }
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), all.len(), "each damage has a code of its own");
}
