//! V1: a part is not more than its whole, and parts of one measure not together.

use std::collections::BTreeMap;

use super::{finding, subject, with_values};
use crate::check::index::Index;
use crate::check::words::{Origin, number};
use crate::diag::Bilingual;
use crate::model::{Figure, Finding, MeasureId, Observation, ObservationId, Verdict};
use crate::number::{Bound, Decimal, Interval};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    let dataset = index.dataset;
    let mut families: BTreeMap<(&ObservationId, &MeasureId), Vec<&Observation>> = BTreeMap::new();
    for one in dataset.observations.values() {
        if let Some(whole) = &one.part_of {
            families.entry((whole, &one.measure)).or_default().push(one);
        }
    }
    let mut findings = Vec::new();
    for ((whole, _), parts) in families {
        if let Some(whole) = dataset.observations.get(whole) {
            findings.extend(family(index, whole, &parts));
        }
    }
    findings
}

fn family(index: &Index<'_>, whole: &Observation, parts: &[&Observation]) -> Option<Finding> {
    let units =
        |one: &Observation| index.dataset.measures.get(&one.measure).map(|measure| &measure.unit);
    let first = *parts.first()?;
    if units(first) != units(whole) {
        return None;
    }
    let mut intervals = parts.iter().filter_map(|part| part.figure.interval());
    let sum = intervals.try_fold(Interval::exact(Decimal::ZERO), Interval::checked_add).ok()?;
    let limit = whole.figure.interval()?;
    let difference = limit.checked_sub(sum).ok()?;
    let negative = Interval { low: Bound::Open, high: Bound::NotReached(Decimal::ZERO) };
    let about = |one: &&Observation| matches!(one.figure, Figure::Value { qualifier, .. } if qualifier == crate::model::Qualifier::About);
    let verdict = match difference.is_inside(negative) {
        false => Verdict::Pass,
        true if about(&whole) || parts.iter().any(about) => Verdict::Warn,
        true => Verdict::Fail,
    };
    let of = subject(index.dataset, whole);
    let (sum_text, limit_text) = (number(sum, Origin::Stated), number(limit, Origin::Stated));
    let (fa, en) = if verdict == Verdict::Pass {
        ("از کل بیشتر نیست.", "is not more than the whole.")
    } else {
        ("از کل بیشتر است.", "is more than the whole.")
    };
    let message = Bilingual::new(
        format!("{}: جزء {} است و کل {}؛ جزء {fa}", of.fa, sum_text.fa, limit_text.fa),
        format!(
            "{}: the part is {} and the whole {}; the part {en}",
            of.en, sum_text.en, limit_text.en
        ),
    );
    let mut figures = vec![whole];
    figures.extend(parts);
    let found = finding("V1", verdict, &figures, message);
    Some(match (whole.figure.value(), sum.single()) {
        (Some(stated), Some(computed)) => with_values(found, stated, computed),
        _ => found,
    })
}
