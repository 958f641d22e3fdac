//! Two offline copies of a whole package in one: figures as [`crate::store::merge`] merges them, and of the rows of
//! all other tables every variant that is known, until a person chooses one.
//!
//! A row is compared as its table writes it, with the rows of other tables that belong to it: so no row is ever put
//! together that nobody wrote. What is known of it is a set of lines, as of a figure (see
//! [`crate::model::Line`]): what it said in one copy or another, one variant after the other. Lines that another
//! went through, and further, are behind it and go; the ends of what is left stand. A merger is a union of sets, and
//! so commutative, associative and idempotent. Which of several stands in its own table is the first in a fixed order.

mod decide;
mod device;
mod edits;
mod settle;
mod since;
mod state;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use self::settle::{Known, settle};
use self::since::Base;
use self::state::{State, told_first};
use self::tables::Tables;
use crate::model::{Cells, Dataset, ObservationId, ToldApart};
use crate::store::{Merged, merge_preferring};

pub use decide::{RowDecision, decide_rows};
pub use device::about_untouched;

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
    merged(None, [one, other])
}

/// Merges two copies that were made of `base`, as they were read: what one copy left as it was there, the other
/// changed, took out or added, and of a row that both changed each column, and all rows that belong to it together,
/// are asked by themselves; of a ranking its rules and its values are. What both changed, each in its own way, or one
/// changed and the other took out, is for a person to decide.
///
/// ```
/// use hamyar::copies::{PackageCopy, merge_copies_since};
/// use hamyar::model::{Dataset, open_rows};
/// let [base, one] = ["as it was", "changed"].map(|name| Dataset { name: name.into(), ..Dataset::default() });
/// let [base, one] = [&base, &one].map(PackageCopy::of);
/// let both = merge_copies_since(base, one, base).dataset;
/// assert_eq!((both.name.as_str(), open_rows(&both).count()), ("changed", 0));
/// ```
pub fn merge_copies_since(
    base: PackageCopy<'_>,
    one: PackageCopy<'_>,
    other: PackageCopy<'_>,
) -> Merged {
    merged(Some(base), [one, other])
}

fn merged(base: Option<PackageCopy<'_>>, copies: [PackageCopy<'_>; 2]) -> Merged {
    let tables = copies.map(Tables::of_copy);
    let datasets = copies.map(|copy| copy.dataset);
    let mut known = match base {
        Some(base) => known_since(base, &tables, datasets),
        None => Known { states: states(&tables, datasets), ..Known::default() },
    };
    let is_theirs = |table: &str, id: &str| {
        let kept = known.states.get(&(table.to_owned(), id.to_owned()))?.first()?;
        let [ours, theirs] = tables.each_ref().map(|tables| tables.row(table, id));
        // A row that a copy does not have says nothing.
        let is_kept = |row: &Option<Cells>| row.clone().unwrap_or_default() == *kept;
        (ours != theirs && (is_kept(&ours) || is_kept(&theirs))).then(|| is_kept(&theirs))
    };
    let mut merged = merge_preferring(base.map(|base| base.dataset), datasets, &is_theirs);
    let stands = |id: &ObservationId| merged.dataset.observations.contains_key(id);
    let figures = datasets.iter().flat_map(|copy| copy.observations.keys());
    known.is_less |= base.is_some() && !figures.into_iter().all(stands);
    settle(&mut merged, known);
    merged
}

/// What both know of the rows that they tell differently, or once did.
fn states(tables: &[Tables; 2], copies: [&Dataset; 2]) -> BTreeMap<Key, State> {
    let [one, other] = tables;
    let keys = one.differing(other).into_iter().chain(told_in(copies));
    let known = |key: Key| {
        let [ours, theirs] = copy_states(tables, copies, |tables, copy| {
            let row = tables.row(&key.0, &key.1);
            State::of(row.map(|row| told_first(&key.0, row)), told(copy, &key))
        });
        (key, ours.merged(theirs))
    };
    keys.map(known).collect()
}

/// The same of copies that were made of `base`: a row that a copy does not have may have been taken out.
fn known_since(base: PackageCopy<'_>, tables: &[Tables; 2], copies: [&Dataset; 2]) -> Known {
    let [one, other] = tables;
    let keys = one.differing(other).into_iter().chain(told_in(copies));
    let keys = keys.chain(one.without(other)).chain(other.without(one));
    let was = Tables::of_copy(base);
    let mut known = Known::default();
    for key in keys.collect::<BTreeSet<Key>>() {
        let state = |tables: &Tables, copy: &Dataset| {
            let row = tables.row(&key.0, &key.1).unwrap_or_default();
            State::of(Some(vec![row]), told(copy, &key))
        };
        let [ours, theirs] = copy_states(tables, copies, state);
        let (state, apart) = Base::new(&key.0, &state(&was, base.dataset)).merged(ours, theirs);
        known.is_less |= state.first().is_some_and(Cells::is_empty);
        known.states.insert(key.clone(), state);
        known.apart.extend(apart.map(|apart| (key, apart)));
    }
    known
}

fn copy_states(
    tables: &[Tables; 2],
    copies: [&Dataset; 2],
    state: impl Fn(&Tables, &Dataset) -> State,
) -> [State; 2] {
    let ([one, other], [ours, theirs]) = (tables, copies);
    [state(one, ours), state(other, theirs)]
}

fn told_in(copies: [&Dataset; 2]) -> impl Iterator<Item = Key> {
    let told = copies.into_iter().flat_map(|copy| &copy.told_apart);
    told.map(|told| (told.table.clone(), told.id.clone()))
}

fn told<'a>(copy: &'a Dataset, (table, id): &Key) -> Option<&'a ToldApart> {
    copy.told_apart.iter().find(|one| one.table == *table && one.id == *id)
}
