//! A document in one line.

use super::words;
use crate::calendar::Period;
use crate::model::{Dataset, Precision, Published, SourceId, SourceKind};
use crate::text::Lang;
use crate::text::pick;

/// The date of publication as far as it is known; an inferred one says so.
pub(in crate::chart) fn published_text(published: &Published, lang: Lang) -> String {
    let words = words(lang);
    let label = Period::parse(&published.date).map(|period| period.label(lang));
    match (label, published.precision) {
        (Err(_), _) | (_, Precision::Unknown) => words.no_date.to_owned(),
        (Ok(label), precision) if precision.is_inferred() => format!("{label} {}", words.inferred),
        (Ok(label), _) => label,
    }
}

/// Publisher and date: «سبلان ما، ۱۸ اردیبهشت ۱۴۰۱».
pub(in crate::chart) fn source_text(dataset: &Dataset, id: &SourceId, lang: Lang) -> String {
    let Some(source) = dataset.sources.get(id) else { return id.to_string() };
    let publisher = pick(&source.publisher, lang);
    let name = if publisher.is_empty() { pick(&source.title, lang) } else { publisher };
    // A census table is known by its title; the day of its publication tells a reader nothing.
    let when = match source.kind {
        SourceKind::Census | SourceKind::List => pick(&source.title, lang).to_owned(),
        _ => published_text(&source.published, lang),
    };
    format!("{name}{}{when}", words(lang).comma)
}
