//! How a figure came from what its document prints to the number that is shown.

use super::words::{number_text, pick, put, words};
use crate::calendar::Period;
use crate::list::join_said;
#[cfg(feature = "complete")]
use crate::model::is_moved;
use crate::model::{Dataset, Observation, Revision, Source, SourceKind};
use crate::text::Lang;

/// In a few words; empty where there is no number.
pub(super) fn processing(
    dataset: &Dataset,
    one: &Observation,
    source: &Source,
    lang: Lang,
) -> String {
    let words = words(lang);
    if one.figure.value().is_none() {
        return String::new();
    }
    #[cfg(feature = "complete")]
    if is_moved(one) {
        return words.computed.to_owned();
    }
    if one.is_counted() {
        return words.from_records.to_owned();
    }
    if let Some(change) = correction(dataset, one) {
        return corrected(change, lang);
    }
    match source.kind {
        SourceKind::Own => words.as_entered.to_owned(),
        SourceKind::Example => words.made_up.to_owned(),
        _ => converted(dataset, one, lang).unwrap_or_else(|| words.as_printed.to_owned()),
    }
}

/// The last change that gave the figure another value.
fn correction<'a>(dataset: &'a Dataset, one: &Observation) -> Option<&'a Revision> {
    let other = |before: &Observation| before.figure != one.figure;
    let corrects = |change: &&Revision| {
        change.observation == one.id && change.before.as_ref().is_some_and(other)
    };
    dataset.revisions.iter().rev().find(corrects)
}

/// When and by whom; what stood there before is told in a row of its own.
fn corrected(change: &Revision, lang: Lang) -> String {
    let words = words(lang);
    let day = Period::day(change.recorded).map(|day| day.label(lang)).unwrap_or_default();
    let when = put(words.corrected, &[&day]);
    join_said(&[&when, pick(&change.by, lang)], words.comma)
}

/// Tomans are shown in rials.
fn converted(dataset: &Dataset, one: &Observation, lang: Lang) -> Option<String> {
    let (value, unit) = (one.wording.value?, dataset.units.get(&one.wording.unit)?);
    if unit.exponent == 0 || !unit.id.as_str().ends_with("toman") {
        return None;
    }
    let rial = dataset.units.get(&unit.base).map_or("", |unit| pick(&unit.name, lang));
    let number = number_text(value, None, lang);
    let base = number_text(one.figure.value()?, None, lang);
    let sum = format!("{number}\u{A0}{} = {base}\u{A0}{rial}", pick(&unit.name, lang));
    Some(put(words(lang).converted, &[&sum]))
}
