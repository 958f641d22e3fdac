//! A measure that is computed: sum of numerators over sum of denominators, never a mean of ratios.

use super::answer::{Answer, Key, Row, Working};
use super::quotient::quotient;
use super::refuse::Reason;
use super::rollup::Resolved;
use super::run::{refusal, resolved, with_common};
use super::select::Selection;
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::list::{Gather, insert_sorted};
use crate::model::{Dimensions, Formula, Measure, Observation, Place, Scenario, TimeRule};

/// One row for each cell that has both a numerator and a denominator.
pub(super) fn rows<'a>(
    selection: &Selection<'a>,
    measure: &'a Measure,
    formula: &'a Formula,
) -> Answer {
    let mut answer = Answer::default();
    let measures = &selection.dataset.measures;
    let (Some(above), Some(below)) =
        (measures.get(&formula.numerator), measures.get(&formula.denominator))
    else {
        answer.refused.push(Reason::UnknownMeasure.diagnostic(measure.id.as_str()));
        return answer;
    };
    let denominators = Denominators::new(selection, below);
    let flows = are_flows(above, below);
    for (key, top) in resolved(selection, above) {
        let bottom = denominators.at(&key);
        let row = top.and_then(|top| {
            let sides = [&top, bottom?];
            one_scenario(selection, [above, below], sides)?;
            row(measure, formula, key.clone(), sides, flows)
        });
        match row {
            Ok(row) => answer.rows.push(row),
            Err(reason) => answer.refused.push(refusal(selection.dataset, reason, &key)),
        }
    }
    answer
}

/// Every cell of what is divided by.
pub(super) struct Denominators<'a> {
    selection: Selection<'a>,
    cells: Vec<(Key, Result<Resolved<'a>, Reason>)>,
}

impl<'a> Denominators<'a> {
    pub(super) fn new(selection: &Selection<'a>, below: &'a Measure) -> Self {
        let selection = selection.below(&below.id);
        let cells = resolved(&selection, below);
        Self { selection, cells }
    }

    /// What a cell is divided by. One denominator may stand below several stages.
    pub(super) fn at(&self, key: &Key) -> Result<&Resolved<'a>, Reason> {
        let wanted = self.selection.key_below(key);
        let found = self.cells.binary_search_by(|(other, _)| other.cmp(&wanted));
        let cell = found.ok().and_then(|found| self.cells.get(found));
        cell.map_or(Err(Reason::NotDefined), |(_, cell)| cell.as_ref().map_err(|reason| *reason))
    }
}

fn row(
    measure: &Measure,
    formula: &Formula,
    key: Key,
    [top, bottom]: [&Resolved<'_>; 2],
    flows: bool,
) -> Result<Row, Reason> {
    let used: Vec<_> = top.used.iter().chain(&bottom.used).copied().gather();
    let with = |figure, working| Row {
        key: with_common(key, &used),
        measure: measure.id.clone(),
        figure,
        unit: measure.unit.clone(),
        coverage: top.coverage,
        working,
        evidence: used.iter().map(|one| one.id.clone()).gather(),
        references: Vec::new(),
        rank: None,
    };
    // Why the numerator is absent is why the ratio is.
    if top.figure.value().is_none() {
        return Ok(with(top.figure, None));
    }
    one_scope(&top.used, &bottom.used)?;
    // Sums over different places would divide what does not belong together.
    if ground(&top.used, flows) != ground(&bottom.used, flows) {
        let fewer_above = top.coverage.reported < bottom.coverage.reported;
        return Err(if fewer_above { Reason::NoNumerator } else { Reason::NotDefined });
    }
    let figure = quotient(formula.factor, &top.figure, &bottom.figure)?;
    let working = Working::Ratio {
        numerator: top.figure,
        numerator_measure: formula.numerator.clone(),
        denominator: bottom.figure,
        denominator_measure: formula.denominator.clone(),
        factor: formula.factor,
    };
    Ok(with(figure, Some(working)))
}

/// Whether both are sums over time, of which each must be over all of the other's days.
pub(super) fn are_flows(above: &Measure, below: &Measure) -> bool {
    [above, below].iter().all(|one| one.time_rule == TimeRule::Sum)
}

/// Refuses a fact by an intention, where both measures are told in one of the two: what was reached of what
/// was planned is never told otherwise.
fn one_scenario(
    selection: &Selection<'_>,
    measures: [&Measure; 2],
    sides: [&Resolved<'_>; 2],
) -> Result<(), Reason> {
    let [Some(top), Some(bottom)] = sides.map(scenario) else { return Ok(()) };
    let is_told = |measure: &Measure, scenario: Scenario| {
        let mut all = selection.dataset.observations.values();
        all.any(|one| one.measure == measure.id && one.scenario == Some(scenario))
    };
    let [above, below] = measures;
    let is_mixed = top != bottom && (is_told(below, top) || is_told(above, bottom));
    if is_mixed { Err(Reason::MixedScenarios) } else { Ok(()) }
}

/// Refuses what is said of some by what is said of others: women by men.
pub(super) fn one_scope(above: &[&Observation], below: &[&Observation]) -> Result<(), Reason> {
    fn said<'a>(used: &[&'a Observation]) -> Option<(&'a Bilingual, &'a Dimensions)> {
        used.first().map(|one| one.apart()).filter(|(scope, _)| !scope.is_empty())
    }
    let differ = said(above).zip(said(below)).is_some_and(|(above, below)| above != below);
    if differ { Err(Reason::SeveralFigures) } else { Ok(()) }
}

/// Fact or intention.
pub(super) fn scenario(side: &Resolved<'_>) -> Option<Scenario> {
    side.used.iter().find_map(|one| one.scenario)
}

/// Where the reported figures are from, in order, and of flows over how many days in each place.
pub(super) fn ground<'a>(used: &[&'a Observation], flows: bool) -> Vec<(&'a Place, i32)> {
    let mut spans: Vec<(&Place, Option<Period>)> = Vec::new();
    for one in used.iter().filter(|one| one.figure.value().is_some()) {
        insert_sorted(&mut spans, (&one.place, one.period));
    }
    let mut ground: Vec<(&Place, i32)> = Vec::new();
    for (place, period) in spans {
        let days = period.filter(|_| flows).and_then(|period| period.days()).unwrap_or_default();
        match ground.last_mut() {
            Some((last, all)) if *last == place => *all += days,
            _ => ground.push((place, days)),
        }
    }
    ground
}
