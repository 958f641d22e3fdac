//! The figures of a data set in an order in which a rule finds them.

use std::collections::{BTreeMap, BTreeSet};

use super::refused::Refused;
use crate::calendar::Period;
use crate::model::{
    Dataset, Dimensions, MeasureId, MeasureKind, Observation, Place, ProgrammeId, Scenario,
    SourceId, Stage,
};
use crate::number::Decimal;

/// Where a rule stands: figures agree with each other only inside one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot<'a> {
    pub(super) place: &'a Place,
    pub(super) source: &'a SourceId,
    pub(super) programme: Option<&'a ProgrammeId>,
    pub(super) scope: &'a str,
    pub(super) dimensions: &'a Dimensions,
    pub(super) scenario: Option<Scenario>,
    pub(super) period: Option<&'a Period>,
    /// Last, so that the stages of one funnel stand side by side.
    pub(super) stage: Option<Stage>,
}

impl<'a> Spot<'a> {
    pub(super) fn of(one: &'a Observation) -> Self {
        Self {
            place: &one.place,
            source: &one.source,
            programme: one.programme.as_ref(),
            scope: &one.scope.fa,
            dimensions: &one.dimensions,
            scenario: one.scenario,
            period: one.period.as_ref(),
            stage: one.stage,
        }
    }

    /// Everything but the stage: the figures of one funnel.
    pub(super) fn funnel(self) -> Self {
        Self { stage: None, ..self }
    }
}

/// All figures by measure, each list in the order of spots.
pub(super) struct Index<'a> {
    pub(super) dataset: &'a Dataset,
    measures: BTreeMap<&'a MeasureId, Vec<&'a Observation>>,
    pub(super) refused: Refused<'a>,
    /// English scopes by Persian ones, by which spots are told apart.
    scopes: BTreeMap<&'a str, &'a str>,
    /// Measures with a figure below nought.
    negative: BTreeSet<&'a MeasureId>,
}

impl<'a> Index<'a> {
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let (mut scopes, mut negative) = (BTreeMap::new(), BTreeSet::new());
        let mut measures: BTreeMap<&MeasureId, Vec<&Observation>> = BTreeMap::new();
        for one in dataset.observations.values() {
            measures.entry(&one.measure).or_default().push(one);
            if one.figure.value().is_some_and(Decimal::is_negative) {
                negative.insert(&one.measure);
            }
            if !one.scope.fa.is_empty() {
                scopes.insert(one.scope.fa.as_str(), one.scope.en.as_str());
            }
        }
        for list in measures.values_mut() {
            // What has a value comes first at its spot, a whole before its parts.
            list.sort_by_cached_key(|one| {
                (Spot::of(one), one.figure.value().is_none(), one.part_of.is_some())
            });
        }
        Self { dataset, measures, refused: Refused::of(dataset), scopes, negative }
    }

    /// Whether a measure counts things of which nothing is below nought.
    pub(super) fn is_never_negative(&self, measure: &MeasureId) -> bool {
        let kind = self.dataset.measures.get(measure).map(|measure| measure.kind);
        let counts = matches!(kind, Some(MeasureKind::Stock | MeasureKind::Flow));
        counts && !self.negative.contains(measure)
    }

    /// A scope in English; empty where it has none.
    pub(super) fn scope_en(&self, scope: &str) -> &'a str {
        self.scopes.get(scope).copied().unwrap_or_default()
    }

    /// Figures of one measure, in the order of spots.
    pub(super) fn of(&self, measure: &MeasureId) -> &[&'a Observation] {
        self.measures.get(measure).map_or(&[], Vec::as_slice)
    }

    /// All measures that have figures, with these.
    pub(super) fn measures(&self) -> impl Iterator<Item = (&'a MeasureId, &[&'a Observation])> {
        self.measures.iter().map(|(id, list)| (*id, list.as_slice()))
    }

    /// The figure of a measure at a spot: the first that has a value, a whole where there is one.
    pub(super) fn at(&self, measure: &MeasureId, spot: &Spot<'a>) -> Option<&'a Observation> {
        self.all_at(measure, spot).first().copied()
    }

    /// All figures of a measure at a spot.
    pub(super) fn all_at(&self, measure: &MeasureId, spot: &Spot<'a>) -> &[&'a Observation] {
        let list = self.of(measure);
        let start = list.partition_point(|one| Spot::of(one) < *spot);
        let end = list.partition_point(|one| Spot::of(one) <= *spot);
        list.get(start..end).unwrap_or_default()
    }

    /// Figures of a measure about one place in one document.
    pub(super) fn told_in(
        &self,
        measure: &MeasureId,
        place: &Place,
        source: &SourceId,
    ) -> &[&'a Observation] {
        let list = self.of(measure);
        let start = list.partition_point(|one| (&one.place, &one.source) < (place, source));
        let end = list.partition_point(|one| (&one.place, &one.source) <= (place, source));
        list.get(start..end).unwrap_or_default()
    }
}
