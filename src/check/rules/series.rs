//! V5, V12 and V16: a figure against its own history.

use std::collections::BTreeMap;

use super::{finding, subject, with_values};
use crate::calendar::PeriodKind;
use crate::check::index::Index;
use crate::check::words::{Origin, number};
use crate::diag::Bilingual;
use crate::model::{
    ActionStatus, Dataset, Finding, MeasureKind, Observation, Place, ProgrammeId, Scenario, Stage,
    UnitId, Verdict,
};
use crate::number::{Decimal, Interval, Ratio};

/// From one period to the next a column does not grow fifty times while another shrinks as much.
const SWAP: i64 = 50;
/// With little history, ten times the last value is worth a look.
const JUMP: i64 = 10;
/// Values from which a spread can be told.
const HISTORY: usize = 5;
/// A modified z-score beyond this is an outlier (Iglewicz and Hoaglin, 1993): 3.5 ÷ 0.6745. It must be
/// off by half of the median too: few values that happen to lie close together say little.
const SPREAD: (i64, i64) = (35_000, 6_745);

/// What a step says of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Ten or a thousand times, up or down: most likely another unit.
    Unit,
    /// Over fifty times as much.
    Up,
    /// Less than a fiftieth.
    Down,
    /// Far from its history.
    Outlier,
}

/// A figure with the one before it.
struct Stepped<'a> {
    step: Step,
    one: &'a Observation,
    before: &'a Observation,
}

/// What the figures of one history have in common.
type History<'a> = (
    &'a str,
    Option<&'a ProgrammeId>,
    &'a str,
    Option<Scenario>,
    Option<Stage>,
    Option<ActionStatus>,
    PeriodKind,
);

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    let dataset = index.dataset;
    let mut stepped: Vec<Stepped<'_>> = Vec::new();
    for (_, figures) in index.measures() {
        for history in histories(dataset, figures).values() {
            stepped.extend(steps(dataset, history));
        }
    }
    let mut findings = Vec::new();
    for found in &stepped {
        let partner = stepped.iter().find(|other| are_swapped(found, other));
        findings.extend(match (found.step, partner) {
            (Step::Up, Some(other)) => Some(swap(dataset, found, other)),
            (Step::Down, Some(_)) => None,
            (Step::Unit, _) => Some(unit(dataset, found)),
            _ => Some(outlier(dataset, found)),
        });
    }
    findings
}

/// Figures of one thing in time, oldest first: of one place through the divisions where its ground is
/// known to be the same, whatever document tells them.
fn histories<'a>(
    dataset: &'a Dataset,
    figures: &[&'a Observation],
) -> BTreeMap<History<'a>, Vec<&'a Observation>> {
    let mut histories: BTreeMap<History<'a>, Vec<&'a Observation>> = BTreeMap::new();
    for one in figures {
        let kind = dataset.measures.get(&one.measure).map(|measure| measure.kind);
        let counts = matches!(kind, Some(MeasureKind::Stock | MeasureKind::Flow));
        let single = one.figure.interval().and_then(Interval::single).is_some();
        let Some(period) = one.period.filter(|_| counts && single) else { continue };
        let key = (
            ground(dataset, &one.place),
            one.programme.as_ref(),
            one.scope.fa.as_str(),
            one.scenario,
            one.stage,
            one.action_status,
            period.kind(),
        );
        histories.entry(key).or_default().push(one);
    }
    for history in histories.values_mut() {
        history.sort_by_key(|one| one.period.and_then(|period| period.start()));
    }
    histories
}

/// Id of the oldest area that covers the same ground.
fn ground<'a>(dataset: &'a Dataset, place: &'a Place) -> &'a str {
    let mut id = match place {
        Place::Area(id) => id,
        Place::Group(id) => return id.as_str(),
        Place::Unplaced => return "",
    };
    for _ in dataset.areas.divisions() {
        match dataset.areas.get(id).and_then(|area| area.continues.as_ref()) {
            Some(earlier) => id = earlier,
            None => break,
        }
    }
    id.as_str()
}

fn steps<'a>(dataset: &Dataset, history: &[&'a Observation]) -> Vec<Stepped<'a>> {
    // In order, so that the middle of a long history is at hand.
    let mut values: Vec<Decimal> = Vec::new();
    let mut stepped = Vec::new();
    let mut before: Option<&Observation> = None;
    for one in history {
        let Some(value) = one.figure.value() else { continue };
        let step = before.and_then(|before| {
            let last = before.figure.value()?;
            step(dataset, one, &values, last, value).map(|step| Stepped { step, one, before })
        });
        stepped.extend(step);
        let place = values.partition_point(|other| *other < value);
        values.insert(place, value);
        before = Some(one);
    }
    stepped
}

fn step(
    dataset: &Dataset,
    one: &Observation,
    history: &[Decimal],
    last: Decimal,
    value: Decimal,
) -> Option<Step> {
    if last.is_zero() || value.is_zero() || last.is_negative() || value.is_negative() {
        return None;
    }
    let unit = dataset.measures.get(&one.measure).map(|measure| &measure.unit);
    let is_money = unit == Some(&UnitId::new("rial"));
    let times = |many: i64, few: Decimal, most: Decimal| {
        few.checked_mul(Decimal::from_int(many)).is_ok_and(|product| product < most)
    };
    if is_money && [10, 1_000].iter().any(|factor| near(last, value, *factor)) {
        return Some(Step::Unit);
    }
    if times(SWAP, last, value) {
        return Some(Step::Up);
    }
    if times(SWAP, value, last) {
        return Some(Step::Down);
    }
    let far = if history.len() < HISTORY {
        times(JUMP, last, value) || times(JUMP, value, last)
    } else {
        is_far(history, value).unwrap_or(false)
    };
    far.then_some(Step::Outlier)
}

/// Whether one is `factor` times the other, within two percent.
fn near(one: Decimal, other: Decimal, factor: i64) -> bool {
    let (few, many) = if one < other { (one, other) } else { (other, one) };
    let percent = Ratio::new(many, few).and_then(|ratio| ratio.rounded(4).ok());
    let Some(quotient) = percent else { return false };
    let part = |percent: i64| Decimal::new(i128::from(factor * percent), 2).unwrap_or_default();
    quotient >= part(98) && quotient <= part(102)
}

/// Whether the distance to the median of a sorted history is large, and beyond the usual one; `None`
/// on overflow.
fn is_far(history: &[Decimal], value: Decimal) -> Option<bool> {
    let middle = median(history)?;
    let distance = |one: Decimal| one.checked_sub(middle).ok().map(Decimal::abs);
    let away = distance(value)?;
    if away.checked_add(away).ok()? < middle.abs() {
        return Some(false);
    }
    let distances: Option<Vec<Decimal>> = history.iter().map(|one| distance(*one)).collect();
    let mut distances = distances?;
    distances.sort();
    let usual = median(&distances)?;
    let (top, bottom) = SPREAD;
    let limit = usual.checked_mul(Decimal::from_int(top)).ok()?;
    let reached = away.checked_mul(Decimal::from_int(bottom)).ok()?;
    Some(!usual.is_zero() && reached > limit)
}

/// The middle of sorted values, or half way between the two middle ones.
fn median(sorted: &[Decimal]) -> Option<Decimal> {
    let low = sorted.get(sorted.len().checked_sub(1)? / 2)?;
    let high = sorted.get(sorted.len() / 2)?;
    let half = Decimal::new(5, 1).ok()?;
    low.checked_add(*high).and_then(|sum| sum.checked_mul(half)).ok()
}

/// One up and one down of the same document, place and period, in two measures.
fn are_swapped(one: &Stepped<'_>, other: &Stepped<'_>) -> bool {
    let opposite =
        matches!((one.step, other.step), (Step::Up, Step::Down) | (Step::Down, Step::Up));
    let (left, right) = (one.one, other.one);
    opposite
        && left.measure != right.measure
        && (&left.source, &left.place, &left.period) == (&right.source, &right.place, &right.period)
}

fn swap(dataset: &Dataset, up: &Stepped<'_>, down: &Stepped<'_>) -> Finding {
    let [grown, shrunk] = [up, down].map(|stepped| change(dataset, stepped));
    let message = Bilingual::new(
        format!("{} و {}؛ شاید دو ستون جابه‌جا شده‌اند.", grown.fa, shrunk.fa),
        format!("{}, and {}; perhaps two columns were exchanged.", grown.en, shrunk.en),
    );
    finding("V5", Verdict::Fail, &[up.one, up.before, down.one, down.before], message)
}

fn unit(dataset: &Dataset, stepped: &Stepped<'_>) -> Finding {
    let change = change(dataset, stepped);
    let message = Bilingual::new(
        format!(
            "{}: نزدیک به ده یا هزار برابر، یا یک دهم یا یک هزارم؛ واحد (ریال، تومان، میلیون، میلیارد) را بسنجید.",
            change.fa
        ),
        format!(
            "{}: close to ten or a thousand times, or a tenth or a thousandth; check the unit (rial, toman, million, billion).",
            change.en
        ),
    );
    told("V12", Verdict::Fail, stepped, message)
}

fn outlier(dataset: &Dataset, stepped: &Stepped<'_>) -> Finding {
    let change = change(dataset, stepped);
    let message = Bilingual::new(
        format!("{}: دور از پیشینهٔ خود.", change.fa),
        format!("{}: far from its history.", change.en),
    );
    told("V16", Verdict::Warn, stepped, message)
}

fn told(rule: &str, verdict: Verdict, stepped: &Stepped<'_>, message: Bilingual) -> Finding {
    let found = finding(rule, verdict, &[stepped.one, stepped.before], message);
    match (stepped.one.figure.value(), stepped.before.figure.value()) {
        (Some(value), Some(last)) => with_values(found, value, last),
        _ => found,
    }
}

/// «اعضا، ایران، ۱۳۹۶: از ۱۸٬۱۷۳ به ۷۹۸٬۴۱۶».
fn change(dataset: &Dataset, stepped: &Stepped<'_>) -> Bilingual {
    let of = subject(dataset, stepped.one);
    let [from, to] = [stepped.before, stepped.one]
        .map(|one| number(Interval::exact(one.figure.value().unwrap_or_default()), Origin::Stated));
    Bilingual::new(
        format!("{}: از {} به {}", of.fa, from.fa, to.fa),
        format!("{}: from {} to {}", of.en, from.en, to.en),
    )
}
