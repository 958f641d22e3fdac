//! A figure beside the one before it in its own history.

use std::collections::BTreeMap;

use super::spread::{Far, History};
use crate::calendar::{Day, JalaliDate, Period, PeriodKind};
use crate::model::{
    ActionStatus, Dataset, Dimensions, MeasureKind, Observation, Place, ProgrammeId, Scenario,
    Stage, UnitId,
};
use crate::number::{Decimal, Ratio};

/// From one period to the next a column does not grow fifty times while another shrinks as much.
const SWING: i64 = 50;
/// So many amounts in another unit one after the other are no slips: the level is a new one.
const NEW_LEVEL: usize = 3;
/// With little history, ten times the last value is worth a look.
const JUMP: i64 = 10;

/// Over fifty times as much, or less than a fiftieth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Swing {
    Up,
    Down,
}

/// Of what an amount is ten or a thousand times, or a tenth or a thousandth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// Of the one before it.
    OfLast,
    /// Of what its history is used to.
    OfHistory,
}

/// A figure with the one before it, and what stands out.
pub(super) struct Stepped<'a> {
    pub(super) one: &'a Observation,
    pub(super) before: &'a Observation,
    pub(super) swing: Option<Swing>,
    /// Ten or a thousand times, up or down: most likely another unit.
    pub(super) slip: Option<Slip>,
    /// Far from its history, where that is long enough.
    pub(super) far: Option<Far>,
    /// How many times as much, or as little, is still usual, where it is more than that.
    pub(super) over: Option<i64>,
}

/// Only what lasts equally long, and is counted from the same part of the year, compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Length {
    Months(i32),
    Days(i32),
    /// Without an end it is like nothing but itself.
    Open(Period),
}

/// What the figures of one history have in common.
type Series<'a> = (
    &'a str,
    Option<&'a ProgrammeId>,
    (&'a str, &'a Dimensions),
    Option<Scenario>,
    Option<Stage>,
    // A part is no later state of its whole.
    (Option<ActionStatus>, bool),
    (PeriodKind, Length),
);

/// What stands out among the figures of one measure.
pub(super) fn steps<'a>(dataset: &'a Dataset, figures: &[&'a Observation]) -> Vec<Stepped<'a>> {
    histories(dataset, figures).values().flat_map(|history| of(dataset, history)).collect()
}

/// Figures of one thing in time, oldest first: of one place through the divisions where its ground is
/// known to be the same, whatever document tells them.
fn histories<'a>(
    dataset: &'a Dataset,
    figures: &[&'a Observation],
) -> BTreeMap<Series<'a>, Vec<&'a Observation>> {
    let mut histories: BTreeMap<Series<'_>, Vec<&Observation>> = BTreeMap::new();
    for one in figures {
        let kind = dataset.measures.get(&one.measure).map(|measure| measure.kind);
        let counts = matches!(kind, Some(MeasureKind::Stock | MeasureKind::Flow));
        let single = one.figure.interval().is_some_and(|interval| interval.single().is_some());
        let Some(period) = one.period.filter(|_| counts && single) else { continue };
        let key = (
            ground(dataset, &one.place),
            one.programme.as_ref(),
            (one.scope.fa.as_str(), &one.dimensions),
            one.scenario,
            one.stage,
            (one.action_status, one.part_of.is_some()),
            (period.kind(), length(period)),
        );
        histories.entry(key).or_default().push(one);
    }
    for history in histories.values_mut() {
        history.sort_by_key(|one| one.period.and_then(|period| period.start()));
    }
    histories
}

/// In months where both ends are those of months: a leap year is as long as another.
fn length(period: Period) -> Length {
    let Some((start, end)) = period.start().zip(period.end()) else { return Length::Open(period) };
    let date = |day: Day| JalaliDate::from_day(day);
    let (first, after) = (date(start), date(end));
    if first.day() != 1 || after.day() != 1 {
        return Length::Days(start.until(end));
    }
    let years = after.year() - first.year();
    Length::Months(years * 12 + i32::from(after.month()) - i32::from(first.month()))
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

/// What follows a slip is set beside what was before it: one slip is told once, and not again of its neighbour.
fn of<'a>(dataset: &Dataset, figures: &[&'a Observation]) -> Vec<Stepped<'a>> {
    let mut history = History::default();
    let mut stepped = Vec::new();
    let mut before: Option<&Observation> = None;
    let mut slipped: Vec<Decimal> = Vec::new();
    for one in figures {
        let Some(value) = one.figure.value() else { continue };
        let found = before.and_then(|before| step(dataset, &history, before, one));
        if found.as_ref().is_none_or(|found| found.slip.is_none()) {
            slipped.clear();
            stepped.extend(found);
            history.push(value);
            before = Some(one);
            continue;
        }
        let patience = if history.is_short() { 1 } else { NEW_LEVEL };
        if slipped.len() < patience {
            slipped.push(value);
            stepped.extend(found);
            continue;
        }
        history = History::default();
        slipped.drain(..).for_each(|value| history.push(value));
        history.push(value);
        before = Some(one);
    }
    stepped
}

fn step<'a>(
    dataset: &Dataset,
    history: &History,
    before: &'a Observation,
    one: &'a Observation,
) -> Option<Stepped<'a>> {
    let (last, value) = before.figure.value().zip(one.figure.value())?;
    if [last, value].iter().any(|side| side.is_zero() || side.is_negative()) {
        return None;
    }
    let unit = dataset.measures.get(&one.measure).map(|measure| &measure.unit);
    let is_money = unit == Some(&UnitId::new("rial"));
    let slip = if is_money { slip(history, last, value) } else { None };
    let swing = match (times(SWING, last, value), times(SWING, value, last)) {
        (true, _) => Some(Swing::Up),
        (_, true) => Some(Swing::Down),
        _ => None,
    };
    let far = if history.is_short() { None } else { history.far(value) };
    let most = if history.is_short() { JUMP } else { SWING };
    let over = (times(most, last, value) || times(most, value, last)).then_some(most);
    let stands_out = slip.is_some() || far.is_some() || over.is_some();
    stands_out.then_some(Stepped { one, before, swing, slip, far, over })
}

/// Units of money are a factor of ten or of a thousand apart.
fn slip(history: &History, last: Decimal, value: Decimal) -> Option<Slip> {
    const FACTORS: [i64; 2] = [10, 1_000];
    if FACTORS.iter().any(|factor| near(last, value, *factor)) {
        return Some(Slip::OfLast);
    }
    FACTORS.iter().any(|factor| history.is_off_by(value, *factor)).then_some(Slip::OfHistory)
}

/// Whether one is more than so many times the other.
fn times(many: i64, few: Decimal, most: Decimal) -> bool {
    few.checked_mul(Decimal::from_int(many)).is_ok_and(|product| product < most)
}

/// Whether one is `factor` times the other, within two percent.
fn near(one: Decimal, other: Decimal, factor: i64) -> bool {
    let (few, many) = if one < other { (one, other) } else { (other, one) };
    let percent = Ratio::new(many, few).and_then(|ratio| ratio.rounded(4).ok());
    let Some(quotient) = percent else { return false };
    let part = |percent: i64| Decimal::new(i128::from(factor * percent), 2).unwrap_or_default();
    quotient >= part(98) && quotient <= part(102)
}
