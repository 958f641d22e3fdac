//! The least number of members that the law asks of a county's development cooperative.

use super::ByArea;
use super::years::{is_development, told_years};
use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::model::{
    Area, AreaId, Dataset, Figure, MeasureId, Observation, Place, Qualifier, Scenario,
};
use crate::number::Decimal;
use crate::tabulate::count::Count;
use crate::text::{Lang, NumberFormat, format_number, ltr_isolate};

/// The measure that tells how many people a county has.
const POPULATION: &str = "population_total";

/// Members that a development cooperative needs: half a percent of the people of its county by the last
/// census, rounded up (law of county development cooperatives, article 2, note 1). `None` when it does
/// not fit.
///
/// ```
/// use hamyar::number::Decimal;
/// use hamyar::tabulate::least_members;
/// let of = |people| least_members(Decimal::from_int(people)).unwrap().to_string();
/// assert_eq!((of(100_000), of(100_001)), ("500".to_owned(), "501".to_owned()));
/// ```
pub fn least_members(people: Decimal) -> Option<Decimal> {
    people.checked_mul(share()?).ok().map(|members| members.ceiling(0))
}

/// Half a percent.
fn share() -> Option<Decimal> {
    Decimal::new(5, 3).ok()
}

/// The least number for each area with a development cooperative, beside each year of members.
pub(super) fn figures(dataset: &Dataset, areas: &ByArea<'_>) -> Vec<Observation> {
    let population = MeasureId::new(POPULATION);
    let people: Vec<&Observation> =
        dataset.observations.values().filter(|one| one.measure == population).collect();
    let mut figures = Vec::new();
    for year in told_years(dataset) {
        let counties = areas.iter().filter(|(_, own)| own.iter().any(|one| is_development(one)));
        for (area, _) in counties {
            figures.extend(least_of(dataset, &people, area, year));
        }
    }
    figures
}

fn least_of(
    dataset: &Dataset,
    people: &[&Observation],
    area: &AreaId,
    year: Period,
) -> Option<Observation> {
    let newest = newest(dataset, people, area, year.last()?)?;
    let people = newest.figure.value()?;
    let least = least_members(people)?;
    let measure = "coop_members_required";
    let count = Count {
        scope: working(people),
        note: note(people, least, &newest.period?),
        ..Count::of_area(measure, area, year, Figure::exact(least), &newest.source)
    };
    count.observation(dataset)
}

/// How the least number comes about, with the people filled in. It is the same everywhere but for them, so
/// it is what tells one figure from another.
fn working(people: Decimal) -> Bilingual {
    in_both(|lang| {
        let number = |value: &Decimal| format_number(value, lang, &NumberFormat::GROUPED);
        let share = share().map(|share| number(&share)).unwrap_or_default();
        let formula = format!("⌈{share} × {}⌉", number(&people));
        // Written from left to right in Persian too.
        if lang == Lang::Fa { ltr_isolate(&formula) } else { formula }
    })
}

fn note(people: Decimal, least: Decimal, counted: &Period) -> Bilingual {
    let number = |value: &Decimal, lang| format_number(value, lang, &NumberFormat::GROUPED);
    let working = working(people);
    Bilingual::new(
        format!(
            "نیم درصد جمعیت شهرستان در {}، رو به بالا گردشده: {} = {}.",
            counted.label(Lang::Fa),
            working.fa,
            number(&least, Lang::Fa)
        ),
        format!(
            "Half a percent of the people of the county in {}, rounded up: {} = {}.",
            counted.label(Lang::En),
            working.en,
            number(&least, Lang::En)
        ),
    )
}

fn in_both(write: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual::new(write(Lang::Fa), write(Lang::En))
}

/// The newest count of the people of an area that was over by a day. In an earlier division it is
/// counted for the area that this one is known to continue.
fn newest<'a>(
    dataset: &Dataset,
    people: &[&'a Observation],
    area: &AreaId,
    day: Day,
) -> Option<&'a Observation> {
    let before = |area: &&Area| dataset.areas.get(area.continues.as_ref()?);
    let same: Vec<&AreaId> = std::iter::successors(dataset.areas.get(area), before)
        .take(dataset.areas.divisions().count())
        .map(|area| &area.id)
        .collect();
    let is_of = |one: &&&Observation| {
        matches!(&one.place, Place::Area(id) if same.contains(&id))
            && one.scenario == Some(Scenario::Actual)
            && one.figure.qualifier() == Some(Qualifier::Exact)
    };
    let ended = |one: &Observation| one.period.and_then(|period| period.last());
    let over = people.iter().filter(is_of).filter(|one| ended(one).is_some_and(|last| last <= day));
    over.max_by_key(|one| ended(one)).copied()
}
