//! What a figure was before it was changed, for its source card.

use super::card::{CardRow, value_text};
use super::words::{pick, put, words};
use crate::calendar::Period;
use crate::list::{Gather, join_said};
use crate::model::{Dataset, Observation, Revision};
use crate::text::Lang;

/// A row for each change, the last change first; with who changed it, and why.
pub(super) fn history(dataset: &Dataset, one: &Observation, lang: Lang) -> Vec<CardRow> {
    let changes = dataset.revisions.iter().rev().filter(|change| change.observation == one.id);
    changes.map(|change| row(dataset, change, lang)).gather()
}

fn row(dataset: &Dataset, change: &Revision, lang: Lang) -> CardRow {
    let (before, not_there) = match lang {
        Lang::Fa => ("پیش از {}", "نبود"),
        Lang::En => ("Before {}", "not there"),
    };
    let day = Period::day(change.recorded).map(|day| day.label(lang)).unwrap_or_default();
    let value = change.before.as_ref().map(|one| value_text(dataset, one, lang));
    let value = value.unwrap_or_else(|| not_there.to_owned());
    let parts = [value.as_str(), pick(&change.by, lang), pick(&change.reason, lang)];
    CardRow { label: put(before, &[&day]), text: join_said(&parts, words(lang).comma) }
}
