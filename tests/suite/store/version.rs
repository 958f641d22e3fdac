//! Bytes of format version 1, written by another program: read for ever, and still written so.

use hamyar::model::ObservationId;
use hamyar::store::record::{Kind, decode};
use hamyar::store::{Backup, Change, Entry, Ledger, Row};
use wasm_bindgen_test::wasm_bindgen_test;

use super::device::{Device, saved};

const BACKUP: &[u8] = include_bytes!("../../fixtures/store/v1/backup.bin");
const PACKAGE: &[u8] = include_bytes!("../../fixtures/store/v1/package.bin");
const JOURNAL: [&[u8]; 4] = [
    include_bytes!("../../fixtures/store/v1/journal-1.bin"),
    include_bytes!("../../fixtures/store/v1/journal-2.bin"),
    include_bytes!("../../fixtures/store/v1/journal-3.bin"),
    include_bytes!("../../fixtures/store/v1/journal-4.bin"),
];

/// The work that the fixtures tell, done with the code of today.
fn worked() -> Device {
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    let added = Entry {
        measure: "facility_amount".to_owned(),
        area: "24@1395".to_owned(),
        period: "۱۴۰۱/۵".to_owned(),
        scenario: "actual".to_owned(),
        stage: "disbursed".to_owned(),
        programme: "resistance_economy".to_owned(),
        value: " ۱۰٫۵".to_owned(),
        unit: "billion_rial".to_owned(),
        qualifier: "about".to_owned(),
        source_title: "گزارش ماهانه".to_owned(),
        source_publisher: "استانداری اردبیل".to_owned(),
        source_published: "۱۴۰۱/۶/۲".to_owned(),
        source_url: "https://example.ir/1".to_owned(),
        quote: "حدود ۱۰٫۵ میلیارد ریال پرداخت شد".to_owned(),
        note: "از پیوست".to_owned(),
        ..Entry::default()
    };
    let corrected = Entry {
        period: "1400".to_owned(),
        value: "581".to_owned(),
        source: "S4".to_owned(),
        measure: added.measure.clone(),
        area: added.area.clone(),
        scenario: added.scenario.clone(),
        stage: added.stage.clone(),
        programme: added.programme.clone(),
        unit: added.unit.clone(),
        ..Entry::default()
    };
    let id = |text: &str| ObservationId::new(text);
    let reason = "دو بار گفته شده".to_owned();
    let steps = [
        Change::Add { entry: added },
        Change::Correct { id: id("O017"), base: 0, entry: corrected },
        Change::Withdraw { id: id("O016"), base: 0, reason },
    ];
    for (minute, change) in steps.iter().enumerate() {
        saved(&mut device, &mut ledger, change, &format!("2022-08-24T08:0{minute}:00.000Z"));
    }
    let undo = ledger.undo("2022-08-24T08:03:00.000Z").unwrap().unwrap();
    assert!(device.save(&undo));
    device
}

#[wasm_bindgen_test(unsupported = test)]
fn the_backup_of_version_1_opens_and_can_be_undone() {
    let backup = Backup::read(BACKUP).unwrap();
    assert_eq!(backup.created, "2022-08-24T09:00:00.000Z");
    let mut device = Device::default();
    assert!(device.save(&backup.restore(0, "now").value));
    let ledger = device.open();
    assert_eq!(ledger.own().len(), 2);
    assert_eq!(ledger.journal().next_undo().unwrap().key, "observation/O017");
    assert_eq!(ledger.journal().next_redo().unwrap().key, "observation/O016");
}

#[wasm_bindgen_test(unsupported = test)]
fn the_journal_of_version_1_is_read() {
    let rows: Vec<Row> = (1..)
        .zip(JOURNAL)
        .map(|(revision, bytes)| Row { key: String::new(), revision, bytes: bytes.to_vec() })
        .collect();
    let opened = Ledger::open(&[], &rows);
    assert_eq!(opened.diagnostics, []);
    let times: Vec<&str> = opened.value.journal().iter().map(|entry| entry.at.as_str()).collect();
    assert_eq!(times.len(), 4);
    assert_eq!(times.last(), Some(&"2022-08-24T08:03:00.000Z"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_package_file_of_version_1_is_read() {
    let record = decode(PACKAGE).unwrap();
    assert_eq!((record.kind, record.revision), (Kind::Package, 0));
    assert_eq!(record.payload, "id,name\n24@1395,اردبیل\n".as_bytes());
}

#[wasm_bindgen_test(unsupported = test)]
fn the_same_work_still_gives_the_bytes_of_version_1() {
    let device = worked();
    for (row, bytes) in device.journal.values().zip(JOURNAL) {
        assert_eq!(row.bytes, bytes, "journal {}", row.revision);
    }
    let (records, journal) = (device.record_rows(), device.journal_rows());
    assert_eq!(Backup::new(records, journal, "2022-08-24T09:00:00.000Z").write(), BACKUP);
}
