//! Figures and statements as lists of lines.

use super::card::figure;
use super::words::{pick, source_text};
use crate::list::Gather;
use crate::list::in_order;
use crate::model::{Dataset, SourceKind};
use crate::text::{CollationKey, Lang};

/// One figure in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Id of the figure.
    pub id: String,
    /// What, where, when: how much.
    pub text: String,
    /// Id of the document.
    pub source: String,
}

/// Figures that stand by themselves, in alphabetical order; the cells of census tables are left out.
pub fn listing(dataset: &Dataset, lang: Lang) -> Vec<Listed> {
    let single = dataset.observations.values().filter(|one| {
        let source = dataset.sources.get(&one.source);
        source.is_none_or(|source| source.kind != SourceKind::Census)
    });
    let list: Vec<(CollationKey, Listed)> = single
        .filter_map(|one| {
            let card = figure(dataset, &one.id, lang)?;
            let text = format!("{}: {}", card.name, card.value);
            Some((
                CollationKey::new(&text),
                Listed { id: one.id.to_string(), text, source: one.source.to_string() },
            ))
        })
        .gather();
    let list = in_order(list, |(one, _), (other, _)| one.cmp(other));
    list.into_iter().map(|(_, listed)| listed).gather()
}

/// One statement without a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Id.
    pub id: String,
    /// Id of the document.
    pub source: String,
    /// Theme.
    pub theme: String,
    /// What is said, in our words.
    pub summary: String,
    /// The few words of the document, verbatim.
    pub quote: String,
    /// Publisher and date.
    pub reference: String,
}

/// Every statement, in the order of the file.
pub fn statements(dataset: &Dataset, lang: Lang) -> Vec<Told> {
    let told = dataset.statements.iter().map(|one| Told {
        id: one.id.to_string(),
        source: one.source.to_string(),
        theme: one.theme.clone(),
        summary: pick(&one.summary, lang).to_owned(),
        quote: one.quote.clone(),
        reference: source_text(dataset, &one.source, lang),
    });
    told.gather()
}
