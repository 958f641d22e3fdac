//! V8 and V9: one figure is one observation, and a plan is no payment.

use std::collections::BTreeMap;

use super::plan_words::{Said, said, tells_an_event};
use super::{finding, subject};
use crate::check::index::{Index, Spot};
use crate::check::naming::money;
use crate::check::words::{Origin, number};
use crate::diag::Bilingual;
use crate::model::{
    ActionStatus, Dataset, Figure, Finding, Observation, ObservationId, Scenario, Stage, Verdict,
};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, figures) in index.measures() {
        for same in figures.chunk_by(|one, other| Spot::of(one) == Spot::of(other)) {
            findings.extend(twice(index.dataset, same));
        }
        findings.extend(figures.iter().filter_map(|one| planned_as_paid(index, one)));
    }
    findings
}

/// Figures of one key that stand in several rows, each with the one before it: a figure is one row, and has
/// one value. A part is not set beside its whole.
fn twice(dataset: &Dataset, same: &[&Observation]) -> Vec<Finding> {
    type Apart<'a> = (Option<ActionStatus>, Option<&'a ObservationId>);
    let mut equal: BTreeMap<(Figure, Option<ActionStatus>), &Observation> = BTreeMap::new();
    let mut known: BTreeMap<Apart<'_>, &Observation> = BTreeMap::new();
    let mut findings = Vec::new();
    for one in same.iter().filter(|one| one.figure.value().is_some()) {
        let same_value = equal.insert((one.figure, one.action_status), one);
        let same_key = known.insert((one.action_status, one.part_of.as_ref()), one);
        let Some(before) = same_value.or(same_key) else { continue };
        let message = told_twice(dataset, before, one);
        findings.push(finding("V8", Verdict::Fail, &[before, one], message));
    }
    findings
}

fn told_twice(dataset: &Dataset, before: &Observation, one: &Observation) -> Bilingual {
    let of = subject(dataset, one);
    let values = [before, one].map(|one| one.figure.interval());
    let [Some(first), Some(second)] = values else { return of };
    if before.figure == one.figure {
        return Bilingual::new(
            format!(
                "{}: یک رقم در دو ردیف؛ آن را یک بار بنویسید و در آن بگویید چند بار گفته شده است.",
                of.fa
            ),
            format!(
                "{}: one figure in two rows; write it once, and how often it is told in mentions.",
                of.en
            ),
        );
    }
    let [first, second] = [first, second].map(|value| number(value, Origin::Stated));
    let unit = money(dataset, &one.measure);
    Bilingual::new(
        format!(
            "{}: یک رقم با دو مقدار، {} و {}{}؛ نادرست را بردارید، یا بگویید در چه با هم فرق دارند: موضوع، مرحله، برنامه.",
            of.fa, first.fa, second.fa, unit.fa
        ),
        format!(
            "{}: one figure with two values, {} and {}{}; take the wrong one away, or say in what they differ: scope, stage, programme.",
            of.en, first.en, second.en, unit.en
        ),
    )
}

/// What is said to have come about, and by its own words was planned. A payment is one also where it stands
/// elsewhere in its document as a plan and is nowhere said to be paid.
fn planned_as_paid(index: &Index<'_>, one: &Observation) -> Option<Finding> {
    let is_paid = one.stage == Some(Stage::Disbursed);
    let said = said(&one.wording.quote, one.wording.value);
    if !is_paid {
        let is_planned = one.scenario == Some(Scenario::Actual) && said == Some(Said::Planned);
        let is_plan = is_planned && !tells_an_event(&one.wording.quote, one.stage.is_some());
        return is_plan.then(|| read_as(index.dataset, &[one]));
    }
    let is_planned = one.scenario == Some(Scenario::Planned);
    if said == Some(Said::Paid) && !is_planned {
        return None;
    }
    let spot = Spot { stage: None, scenario: Some(Scenario::Planned), ..Spot::of(one) };
    let plans = index.all_at(&one.measure, &spot);
    let planned = plans.iter().copied().find(|plan| plan.figure == one.figure);
    if said.is_none() && planned.is_none() && !is_planned {
        return None;
    }
    let mut figures = vec![one];
    figures.extend(planned);
    Some(read_as(index.dataset, &figures))
}

/// In words: the first of the figures is a plan.
fn read_as(dataset: &Dataset, figures: &[&Observation]) -> Finding {
    let first = figures.first();
    let of = first.map(|one| subject(dataset, one)).unwrap_or_default();
    let message = if first.is_some_and(|one| one.stage == Some(Stage::Disbursed)) {
        Bilingual::new(
            format!("{}: برنامه است و پرداخت خوانده شده؛ مرحلهٔ پول را خالی بگذارید.", of.fa),
            format!("{}: a plan that is read as paid; leave the money stage empty.", of.en),
        )
    } else {
        Bilingual::new(
            format!(
                "{}: نقل‌قول از برنامه می‌گوید و رقم عملکرد خوانده شده؛ سناریو را «برنامه» بنویسید.",
                of.fa
            ),
            format!(
                "{}: the quote tells a plan that is read as what came about; the scenario is “planned”.",
                of.en
            ),
        )
    };
    finding("V9", Verdict::Fail, figures, message)
}
