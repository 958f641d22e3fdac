//! Totals of which a rule of the package says what their parts come to.

use crate::check::Report;
use crate::check::index::Index;
use crate::model::{Expression, Observation, Operation, Operator, Rule};

/// What rules of the package said of a total and its parts, which need not be said again.
pub(super) struct Sums<'a>(Vec<(&'a str, Vec<&'a str>)>);

impl<'a> Sums<'a> {
    /// Of the rules that were not skipped, those that say `part + part = whole`.
    pub(super) fn judged(index: &Index<'a>, report: &Report) -> Self {
        let is_judged =
            |rule: &&Rule| report.findings.iter().any(|one| one.check == rule.id.as_str());
        let equal = index.dataset.rules.iter().filter(|rule| rule.operator == Operator::Equal);
        Self(equal.filter(is_judged).filter_map(total).collect())
    }

    /// Whether all of these parts are among those of such a rule.
    pub(super) fn hold(&self, whole: &Observation, parts: &[&Observation]) -> bool {
        let is_named = |named: &[&str], one: &Observation| named.contains(&one.id.as_str());
        self.0.iter().any(|(total, named)| {
            *total == whole.id.as_str() && parts.iter().all(|part| is_named(named, part))
        })
    }
}

/// The figure on one side of a rule, and those that are added on the other.
fn total(rule: &Rule) -> Option<(&str, Vec<&str>)> {
    let [left, right] = [&rule.left, &rule.right].map(addends);
    match (left?, right?) {
        (sum, whole) if whole.len() == 1 && sum.len() > 1 => Some((*whole.first()?, sum)),
        (whole, sum) if whole.len() == 1 && sum.len() > 1 => Some((*whole.first()?, sum)),
        _ => None,
    }
}

/// The names of a sum of names.
fn addends(expression: &Expression) -> Option<Vec<&str>> {
    match expression {
        Expression::Name(name) => Some(vec![name.as_str()]),
        Expression::Both(left, Operation::Add, right) => {
            Some([addends(left)?, addends(right)?].concat())
        }
        _ => None,
    }
}
