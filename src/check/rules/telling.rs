//! V8 and V9: one figure is one observation, and a plan is no payment.

use super::{finding, subject};
use crate::check::index::{Index, Spot};
use crate::diag::Bilingual;
use crate::model::{Dataset, Finding, Observation, Scenario, Stage, Verdict};
use crate::text::key;

/// Words of a plan, in the folded form of [`key`].
const PLANS: [&str; 4] = ["برنامه ریزی", "پیش بینی", "خواهد شد", "در نظر گرفته"];

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

/// Figures of one key and one value that stand in several rows.
fn twice(dataset: &Dataset, same: &[&Observation]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, one) in same.iter().enumerate() {
        let again = same.iter().skip(place + 1).find(|other| {
            other.figure == one.figure
                && other.action_status == one.action_status
                && one.figure.value().is_some()
        });
        findings.extend(again.map(|other| {
            let of = subject(dataset, one);
            let message = Bilingual::new(
                format!("{}: یک رقم در دو ردیف؛ آن را یک بار بنویسید و شمار گفتن‌ها را در mentions.", of.fa),
                format!("{}: one figure in two rows; write it once, and how often it is told in mentions.", of.en),
            );
            finding("V8", Verdict::Fail, &[one, other], message)
        }));
    }
    findings
}

/// A payment whose own words speak of a plan, or that stands elsewhere in its document as a plan.
fn planned_as_paid(index: &Index<'_>, one: &Observation) -> Option<Finding> {
    if one.stage != Some(Stage::Disbursed) {
        return None;
    }
    let words = key(&one.wording.quote);
    let says_plan = PLANS.iter().any(|plan| words.contains(&key(plan)));
    let spot = Spot { stage: None, scenario: Some(Scenario::Planned), ..Spot::of(one) };
    let planned = index.at(&one.measure, &spot).filter(|plan| plan.figure == one.figure);
    if !says_plan && planned.is_none() && one.scenario != Some(Scenario::Planned) {
        return None;
    }
    let of = subject(index.dataset, one);
    let message = Bilingual::new(
        format!("{}: برنامه است و پرداخت خوانده شده؛ مرحلهٔ پول را خالی بگذارید.", of.fa),
        format!("{}: a plan that is read as paid; leave the money stage empty.", of.en),
    );
    let mut figures = vec![one];
    figures.extend(planned);
    Some(finding("V9", Verdict::Fail, &figures, message))
}
