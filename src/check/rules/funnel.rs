//! V3 and V4: money comes no further than it has come before.

use std::collections::BTreeMap;

use super::{finding, is_about, subject, with_values};
use crate::check::index::{Index, Spot};
use crate::check::naming::{code_name, money};
use crate::check::words::{Origin, number};
use crate::diag::Bilingual;
use crate::model::{
    ActionStatus, Dataset, Finding, MeasureId, MeasureKind, Observation, Scenario, Stage, UnitId,
    Verdict,
};
use crate::number::{Bound, Decimal, Interval};

/// The stages of which no later one may be more.
const STAGES: [Stage; 4] = [Stage::Applied, Stage::Approved, Stage::Contracted, Stage::Disbursed];
/// What is paid, beside what it is paid out of and what went to the bank. More may be asked for than there
/// is, and approved for the year to come; what is paid out beyond is to be looked at. What is repaid is of
/// the loans of other years too, and is set beside nothing.
const PAID_OF: [&[Stage]; 2] = [
    &[Stage::Quota, Stage::Allocated, Stage::Disbursed],
    &[Stage::Applied, Stage::Referred, Stage::Disbursed],
];

/// What the figures of one funnel have in common beside their spot: what is planned does not become what is done,
/// nor a part its whole.
type Kind = (Option<ActionStatus>, bool);

fn kind(one: &Observation) -> Kind {
    (one.action_status, one.part_of.is_some())
}

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    let dataset = index.dataset;
    let all: Vec<Vec<&Observation>> = index
        .measures()
        .filter(|(id, _)| is_counted(dataset, id))
        .flat_map(|(_, figures)| figures.chunk_by(|one, other| same_funnel(one, other)))
        .flat_map(by_kind)
        .collect();
    let funnels: Vec<Vec<&Observation>> = all
        .iter()
        .map(|figures| stages(figures, &STAGES))
        .filter(|stages| stages.len() > 1)
        .collect();
    let widening = funnels.iter().flat_map(|funnel| widening(dataset, funnel));
    let beyond = all.iter().flat_map(|figures| beyond(dataset, figures));
    widening.chain(beyond).chain(frozen_amounts(dataset, &funnels)).collect()
}

/// The figures of one spot, those of one kind together. One figure by itself is no funnel.
fn by_kind<'a>(figures: &[&'a Observation]) -> Vec<Vec<&'a Observation>> {
    if figures.len() < 2 {
        return Vec::new();
    }
    let mut kinds: BTreeMap<Kind, Vec<&Observation>> = BTreeMap::new();
    for one in figures {
        kinds.entry(kind(one)).or_default().push(one);
    }
    kinds.into_values().collect()
}

/// V4, of each funnel of amounts beside the funnels that count what they are for.
fn frozen_amounts(dataset: &Dataset, funnels: &[Vec<&Observation>]) -> Vec<Finding> {
    let mut counts: BTreeMap<_, Vec<&[&Observation]>> = BTreeMap::new();
    for funnel in funnels.iter().filter(|funnel| !is_money(dataset, funnel)) {
        if let Some(first) = funnel.first() {
            counts.entry((Spot::of(first).funnel(), kind(first))).or_default().push(funnel);
        }
    }
    let mut findings = Vec::new();
    for amounts in funnels.iter().filter(|funnel| is_money(dataset, funnel)) {
        let together =
            amounts.first().and_then(|one| counts.get(&(Spot::of(one).funnel(), kind(one))));
        for counts in together.into_iter().flatten() {
            findings.extend(equal_while_falling(dataset, amounts, counts));
        }
    }
    findings
}

/// A rate, or a mean, may well rise from stage to stage.
fn is_counted(dataset: &Dataset, id: &MeasureId) -> bool {
    let kind = dataset.measures.get(id).map(|measure| measure.kind);
    matches!(kind, Some(MeasureKind::Stock | MeasureKind::Flow))
}

fn same_funnel(one: &Observation, other: &Observation) -> bool {
    one.measure == other.measure && Spot::of(one).funnel() == Spot::of(other).funnel()
}

/// One actual figure for each of the stages that has one, in their order.
fn stages<'a>(figures: &[&'a Observation], asked: &[Stage]) -> Vec<&'a Observation> {
    let at = |stage: Stage| {
        figures.iter().copied().find(|one| {
            one.stage == Some(stage)
                && one.scenario == Some(Scenario::Actual)
                && one.figure.interval().is_some()
        })
    };
    asked.iter().filter_map(|stage| at(*stage)).collect()
}

/// Each stage that is more than one before it, beside the nearest such, and whether bounds leave any open.
fn rises<'a>(funnel: &[&'a Observation]) -> (Vec<[&'a Observation; 2]>, bool) {
    let (mut rising, mut is_open) = (Vec::new(), false);
    for (place, after) in funnel.iter().enumerate() {
        // What the bounds of one stage leave open, the stage before it may tell.
        for before in funnel.iter().take(place).rev() {
            match step(before, after) {
                Step::Open => is_open = true,
                Step::Fewer => break,
                Step::More => {
                    rising.push([*before, *after]);
                    break;
                }
            }
        }
    }
    (rising, is_open)
}

fn widening(dataset: &Dataset, funnel: &[&Observation]) -> Vec<Finding> {
    let (rising, is_open) = rises(funnel);
    let told = |pair: [&Observation; 2]| {
        // What is only said to be about so much cannot be wrong by a little.
        let is_about = pair.iter().any(|one| is_about(one));
        more(dataset, pair, if is_about { Verdict::Warn } else { Verdict::Fail })
    };
    let mut findings: Vec<Finding> = rising.into_iter().map(told).collect();
    if findings.is_empty() && !is_open {
        findings.extend(funnel.first().map(|first| {
            let of = subject(dataset, first);
            let message = Bilingual::new(
                format!("{}: هیچ مرحله‌ای از مرحلهٔ پیش از خود بیشتر نیست.", of.fa),
                format!("{}: no stage is more than the one before.", of.en),
            );
            finding("V3", Verdict::Pass, funnel, message)
        }));
    }
    findings
}

/// What is paid beyond quota, allotment or what was referred; what went from stage to stage of [`STAGES`] is
/// told there.
fn beyond(dataset: &Dataset, figures: &[&Observation]) -> Vec<Finding> {
    let is_told = |pair: &[&Observation; 2]| pair.iter().all(|one| is_of_funnel(one));
    let rising = PAID_OF.into_iter().flat_map(|asked| rises(&stages(figures, asked)).0);
    let beyond = rising.filter(|pair| !is_told(pair));
    beyond.map(|pair| more(dataset, pair, Verdict::Warn)).collect()
}

fn is_of_funnel(one: &Observation) -> bool {
    one.stage.is_some_and(|stage| STAGES.contains(&stage))
}

/// The later of two stages is more.
fn more(dataset: &Dataset, pair: [&Observation; 2], verdict: Verdict) -> Finding {
    let [from, to] = pair.map(|one| one.figure.value().unwrap_or_default());
    let message = steps(dataset, pair[0], pair[1]);
    with_values(finding("V3", verdict, &pair, message), from, to)
}

/// What bounds tell of two stages.
enum Step {
    /// The later is no more than the earlier.
    Fewer,
    /// It is more.
    More,
    /// The bounds leave it open.
    Open,
}

fn step(before: &Observation, after: &Observation) -> Step {
    let intervals = before.figure.interval().zip(after.figure.interval());
    let difference = intervals.and_then(|(from, to)| to.checked_sub(from).ok());
    let nought = Decimal::ZERO;
    let more = Interval { low: Bound::NotReached(nought), high: Bound::Open };
    let fewer = Interval { low: Bound::Open, high: Bound::Reached(nought) };
    match difference {
        Some(difference) if difference.is_inside(more) => Step::More,
        Some(difference) if difference.is_inside(fewer) => Step::Fewer,
        _ => Step::Open,
    }
}

fn single(one: &Observation) -> Option<Decimal> {
    one.figure.interval().and_then(|interval| interval.single())
}

fn steps(dataset: &Dataset, before: &Observation, after: &Observation) -> Bilingual {
    let of = subject(dataset, before);
    let [early, late] = [before, after].map(|one| stage_name(dataset, one));
    let told = |one: &Observation| {
        let interval = one.figure.interval().unwrap_or(Interval::exact(Decimal::ZERO));
        number(interval, Origin::Stated)
    };
    let [from, to] = [before, after].map(told);
    let unit = money(dataset, &after.measure);
    Bilingual::new(
        format!(
            "{}: «{}» {} است و «{}» {}{}؛ مرحلهٔ بعدی بیشتر است.",
            of.fa, early.fa, from.fa, late.fa, to.fa, unit.fa
        ),
        format!(
            "{}: “{}” is {} and “{}” {}{}; the later stage is more.",
            of.en, early.en, from.en, late.en, to.en, unit.en
        ),
    )
}

fn stage_name(dataset: &Dataset, one: &Observation) -> Bilingual {
    code_name(dataset, "stage", one.stage.map_or("", Stage::code))
}

fn is_money(dataset: &Dataset, funnel: &[&Observation]) -> bool {
    let measure = funnel.first().and_then(|one| dataset.measures.get(&one.measure));
    measure.is_some_and(|measure| measure.unit == UnitId::new("rial"))
}

/// The same place, period, document and programme, and the same amount for fewer.
fn equal_while_falling(
    dataset: &Dataset,
    amounts: &[&Observation],
    counts: &[&Observation],
) -> Vec<Finding> {
    let count_at = |stage: Option<Stage>| counts.iter().copied().find(|one| one.stage == stage);
    let mut findings = Vec::new();
    for pair in amounts.windows(2) {
        let [before, after] = pair else { continue };
        let counted = count_at(before.stage).zip(count_at(after.stage));
        let Some((many, few)) = counted else { continue };
        let is_same = single(before).is_some() && single(before) == single(after);
        if is_same && single(few).zip(single(many)).is_some_and(|(few, many)| few < many) {
            findings.push(frozen(dataset, [before, after, many, few]));
        }
    }
    findings
}

fn frozen(dataset: &Dataset, figures: [&Observation; 4]) -> Finding {
    let [before, _, many, few] = figures;
    let of = subject(dataset, before);
    let [amount, many, few] = [before, many, few].map(|one| {
        let value = one.figure.value().unwrap_or_default();
        number(Interval::exact(value), Origin::Stated)
    });
    let unit = money(dataset, &before.measure);
    let message = Bilingual::new(
        format!(
            "{}: مبلغ {}{} می‌ماند و شمار از {} به {} می‌رسد.",
            of.fa, amount.fa, unit.fa, many.fa, few.fa
        ),
        format!(
            "{}: the amount stays {}{} while the count falls from {} to {}.",
            of.en, amount.en, unit.en, many.en, few.en
        ),
    );
    finding("V4", Verdict::Warn, &figures, message)
}
