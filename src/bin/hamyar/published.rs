//! A ranking that lies beside the tables of a package: its rules, and the values of its candidates.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::path::Path;

use hamyar::ingest::Table;
use hamyar::store::Differing;
use serde_json::Value;

use crate::differing::{Difference, Row, cells};
use crate::directory::bytes;

const RULES: &str = "ranking.json";
const VALUES: &str = "ranking-values.csv";

/// What the column of a difference is called where a file has no columns.
const WHOLE: &str = "file";

/// Both files as they lie there. Values without rules rank nothing, and are none.
#[derive(Clone)]
pub(crate) struct Published {
    rules: Vec<u8>,
    values: Option<Vec<u8>>,
}

impl Published {
    /// The ranking beside a package, if there is one.
    pub(crate) fn beside(directory: &Path) -> Option<Self> {
        let rules = bytes(&directory.join(RULES))?;
        Some(Self { rules, values: bytes(&directory.join(VALUES)) })
    }

    /// The files as they were, byte for byte.
    pub(crate) fn files(self) -> Vec<(String, Vec<u8>)> {
        let values = self.values.map(|values| (VALUES.to_owned(), values));
        [(RULES.to_owned(), self.rules)].into_iter().chain(values).collect()
    }

    /// One ranking of two: that whose rules come first, with its own values, since values are of the criteria of
    /// their rules. Of one ranking with two tables of values, the first of these.
    fn first(one: Self, other: Self) -> Self {
        match one.told().cmp(&other.told()) {
            Ordering::Less => one,
            Ordering::Greater => other,
            Ordering::Equal => Self {
                rules: one.rules.min(other.rules),
                values: one.values.into_iter().chain(other.values).min(),
            },
        }
    }

    /// What the rules say: white space and the order of fields say nothing.
    fn told(&self) -> String {
        let value: Option<Value> = serde_json::from_slice(&self.rules).ok();
        let as_written = || String::from_utf8_lossy(&self.rules).into_owned();
        value.map_or_else(as_written, |value| value.to_string())
    }

    fn rules_row(&self) -> Row {
        match serde_json::from_slice(&self.rules) {
            Ok(Value::Object(fields)) => {
                fields.into_iter().map(|(name, value)| (name, value.to_string())).collect()
            }
            _ => vec![(WHOLE.to_owned(), self.told())],
        }
    }

    fn table(&self) -> Option<Table> {
        Table::parse(self.values.as_deref()?).ok()
    }
}

/// Both packages' rankings in one, and what they tell differently: of the rules field by field, of the values
/// cell by cell.
pub(crate) fn merged(
    one: Option<Published>,
    other: Option<Published>,
) -> (Option<Published>, Vec<Difference>) {
    let (Some(ours), Some(theirs)) = (one.clone(), other.clone()) else {
        return (one.or(other), Vec::new());
    };
    let kept = Published::first(ours.clone(), theirs.clone());
    let all = [&kept, &ours, &theirs];
    let mut found = Vec::new();
    if ours.told() != theirs.told() {
        let differing = Differing { table: "ranking", key: &[], id: RULES.to_owned() };
        found.extend(cells(&differing, aligned(all.map(Published::rules_row))));
    }
    if ours.values.is_some() && theirs.values.is_some() {
        let tables = all.map(Published::table);
        let names: BTreeSet<String> = tables.iter().flatten().flat_map(names).collect();
        for id in names {
            let rows = tables
                .each_ref()
                .map(|table| table.as_ref().map_or_else(Vec::new, |table| row(table, &id)));
            let differing = Differing { table: "ranking-values", key: &["id"], id };
            found.extend(cells(&differing, aligned(rows)));
        }
    }
    (Some(kept), found)
}

/// The same columns in each; what one of them lacks is empty there.
fn aligned(rows: [Row; 3]) -> [Row; 3] {
    let columns: BTreeSet<String> = rows.iter().flatten().map(|(name, _)| name.clone()).collect();
    rows.map(|row| {
        let cell = |name: &String| row.iter().find(|(known, _)| known == name);
        let text = |name: &String| cell(name).map(|(_, text)| text.clone()).unwrap_or_default();
        columns.iter().map(|name| (name.clone(), text(name))).collect()
    })
}

fn names(table: &Table) -> Vec<String> {
    let id = table.column("id");
    let ids =
        |id: usize| (0..table.rows()).map(move |row| table.cell(row, id).to_owned()).collect();
    id.map_or_else(Vec::new, ids)
}

fn row(table: &Table, id: &str) -> Row {
    let place = names(table).iter().position(|name| name == id);
    let cells = |row: usize| {
        let heads = table.headers().iter().enumerate();
        heads.map(|(column, head)| (head.clone(), table.cell(row, column).to_owned())).collect()
    };
    place.map_or_else(Vec::new, cells)
}
