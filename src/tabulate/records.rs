//! Records that name their place, counted by county and year in each list of areas.

use super::count::Count;
use crate::calendar::{Day, Period, PeriodKind};
use crate::diag::Bilingual;
use crate::list::{Gather, in_order, insert_sorted, join};
use crate::model::{
    AreaId, AreaTree, Dataset, Division, Figure, Gazetteer, Level, Observation, Place, Record,
    Recount, Scenario, Stage,
};
use crate::number::Decimal;
use crate::text::{Lang, english_noun, isolate, plain_integer};

/// A record in its place; those with one id are counted together.
struct Placed<'a> {
    id: String,
    /// No area where a list has no such province and no country above it either.
    area: Option<AreaId>,
    year: Period,
    record: &'a Record,
}

/// Counts the records in every list. Among the figures stand those of the list of their time; the rest
/// wait for a question in the borders of their list.
pub(super) fn count(dataset: &mut Dataset) {
    if dataset.registers.records.is_empty() {
        return;
    }
    let gazetteer = Gazetteer::of(dataset);
    let recount = |list| Recount { list, figures: figures(dataset, &gazetteer, list) };
    let recounts: Vec<Recount> = dataset.areas.divisions().map(recount).gather();
    for Recount { list, figures } in &recounts {
        let is_of_its_time =
            |one: &&Observation| dataset.areas.division_for(one.period.as_ref()) == Some(*list);
        let own: Vec<Observation> = figures.iter().filter(is_of_its_time).cloned().gather();
        dataset.add_rows_of(&own);
        own.into_iter().for_each(|one| {
            dataset.observations.insert(one.id.clone(), one);
        });
    }
    dataset.recounts = recounts;
}

fn figures<'a>(dataset: &'a Dataset, gazetteer: &Gazetteer, list: Division) -> Vec<Observation> {
    let country = dataset.areas.at_level(list, Level::Country, None).next();
    let row_of_country = country.map(|country| AreaTree::not_placed_in(&country.id));
    let place = |record: &'a Record| {
        let year = Period::of(PeriodKind::Year, record.day)?;
        let placed = gazetteer.place(list, record).map(|placed| placed.area());
        let area = placed.or_else(|| row_of_country.clone());
        Some(Placed { id: id(record, list, area.as_ref(), year), area, year, record })
    };
    let placed = dataset.registers.records.iter().filter_map(place).gather();
    let placed = in_order(placed, |one, other| one.id.cmp(&other.id));
    let cells = placed.chunk_by(|one, other| one.id == other.id);
    cells.filter_map(|cell| counted(dataset, cell)).gather()
}

/// The same for all records that are counted together.
fn id(record: &Record, list: Division, area: Option<&AreaId>, year: Period) -> String {
    let at = area.map_or_else(|| format!("@{}", list.0), ToString::to_string);
    let programme = record.programme.as_ref().map_or("", |programme| programme.as_str());
    join(
        &[
            "records",
            record.measure.as_str(),
            record.source.as_str(),
            record.stage.map_or("", Stage::code),
            programme,
            &at,
            &year.id(),
        ],
        "/",
    )
}

fn counted(dataset: &Dataset, cell: &[Placed<'_>]) -> Option<Observation> {
    let Placed { id, area, year, record: first } = cell.first()?;
    let records: Vec<&Record> = cell.iter().map(|one| one.record).gather();
    let mut amounts = records.iter().map(|record| record.amount);
    let sum = amounts.try_fold(Decimal::ZERO, Decimal::checked_add).ok()?;
    // Amounts in several units are shown in the unit of the measure.
    let is_one_unit = records.iter().all(|record| record.unit == first.unit);
    let count = Count {
        id: id.clone(),
        measure: first.measure.as_str(),
        note: note(area.as_ref(), &records),
        place: area.clone().map_or(Place::Unplaced, Place::Area),
        period: Some(*year),
        scope: Bilingual::default(),
        figure: Figure::exact(sum),
        unit: is_one_unit.then(|| first.unit.clone()),
        scenario: Scenario::Actual,
        action_status: None,
        source: first.source.clone(),
        recorded: records.iter().map(|record| record.day).max(),
    };
    let counted = count.observation(dataset)?;
    Some(Observation { stage: first.stage, programme: first.programme.clone(), ..counted })
}

/// How many records, of which days; in a row for what could not be placed, also what the records say.
fn note(area: Option<&AreaId>, records: &[&Record]) -> Bilingual {
    let count = i64::try_from(records.len()).unwrap_or(i64::MAX);
    let days = days(records);
    let mut note = Bilingual::new(
        format!("از {} سابقه، {}.", plain_integer(count, Lang::Fa), days.fa),
        format!(
            "Counted from {count} {}, {}.",
            english_noun(records.len(), ["record", "records"]),
            days.en
        ),
    );
    if area.is_some_and(AreaTree::names_what_is_not_placed) {
        let names = names(records);
        note.fa.push_str(&format!(" جایشان را چنین نوشته‌اند: {}.", join(&names, "، ")));
        note.en.push_str(&format!(" Their places are written: {}.", join(&names, ", ")));
    }
    note
}

/// The first day and the last.
fn days(records: &[&Record]) -> Bilingual {
    let days = || records.iter().map(|record| record.day);
    let shown = |day: Option<Day>| day.and_then(Period::day).map(|day| day.labels());
    let (first_fa, first_en) = shown(days().min()).unwrap_or_default();
    let (last_fa, last_en) = shown(days().max()).unwrap_or_default();
    if first_en == last_en {
        return Bilingual::new(first_fa, first_en);
    }
    Bilingual::new(format!("{first_fa} تا {last_fa}"), format!("{first_en} to {last_en}"))
}

/// What the records say of their county, each thing once.
fn names(records: &[&Record]) -> Vec<String> {
    let mut names = Vec::new();
    for record in records {
        let said = if record.county.is_empty() { &record.province } else { &record.county };
        insert_sorted(&mut names, isolate(said));
    }
    names
}
