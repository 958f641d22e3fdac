//! How long it takes from the request to the registration.

use std::collections::BTreeMap;

use super::whole_years;
use crate::calendar::Period;
use crate::model::{AreaId, CoopStage, Dataset, Figure, Level, Observation};
use crate::number::Decimal;
use crate::tabulate::count::Count;

/// The median of days, exact: the middle one, or half way between the two middle ones. `None` of none.
///
/// ```
/// use hamyar::tabulate::median;
/// assert_eq!(median(vec![90, 20, 41, 30]).unwrap().to_string(), "35.5");
/// assert_eq!(median(vec![90, 20, 30]).unwrap().to_string(), "30");
/// assert_eq!(median(Vec::new()), None);
/// ```
pub fn median(mut days: Vec<i32>) -> Option<Decimal> {
    days.sort_unstable();
    let upper = *days.get(days.len() / 2)?;
    let lower = *days.get((days.len() - 1) / 2)?;
    let five_times = 5 * (i128::from(lower) + i128::from(upper));
    Decimal::new(five_times, 1).ok().map(Decimal::trimmed)
}

/// The medians of those that were registered in a year, for each province and for the country: a median
/// never rolls up, so each of them is taken from the cooperatives themselves.
pub(super) fn figures(dataset: &Dataset) -> Vec<Observation> {
    let Some((years, newest)) = whole_years(dataset) else { return Vec::new() };
    let mut figures = Vec::new();
    for year in years {
        for (area, days) in days_by_area(dataset, &year) {
            let Some(middle) = median(days) else { continue };
            let measure = "coop_days_to_registration";
            let count = Count::of_day(measure, area, year, Figure::exact(middle), newest);
            figures.extend(count.observation(dataset));
        }
    }
    figures
}

fn days_by_area<'a>(dataset: &'a Dataset, year: &Period) -> BTreeMap<&'a AreaId, Vec<i32>> {
    let mut areas: BTreeMap<&AreaId, Vec<i32>> = BTreeMap::new();
    for one in &dataset.registers.cooperatives {
        let registered = one.lifecycle.first(CoopStage::Registered);
        let in_year = registered.is_some_and(|day| year.contains(day));
        let Some(days) = one.lifecycle.days_to_registration().filter(|_| in_year) else { continue };
        for area in dataset.areas.lineage(&one.area).filter(|area| area.level < Level::County) {
            areas.entry(&area.id).or_default().push(days);
        }
    }
    areas
}
