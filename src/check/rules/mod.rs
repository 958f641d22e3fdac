//! The rules that hold for every package, one file for each thing they look at. V6, V7 and V15 are not
//! among them: which figures are a rate a day, a sum, or a stock with what came and went, only a rule of
//! the package says.

mod dates;
#[cfg(feature = "complete")]
mod follow_up;
mod funnel;
mod groups;
mod hierarchy;
#[cfg(feature = "complete")]
mod limits;
mod parties;
mod parts;
mod plan_forms;
mod plan_words;
mod series;
mod spread;
mod stated_sums;
mod statements;
mod steps;
mod sums;
mod telling;
mod validity;
mod weekdays;

use super::Report;
use super::index::Index;
use super::naming::subject;
use crate::diag::{Bilingual, Diagnostic};
use crate::model::{Finding, Observation, Qualifier, Verdict};
use crate::number::Decimal;

/// Each says what it finds; in the order of their numbers, then what is outside the limits of its
/// measure, and last what was marked by hand.
pub(super) static RULES: &[fn(&Index<'_>, &mut Report)] = &[
    parts::check,
    hierarchy::check,
    |index, report| report.findings.extend(funnel::check(index)),
    |index, report| report.findings.extend(series::check(index)),
    |index, report| report.findings.extend(telling::check(index)),
    |index, report| report.findings.extend(dates::check(index)),
    |index, report| report.findings.extend(groups::check(index)),
    parties::check,
    |index, report| report.findings.extend(validity::check(index)),
    |index, report| report.findings.extend(statements::check(index)),
    #[cfg(feature = "complete")]
    |index, report| report.findings.extend(limits::check(index)),
    #[cfg(feature = "complete")]
    |index, report| report.findings.extend(follow_up::check(index)),
];

/// What only the reading of the package shows.
pub(super) fn of_reading(diagnostics: &[Diagnostic]) -> Vec<Finding> {
    dates::without_a_day(diagnostics)
}

/// A finding of one of these rules about some figures, in words.
fn finding(rule: &str, verdict: Verdict, figures: &[&Observation], message: Bilingual) -> Finding {
    Finding {
        rule: rule.to_owned(),
        check: String::new(),
        verdict,
        observations: figures.iter().map(|one| one.id.clone()).collect(),
        stated: String::new(),
        computed: String::new(),
        tolerance: String::new(),
        message,
        note: Bilingual::default(),
    }
}

/// The same with the two values that were set against each other.
fn with_values(finding: Finding, stated: Decimal, computed: Decimal) -> Finding {
    Finding { stated: stated.to_string(), computed: computed.to_string(), ..finding }
}

/// Whether a figure is only said to be about so much.
fn is_about(one: &Observation) -> bool {
    one.figure.qualifier() == Some(Qualifier::About)
}
