//! Lists of two copies joined by what names their rows.

use std::collections::BTreeMap;
use std::fmt::Debug;

/// A thing that the copies tell differently.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Differing {
    /// Its table, such as `sources`.
    pub table: &'static str,
    /// The columns that name a row of that table.
    pub key: &'static [&'static str],
    /// What stands in those columns, with commas between.
    pub id: String,
}

/// A table whose rows have a name.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) key: &'static [&'static str],
}

impl Table {
    /// A table whose rows are named by `id`.
    pub(super) const fn of_ids(name: &'static str) -> Self {
        Self { name, key: &["id"] }
    }

    fn differs(self, id: String) -> Differing {
        Differing { table: self.name, key: self.key, id }
    }
}

/// What was found while lists are joined.
#[derive(Default)]
pub(super) struct Joiner {
    pub(super) differing: Vec<Differing>,
}

impl Joiner {
    /// The rows of both, each name once. Of two contents under one name that is kept which comes first in
    /// a fixed order. Lists that are alike keep their order, others come in the order of names: so the
    /// order of merging makes no difference.
    pub(super) fn list<T: Clone + PartialEq + Debug>(
        &mut self,
        table: Table,
        ours: &[T],
        theirs: &[T],
        name: impl Fn(&T) -> String,
    ) -> Vec<T> {
        if is_same(ours, theirs) {
            return ours.to_vec();
        }
        let mut rows: BTreeMap<String, &T> = BTreeMap::new();
        for row in ours.iter().chain(theirs) {
            let name = name(row);
            let kept = match rows.get(&name).copied() {
                Some(known) if known != row => {
                    self.differing.push(table.differs(name.clone()));
                    first(known, row)
                }
                Some(known) => first(known, row),
                None => row,
            };
            rows.insert(name, kept);
        }
        rows.into_values().cloned().collect()
    }

    /// One thing that each copy has; the first in a fixed order is kept.
    pub(super) fn one<T: Clone + PartialEq + Debug>(
        &mut self,
        name: &str,
        ours: &T,
        theirs: &T,
    ) -> T {
        if ours != theirs {
            let package = Table { name: "datapackage", key: &[] };
            self.differing.push(package.differs(name.to_owned()));
        }
        first(ours, theirs).clone()
    }
}

/// The order of contents: any order that is the same on every run.
pub(super) fn first<'a, T: Debug>(one: &'a T, other: &'a T) -> &'a T {
    if format!("{one:?}") <= format!("{other:?}") { one } else { other }
}

/// Alike to the last digit: equal decimals may be written differently.
pub(super) fn is_same<T: Debug>(one: &[T], other: &[T]) -> bool {
    one.len() == other.len() && format!("{one:?}") == format!("{other:?}")
}
