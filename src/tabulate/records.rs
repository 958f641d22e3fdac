//! Records that name their place, counted by county and year in each list of areas.

use std::collections::{BTreeMap, BTreeSet};

use super::count::Count;
use crate::calendar::{Day, Period, PeriodKind};
use crate::diag::Bilingual;
use crate::list::join;
use crate::model::{
    AreaId, AreaTree, Dataset, Division, Figure, Gazetteer, Level, MeasureId, Observation, Place,
    ProgrammeId, Record, Recount, Scenario, SourceId, Stage,
};
use crate::number::Decimal;
use crate::text::{Lang, english_noun, ltr_isolate, plain_integer};

/// Records with the same of these are counted together.
type Cell<'a> = (
    (&'a MeasureId, &'a SourceId, Option<Stage>, Option<&'a ProgrammeId>),
    // No area where a list has no such province and no country above it either.
    (Option<AreaId>, Period),
);

/// Counts the records in every list. Among the figures stand those of the list of their time; the rest
/// wait for a question in the borders of their list.
pub(super) fn count(dataset: &mut Dataset) {
    if dataset.registers.records.is_empty() {
        return;
    }
    let gazetteer = Gazetteer::of(dataset);
    let recount = |list| Recount { list, figures: figures(dataset, &gazetteer, list) };
    let recounts: Vec<Recount> = dataset.areas.divisions().map(recount).collect();
    for Recount { list, figures } in &recounts {
        let is_of_its_time =
            |one: &&Observation| dataset.areas.division_for(one.period.as_ref()) == Some(*list);
        let own: Vec<Observation> = figures.iter().filter(is_of_its_time).cloned().collect();
        dataset.add_rows_of(&own);
        own.into_iter().for_each(|one| {
            dataset.observations.insert(one.id.clone(), one);
        });
    }
    dataset.recounts = recounts;
}

fn figures(dataset: &Dataset, gazetteer: &Gazetteer, list: Division) -> Vec<Observation> {
    let country = dataset.areas.at_level(list, Level::Country, None).next();
    let row_of_country = country.map(|country| AreaTree::not_placed_in(&country.id));
    let mut cells: BTreeMap<Cell<'_>, Vec<&Record>> = BTreeMap::new();
    for record in &dataset.registers.records {
        let Some(year) = Period::of(PeriodKind::Year, record.day) else { continue };
        let placed = gazetteer.place(list, record).map(|placed| placed.area());
        let area = placed.or_else(|| row_of_country.clone());
        let kind = (&record.measure, &record.source, record.stage, record.programme.as_ref());
        cells.entry((kind, (area, year))).or_default().push(record);
    }
    cells.iter().filter_map(|(cell, records)| counted(dataset, list, cell, records)).collect()
}

fn counted(
    dataset: &Dataset,
    list: Division,
    ((measure, source, stage, programme), (area, year)): &Cell<'_>,
    records: &[&Record],
) -> Option<Observation> {
    let amounts = records.iter().map(|record| record.amount);
    let sum = amounts.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add).ok()?;
    // Amounts in several units are shown in the unit of the measure.
    let unit = records.first().map(|record| &record.unit);
    let unit = unit.filter(|unit| records.iter().all(|record| record.unit == **unit));
    let place = area.clone().map_or(Place::Unplaced, Place::Area);
    let at = area.as_ref().map_or_else(|| format!("@{}", list.0), ToString::to_string);
    let kind =
        [stage.map_or("", Stage::code), programme.map_or("", |programme| programme.as_str())];
    let count = Count {
        id: format!("records/{measure}/{source}/{}/{at}/{}", kind.join("/"), year.id()),
        measure: measure.as_str(),
        place,
        period: Some(*year),
        scope: Bilingual::default(),
        figure: Figure::exact(sum),
        unit: unit.cloned(),
        scenario: Scenario::Actual,
        action_status: None,
        note: note(area.as_ref(), records),
        source: (*source).clone(),
    };
    let counted = count.observation(dataset)?;
    Some(Observation { stage: *stage, programme: programme.cloned(), ..counted })
}

/// How many records, of which days; in a row for what could not be placed, also what the records say.
fn note(area: Option<&AreaId>, records: &[&Record]) -> Bilingual {
    let days = || records.iter().map(|record| record.day);
    let day = |day: Option<Day>| day.and_then(Period::day).map(|day| day.id()).unwrap_or_default();
    let (first, last) = (day(days().min()), day(days().max()));
    let count = i64::try_from(records.len()).unwrap_or(i64::MAX);
    let mut note = Bilingual::new(
        format!(
            "از {} سابقه، از روز {} تا {}.",
            plain_integer(count, Lang::Fa),
            ltr_isolate(&first),
            ltr_isolate(&last)
        ),
        format!(
            "Counted from {count} {}, {first} to {last}.",
            english_noun(records.len(), ["record", "records"])
        ),
    );
    if area.is_some_and(AreaTree::names_what_is_not_placed) {
        let names = names(records);
        note.fa.push_str(&format!(" جایشان را چنین نوشته‌اند: {}.", join(&names, "، ")));
        note.en.push_str(&format!(" Their places are written: {}.", join(&names, ", ")));
    }
    note
}

/// What the records say of their county, each thing once.
fn names<'a>(records: &[&'a Record]) -> Vec<&'a str> {
    let said = |record: &&'a Record| match record.county.as_str() {
        "" => record.province.as_str(),
        county => county,
    };
    let names: BTreeSet<&str> = records.iter().map(said).collect();
    names.into_iter().collect()
}
