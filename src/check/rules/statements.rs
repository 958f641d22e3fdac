//! V18: what a document says without a figure gets none.

use super::{finding, subject};
use crate::check::index::Index;
use crate::check::naming::spoken;
use crate::diag::Bilingual;
use crate::model::{Finding, Statement, Verdict};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    index.dataset.statements.iter().filter_map(|one| given_a_figure(index, one)).collect()
}

fn given_a_figure(index: &Index<'_>, statement: &Statement) -> Option<Finding> {
    let measure = statement.measure.as_ref()?;
    let figures = index.told_in(measure, &statement.place, &statement.source).iter().copied();
    let figures: Vec<_> = figures.filter(|one| one.figure.value().is_some()).collect();
    let first = figures.first()?;
    let (of, summary) = (subject(index.dataset, first), spoken(&statement.summary));
    let message = Bilingual::new(
        format!("{}: سند آن را بی‌رقم می‌گوید («{}») و اینجا رقم دارد.", of.fa, summary.fa),
        format!(
            "{}: the document tells it without a figure (“{}”), and here it has one.",
            of.en, summary.en
        ),
    );
    Some(finding("V18", Verdict::Warn, &figures, message))
}
