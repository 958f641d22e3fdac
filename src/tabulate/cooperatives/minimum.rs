//! The least number of members that the law asks of a county's development cooperative.

use super::ByArea;
use super::years::{is_development, told_years};
use crate::calendar::{Day, Period};
use crate::model::{
    Area, AreaId, Dataset, Figure, MeasureId, Observation, Place, Qualifier, Scenario,
};
use crate::number::Decimal;
use crate::tabulate::count::Count;

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
    let share = Decimal::new(5, 3).ok()?;
    people.checked_mul(share).ok().map(|members| members.ceiling(0))
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
    let least = Figure::exact(least_members(newest.figure.value()?)?);
    let measure = "coop_members_required";
    Count::of_area(measure, area, year, least, &newest.source).observation(dataset)
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
