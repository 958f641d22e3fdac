//! V1: a part is not more than its whole, and parts that belong together are not.

use std::collections::BTreeMap;

use super::stated_sums::Sums;
use super::{finding, is_about, subject, with_values};
use crate::calendar::{Period, PeriodKind};
use crate::check::Report;
use crate::check::index::Index;
use crate::check::naming::money;
use crate::check::reading::rounding;
use crate::check::silence::too_large;
use crate::check::words::{Origin, count, counted_as, number};
use crate::diag::Bilingual;
use crate::model::{
    ActionStatus, AreaRule, Dataset, Dimensions, Division, Finding, Level, Measure, MeasureId,
    Observation, ObservationId, Place, ProgrammeId, Scenario, SourceId, Stage, TimeRule, Verdict,
};
use crate::number::{Bound, Decimal, Interval, Overflow};
use crate::query::from_nought;

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

/// What parts come to beside their whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    NotMore,
    /// More, but no more than the rounding of the figures explains.
    Rounded,
    /// Bounds leave it open.
    Open,
    More,
}

/// `None` where there is nothing to set beside each other, or a part may be more: of what falls below nought, and
/// of rates.
fn family(
    index: &Index<'_>,
    whole: &Observation,
    parts: &[&Observation],
) -> Result<Option<Finding>, Overflow> {
    let measure = |one: &Observation| index.dataset.measures.get(&one.measure);
    let unit = |one: &Observation| measure(one).map(|measure| &measure.unit);
    let is_comparable =
        |part: &&Observation| unit(part) == unit(whole) && index.is_never_negative(&part.measure);
    let known: Vec<&Observation> =
        parts.iter().copied().filter(|part| part.figure.interval().is_some()).collect();
    let comparable = !known.is_empty() && parts.iter().all(is_comparable);
    let Some(limit) = whole.figure.interval().filter(|_| comparable) else { return Ok(None) };
    let sum = sum(&known)?;
    let tolerance = known.iter().try_fold(rounding(&index.dataset.units, whole), |all, part| {
        all.checked_add(rounding(&index.dataset.units, part))
    })?;
    let beside = beside(limit.checked_sub(sum)?, tolerance);
    let is_about = is_about(whole) || known.iter().any(|part| is_about(part));
    let verdict = match beside {
        Beside::NotMore | Beside::Rounded => Verdict::Pass,
        Beside::More if !is_about => Verdict::Fail,
        Beside::Open | Beside::More => Verdict::Warn,
    };
    let missing = parts.len() - known.len();
    let message = told(index.dataset, whole, [known.len(), missing], [sum, limit], beside);
    let mut figures = vec![whole];
    figures.extend(parts);
    let found = finding("V1", verdict, &figures, message);
    Ok(Some(match (whole.figure.value(), sum.single()) {
        (Some(stated), Some(computed)) => with_values(found, stated, computed),
        _ => found,
    }))
}

/// `difference` is what the whole has beyond its parts.
fn beside(difference: Interval, tolerance: Decimal) -> Beside {
    let nought = Decimal::ZERO;
    // Rounded by half of the last digit or less, so that figures a whole tolerance apart differ indeed.
    let least = match tolerance.is_zero() {
        true => Bound::NotReached(nought),
        false => Bound::Reached(tolerance.negated()),
    };
    if difference.is_inside(Interval { low: Bound::Reached(nought), high: Bound::Open }) {
        Beside::NotMore
    } else if difference.is_inside(Interval { low: Bound::Open, high: least }) {
        Beside::More
    } else if difference.single().is_some() {
        Beside::Rounded
    } else {
        Beside::Open
    }
}

fn sum(parts: &[&Observation]) -> Result<Interval, Overflow> {
    // None of them falls below nought: beside 60, "fewer than 10" makes it no less.
    let mut intervals = parts.iter().filter_map(|part| part.figure.interval()).map(from_nought);
    intervals.try_fold(Interval::exact(Decimal::ZERO), Interval::checked_add)
}

fn told(
    dataset: &Dataset,
    whole: &Observation,
    [known, missing]: [usize; 2],
    values: [Interval; 2],
    beside: Beside,
) -> Bilingual {
    let of = subject(dataset, whole);
    let [sum, limit] = values.map(|value| number(value, Origin::Stated));
    let unit = money(dataset, &whole.measure);
    let many = count(known);
    let part = match known {
        1 => Bilingual::new("جزء", "the part is"),
        _ => Bilingual::new(
            format!("{} جزء با هم", many.fa),
            format!("{} parts together are", many.en),
        ),
    };
    let (fa, en) = outcome(beside);
    let without = without_figure(missing);
    Bilingual::new(
        format!(
            "{}: {} {} است و کل {}{}؛ {fa}{}",
            of.fa, part.fa, sum.fa, limit.fa, unit.fa, without.fa
        ),
        format!(
            "{}: {} {} and the whole is {}{}; {en}{}",
            of.en, part.en, sum.en, limit.en, unit.en, without.en
        ),
    )
}

const fn outcome(beside: Beside) -> (&'static str, &'static str) {
    match beside {
        Beside::NotMore => ("از کل بیشتر نیست.", "this is not more than the whole."),
        Beside::Rounded => (
            "از کل بیشتر است، ولی نه بیش از آنچه از گردکردن رقم‌ها برمی‌آید.",
            "this is more than the whole, but no more than their rounding explains.",
        ),
        Beside::Open => (
            "کران‌ها نمی‌گویند که از کل بیشتر است یا نه.",
            "the bounds leave open whether this is more than the whole.",
        ),
        Beside::More => ("از کل بیشتر است.", "this is more than the whole."),
    }
}

/// Parts that were not added up: none of them is nought.
fn without_figure(missing: usize) -> Bilingual {
    if missing == 0 {
        return Bilingual::default();
    }
    let words = ["part has no figure and was left out", "parts have no figure and were left out"];
    let many = counted_as(missing, words);
    Bilingual::new(format!(" {} جزء رقم ندارد و شمرده نشد.", many.fa), format!(" {}.", many.en))
}
