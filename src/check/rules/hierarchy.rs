//! V2: where every area below an area has a figure of a measure that adds up, they add up to it.

use std::collections::BTreeMap;

use super::{finding, is_about, subject, with_values};
use crate::check::Report;
use crate::check::index::{Index, Spot};
use crate::check::silence::too_large;
use crate::check::words::{Origin, counted_as, number};
use crate::diag::Bilingual;
use crate::model::{
    ActionStatus, AreaId, AreaRule, Dataset, Finding, MeasureId, Observation, Place, SourceKind,
    Verdict,
};
use crate::number::{Decimal, Interval, Overflow};

/// What is counted, one and many.
const AREAS: [&str; 2] = ["area", "areas"];

/// Figures of one series by area.
type Table<'a> = BTreeMap<&'a AreaId, &'a Observation>;

/// What the figures of a series have in common: everything but the place.
type Series<'a> = (Spot<'a>, Option<ActionStatus>);

/// The areas right below each.
type Below<'a> = BTreeMap<&'a AreaId, Vec<&'a AreaId>>;

pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    let below = below(index.dataset);
    for (measure, figures) in index.measures() {
        let rule = index.dataset.measures.get(measure).map(|measure| measure.area_rule);
        if rule == Some(AreaRule::Sum) {
            for table in tables(index, figures).values() {
                sums(index.dataset, &below, (measure, table), report);
            }
        }
    }
}

fn below(dataset: &Dataset) -> Below<'_> {
    let mut below = Below::new();
    for area in dataset.areas.iter() {
        if let Some(parent) = &area.parent {
            below.entry(parent).or_default().push(&area.id);
        }
    }
    below
}

/// Figures of complete surveys: a release that names some areas is no table of them.
fn tables<'a>(index: &Index<'a>, figures: &[&'a Observation]) -> BTreeMap<Series<'a>, Table<'a>> {
    let mut tables: BTreeMap<Series<'_>, Table<'_>> = BTreeMap::new();
    for one in figures {
        let source = index.dataset.sources.get(&one.source);
        let is_survey = source.is_some_and(|source| source.kind == SourceKind::Census);
        if let (Place::Area(area), Some(_), true) = (&one.place, &one.period, is_survey) {
            let series = (Spot::of(one).anywhere(), one.action_status);
            tables.entry(series).or_default().entry(area).or_insert(one);
        }
    }
    tables
}

fn sums(
    dataset: &Dataset,
    below: &Below<'_>,
    (measure, table): (&MeasureId, &Table<'_>),
    report: &mut Report,
) {
    let (mut held, mut open) = (Vec::new(), Vec::new());
    for (area, whole) in table {
        let Some(children) = below.get(*area) else { continue };
        let parts: Option<Vec<&Observation>> =
            children.iter().map(|child| table.get(*child).copied()).collect();
        let Some((parts, stated)) = parts.zip(whole.figure.interval()) else { continue };
        let sum = match total(&parts) {
            Ok(Some(sum)) => sum,
            Ok(None) => continue,
            Err(Overflow) => {
                report.skipped.push(too_large("V2", &subject(dataset, whole)));
                continue;
            }
        };
        if sum.is_inside(stated) {
            held.push(*whole);
        } else if sum.is_apart_from(stated) {
            let about = is_about(whole) || parts.iter().any(|part| is_about(part));
            report.findings.push(broken(dataset, whole, [stated, sum], about));
        } else {
            open.push(*whole);
        }
    }
    report.findings.extend(left_open(dataset, measure, &open));
    report.findings.extend(passed(dataset, measure, &held));
}

/// `None` where a part has no value.
fn total(parts: &[&Observation]) -> Result<Option<Interval>, Overflow> {
    let parts: Option<Vec<Interval>> = parts.iter().map(|part| part.figure.interval()).collect();
    let Some(parts) = parts else { return Ok(None) };
    parts.into_iter().try_fold(Interval::exact(Decimal::ZERO), Interval::checked_add).map(Some)
}

/// More than the whole is an error; less may be a list that is not whole, as an office's own, and what
/// is only said to be about so much cannot be wrong by a little.
fn broken(
    dataset: &Dataset,
    whole: &Observation,
    [stated, sum]: [Interval; 2],
    about: bool,
) -> Finding {
    // They have no value in common.
    let is_more = sum.low.value().zip(stated.high.value()).is_some_and(|(sum, most)| sum >= most);
    let verdict = if is_more && !about { Verdict::Fail } else { Verdict::Warn };
    let of = subject(dataset, whole);
    let [told, added] = [stated, sum].map(|value| number(value, Origin::Stated));
    let message = Bilingual::new(
        format!("{}: {} گفته شده و جمع ناحیه‌های نوشته‌شدهٔ زیر آن {} است.", of.fa, told.fa, added.fa),
        format!("{}: {} is stated, the areas listed below add up to {}.", of.en, told.en, added.en),
    );
    let found = finding("V2", verdict, &[whole], message);
    match (stated.single(), sum.single()) {
        (Some(stated), Some(sum)) => with_values(found, stated, sum),
        _ => found,
    }
}

/// One verdict for all places where bounds do not tell.
fn left_open(dataset: &Dataset, measure: &MeasureId, open: &[&Observation]) -> Option<Finding> {
    let (of, places) = (series(dataset, measure, open)?, counted_as(open.len(), AREAS));
    let message = Bilingual::new(
        format!(
            "{}: در {} ناحیه کران‌ها نمی‌گویند که جمع ناحیه‌های زیر با رقم خود ناحیه می‌خواند یا نه.",
            of.fa, places.fa
        ),
        format!(
            "{}: in {} the bounds leave open whether the areas below add up to the figure of the area.",
            of.en, places.en
        ),
    );
    Some(finding("V2", Verdict::Warn, open, message))
}

/// One verdict for all places where it holds.
fn passed(dataset: &Dataset, measure: &MeasureId, held: &[&Observation]) -> Option<Finding> {
    let (of, places) = (series(dataset, measure, held)?, counted_as(held.len(), AREAS));
    let message = Bilingual::new(
        format!("{}: در {} ناحیه جمع ناحیه‌های زیر با رقم خود ناحیه می‌خواند.", of.fa, places.fa),
        format!("{}: in {} the areas below add up to the figure of the area.", of.en, places.en),
    );
    Some(finding("V2", Verdict::Pass, &[], message))
}

/// Measure, scope and period of a series; `None` of none.
fn series(dataset: &Dataset, measure: &MeasureId, figures: &[&Observation]) -> Option<Bilingual> {
    let first = figures.first()?;
    let name = &dataset.measures.get(measure)?.name;
    let (period_fa, period_en) = first.period?.labels();
    let of = |name: &str, scope: &str, period: &str, comma: &str| {
        let said = [name, scope, period].into_iter().filter(|part| !part.is_empty());
        said.collect::<Vec<_>>().join(comma)
    };
    Some(Bilingual::new(
        of(&name.fa, &first.scope.fa, &period_fa, "، "),
        of(&name.en, &first.scope.en, &period_en, ", "),
    ))
}
