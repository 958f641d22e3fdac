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

/// The tables whose rows are not named by `id`, each with the columns that name one.
const KEYS: [(&str, &[&str]); 11] = [
    ("datapackage", &[]),
    ("successions", &["from", "to"]),
    ("area_codes", &["area", "scheme", "code", "valid_from"]),
    ("corrections", &["observation"]),
    ("legends", &["measure"]),
    ("tiles", &["row", "column"]),
    ("codes", &["list", "code"]),
    ("submissions", &["directive", "area", "received"]),
    ("assemblies", &["cooperative", "kind", "due"]),
    ("supervisions", &["cooperative", "kind", "day"]),
    ("register_days", &["day"]),
];

/// The columns that name a row of a table, or a few rows that are one thing.
pub fn row_key(table: &str) -> &'static [&'static str] {
    KEYS.iter().find(|(name, _)| *name == table).map_or(&["id"], |(_, key)| key)
}

/// Which content of a row is kept: whether the second copy's; `None` where nobody knows.
pub(super) type Prefer<'a> = &'a dyn Fn(&str, &str) -> Option<bool>;

/// What was found while lists are joined.
pub(super) struct Joiner<'a> {
    pub(super) differing: Vec<Differing>,
    pub(super) prefer: Prefer<'a>,
}

impl Joiner<'_> {
    /// The rows of both, each name once. Of two contents under one name that is kept which is preferred, or which
    /// comes first in a fixed order. Lists that are alike keep their order, others come in the order of names: so
    /// the order of merging makes no difference.
    pub(super) fn list<T: Clone + PartialEq + Debug>(
        &mut self,
        table: &'static str,
        ours: &[T],
        theirs: &[T],
        name: impl Fn(&T) -> String,
    ) -> Vec<T> {
        if is_same(ours, theirs) {
            return ours.to_vec();
        }
        let mut rows: BTreeMap<String, [Option<&T>; 2]> = BTreeMap::new();
        for (own, nth) in [(ours, 0), (theirs, 1)] {
            for row in own {
                let side = rows.entry(name(row)).or_default().get_mut(nth);
                side.into_iter().for_each(|known| {
                    *known = Some(known.map_or(row, |known| first(known, row)));
                });
            }
        }
        let kept = |(name, sides): (String, [Option<&T>; 2])| self.row(table, &name, sides);
        rows.into_iter().filter_map(kept).collect()
    }

    /// What is kept of a row; nothing, where that is the content of a copy that does not have it.
    fn row<T: Clone + PartialEq + Debug>(
        &mut self,
        table: &'static str,
        name: &str,
        sides: [Option<&T>; 2],
    ) -> Option<T> {
        match sides {
            [Some(ours), Some(theirs)] if ours == theirs => Some(first(ours, theirs).clone()),
            [Some(ours), Some(theirs)] => Some(self.kept(table, name, ours, theirs).clone()),
            [ours, theirs] => match (self.prefer)(table, name) {
                Some(true) => theirs.cloned(),
                Some(false) => ours.cloned(),
                None => ours.or(theirs).cloned(),
            },
        }
    }

    /// One thing that each copy has.
    pub(super) fn one<T: Clone + PartialEq + Debug>(
        &mut self,
        name: &str,
        ours: &T,
        theirs: &T,
    ) -> T {
        let is_told_alike = ours == theirs;
        if is_told_alike {
            first(ours, theirs)
        } else {
            self.kept("datapackage", name, ours, theirs)
        }
        .clone()
    }

    /// That of two contents which is kept; the row is named as one that differs.
    fn kept<'a, T: Debug>(
        &mut self,
        table: &'static str,
        id: &str,
        ours: &'a T,
        theirs: &'a T,
    ) -> &'a T {
        self.differing.push(Differing { table, key: row_key(table), id: id.to_owned() });
        match (self.prefer)(table, id) {
            Some(true) => theirs,
            Some(false) => ours,
            None => first(ours, theirs),
        }
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
