//! What cooperatives tell of a year, added up.

use super::ByArea;
use crate::calendar::{Day, Period};
use crate::model::{
    AreaId, CoopLine, CoopStage, CoopYear, Cooperative, Dataset, Figure, Missing, Observation,
    Qualifier,
};
use crate::number::Decimal;
use crate::tabulate::count::{Count, number};
use crate::tabulate::newest_day;

/// What is taken of a year.
type Amount = fn(&CoopYear) -> Option<Decimal>;

/// What is added up of the registered cooperatives: one in the making may have members, but is no
/// cooperative yet.
const REGISTERED: [(&str, Amount); 4] = [
    ("coop_members", |year| year.members),
    ("coop_workers", |year| year.workers),
    ("coop_capital", |year| year.capital),
    ("coop_turnover", |year| year.turnover),
];

/// What is taken of the development cooperative of a county, in the making too.
const OF_THE_COUNTY: [(&str, Amount); 2] = [
    ("coop_development_members", |year| year.members),
    ("coop_development_capital", |year| year.capital),
];

/// Whether it is a development cooperative of its county.
pub(super) fn is_development(cooperative: &Cooperative) -> bool {
    cooperative.line == Some(CoopLine::CountyDevelopment)
}

/// How many are registered at the end of a year that has ended, as the figure of the year: what they tell
/// of it is divided by this. Where none is, there is nothing to divide.
fn registered_at_end<'a>(
    dataset: &Dataset,
    area: &AreaId,
    year: Period,
    registered: &[&Cooperative],
) -> Option<Count<'a>> {
    let newest = newest_day(dataset).filter(|newest| Some(newest.day) >= year.last())?;
    let figure = number(registered.len());
    let measure = "coops_registered_at_year_end";
    (!registered.is_empty()).then(|| Count::of_day(measure, area, year, figure, newest))
}

/// Whether it is one that stands at some stage, or is being made, on a day.
fn stands(cooperative: &Cooperative, day: Day) -> bool {
    let stage = cooperative.lifecycle.stage_on(day);
    stage.is_some_and(|stage| stage != CoopStage::Dissolved)
}

/// The sums of each area and year that anyone tells of, up to the newest year.
pub(super) fn figures(dataset: &Dataset, areas: &ByArea<'_>) -> Vec<Observation> {
    let mut figures = Vec::new();
    for year in told_years(dataset) {
        let Some(last) = year.last() else { continue };
        for (area, cooperatives) in areas {
            let those = |counts: &dyn Fn(&Cooperative) -> bool| -> Vec<&Cooperative> {
                cooperatives.iter().copied().filter(|one| counts(one)).collect()
            };
            let registered = those(&|one| one.lifecycle.is_registered_on(last));
            let of_the_county = those(&|one| is_development(one) && stands(one, last));
            let sums =
                REGISTERED.map(|(measure, amount)| sum(measure, area, year, &registered, amount));
            let own = OF_THE_COUNTY.map(|(measure, amount)| {
                sum(measure, area, year, &of_the_county, amount)
                    .or_else(|| untold(measure, area, year, &of_the_county))
            });
            let ended = registered_at_end(dataset, area, year, &registered);
            let counts = sums.into_iter().chain(own).chain([ended]).flatten();
            figures.extend(counts.filter_map(|count| count.observation(dataset)));
        }
    }
    figures
}

/// The years that anyone tells of, in their order.
pub(super) fn told_years(dataset: &Dataset) -> Vec<Period> {
    let years = dataset.registers.cooperatives.iter().flat_map(|one| &one.years);
    let mut years: Vec<Period> = years.map(|year| year.period).collect();
    years.sort();
    years.dedup();
    years
}

/// The sum of those that tell; at least so much where a registered cooperative does not.
fn sum<'a>(
    measure: &'a str,
    area: &AreaId,
    year: Period,
    cooperatives: &[&Cooperative],
    amount: Amount,
) -> Option<Count<'a>> {
    let told = |one: &Cooperative| one.year(&year).and_then(amount);
    let values = cooperatives.iter().filter_map(|one| told(one));
    let value = values.into_iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one).ok())?;
    let teller = cooperatives
        .iter()
        .find_map(|one| one.year(&year).filter(|year| amount(year).is_some()))?;
    let last = year.last()?;
    let silent =
        cooperatives.iter().any(|one| one.lifecycle.is_registered_on(last) && told(one).is_none());
    let qualifier = if silent { Qualifier::AtLeast } else { Qualifier::Exact };
    let figure = Figure::Value { value, qualifier, upper: None };
    let count = Count::of_area(measure, area, year, figure, &teller.source);
    Some(Count { recorded: year.last(), ..count })
}

/// The place of a county whose development cooperative tells nothing: before its membership drive there
/// is nothing to tell, and from then on it is not reported.
fn untold<'a>(
    measure: &'a str,
    area: &AreaId,
    year: Period,
    cooperatives: &[&Cooperative],
) -> Option<Count<'a>> {
    let one = cooperatives.first()?;
    let stage = one.lifecycle.stage_on(year.last()?)?;
    let missing = if stage < CoopStage::MembershipDrive {
        Missing::NotApplicable
    } else {
        Missing::NotReported
    };
    let count = Count::of_area(measure, area, year, Figure::Missing(missing), &one.source);
    Some(Count { recorded: year.last(), ..count })
}
