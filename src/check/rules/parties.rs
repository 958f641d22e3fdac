//! V14: the shares of the parties of a project are the whole project.

use super::{finding, with_values};
use crate::check::Report;
use crate::check::index::Index;
use crate::check::naming::spoken;
use crate::check::silence::too_large;
use crate::check::words::{Origin, number};
use crate::diag::Bilingual;
use crate::model::{Finding, Project, Verdict};
use crate::number::{Decimal, Interval, Overflow};

pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    for project in index.dataset.registers.projects.iter().filter(|one| !one.parties.is_empty()) {
        match whole(project) {
            Ok(found) => report.findings.push(found),
            Err(Overflow) => report.skipped.push(too_large("V14", &spoken(&project.name))),
        }
    }
}

fn whole(project: &Project) -> Result<Finding, Overflow> {
    let all = Decimal::from_int(100);
    let shares = project.shares().ok_or(Overflow)?;
    let tolerance = project.rounding().ok_or(Overflow)?;
    let verdict = match project.is_shared_out().ok_or(Overflow)? {
        true => Verdict::Pass,
        false => Verdict::Fail,
    };
    let sum = told(shares);
    let rounding = if tolerance.is_zero() { Bilingual::default() } else { allowed(tolerance) };
    let name = spoken(&project.name);
    let message = Bilingual::new(
        format!("{}: سهم طرف‌ها با هم {} درصد است و باید ۱۰۰ باشد{}.", name.fa, sum.fa, rounding.fa),
        format!(
            "{}: the shares of the parties are {} percent and must be 100{}.",
            name.en, sum.en, rounding.en
        ),
    );
    let found = with_values(finding("V14", verdict, &[], message), all, shares);
    Ok(Finding { tolerance: tolerance.to_string(), ..found })
}

/// What the shares may be away from the whole because they were rounded.
fn allowed(tolerance: Decimal) -> Bilingual {
    let half = told(tolerance);
    Bilingual::new(
        format!("؛ گردکردن سهم‌ها تا {} را روا می‌دارد", half.fa),
        format!("; their rounding allows for {}", half.en),
    )
}

fn told(value: Decimal) -> Bilingual {
    number(Interval::exact(value), Origin::Stated)
}
