//! Cooperatives of a register: where they stand on a day, and what happened to them in a year.
//!
//! A figure stands in the area that the register names, of the division that it names: the register
//! tells the seat, not which county of another list it lay in.

mod divided;
mod handed;
mod minimum;
mod registration;
mod stages;
mod troubled;
mod years;

use std::collections::BTreeMap;

use crate::calendar::{Period, PeriodKind};
use crate::model::{AreaId, Cooperative, Dataset, LifecycleEvent, Observation, RegisterDay};

pub use minimum::least_members;
pub use registration::median;
pub use stages::coops_at_stages;
pub use troubled::{TroubledFlow, troubled_flow};

/// All counts of the cooperatives.
pub(super) fn figures(dataset: &Dataset) -> Vec<Observation> {
    let areas = by_area(dataset);
    let mut figures = stages::figures(dataset, &areas);
    figures.extend(registration::figures(dataset));
    figures.extend(troubled::figures(dataset, &areas));
    figures.extend(years::figures(dataset, &areas));
    figures.extend(minimum::figures(dataset, &areas));
    figures.extend(handed::figures(dataset, &areas));
    figures.extend(divided::figures(dataset, &areas));
    figures
}

/// The cooperatives of each area that the register names.
type ByArea<'a> = BTreeMap<&'a AreaId, Vec<&'a Cooperative>>;

fn by_area(dataset: &Dataset) -> ByArea<'_> {
    let mut areas = ByArea::new();
    for one in &dataset.registers.cooperatives {
        areas.entry(&one.area).or_default().push(one);
    }
    areas
}

/// The years that have ended by the newest day of the registers, from that of the first event on, with
/// that day. A year that still runs would tell a part as the whole.
fn whole_years(dataset: &Dataset) -> Option<(Vec<Period>, &RegisterDay)> {
    let newest = super::newest_day(dataset)?;
    let events = dataset.registers.cooperatives.iter().flat_map(|one| one.lifecycle.events());
    let first = Period::of(PeriodKind::Year, events.map(day_of).min()?);
    let ended = |year: &Period| year.last().is_some_and(|last| last <= newest.day);
    let years = std::iter::successors(first, Period::next).take_while(ended);
    Some((years.collect(), newest))
}

fn day_of(event: &LifecycleEvent) -> crate::calendar::Day {
    event.day
}
