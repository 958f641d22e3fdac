//! Thirty shapes of bytes that no release ever wrote, beside one sound record.

use hamyar::model::ObservationId;
use hamyar::store::record::{Kind, Record, encode};
use hamyar::store::{Ledger, OwnFigures, Row, overlay};
use wasm_bindgen_test::wasm_bindgen_test;

use super::shown::dataset;

const SOUND: &[u8] = include_bytes!("../../fixtures/store/v1/corrected.bin");

fn field(tag: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    [&[tag], &length[..], bytes].concat()
}

fn observation(payload: &[u8]) -> Vec<u8> {
    encode(&Record { kind: Kind::Observation, revision: 1, payload })
}

fn own(fields: &[(u8, &[u8])]) -> Vec<u8> {
    let listed: Vec<u8> = fields.iter().flat_map(|(tag, bytes)| field(*tag, bytes)).collect();
    observation(&[field(64, b"added"), listed].concat())
}

fn changed(at: usize, byte: u8) -> Vec<u8> {
    let mut bytes = SOUND.to_vec();
    bytes[at] = byte;
    bytes
}

/// Shapes that cannot be read at all.
fn unreadable() -> Vec<Vec<u8>> {
    vec![
        Vec::new(),
        vec![0],
        b"HMYR".to_vec(),
        b"__proto__".to_vec(),
        b"{\"key\":\"observation/O017\",\"value\":580}".to_vec(),
        vec![0xff; 4096],
        SOUND[..SOUND.len() / 2].to_vec(),
        [SOUND, &[0]].concat(),
        [SOUND, SOUND].concat(),
        changed(0, b'h'),
        changed(4, 2),
        changed(6, 99),
        changed(7, 9),
        changed(11, 0),
        changed(14, 0xff),
        changed(30, 0xff),
        encode(&Record { kind: Kind::Package, revision: 1, payload: b"id,name" }),
        encode(&Record { kind: Kind::Backup, revision: 1, payload: b"" }),
        observation(b""),
        observation(b"\x40"),
        observation(&[64, 0xff, 0xff, 0xff, 0xff]),
        observation(&field(64, b"deleted")),
        observation(&field(64, &[0xff, 0xfe])),
        own(&[(1, &[0xc3, 0x28])]),
        own(&[(65, b"NaN")]),
        own(&[(65, b"1e999")]),
        own(&[(65, "۵۸۰".as_bytes())]),
        own(&[(66, &[b'9'; 60])]),
    ]
}

/// Shapes that can be read, but say nothing that the open data could bear.
fn senseless() -> Vec<Vec<u8>> {
    let huge = "ی".repeat(200_000);
    let most = format!("{}", i128::MAX);
    vec![
        own(&[]),
        own(&[(1, b"__proto__"), (65, b"1")]),
        own(&[(1, b"facility_amount"), (1, b"constructor"), (200, b"later"), (65, b"1")]),
        own(&[(1, huge.as_bytes()), (21, huge.as_bytes())]),
        own(&[(1, b"facility_amount"), (11, b"billion_rial"), (16, b"x"), (65, most.as_bytes())]),
        own(&[(1, b"facility_amount"), (16, b"x"), (4, b"9999-99-99"), (65, b"1")]),
    ]
}

fn rows(shapes: &[Vec<u8>]) -> Vec<Row> {
    let hostile = shapes.iter().enumerate().map(|(number, bytes)| Row {
        key: format!("observation/X{number}"),
        revision: u32::try_from(number).unwrap(),
        bytes: bytes.clone(),
    });
    let sound = Row { key: "observation/O017".to_owned(), revision: 2, bytes: SOUND.to_vec() };
    hostile.chain([sound]).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn thirty_four_hostile_shapes_crash_nothing_and_hide_no_good_record() {
    let (unreadable, senseless) = (unreadable(), senseless());
    let all: Vec<Vec<u8>> = unreadable.iter().chain(&senseless).cloned().collect();
    assert_eq!(all.len(), 34);
    let opened = OwnFigures::open(&rows(&all));
    assert_eq!(opened.diagnostics.len(), unreadable.len(), "each is named");
    assert_eq!(opened.value.len(), senseless.len() + 1);
    let mut shown = dataset();
    let findings = overlay(&mut shown, &opened.value);
    assert_eq!(findings.len(), senseless.len(), "{findings:?}");
    let id = ObservationId::new("O017");
    assert_eq!(shown.observations[&id].wording.value.unwrap().to_string(), "581");
    assert_eq!(shown.observations.len(), 2, "nothing that makes no sense is shown");
}

#[wasm_bindgen_test(unsupported = test)]
fn hostile_keys_are_passed_over_or_kept_as_they_are() {
    let row = |key: &str| Row { key: key.to_owned(), revision: 2, bytes: SOUND.to_vec() };
    let keys = ["", "__proto__", "observation", "package/observation/O017", "observation/"];
    let opened = OwnFigures::open(&keys.map(row));
    assert_eq!(opened.diagnostics, []);
    let ids: Vec<&str> = opened.value.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, [""], "an empty id is an id like any other");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_hostile_journal_hides_no_figure() {
    let shapes = unreadable();
    let journal: Vec<Row> = rows(&shapes);
    let sound = Row { key: "observation/O017".to_owned(), revision: 2, bytes: SOUND.to_vec() };
    let opened = Ledger::open(&[sound], &journal);
    assert_eq!(opened.diagnostics.len(), journal.len());
    assert_eq!(opened.value.own().len(), 1);
    assert_eq!(opened.value.undo("now").unwrap(), None);
    let id = ObservationId::new("O017");
    assert_eq!(opened.value.own().revision(&id), 2);
}

#[wasm_bindgen_test(unsupported = test)]
fn fields_of_a_later_release_are_passed_over() {
    let later = [field(64, b"withdrawn"), field(250, b"\xff\xff"), field(128, b"")].concat();
    let row = Row { key: "observation/O017".to_owned(), revision: 1, bytes: observation(&later) };
    let opened = OwnFigures::open(&[row]);
    assert_eq!(opened.diagnostics, []);
    assert_eq!(opened.value.len(), 1);
}
