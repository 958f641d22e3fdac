//! One figure, one observation: the same statement must not enter the data twice.

use crate::diag::{Bilingual, Diagnostic};
use crate::model::{ActionStatus, Dataset, Observation, ObservationId, Scenario, Stage};
use crate::store::code;
use crate::store::entry::Entry;
use crate::store::resolve;

/// The figure that already says what this form says: same measure, place, period, scenario, stage,
/// action status, programme, scope and document.
///
/// `correcting` is left out of the search.
pub fn told_twice(
    dataset: &Dataset,
    entry: &Entry,
    correcting: Option<&ObservationId>,
) -> Option<ObservationId> {
    let place = resolve::place(dataset, entry).ok()?;
    let period = resolve::period(entry).ok()?;
    let scenario: Option<Scenario> = code::optional(&entry.scenario)?;
    let stage: Option<Stage> = code::optional(&entry.stage)?;
    let action_status: Option<ActionStatus> = code::optional(&entry.action_status)?;
    let programme = resolve::programme(dataset, entry).ok()?;
    let same = |known: &&Observation| {
        known.measure.as_str() == entry.measure
            && known.place == place
            && known.period == period
            && known.scenario == scenario
            && known.stage == stage
            && known.action_status == action_status
            && known.programme == programme
            && (known.scope.fa == entry.scope || known.scope.en == entry.scope)
            && same_document(dataset, known, entry)
            && Some(&known.id) != correcting
    };
    dataset.observations.values().find(same).map(|known| known.id.clone())
}

/// The same id, or a document of this device with the same title.
fn same_document(dataset: &Dataset, known: &Observation, entry: &Entry) -> bool {
    if !entry.source.is_empty() {
        return known.source.as_str() == entry.source;
    }
    let source = dataset.sources.get(&known.source);
    !entry.source_title.is_empty()
        && source.is_some_and(|source| source.title.fa == entry.source_title)
}

pub(super) fn check(
    dataset: &Dataset,
    entry: &Entry,
    correcting: Option<&ObservationId>,
    findings: &mut Vec<Diagnostic>,
) {
    if let Some(id) = told_twice(dataset, entry, correcting) {
        let message = Bilingual::new(
            format!("این رقم با همین شاخص، ناحیه، دوره و منبع از پیش هست («{id}»)"),
            format!("a figure of this measure, area, period and source is already there (“{id}”)"),
        );
        findings.push(
            Diagnostic::error("entry/told-twice", message)
                .with_hint(
                    "همان رقم را اصلاح کنید، یا بنویسید چه چیزی این دو را از هم جدا می‌کند.",
                    "Correct that figure instead, or say what tells the two apart.",
                )
                .at("", 0, "measure"),
        );
    }
}
