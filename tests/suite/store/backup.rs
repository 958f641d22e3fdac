//! Backup and restore: equal, or refused.

use hamyar::model::ObservationId;
use hamyar::store::record::{Kind, Record, encode};
use hamyar::store::{Backup, Change, Ledger, Row};
use wasm_bindgen_test::wasm_bindgen_test;

use super::device::{Device, Random, entry, saved};

/// A device on which a person has worked for some steps.
fn worked(seed: u64, steps: u32) -> Device {
    let mut random = Random::new(seed);
    let (mut device, mut ledger) = (Device::default(), Ledger::default());
    for step in 0..steps {
        let now = format!("2026-11-24T08:00:{step:02}.{seed:03}Z");
        let id = ObservationId::new(["O016", "O017"][random.below(2) as usize]);
        let base = ledger.own().revision(&id);
        let text = ["۵۸۰", "۱۰٫۵", "0.125", "یک هزار"][random.below(4) as usize];
        let unit = ["rial", "toman"][random.below(2) as usize];
        let mut form = entry(text, 1200 + step);
        form.unit = unit.to_owned();
        form.note = "ی\u{200C}ه".repeat(random.below(20) as usize);
        let change = match random.below(6) {
            0..=2 => Change::Add { entry: form },
            3 => Change::Correct { id, base, entry: form },
            4 => Change::Withdraw { id, base, reason: form.note },
            _ => {
                if let Some(undo) = ledger.undo(&now).unwrap() {
                    assert!(device.save(&undo));
                    ledger.apply(&undo);
                }
                continue;
            }
        };
        saved(&mut device, &mut ledger, &change, &now);
    }
    device
}

fn backup(device: &Device) -> Backup {
    Backup::new(device.record_rows(), device.journal_rows(), "2026-11-24T09:00:00.000Z")
}

#[wasm_bindgen_test(unsupported = test)]
fn a_thousand_random_stores_come_back_equal() {
    let mut figures = 0;
    for seed in 0..1_000 {
        let device = worked(seed, 2 + u32::try_from(seed % 7).unwrap());
        let bytes = backup(&device).write();
        let read = Backup::read(&bytes).unwrap();
        assert_eq!(read, backup(&device), "seed {seed}");
        let restored = read.restore(0, "later");
        assert_eq!(restored.diagnostics, []);
        let mut empty = Device::default();
        assert!(empty.save(&restored.value));
        assert_eq!(empty, device, "seed {seed}");
        figures += device.records.len();
    }
    assert!(figures > 1_000, "{figures} figures were carried over");
}

#[wasm_bindgen_test(unsupported = test)]
fn every_one_byte_flip_of_several_backups_is_refused() {
    for (seed, changes) in [(1, &[0xff_u8, 1, 0x80][..]), (2, &[0x20]), (3, &[0x04, 0x55])] {
        let bytes = backup(&worked(seed, 4)).write();
        for at in 0..bytes.len() {
            for change in changes {
                let mut flipped = bytes.clone();
                flipped[at] ^= change;
                assert!(Backup::read(&flipped).is_err(), "seed {seed}, byte {at} ^ {change}");
            }
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_value_of_every_byte_of_an_empty_backup_but_its_own_is_refused() {
    let bytes = Backup::default().write();
    assert!(Backup::read(&bytes).is_ok());
    for at in 0..bytes.len() {
        for change in 1..=255 {
            let mut flipped = bytes.clone();
            flipped[at] ^= change;
            assert!(Backup::read(&flipped).is_err(), "byte {at} ^ {change}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_no_backup_is_told_apart() {
    let bytes = backup(&worked(1, 3)).write();
    let code = |bytes: &[u8]| Backup::read(bytes).unwrap_err().0.code;
    assert_eq!(code(b""), "backup/too-short");
    assert_eq!(code(b"PK\x03\x04 a spreadsheet, not a backup"), "backup/not-a-backup");
    assert_eq!(code(&bytes[..bytes.len() - 1]), "backup/damaged");
    let record = encode(&Record { kind: Kind::Observation, revision: 1, payload: b"" });
    assert_eq!(code(&record), "backup/not-a-backup");
    let mut newer = bytes;
    newer[4] = 2;
    assert_eq!(code(&newer), "backup/newer");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_count_that_does_not_hold_is_refused_though_the_checksum_is_right() {
    let one_of_two = [&[2, 4, 0, 0, 0, 2, 0, 0, 0][..], &[3, 4, 0, 0, 0, 0, 0, 0, 0]].concat();
    let bytes = encode(&Record { kind: Kind::Backup, revision: 0, payload: &one_of_two });
    assert_eq!(Backup::read(&bytes).unwrap_err().0.code, "backup/damaged");
}

#[wasm_bindgen_test(unsupported = test)]
fn restoring_over_other_work_moves_every_revision_up() {
    let saved_then = worked(4, 6);
    let mut device = worked(5, 3);
    let head = device.open().journal().head();
    let restored = backup(&saved_then).restore(head, "later").value;
    assert!(device.save(&restored));
    let ledger = device.open();
    let figures = |ledger: &Ledger| -> Vec<_> {
        ledger.own().iter().map(|(id, figure)| (id.clone(), figure.clone())).collect()
    };
    assert_eq!(figures(&ledger), figures(&saved_then.open()));
    for (id, _) in ledger.own().iter() {
        let before = saved_then.open().own().revision(id);
        assert_eq!(ledger.own().revision(id), before + head);
    }
    let undo = ledger.undo("later").unwrap();
    assert!(undo.is_some(), "the history came along");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_damaged_row_inside_a_sound_backup_is_named_and_the_rest_comes_back() {
    let mut device = worked(6, 6);
    let count = device.records.len();
    let key = device.records.keys().next().unwrap().clone();
    device.records.get_mut(&key).unwrap().bytes[20] ^= 1;
    let read = Backup::read(&backup(&device).write()).unwrap();
    let restored = read.restore(0, "later");
    let named: Vec<&str> = restored.diagnostics.iter().map(|d| d.position.file.as_str()).collect();
    assert_eq!(named, [key.as_str()]);
    assert_eq!(restored.value.puts.len(), count - 1);
}

#[wasm_bindgen_test(unsupported = test)]
fn only_own_figures_go_into_a_backup() {
    let row = |key: &str| Row { key: key.to_owned(), revision: 1, bytes: Vec::new() };
    let rows = vec![row("package/areas.csv"), row("observation/O017")];
    let backup = Backup::new(rows, Vec::new(), "");
    assert_eq!(backup.records, [row("observation/O017")]);
}
