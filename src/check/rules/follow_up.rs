//! Figures that somebody marked to be looked at again: no rule, but they are listed with the rest.

use super::{finding, subject};
use crate::check::index::Index;
use crate::diag::Bilingual;
use crate::model::{Finding, Observation, Verdict};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    let marked = index.dataset.follow_up.iter();
    let known = marked.filter_map(|id| index.dataset.observations.get(id));
    known.map(|one| to_look_at(index, one)).collect()
}

/// With the note of the figure, which says why.
fn to_look_at(index: &Index<'_>, one: &Observation) -> Finding {
    let of = subject(index.dataset, one);
    let message = Bilingual::new(
        format!("{}: برای پیگیری نشان شده است.", of.fa),
        format!("{}: marked for follow-up.", of.en),
    );
    Finding { note: one.note.clone(), ..finding("follow-up", Verdict::Warn, &[one], message) }
}
