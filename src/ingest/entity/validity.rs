//! `valid_from` and `valid_to` of any table.

use super::RowReader;
use crate::calendar::Day;
use crate::ingest::messages::Contradiction;
use crate::model::Validity;

const ENDS_BEFORE: Contradiction = Contradiction {
    fa: "پایان اعتبار پس از آغاز آن نیست؛ در هیچ روزی معتبر نیست.",
    en: "The end is not after the beginning; it holds on no day.",
    hint_fa: "در valid_to نخستین روزی را بنویسید که دیگر معتبر نیست، یا خالی بگذارید.",
    hint_en: "In valid_to write the first day on which it no longer holds, or leave it empty.",
};

/// The days in the two columns, which may be empty or absent.
pub(super) fn read(row: &mut RowReader<'_>) -> Validity {
    let valid = Validity { from: row.exact_day("valid_from"), to: row.exact_day("valid_to") };
    if valid.from.zip(valid.to).is_some_and(|(from, to)| from >= to) {
        row.contradict("valid_to", &ENDS_BEFORE);
    }
    valid
}

/// For each of several things the one of the same name that holds already on some of its days.
///
/// In the order of days, what was kept ends before what follows begins: so each need only be held against
/// the last that was kept.
pub(super) fn taken<Name: Ord>(all: &[(Name, Validity)]) -> Vec<Option<usize>> {
    let mut order: Vec<(&Name, Option<Day>, usize)> =
        all.iter().enumerate().map(|(place, (name, valid))| (name, valid.from, place)).collect();
    order.sort();
    let mut taken = vec![None; all.len()];
    let mut kept: Option<(usize, &Name, Validity)> = None;
    for (name, _, place) in order {
        let (Some((_, valid)), Some(slot)) = (all.get(place), taken.get_mut(place)) else {
            continue;
        };
        match kept.filter(|(_, own, kept)| *own == name && kept.overlaps(*valid)) {
            Some((first, ..)) => *slot = Some(first),
            None => kept = Some((place, name, *valid)),
        }
    }
    taken
}
