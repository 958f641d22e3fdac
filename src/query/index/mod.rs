//! Figures laid out for adding up: numbers in rows, by measure, period and kind, made once for many
//! questions.
//!
//! A sum of half a million figures that are gathered anew for each question spends its time on ids and
//! lists, not on adding. Here a stretch of figures that [`super::run`] would add without a word (exact
//! ones, of areas of one level of one country, each area once, nothing mixed) is known beforehand.
//! Everything else goes the way of `run`, so that both give the same answer.

mod layout;
mod stretch;

use std::rc::Rc;

use super::answer::{Answer, Coverage, Key, Row, Working};
use super::cell::gather;
use super::columns::{Columns, columns_of};
use super::comparable;
use super::refuse::Reason;
use super::rollup::resolve;
use super::run::{overall, refusal, row, run, with_common};
use super::select::Selection;
use super::spec::{AreaSelection, By, Query};
use crate::list::{Gather, in_order};
use crate::model::{AreaRule, Dataset, Figure, Measure, Observation, ObservationId};
use crate::number::Decimal;
use layout::{Column, Layout};
use stretch::{Plain, Stretch};

/// A data set with its figures laid out.
pub struct Index {
    dataset: Rc<Dataset>,
    layout: Layout,
}

/// An answer whose evidence is named when it is asked for.
pub struct Sums {
    dataset: Rc<Dataset>,
    /// As [`super::run`] gives it; [`Row::evidence`] is empty where `behind` holds it.
    answer: Answer,
    /// For each row the places of its figures in the data set; empty where the row names them itself.
    behind: Vec<Vec<u32>>,
}

/// A cell with its key, before it is a row.
type Told = (Key, Result<(Row, Vec<u32>), Reason>);

impl Index {
    /// Lays the figures of a data set out.
    pub fn new(dataset: Rc<Dataset>) -> Self {
        let layout = Layout::new(&dataset);
        Self { dataset, layout }
    }

    /// Answers a query as [`super::run`] does. What is quicker is one measure that adds, of the whole
    /// country, by period; any filter may stand beside it.
    pub fn run(&self, query: &Query) -> Sums {
        match self.add(query) {
            Some((answer, behind)) => self.sums(answer, behind),
            None => self.sums(run(&self.dataset, query), Vec::new()),
        }
    }

    fn sums(&self, answer: Answer, behind: Vec<Vec<u32>>) -> Sums {
        Sums { dataset: Rc::clone(&self.dataset), answer, behind }
    }

    /// `None` for what is asked in another shape.
    fn add(&self, query: &Query) -> Option<(Answer, Vec<Vec<u32>>)> {
        let measure = self.dataset.measures.get(&query.measure)?;
        let column = self.layout.columns.get(&query.measure)?;
        if !is_sum_by_period(query) || !is_added(measure) || column.has_others {
            return None;
        }
        let selection = Selection::new(&self.dataset, query).ok()?;
        let told = self.told(&selection, measure, column);
        let (mut answer, mut behind) = (Answer::default(), Vec::new());
        for (key, cell) in in_order(told, |(one, _), (other, _)| one.cmp(other)) {
            match cell {
                Ok((row, places)) => {
                    answer.rows.push(row);
                    behind.push(places);
                }
                Err(reason) => answer.refused.push(refusal(&self.dataset, reason, &key)),
            }
        }
        comparable::check(&self.dataset, query, &mut answer);
        // Rows that do not compare are taken out, all of them.
        behind.truncate(answer.rows.len());
        answer.coverage = overall(&selection, &answer);
        Some((answer, behind))
    }

    /// Every cell of a measure, stretches of one period together.
    fn told(&self, selection: &Selection<'_>, measure: &Measure, column: &Column) -> Vec<Told> {
        let asked = self.layout.kinds.iter().map(|kind| self.at(*kind));
        let asked: Vec<bool> =
            asked.map(|one| one.is_some_and(|one| selection.is_of_kind(one))).gather();
        let is_asked = |stretch: &&Stretch| asked.get(stretch.kind as usize) == Some(&true);
        let mut told = Vec::new();
        for period in column.stretches.chunk_by(|one, other| one.period == other.period) {
            let stretches: Vec<&Stretch> = period.iter().filter(is_asked).gather();
            if !stretches.first().is_some_and(|one| selection.within_periods(Some(&one.period))) {
                continue;
            }
            let plain = match stretches.as_slice() {
                [only] => self.plain(measure, column, only),
                _ => None,
            };
            match plain {
                Some(cell) => told.push(cell),
                None => self.long_way(selection, measure, column, &stretches, &mut told),
            }
        }
        told
    }

    /// The sum of a stretch in which nothing stands against adding; `None` where something does.
    fn plain(&self, measure: &Measure, column: &Column, stretch: &Stretch) -> Option<Told> {
        let plain: &Plain = stretch.plain.as_ref()?;
        let (units, parts) = column.sum(stretch)?;
        let first = self.at(column.places.get(stretch.range.start).copied()?)?;
        let key = Key {
            area: Some(plain.country.clone()),
            period: Some(stretch.period),
            ..Key::default()
        };
        let row = Row {
            // All are alike in what a key tells.
            key: with_common(key.clone(), &[first]),
            measure: measure.id.clone(),
            figure: Figure::exact(Decimal::new(units, plain.scale).ok()?),
            unit: measure.unit.clone(),
            coverage: Coverage { reported: parts, expected: plain.expected },
            working: Some(Working::Sum { parts }),
            evidence: Vec::new(),
            references: Vec::new(),
            rank: None,
        };
        Some((key, Ok((row, column.places.get(stretch.range.clone())?.to_vec()))))
    }

    /// The cells of a period as any other question gets them.
    fn long_way(
        &self,
        selection: &Selection<'_>,
        measure: &Measure,
        column: &Column,
        stretches: &[&Stretch],
        told: &mut Vec<Told>,
    ) {
        let mut places: Vec<u32> = Vec::new();
        for stretch in stretches {
            places.extend(column.places.get(stretch.range.clone()).unwrap_or_default());
        }
        // In the order of the data set, as a search through it would find them.
        places.sort_unstable();
        let observations = places.iter().filter_map(|place| self.at(*place));
        for (key, cell) in gather(selection, observations) {
            let resolved = resolve(selection, measure, &cell);
            let row = resolved.map(|resolved| (row(measure, key.clone(), resolved), Vec::new()));
            told.push((key, row));
        }
    }

    fn at(&self, place: u32) -> Option<&Observation> {
        at(&self.dataset, place)
    }
}

impl Sums {
    /// The answer. Evidence is told by [`Sums::evidence`] only.
    pub fn answer(&self) -> &Answer {
        &self.answer
    }

    /// The answer as a table, but for its evidence.
    pub fn table(&self) -> Columns {
        columns_of(&self.dataset, &self.answer, |place| match self.behind.get(place) {
            // One status and one scope is of all that was added from the columns.
            Some(held) if !held.is_empty() => {
                let first = held.first().and_then(|place| at(&self.dataset, *place));
                first.map(|one| std::slice::from_ref(&one.id)).unwrap_or_default()
            }
            _ => self.answer.rows.get(place).map(|row| row.evidence.as_slice()).unwrap_or_default(),
        })
    }

    /// Figures behind a row, in order; none outside the answer.
    pub fn evidence(&self, row: usize) -> Vec<&ObservationId> {
        let named = self.answer.rows.get(row).into_iter().flat_map(|row| &row.evidence);
        let held = self.behind.get(row).into_iter().flatten();
        let held = held.filter_map(|place| at(&self.dataset, *place)).map(|one| &one.id);
        named.chain(held).gather()
    }
}

fn at(dataset: &Dataset, place: u32) -> Option<&Observation> {
    dataset.observations.get_indexed(place as usize).map(|(_, one)| one)
}

/// Whether a query asks for the whole country, period by period, and for nothing beside it.
fn is_sum_by_period(query: &Query) -> bool {
    let shape = Query {
        measure: query.measure.clone(),
        periods: query.periods.clone(),
        scenario: query.scenario,
        stage: query.stage,
        filter: query.filter.clone(),
        areas: AreaSelection::default(),
        by: vec![By::Period],
        ..Query::default()
    };
    *query == shape && query.filter.observations.is_empty()
}

fn is_added(measure: &Measure) -> bool {
    measure.formula.is_none() && measure.area_rule == AreaRule::Sum
}
