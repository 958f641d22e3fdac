//! V2: where every area below an area has a figure of a measure that adds up, they add up to it.

use std::collections::BTreeMap;

use super::{finding, subject, with_values};
use crate::check::index::Index;
use crate::check::words::{Origin, number};
use crate::diag::Bilingual;
use crate::model::{AreaId, AreaRule, Finding, MeasureId, Observation, Place, SourceKind, Verdict};
use crate::number::{Decimal, Interval};

/// Figures of one series by area.
type Level<'a> = BTreeMap<&'a AreaId, &'a Observation>;

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (measure, figures) in index.measures() {
        let rule = index.dataset.measures.get(measure).map(|measure| measure.area_rule);
        if rule == Some(AreaRule::Sum) {
            findings.extend(
                levels(index, figures).values().flat_map(|level| sums(index, measure, level)),
            );
        }
    }
    findings
}

/// Figures of complete surveys: a release that names some areas is no table of them.
fn levels<'a>(
    index: &Index<'a>,
    figures: &[&'a Observation],
) -> BTreeMap<(&'a str, String), Level<'a>> {
    let mut levels: BTreeMap<(&str, String), Level<'a>> = BTreeMap::new();
    for one in figures {
        let source = index.dataset.sources.get(&one.source);
        let is_table = source.is_some_and(|source| source.kind == SourceKind::Census);
        if let (Place::Area(area), Some(period), true) = (&one.place, &one.period, is_table) {
            levels.entry((one.source.as_str(), period.id())).or_default().insert(area, one);
        }
    }
    levels
}

fn sums(index: &Index<'_>, measure: &MeasureId, level: &Level<'_>) -> Vec<Finding> {
    let mut below: BTreeMap<&AreaId, Vec<&AreaId>> = BTreeMap::new();
    for area in index.dataset.areas.iter() {
        if let Some(parent) = &area.parent {
            below.entry(parent).or_default().push(&area.id);
        }
    }
    let mut held = Vec::new();
    let mut findings = Vec::new();
    for (area, whole) in level {
        let Some(children) = below.get(*area) else { continue };
        let parts: Option<Vec<&Observation>> =
            children.iter().map(|child| level.get(*child).copied()).collect();
        let Some((parts, stated)) = parts.zip(whole.figure.value()) else { continue };
        match total(&parts) {
            Some(sum) if sum == stated => held.push(*whole),
            Some(sum) => findings.push(broken(index, whole, stated, sum)),
            None => {}
        }
    }
    findings.extend(passed(index, measure, &held));
    findings
}

fn total(parts: &[&Observation]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| {
        part.figure
            .interval()
            .and_then(Interval::single)
            .and_then(|value| sum.checked_add(value).ok())
    })
}

/// More than the whole is an error; less may be a list that is not whole, as an office's own.
fn broken(index: &Index<'_>, whole: &Observation, stated: Decimal, sum: Decimal) -> Finding {
    let verdict = if sum > stated { Verdict::Fail } else { Verdict::Warn };
    let of = subject(index.dataset, whole);
    let [told, added] = [stated, sum].map(|value| number(Interval::exact(value), Origin::Stated));
    let message = Bilingual::new(
        format!("{}: {} گفته شده و جمع ناحیه‌های نوشته‌شدهٔ زیر آن {} است.", of.fa, told.fa, added.fa),
        format!("{}: {} is stated, the areas listed below add up to {}.", of.en, told.en, added.en),
    );
    with_values(finding("V2", verdict, &[whole], message), stated, sum)
}

/// One verdict for all places where it holds.
fn passed(index: &Index<'_>, measure: &MeasureId, held: &[&Observation]) -> Option<Finding> {
    let first = held.first()?;
    let name = &index.dataset.measures.get(measure)?.name;
    let period = first.period?.labels();
    let count =
        number(Interval::exact(Decimal::from_int(i64::try_from(held.len()).ok()?)), Origin::Stated);
    let message = Bilingual::new(
        format!(
            "{}، {}: در {} ناحیه جمع ناحیه‌های زیر با رقم خود ناحیه می‌خواند.",
            name.fa, period.0, count.fa
        ),
        format!(
            "{}, {}: in {} areas the areas below add up to the figure of the area.",
            name.en, period.1, count.en
        ),
    );
    Some(finding("V2", Verdict::Pass, &[], message))
}
