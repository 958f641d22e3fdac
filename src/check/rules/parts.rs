//! V1: a part is not more than its whole, and parts that belong together are not.

use std::collections::BTreeMap;

use super::stated_sums::Sums;
use super::{finding, is_about, subject, with_values};
use crate::calendar::{Period, PeriodKind};
use crate::check::Report;
use crate::check::index::Index;
use crate::check::naming::money;
use crate::check::silence::too_large;
use crate::check::words::{Origin, count, number};
use crate::diag::Bilingual;
use crate::model::{
    ActionStatus, AreaRule, Dataset, Dimensions, Division, Finding, Level, Measure, MeasureId,
    Observation, ObservationId, Place, ProgrammeId, Scenario, SourceId, Stage, TimeRule, Verdict,
};
use crate::number::{Bound, Decimal, Interval, Overflow};

/// What parts have in common that add up: men and villagers of one whole do not.
type Kind<'a> = (
    &'a ObservationId,
    &'a MeasureId,
    &'a SourceId,
    (Option<Scenario>, Option<Stage>, Option<ActionStatus>),
    Option<&'a ProgrammeId>,
    (&'a str, &'a Dimensions),
    Where<'a>,
    When,
);

/// Areas of one level have no ground in common.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Where<'a> {
    Level(Division, Level),
    At(&'a Place),
}

/// Months have no day in common; what is counted to date has.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Each(PeriodKind),
    In(Option<Period>),
}

pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    let dataset = index.dataset;
    let mut families: BTreeMap<Kind<'_>, Vec<&Observation>> = BTreeMap::new();
    for one in dataset.observations.values() {
        if let Some(kind) = kind(dataset, one) {
            families.entry(kind).or_default().push(one);
        }
    }
    let sums = Sums::judged(index, report);
    for ((whole, ..), parts) in families {
        let Some(whole) = dataset.observations.get(whole) else { continue };
        if sums.hold(whole, &parts) {
            continue;
        }
        match family(index, whole, &parts) {
            Ok(found) => report.findings.extend(found),
            Err(Overflow) => report.skipped.push(too_large("V1", &subject(dataset, whole))),
        }
    }
}

fn kind<'a>(dataset: &Dataset, one: &'a Observation) -> Option<Kind<'a>> {
    let measure = dataset.measures.get(&one.measure)?;
    Some((
        one.part_of.as_ref()?,
        &one.measure,
        &one.source,
        (one.scenario, one.stage, one.action_status),
        one.programme.as_ref(),
        (&one.scope.fa, &one.dimensions),
        place(dataset, measure, &one.place),
        time(measure, one.period),
    ))
}

fn place<'a>(dataset: &Dataset, measure: &Measure, place: &'a Place) -> Where<'a> {
    let area = match place {
        Place::Area(id) if measure.area_rule == AreaRule::Sum => dataset.areas.get(id),
        _ => None,
    };
    area.map_or(Where::At(place), |area| Where::Level(area.division, area.level))
}

fn time(measure: &Measure, period: Option<Period>) -> When {
    let kind = period.map(|period| period.kind()).filter(|kind| {
        use PeriodKind::{Day, Half, Month, Quarter, Year};
        measure.time_rule == TimeRule::Sum && matches!(kind, Day | Month | Quarter | Half | Year)
    });
    kind.map_or(When::In(period), When::Each)
}

fn family(
    index: &Index<'_>,
    whole: &Observation,
    parts: &[&Observation],
) -> Result<Option<Finding>, Overflow> {
    let units =
        |one: &Observation| index.dataset.measures.get(&one.measure).map(|measure| &measure.unit);
    let comparable = parts.iter().all(|part| units(part) == units(whole));
    let Some(limit) = whole.figure.interval().filter(|_| comparable) else { return Ok(None) };
    let sum = sum(parts)?;
    let difference = limit.checked_sub(sum)?;
    let negative = Interval { low: Bound::Open, high: Bound::NotReached(Decimal::ZERO) };
    let verdict = match difference.is_inside(negative) {
        false => Verdict::Pass,
        true if is_about(whole) || parts.iter().any(|part| is_about(part)) => Verdict::Warn,
        true => Verdict::Fail,
    };
    let message = told(index.dataset, whole, parts.len(), [sum, limit], verdict);
    let mut figures = vec![whole];
    figures.extend(parts);
    let found = finding("V1", verdict, &figures, message);
    Ok(Some(match (whole.figure.value(), sum.single()) {
        (Some(stated), Some(computed)) => with_values(found, stated, computed),
        _ => found,
    }))
}

fn sum(parts: &[&Observation]) -> Result<Interval, Overflow> {
    let mut intervals = parts.iter().filter_map(|part| part.figure.interval());
    intervals.try_fold(Interval::exact(Decimal::ZERO), Interval::checked_add)
}

fn told(
    dataset: &Dataset,
    whole: &Observation,
    parts: usize,
    values: [Interval; 2],
    verdict: Verdict,
) -> Bilingual {
    let of = subject(dataset, whole);
    let [sum, limit] = values.map(|value| number(value, Origin::Stated));
    let unit = money(dataset, &whole.measure);
    let many = count(parts);
    let part = match parts {
        1 => Bilingual::new("جزء", "the part is"),
        _ => Bilingual::new(
            format!("{} جزء با هم", many.fa),
            format!("{} parts together are", many.en),
        ),
    };
    let (fa, en) = if verdict == Verdict::Pass {
        ("از کل بیشتر نیست.", "this is not more than the whole.")
    } else {
        ("از کل بیشتر است.", "this is more than the whole.")
    };
    Bilingual::new(
        format!("{}: {} {} است و کل {}{}؛ {fa}", of.fa, part.fa, sum.fa, limit.fa, unit.fa),
        format!("{}: {} {} and the whole is {}{}; {en}", of.en, part.en, sum.en, limit.en, unit.en),
    )
}
