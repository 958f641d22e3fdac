//! Terms of credit lines as figures: the yearly rate, and the most that one borrower is lent.

use super::count::Count;
use super::name_of;
use crate::diag::Bilingual;
use crate::list::join_said;
use crate::model::{CreditLine, Dataset, Figure, Missing, Observation, Place, Scenario};
use crate::number::Decimal;

/// Rate and cap of each line, with the group that it is for; its other terms stand in the note.
pub(super) fn figures(dataset: &Dataset) -> Vec<Observation> {
    let lines = &dataset.registers.credit_lines;
    lines.iter().flat_map(|line| terms(dataset, line)).collect()
}

fn terms(dataset: &Dataset, line: &CreditLine) -> impl Iterator<Item = Observation> {
    let unit = Some(line.unit.clone()).filter(|unit| !unit.as_str().is_empty());
    let terms = [("credit_line_rate", line.rate, None), ("credit_line_cap", line.cap, unit)];
    let counts = terms.map(|(measure, value, unit)| Count {
        id: format!("{measure}/{}", line.id),
        measure,
        place: Place::Unplaced,
        period: line.period,
        scope: scope(dataset, line),
        figure: told(value),
        unit,
        scenario: Scenario::Actual,
        action_status: None,
        note: other_terms(dataset, line),
        source: line.source.clone(),
        recorded: None,
    });
    let figures = counts.map(|count| {
        let figure = count.observation(dataset)?;
        Some(Observation { programme: Some(line.programme.clone()), ..figure })
    });
    figures.into_iter().flatten()
}

fn told(value: Option<Decimal>) -> Figure {
    value.map_or(Figure::Missing(Missing::NotReported), Figure::exact)
}

fn scope(dataset: &Dataset, line: &CreditLine) -> Bilingual {
    line.target.map_or_else(Bilingual::default, |group| name_of(dataset, "coop_line", group.code()))
}

/// Where the money comes from, who lends it, and by what law.
fn other_terms(dataset: &Dataset, line: &CreditLine) -> Bilingual {
    let mut bodies = dataset.registers.organisations.iter();
    let bank = bodies.find(|one| one.id == line.bank).map(|one| one.name.clone());
    let bank = bank.unwrap_or_default();
    let (fund, basis) = (&line.fund_source, &line.legal_basis);
    Bilingual::new(
        join_said(&[&fund.fa, &bank.fa, &basis.fa], "؛ "),
        join_said(&[&fund.en, &bank.en, &basis.en], "; "),
    )
}
