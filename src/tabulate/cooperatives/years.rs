//! What cooperatives tell of a year, added up.

use super::ByArea;
use crate::calendar::Period;
use crate::model::{
    AreaId, CoopLine, CoopYear, Cooperative, Dataset, Figure, Observation, Qualifier,
};
use crate::number::Decimal;
use crate::tabulate::count::Count;

/// What is taken of a year.
type Amount = fn(&CoopYear) -> Option<Decimal>;

/// Which cooperatives count.
type Counts = fn(&Cooperative) -> bool;

/// The measures, each with what it adds up and of whom.
const MEASURES: [(&str, Amount, Counts); 5] = [
    ("coop_members", |year| year.members, |_| true),
    ("coop_workers", |year| year.workers, |_| true),
    ("coop_capital", |year| year.capital, |_| true),
    ("coop_turnover", |year| year.turnover, |_| true),
    ("coop_development_members", |year| year.members, is_development),
];

/// Whether it is a development cooperative of its county.
pub(super) fn is_development(cooperative: &Cooperative) -> bool {
    cooperative.line == Some(CoopLine::CountyDevelopment)
}

/// The sums of each area and year that anyone tells of, up to the newest year.
pub(super) fn figures(dataset: &Dataset, areas: &ByArea<'_>) -> Vec<Observation> {
    let mut figures = Vec::new();
    for year in told_years(dataset) {
        for (area, cooperatives) in areas {
            for (measure, amount, counts) in MEASURES {
                let own: Vec<&Cooperative> =
                    cooperatives.iter().copied().filter(|one| counts(one)).collect();
                let sum = sum(measure, area, year, &own, amount);
                figures.extend(sum.and_then(|count| count.observation(dataset)));
            }
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
    let source = cooperatives.iter().find_map(|one| {
        one.year(&year).filter(|year| amount(year).is_some()).map(|year| &year.source)
    })?;
    let last = year.last()?;
    let silent =
        cooperatives.iter().any(|one| one.lifecycle.is_registered_on(last) && told(one).is_none());
    let qualifier = if silent { Qualifier::AtLeast } else { Qualifier::Exact };
    let figure = Figure::Value { value, qualifier, upper: None };
    Some(Count::of_area(measure, area, year, figure, source))
}
