//! A value for each so many of another measure: jobs per thousand people.

use super::answer::{Answer, Row, Working};
use super::derive::set;
use super::quotient::quotient;
use super::ratio::{Denominators, are_flows, ground, one_scope, scenario};
use super::refuse::Reason;
use super::rollup::Resolved;
use super::run::refusal;
use super::select::Selection;
use crate::list::Gather;
use crate::model::{Figure, Measure, MeasureId, Observation, UnitId};
use crate::number::Decimal;

/// Replaces each value by `factor × value ÷ that of the measure below`, of the same places and period.
pub(super) fn apply<'a>(
    selection: &Selection<'a>,
    measure: &Measure,
    below: &'a MeasureId,
    factor: i64,
    answer: &mut Answer,
) {
    let dataset = selection.dataset;
    let Some(below) = dataset.measures.get(below) else {
        return Reason::UnknownMeasure.empty(answer);
    };
    let denominators = Denominators::new(selection, below);
    let flows = are_flows(measure, below);
    let factor = Decimal::from_int(factor);
    let mut refused = Vec::new();
    for row in &mut answer.rows {
        let bottom = denominators.at(&row.key);
        let bottom =
            bottom.and_then(|bottom| belongs(selection, row, bottom, flows).map(|()| bottom));
        let derived = bottom.and_then(|bottom| quotient(factor, &row.figure, &bottom.figure));
        let working = bottom.ok().map(|bottom| Working::Ratio {
            numerator: row.figure,
            numerator_measure: row.measure.clone(),
            denominator: bottom.figure,
            denominator_measure: below.id.clone(),
            factor,
        });
        refused.extend(derived.err().map(|reason| refusal(dataset, reason, &row.key)));
        row.evidence
            .extend(bottom.iter().flat_map(|one| one.used.iter().map(|one| one.id.clone())));
        set(row, derived, working);
        row.unit = unit(measure, below, factor);
    }
    answer.refused.extend(refused);
}

/// Refuses a fact by an intention, and sums over different places or times: what is missing above and
/// counted below would make the result too small.
fn belongs(
    selection: &Selection<'_>,
    row: &Row,
    bottom: &Resolved<'_>,
    flows: bool,
) -> Result<(), Reason> {
    if row.key.scenario.zip(scenario(bottom)).is_some_and(|(above, below)| above != below) {
        return Err(Reason::MixedScenarios);
    }
    let observations = &selection.dataset.observations;
    let used: Vec<&Observation> =
        row.evidence.iter().filter_map(|id| observations.get(id)).gather();
    one_scope(&used, &bottom.used)?;
    let are_whole = row.coverage.is_whole() && bottom.coverage.is_whole();
    if matches!(row.figure, Figure::Missing(_))
        || are_whole
        || ground(&used, flows) == ground(&bottom.used, flows)
    {
        return Ok(());
    }
    Err(Reason::Partial)
}

/// A hundred times a part of the same kind is a percentage; else the value keeps its unit.
fn unit(measure: &Measure, below: &Measure, factor: Decimal) -> UnitId {
    let is_part = measure.unit == below.unit && factor == Decimal::from_int(100);
    if is_part { UnitId::new("percent") } else { measure.unit.clone() }
}
