//! Figures outside the least and the greatest value that is expected of their measure: no rule, but
//! somebody should look.

use super::{finding, subject, with_values};
use crate::check::index::Index;
use crate::check::naming::spoken;
use crate::check::words::{Origin, number};
use crate::diag::Bilingual;
use crate::model::{Finding, Observation, Verdict};
use crate::number::Interval;

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    index.dataset.observations.values().filter_map(|one| outside(index, one)).collect()
}

/// With the figure and the limit, both in the base unit of the measure.
fn outside(index: &Index<'_>, one: &Observation) -> Option<Finding> {
    let measure = index.dataset.measures.get(&one.measure)?;
    let (interval, value) = (one.figure.interval()?, one.figure.value()?);
    let limit = measure.limits.broken_by(interval)?;
    let unit = index.dataset.units.get(&measure.unit).map(|unit| spoken(&unit.name));
    let unit = unit.unwrap_or_default();
    let of = subject(index.dataset, one);
    let stated = number(interval, Origin::Stated);
    let bound = number(Interval::exact(limit), Origin::Stated);
    let (fa, en) = if measure.limits.max == Some(limit) {
        ("بیشتر", "above")
    } else {
        ("کمتر", "below")
    };
    let message = Bilingual::new(
        format!("{}: {} از {} {} {fa} است.", of.fa, stated.fa, bound.fa, unit.fa),
        format!("{}: {} is {en} {} {}.", of.en, stated.en, bound.en, unit.en),
    );
    Some(with_values(finding("min-max", Verdict::Warn, &[one], message), value, limit))
}
