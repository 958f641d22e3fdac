//! A measure that is computed: sum of numerators over sum of denominators, never a mean of ratios.

use super::answer::{Answer, Key, Row, Working};
use super::quotient::quotient;
use super::refuse::Reason;
use super::rollup::Resolved;
use super::run::{refusal, resolved, with_common};
use super::select::Selection;
use crate::list::Gather;
use crate::model::{Formula, Measure, Observation, Place};

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
    for (key, top) in resolved(selection, above) {
        let bottom = denominators.at(&key);
        let row = top.and_then(|top| row(measure, formula, key.clone(), &top, bottom?));
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
    top: &Resolved<'_>,
    bottom: &Resolved<'_>,
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
    // Sums over different places would divide what does not belong together.
    if !places(&top.used).eq(places(&bottom.used)) {
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

/// Where the figures are from, in order.
pub(super) fn places<'a>(used: &[&'a Observation]) -> impl Iterator<Item = &'a Place> {
    let reported = used.iter().copied().filter(|one| one.figure.value().is_some());
    reported.map(|one| &one.place)
}
