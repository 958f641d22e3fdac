//! What stands below a chart: coverage, documents, notes, caveats and the change of base.

use super::evidence::Evidence;
use super::prepared::{Break, Datum};
use super::scene::SourceLine;
use super::table::Rows;
use super::view::View;
use super::words::{pick, put, source_text, words};
use crate::list::{Gather, join};
use crate::model::{Dataset, SourceId};
use crate::query::{Answer, Row};
use crate::text::{Lang, plain_integer};

/// «۲۴ از ۳۱»; nothing for figures that were named one by one, or where nothing else was expected.
pub(super) fn coverage(answer: &Answer, view: &View, lang: Lang) -> String {
    let coverage = answer.coverage;
    let query = &view.query;
    let named = !query.filter.observations.is_empty() || !query.pairs.is_empty();
    let single = answer.rows.len() <= 2 && coverage.reported == coverage.expected;
    if coverage.expected <= 1 || single || named {
        return String::new();
    }
    let number = |count: u32| plain_integer(i64::from(count), lang);
    put(words(lang).coverage, &[&number(coverage.reported), &number(coverage.expected)])
}

/// One line for each document behind the rows, in the order they appear.
pub(super) fn sources(dataset: &Dataset, rows: &[&Row], lang: Lang) -> Vec<SourceLine> {
    let mut lines: Vec<SourceLine> = Vec::new();
    let mut seen: Vec<&SourceId> = Vec::new();
    for id in rows.iter().flat_map(|row| &row.evidence) {
        let Some(observation) = dataset.observations.get(id) else { continue };
        if seen.contains(&&observation.source) {
            continue;
        }
        seen.push(&observation.source);
        lines.push(SourceLine {
            source: observation.source.to_string(),
            text: source_text(dataset, &observation.source, lang),
            evidence: vec![Evidence::figure(id)],
        });
    }
    lines
}

/// The documents behind one datum in one line, and what opens the card of each.
pub(super) fn documents(dataset: &Dataset, rows: &[&Row], lang: Lang) -> (String, Vec<Evidence>) {
    let mut texts = Vec::new();
    let mut evidence = Vec::new();
    for line in sources(dataset, rows, lang) {
        texts.push(line.text);
        evidence.extend(line.evidence);
    }
    (join(&texts, " · "), evidence)
}

pub(super) fn notes(dataset: &Dataset, answer: &Answer, view: &View, lang: Lang) -> Vec<String> {
    let mut notes: Vec<String> =
        answer.refused.iter().map(|refused| sentence(pick(&refused.message, lang))).gather();
    notes.extend(view.notes.iter().map(|note| pick(note, lang).to_owned()));
    if answer.rows.iter().any(|row| row.working.is_some()) {
        notes.push(words(lang).computed.to_owned());
    }
    let evidence = answer.rows.iter().flat_map(|row| &row.evidence);
    let inferred = evidence
        .filter_map(|id| dataset.observations.get(id))
        .filter_map(|one| dataset.sources.get(&one.source))
        .any(|source| source.published.precision.is_inferred());
    if inferred {
        notes.push(words(lang).inferred_note.to_owned());
    }
    notes.dedup();
    notes
}

/// A message as a sentence of its own: Latin letters begin it with a capital.
fn sentence(message: &str) -> String {
    let mut sentence = message.to_owned();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// The caveats of pairs, each once; of several pairs each is named.
pub(super) fn caveats(data: &[Datum<'_>], rows: Rows, lang: Lang) -> Vec<String> {
    let second = data.iter().skip(1).step_by(2);
    let caveats = second.filter(|datum| rows == Rows::Pairs && !datum.note.is_empty());
    let named = |datum: &Datum<'_>| match data.len() {
        0..=2 => datum.note.clone(),
        _ => format!("{}{}{}", datum.series, words(lang).colon, datum.note),
    };
    caveats.map(named).gather()
}

/// The change of base of the measure, if figures stand on both sides of it.
pub(super) fn base_change(dataset: &Dataset, rows: &[&Row], lang: Lang) -> Option<Break> {
    let change = dataset.measures.get(&rows.first()?.measure)?.base_change.as_ref()?;
    let start = change.at.start()?;
    let starts = || rows.iter().filter_map(|row| row.key.period?.start());
    if !starts().any(|day| day < start) || !starts().any(|day| day >= start) {
        return None;
    }
    let (before, after) = (pick(&change.before, lang), pick(&change.after, lang));
    Some(Break {
        text: put(words(lang).base_changed, &[&change.at.label(lang), before, after]),
        at: change.at,
        before: before.to_owned(),
        after: after.to_owned(),
    })
}
