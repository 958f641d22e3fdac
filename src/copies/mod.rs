//! Two offline copies of a whole package in one: figures as [`crate::store::merge`] merges them, and of the rows of
//! all other tables every variant that is known, until a person chooses one.
//!
//! A row is compared as its table writes it, with the rows of other tables that belong to it: so no row is ever put
//! together that nobody wrote. What is known of it is a set of lines, as of a figure (see
//! [`crate::model::Line`]): what it said in one copy or another, one variant after the other. Lines that another
//! went through, and further, are behind it and go; the ends of what is left stand. A merger is a union of sets, and
//! so commutative, associative and idempotent. Which of several stands in its own table is the first in a fixed order.

mod decide;
mod settle;
mod state;
mod tables;

use std::collections::BTreeMap;

use self::settle::settle;
use self::state::State;
use self::tables::Tables;
use crate::model::{Cells, Dataset};
use crate::store::{Merged, merge_preferring};

pub use decide::{RowDecision, decide_rows};

/// The table in which the rules of a ranking beside the tables are told.
pub const RANKING: &str = "ranking";

/// The table in which the values of its candidates are told.
pub const RANKING_VALUES: &str = "ranking_values";

/// A table and what names a row of it.
type Key = (String, String);

/// A copy of a package.
#[derive(Clone, Copy)]
pub struct PackageCopy<'a> {
    /// Its tables.
    pub dataset: &'a Dataset,
    /// The ranking beside them, if there is one: its rules in the table [`RANKING`], its values in
    /// [`RANKING_VALUES`].
    pub ranking: Option<&'a Cells>,
}

impl<'a> PackageCopy<'a> {
    /// A copy without a ranking.
    pub const fn of(dataset: &'a Dataset) -> Self {
        Self { dataset, ranking: None }
    }
}

/// Merges two copies of one package, as they were read. What stands of a ranking is in
/// [`Dataset::told_apart`] where the copies do not say the same of it.
///
/// ```
/// use hamyar::copies::{PackageCopy, merge_copies};
/// use hamyar::model::{Dataset, open_rows};
/// let [one, other] = ["north", "south"].map(|name| Dataset { name: name.into(), ..Dataset::default() });
/// let both = merge_copies(PackageCopy::of(&one), PackageCopy::of(&other)).dataset;
/// assert_eq!((both.name.as_str(), open_rows(&both).count()), ("north", 1));
/// ```
pub fn merge_copies(one: PackageCopy<'_>, other: PackageCopy<'_>) -> Merged {
    let tables = [one, other].map(Tables::of_copy);
    let states = states(&tables, [one.dataset, other.dataset]);
    let is_theirs = |table: &str, id: &str| {
        let state = states.get(&(table.to_owned(), id.to_owned()))?;
        let [ours, theirs] = tables.each_ref().map(|tables| tables.row(table, id));
        let kept = state.first();
        (ours.as_ref() != theirs.as_ref() && kept.is_some()).then(|| theirs.as_ref() == kept)
    };
    let mut merged = merge_preferring(one.dataset, other.dataset, &is_theirs);
    settle(&mut merged, states);
    merged
}

/// What both know of the rows that they tell differently, or once did.
fn states(tables: &[Tables; 2], copies: [&Dataset; 2]) -> BTreeMap<Key, State> {
    let [one, other] = tables;
    let mut keys: Vec<Key> = one.differing(other);
    for told in copies.iter().flat_map(|copy| &copy.told_apart) {
        keys.push((told.table.clone(), told.id.clone()));
    }
    let known = |(table, id): Key| {
        let [ours, theirs] = [0, 1].map(|nth: usize| {
            let told = copies.get(nth).and_then(|copy| {
                copy.told_apart.iter().find(|one| one.table == table && one.id == id)
            });
            State::of(&table, tables.get(nth).and_then(|tables| tables.row(&table, &id)), told)
        });
        ((table, id), ours.merged(theirs))
    };
    keys.into_iter().map(known).collect()
}
