//! What can be asked, with names for the controls of the explore page.

use serde::Serialize;

use crate::diag::Bilingual;
use crate::model::{Dataset, Level, Scenario, Stage};
use crate::query::{self, Offer};
use crate::text::Lang;

/// What one measure offers.
#[derive(Serialize)]
pub(super) struct OfferPart<'a> {
    id: String,
    #[serde(flatten)]
    name: &'a Bilingual,
    figures: u32,
    /// Amounts of money are only set side by side within one release and programme.
    money: bool,
    levels: Vec<Level>,
    periods: Vec<PeriodPart>,
    scenarios: Vec<Scenario>,
    stages: Vec<Stage>,
    sources: Vec<SourcePart<'a>>,
}

#[derive(Serialize)]
struct PeriodPart {
    id: String,
    fa: String,
    en: String,
}

#[derive(Serialize)]
struct SourcePart<'a> {
    id: &'a str,
    #[serde(flatten)]
    name: &'a Bilingual,
    figures: u32,
}

/// One offer for each measure that has figures.
pub(super) fn catalog(dataset: &Dataset) -> Vec<OfferPart<'_>> {
    query::catalog(dataset).iter().filter_map(|offer| part(dataset, offer)).collect()
}

fn part<'a>(dataset: &'a Dataset, offer: &Offer) -> Option<OfferPart<'a>> {
    let measure = dataset.measures.get(&offer.measure)?;
    let periods = offer.periods.iter().map(|period| PeriodPart {
        id: period.id(),
        fa: period.label(Lang::Fa),
        en: period.label(Lang::En),
    });
    let sources = offer.sources.iter().filter_map(|(id, figures)| {
        let source = dataset.sources.get(id)?;
        Some(SourcePart { id: source.id.as_str(), name: &source.title, figures: *figures })
    });
    Some(OfferPart {
        id: measure.id.to_string(),
        name: &measure.name,
        figures: offer.figures,
        money: measure.unit.as_str() == "rial",
        levels: offer.levels.clone(),
        periods: periods.collect(),
        scenarios: offer.scenarios.clone(),
        stages: offer.stages.clone(),
        sources: sources.collect(),
    })
}
