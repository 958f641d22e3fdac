//! V14: the shares of the parties of a project are the whole project.

use super::{finding, with_values};
use crate::check::index::Index;
use crate::check::words::{Origin, number};
use crate::diag::Bilingual;
use crate::model::{Finding, Project, Verdict};
use crate::number::{Decimal, Interval};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    index.dataset.registers.projects.iter().filter_map(whole).collect()
}

fn whole(project: &Project) -> Option<Finding> {
    let (all, shares) = (Decimal::from_int(100), project.shares()?);
    if project.parties.is_empty() {
        return None;
    }
    let verdict = if shares == all { Verdict::Pass } else { Verdict::Fail };
    let sum = number(Interval::exact(shares), Origin::Stated);
    let message = Bilingual::new(
        format!("{}: سهم طرف‌ها با هم {} درصد است و باید ۱۰۰ باشد.", project.name.fa, sum.fa),
        format!(
            "{}: the shares of the parties are {} percent and must be 100.",
            project.name.en, sum.en
        ),
    );
    Some(with_values(finding("V14", verdict, &[], message), all, shares))
}
