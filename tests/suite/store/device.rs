//! A stand-in for the host: rows that take a transaction as a whole or refuse it.

use std::collections::BTreeMap;

use hamyar::model::Dataset;
use hamyar::store::{Change, Commit, Entry, Ledger, OwnFigures, Row, Transaction, overlay};

use super::shown::dataset;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    pub records: BTreeMap<String, Row>,
    pub journal: BTreeMap<u32, Row>,
}

impl Device {
    /// Stores a transaction, as the host does; `false` when what it expects does not hold.
    pub fn save(&mut self, transaction: &Transaction) -> bool {
        let head = self.journal.keys().next_back().copied().unwrap_or(0);
        let fits = transaction.expect.iter().all(|expected| {
            self.records.get(&expected.key).map_or(0, |row| row.revision) == expected.revision
        });
        if head != transaction.head || !fits {
            return false;
        }
        if transaction.clear {
            self.records.clear();
            self.journal.clear();
        }
        for key in &transaction.deletes {
            self.records.remove(key);
        }
        for put in &transaction.puts {
            let row =
                Row { key: put.key.clone(), revision: put.revision, bytes: put.bytes.clone() };
            self.records.insert(put.key.clone(), row);
        }
        for row in &transaction.journal {
            self.journal.insert(row.revision, row.clone());
        }
        true
    }

    pub fn record_rows(&self) -> Vec<Row> {
        self.records.values().cloned().collect()
    }

    pub fn journal_rows(&self) -> Vec<Row> {
        self.journal.values().cloned().collect()
    }

    /// Opens what is stored; nothing may be found wrong with it.
    pub fn open(&self) -> Ledger {
        let opened = Ledger::open(&self.record_rows(), &self.journal_rows());
        assert_eq!(opened.diagnostics, []);
        opened.value
    }
}

/// The data set as a person sees it.
pub fn shown(own: &OwnFigures) -> Dataset {
    let mut shown = dataset();
    assert_eq!(overlay(&mut shown, own), []);
    shown
}

/// A sound form.
pub fn entry(value: &str, year: u32) -> Entry {
    Entry {
        measure: "facility_amount".to_owned(),
        area: "24@1395".to_owned(),
        period: year.to_string(),
        scenario: "actual".to_owned(),
        stage: "disbursed".to_owned(),
        programme: "resistance_economy".to_owned(),
        value: value.to_owned(),
        unit: "billion_rial".to_owned(),
        source_title: "گزارش سال".to_owned(),
        ..Entry::default()
    }
}

/// Commits a change that must be taken, stores it and follows it.
pub fn saved(device: &mut Device, ledger: &mut Ledger, change: &Change, now: &str) -> Transaction {
    let Commit::Save(transaction) = ledger.commit(&shown(ledger.own()), change, now).unwrap()
    else {
        panic!("a conflict with nobody");
    };
    assert!(device.save(&transaction));
    ledger.apply(&transaction);
    transaction
}

/// A small generator with a seed (xorshift).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from((self.0 >> 32) % u64::from(end)).unwrap()
    }
}
