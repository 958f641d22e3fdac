//! One counted figure as an observation like any other.

use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::model::{
    Dataset, Figure, Locator, MeasureId, Observation, ObservationId, Place, Scenario, SourceId,
    Status, UnitId, Wording,
};

/// What was counted.
pub(super) struct Count<'a> {
    pub(super) id: String,
    pub(super) measure: &'a str,
    pub(super) place: Place,
    pub(super) period: Option<Period>,
    /// What tells it apart from another count of the same measure and place.
    pub(super) scope: Bilingual,
    pub(super) figure: Figure,
    /// The unit that the register writes amounts in; that of the measure without one.
    pub(super) unit: Option<UnitId>,
    /// The document of the register.
    pub(super) source: SourceId,
}

impl Count<'_> {
    /// The figure; `None` when the package does not declare its measure.
    pub(super) fn observation(self, dataset: &Dataset) -> Option<Observation> {
        let declared = dataset.measures.get(&MeasureId::new(self.measure))?;
        let unit = self.unit.unwrap_or_else(|| declared.unit.clone());
        let printed = |value| dataset.units.from_base(value, &unit)?.ok();
        let wording = Wording {
            value: self.figure.value().and_then(printed),
            upper: None,
            unit: unit.clone(),
            quote: String::new(),
            mentions: 1,
        };
        Some(Observation {
            id: ObservationId::new(self.id),
            measure: declared.id.clone(),
            place: self.place,
            period: self.period,
            scenario: Some(Scenario::Actual),
            stage: None,
            action_status: None,
            programme: None,
            scope: self.scope,
            figure: self.figure,
            wording,
            status: Status::Confirmed,
            part_of: None,
            source: self.source,
            locator: Locator::NotRecorded,
            note: Bilingual::default(),
        })
    }
}
