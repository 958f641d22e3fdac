//! Everything of two copies but their figures.

use std::collections::BTreeSet;

use super::Merged;
use super::join::{Joiner, Prefer};
use super::version::later;
use crate::model::{
    Area, AreaTree, CodeBook, CodeEntry, Dataset, Deadline, ObservationId, RefusedArea, Registers,
    Unit, UnitTable,
};

/// Both copies in one, as yet without figures and revisions.
pub(super) fn merged(
    base: Option<&Dataset>,
    [one, other]: [&Dataset; 2],
    prefer: Prefer<'_>,
) -> Merged {
    let joiner = &mut Joiner { differing: Vec::new(), prefer };
    let (areas, refused) = areas(joiner, one, other);
    let registers = registers(joiner, &one.registers, &other.registers);
    let dataset = Dataset {
        name: joiner.one("name", &one.name, &other.name),
        version: later(&one.version, &other.version),
        title: joiner.one("title", &one.title, &other.title),
        example: one.example || other.example,
        areas,
        codes: codes(joiner, &one.codes, &other.codes),
        deadlines: Deadline::all(&registers),
        registers,
        follow_up: follow_up(base, [one, other]),
        ..named(joiner, one, other)
    };
    let refused = refused.iter().map(RefusedArea::diagnostic).collect();
    let mut differing = std::mem::take(&mut joiner.differing);
    differing.sort();
    Merged { dataset, differing, refused }
}

fn areas(joiner: &mut Joiner<'_>, one: &Dataset, other: &Dataset) -> (AreaTree, Vec<RefusedArea>) {
    let [ours, theirs] = [one, other].map(|data| data.areas.iter().cloned().collect::<Vec<Area>>());
    let name = |area: &Area| area.id.to_string();
    AreaTree::sift(joiner.list("areas", &ours, &theirs, name))
}

/// What is named by an id, or by its place.
fn named(joiner: &mut Joiner<'_>, one: &Dataset, other: &Dataset) -> Dataset {
    macro_rules! by_id {
        ($table:ident) => {{
            let [ours, theirs] =
                [one, other].map(|data| data.$table.values().cloned().collect::<Vec<_>>());
            let rows = joiner.list(stringify!($table), &ours, &theirs, |one| one.id.to_string());
            rows.into_iter().map(|one| (one.id.clone(), one)).collect()
        }};
        ($table:ident in order) => {{ joiner.list(stringify!($table), &one.$table, &other.$table, |one| one.id.to_string()) }};
    }
    let [ours, theirs] = [one, other].map(|data| data.units.iter().cloned().collect::<Vec<Unit>>());
    let units = joiner.list("units", &ours, &theirs, |unit| unit.id.to_string());
    Dataset {
        units: UnitTable::new(units),
        successions: joiner.list("successions", &one.successions, &other.successions, |step| {
            format!("{},{}", step.from, step.to)
        }),
        tiles: joiner.list("tiles", &one.tiles, &other.tiles, |tile| {
            format!("{},{}", tile.row, tile.column)
        }),
        measures: by_id!(measures),
        programmes: by_id!(programmes),
        sources: by_id!(sources),
        groups: by_id!(groups),
        statements: by_id!(statements in order),
        comparisons: by_id!(comparisons in order),
        rules: by_id!(rules in order),
        notes: by_id!(notes in order),
        legends: joiner
            .list("legends", &one.legends, &other.legends, |legend| legend.measure().to_string()),
        area_codes: joiner.list("area_codes", &one.area_codes, &other.area_codes, |code| {
            let from = code.valid.from.map(|day| day.shown()).unwrap_or_default();
            [&code.area.shown(), code.scheme.code(), &code.code, &from].join(",")
        }),
        corrections: joiner.list(
            "corrections",
            &one.corrections,
            &other.corrections,
            |correction| correction.observation.to_string(),
        ),
        ..Dataset::default()
    }
}

/// A mark stands if either copy set it; one that both were made with, until either took it away.
fn follow_up(base: Option<&Dataset>, copies: [&Dataset; 2]) -> BTreeSet<ObservationId> {
    let [one, other] = copies.map(|copy| &copy.follow_up);
    let was_set = |id: &&ObservationId| base.is_some_and(|base| base.follow_up.contains(*id));
    let stands = |id: &&ObservationId| !was_set(id) || (one.contains(*id) && other.contains(*id));
    one.union(other).filter(stands).cloned().collect()
}

/// Each list by its codes: the order of a list is that of its words where a page tells them.
fn codes(joiner: &mut Joiner<'_>, one: &CodeBook, other: &CodeBook) -> CodeBook {
    type Entry = (String, CodeEntry);
    let mut book = CodeBook::default();
    let mut lists: Vec<&str> = one.lists().chain(other.lists()).collect();
    lists.sort_unstable();
    lists.dedup();
    for list in lists {
        let entries = |book: &CodeBook| -> Vec<Entry> {
            book.entries(list).map(|(code, entry)| (code.to_owned(), entry.clone())).collect()
        };
        let (ours, theirs) = (entries(one), entries(other));
        for (code, entry) in joined(joiner, list, &ours, &theirs) {
            book.add(list, &code, entry.name, entry.definition);
        }
    }
    book
}

/// One list; where only one copy has it, as it is there.
fn joined(
    joiner: &mut Joiner<'_>,
    list: &str,
    ours: &[(String, CodeEntry)],
    theirs: &[(String, CodeEntry)],
) -> Vec<(String, CodeEntry)> {
    joiner.list("codes", ours, theirs, |(code, _)| format!("{list},{code}"))
}

fn registers(joiner: &mut Joiner<'_>, one: &Registers, other: &Registers) -> Registers {
    macro_rules! records {
        ($table:ident) => {{
            joiner.list(stringify!($table), &one.$table, &other.$table, |one| one.id.to_string())
        }};
        ($table:ident by $($field:ident),+) => {{
            joiner.list(stringify!($table), &one.$table, &other.$table, |one| {
                [$(one.$field.shown()),+].join(",")
            })
        }};
    }
    Registers {
        organisations: records!(organisations),
        projects: records!(projects),
        reporting_sets: records!(reporting_sets),
        directives: records!(directives),
        submissions: records!(submissions by directive, area, received),
        cooperatives: records!(cooperatives),
        assemblies: records!(assemblies by cooperative, kind, due),
        supervisions: records!(supervisions by cooperative, kind, day),
        plans: records!(plans),
        actions: records!(actions),
        credit_lines: records!(credit_lines),
        records: records!(records),
        register_days: records!(register_days by day),
    }
}

/// A part of the name of a record, as its table writes it.
trait Shown {
    fn shown(&self) -> String;
}

macro_rules! shown {
    ($($type:ty: $write:expr),+ $(,)?) => {$(
        impl Shown for $type {
            fn shown(&self) -> String {
                let write: fn(&Self) -> String = $write;
                write(self)
            }
        }
    )+};
}

shown! {
    crate::model::DirectiveId: ToString::to_string,
    crate::model::AreaId: ToString::to_string,
    crate::model::CooperativeId: ToString::to_string,
    crate::model::AssemblyKind: |kind| kind.code().to_owned(),
    crate::model::SupervisionKind: |kind| kind.code().to_owned(),
    crate::calendar::Day: |day| {
        crate::calendar::Period::day(*day).map(|day| day.id()).unwrap_or_default()
    },
}
