//! A measure that is computed: sum of numerators over sum of denominators, never a mean of ratios.

use super::answer::{Answer, Key, Row, Working};
use super::quotient::quotient;
use super::refuse::Reason;
use super::rollup::Resolved;
use super::run::{refusal, resolved, with_common};
use super::select::Selection;
use crate::list::Gather;
use crate::model::{Formula, Measure, Place};

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
    let mut denominators = resolved(selection, below);
    let mut denominator = |key: &Key| {
        let found = denominators.binary_search_by(|(other, _)| other.cmp(key)).ok()?;
        let slot = denominators.get_mut(found)?;
        Some(std::mem::replace(&mut slot.1, Err(Reason::NotDefined)))
    };
    for (key, top) in resolved(selection, above) {
        let bottom = denominator(&key).unwrap_or(Err(Reason::NotDefined));
        let row = top.and_then(|top| row(measure, formula, key.clone(), &top, &bottom?));
        match row {
            Ok(row) => answer.rows.push(row),
            Err(reason) => answer.refused.push(refusal(selection.dataset, reason, &key)),
        }
    }
    answer
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
    if !places(top).eq(places(bottom)) {
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
fn places<'a>(resolved: &Resolved<'a>) -> impl Iterator<Item = &'a Place> {
    let reported = resolved.used.iter().copied().filter(|one| one.figure.value().is_some());
    reported.map(|one| &one.place)
}
