//! Assemblies due, held and held in time, and supervisions, by area and whole year.

use std::collections::BTreeMap;

use super::count::{Count, number};
use super::{name_of, newest_day};
use crate::calendar::{Day, Period, PeriodKind};
use crate::model::{
    AreaId, CooperativeId, Dataset, Observation, RegisterDay, SupervisionKind, SupervisionResult,
};

/// An area in a year.
type Cell<'a> = (&'a AreaId, Period);

/// What is found there.
type Cells<'a, T> = BTreeMap<Cell<'a>, Vec<&'a T>>;

/// All counts of the years that had ended by the newest day of the registers: before its end an
/// assembly of a year is not late, only not held yet.
pub(super) fn figures(dataset: &Dataset) -> Vec<Observation> {
    let Some(newest) = newest_day(dataset) else { return Vec::new() };
    let mut figures = assemblies(dataset, newest);
    figures.extend(supervisions(dataset, newest));
    figures
}

/// Assemblies stand in the year in which they are due, and count as held by the day of the register.
fn assemblies(dataset: &Dataset, newest: &RegisterDay) -> Vec<Observation> {
    let cells =
        cells(dataset, &dataset.registers.assemblies, newest, |one| (&one.cooperative, one.due));
    let mut figures = Vec::new();
    for ((area, year), due) in cells {
        let held = due.iter().filter(|one| one.is_held_by(newest.day)).count();
        let in_time = due.iter().filter(|one| one.is_in_time()).count();
        let counts = [
            ("assemblies_due", due.len()),
            ("assemblies_held", held),
            ("assemblies_held_in_time", in_time),
        ]
        .map(|(measure, count)| Count::of_day(measure, area, year, number(count), newest));
        figures.extend(counts.into_iter().filter_map(|count| count.observation(dataset)));
    }
    figures
}

/// Supervisions, those without fault among them, with a scope for each kind.
fn supervisions(dataset: &Dataset, newest: &RegisterDay) -> Vec<Observation> {
    let cells =
        cells(dataset, &dataset.registers.supervisions, newest, |one| (&one.cooperative, one.day));
    let mut figures = Vec::new();
    for ((area, year), done) in cells {
        for kind in SupervisionKind::ALL {
            let of_kind = || done.iter().filter(|one| one.kind == *kind);
            let sound = of_kind().filter(|one| one.result == Some(SupervisionResult::Sound));
            for (measure, count) in
                [("supervisions_done", of_kind().count()), ("supervisions_sound", sound.count())]
            {
                let count = Count {
                    id: format!("{measure}/{}/{area}/{}", kind.code(), year.id()),
                    scope: name_of(dataset, "coop_supervision", kind.code()),
                    ..Count::of_day(measure, area, year, number(count), newest)
                };
                figures.extend(count.observation(dataset));
            }
        }
    }
    figures
}

/// The items of each area and ended year, by cooperative and day.
fn cells<'a, T>(
    dataset: &'a Dataset,
    items: &'a [T],
    newest: &RegisterDay,
    of: fn(&T) -> (&CooperativeId, Day),
) -> Cells<'a, T> {
    let areas: BTreeMap<&CooperativeId, &AreaId> =
        dataset.registers.cooperatives.iter().map(|one| (&one.id, &one.area)).collect();
    let mut cells = Cells::new();
    for item in items {
        let (cooperative, day) = of(item);
        let year = Period::of(PeriodKind::Year, day);
        let ended = year.filter(|year| year.last().is_some_and(|last| last <= newest.day));
        if let Some((area, year)) = areas.get(cooperative).zip(ended) {
            cells.entry((*area, year)).or_default().push(item);
        }
    }
    cells
}
