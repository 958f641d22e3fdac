//! One counted figure as an observation like any other.

use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::model::{
    ActionStatus, AreaId, Dataset, Figure, Locator, MeasureId, Observation, ObservationId, Place,
    RegisterDay, Scenario, SourceId, Status, UnitId, Wording,
};
use crate::number::Decimal;

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
    /// Fact, or what was planned.
    pub(super) scenario: Scenario,
    /// How far what is counted has come.
    pub(super) action_status: Option<ActionStatus>,
    /// Why there is no value; may be empty.
    pub(super) note: Bilingual,
    /// The document of the register.
    pub(super) source: SourceId,
    /// Before this day nobody knew it; `None` where the register does not tell.
    pub(super) recorded: Option<Day>,
}

impl<'a> Count<'a> {
    /// A figure of an area and a period, which together with the measure name it.
    pub(super) fn of_area(
        measure: &'a str,
        area: &AreaId,
        period: Period,
        figure: Figure,
        source: &SourceId,
    ) -> Self {
        Self {
            id: format!("{measure}/{area}/{}", period.id()),
            measure,
            place: Place::Area(area.clone()),
            period: Some(period),
            scope: Bilingual::default(),
            figure,
            unit: None,
            scenario: Scenario::Actual,
            action_status: None,
            note: Bilingual::default(),
            source: source.clone(),
            recorded: None,
        }
    }

    /// The same as counted on a day of the registers.
    pub(super) fn of_day(
        measure: &'a str,
        area: &AreaId,
        period: Period,
        figure: Figure,
        counted: &RegisterDay,
    ) -> Self {
        let count = Self::of_area(measure, area, period, figure, &counted.source);
        Self { recorded: Some(counted.day), ..count }
    }

    /// The figure; `None` when the package does not declare its measure.
    pub(super) fn observation(self, dataset: &Dataset) -> Option<Observation> {
        let declared = dataset.measures.get(&MeasureId::new(self.measure))?;
        let unit = self.unit.unwrap_or_else(|| declared.unit.clone());
        let printed = |value| dataset.units.from_base(value, &unit)?.ok();
        let upper = match self.figure {
            Figure::Value { upper, .. } => upper,
            Figure::Missing(_) => None,
        };
        let wording = Wording {
            value: self.figure.value().and_then(printed),
            upper: upper.and_then(printed),
            unit: unit.clone(),
            quote: String::new(),
            mentions: 1,
        };
        Some(Observation {
            id: ObservationId::new(self.id),
            measure: declared.id.clone(),
            place: self.place,
            period: self.period,
            scenario: Some(self.scenario),
            stage: None,
            action_status: self.action_status,
            programme: None,
            dimensions: Vec::new(),
            scope: self.scope,
            figure: self.figure,
            wording,
            status: Status::Confirmed,
            part_of: None,
            source: self.source,
            recorded: self.recorded,
            locator: Locator::NotRecorded,
            note: self.note,
        })
    }
}

/// A number of things as a figure.
pub(super) fn number(count: usize) -> Figure {
    Figure::exact(Decimal::from_int(i64::try_from(count).unwrap_or(i64::MAX)))
}
