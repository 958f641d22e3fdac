//! What an expression comes to, with its numbers filled in.

use super::index::{Index, Spot};
use super::words::{Origin, number};
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::model::{
    AreaId, Dataset, Expression, Figure, GroupId, Level, Measure, MeasureId, Observation,
    ObservationId, Operation, ProgrammeId, Qualifier, Reference,
};
use crate::number::{Decimal, Interval, Overflow};
use crate::query::{Answer, AreaSelection, By, Filter, Query, run};
use crate::spec::from_code;
use crate::text::ltr_isolate;

/// One evaluation: where it stands, and what it met.
pub(super) struct Evaluation<'a> {
    index: &'a Index<'a>,
    spot: Option<Spot<'a>>,
    /// Whether a missing figure counts as nought.
    blank_is_nought: bool,
    /// Figures that were there.
    pub(super) used: Vec<ObservationId>,
    /// How many were missing.
    pub(super) missing: u32,
    /// Whether one of them is only said to be about so much.
    pub(super) about: bool,
}

/// A value and the way to it in words.
pub(super) struct Reading {
    /// `None` when a figure is missing or a quotient is not defined.
    pub(super) value: Option<Interval>,
    /// The expression with its numbers filled in.
    pub(super) words: Bilingual,
    /// Decimals of a value as stated; `None` for what was computed, and for a bound, which is no
    /// rounded value.
    pub(super) stated_scale: Option<u8>,
}

impl<'a> Evaluation<'a> {
    pub(super) fn new(index: &'a Index<'a>, spot: Option<Spot<'a>>, blank_is_nought: bool) -> Self {
        Self { index, spot, blank_is_nought, used: Vec::new(), missing: 0, about: false }
    }

    /// # Errors
    /// [`Overflow`].
    pub(super) fn read(&mut self, expression: &Expression) -> Result<Reading, Overflow> {
        match expression {
            Expression::Number(value) => Ok(stated(*value)),
            Expression::Name(name) => self.name(name),
            Expression::Figure(reference) => self.figure(reference),
            Expression::Days(period) => Ok(self.count(period.days())),
            Expression::Count { place, level } => {
                let count = self.areas(place, level);
                Ok(self.count(count))
            }
            Expression::Both(left, operation, right) => {
                let (left_side, right_side) = (self.read(left)?, self.read(right)?);
                let words = joined(left, &left_side, *operation, right, &right_side);
                let value = match left_side.value.zip(right_side.value) {
                    Some((left, right)) => calculate(left, *operation, right)?,
                    None => None,
                };
                Ok(Reading { value, words, stated_scale: None })
            }
        }
    }

    fn count(&mut self, count: Option<i32>) -> Reading {
        match count {
            Some(count) => stated(Decimal::from_int(count.into())),
            None => self.nothing(),
        }
    }

    fn name(&mut self, name: &str) -> Result<Reading, Overflow> {
        let dataset = self.index.dataset;
        if let Some(one) = dataset.observations.get(&ObservationId::new(name)) {
            return Ok(self.observed(one));
        }
        let Some(measure) = dataset.measures.get(&MeasureId::new(name)) else {
            return Ok(self.nothing());
        };
        self.here(measure)
    }

    /// The measure at the spot where the rule stands.
    fn here(&mut self, measure: &'a Measure) -> Result<Reading, Overflow> {
        let Some(spot) = self.spot else { return Ok(self.nothing()) };
        let measures = &self.index.dataset.measures;
        let Some(formula) = &measure.formula else {
            return Ok(match self.index.at(&measure.id, &spot) {
                Some(one) => self.observed(one),
                None => self.nothing(),
            });
        };
        let parts = measures.get(&formula.numerator).zip(measures.get(&formula.denominator));
        // What is computed from what is computed may lead back to itself.
        let stated =
            parts.filter(|(above, below)| above.formula.is_none() && below.formula.is_none());
        let Some((above, below)) = stated else { return Ok(self.nothing()) };
        let (top, bottom) = (self.here(above)?, self.here(below)?);
        let Some((top, bottom)) = top.value.zip(bottom.value) else { return Ok(self.nothing()) };
        let top = Interval::exact(formula.factor).checked_mul(top)?;
        Ok(computed(top.checked_div(bottom)?))
    }

    fn observed(&mut self, one: &Observation) -> Reading {
        let Some(interval) = one.figure.interval() else { return self.nothing() };
        self.used.push(one.id.clone());
        self.about |= one.figure.qualifier() == Some(Qualifier::About);
        let scale = one.figure.value().map_or(0, |value| value.trimmed().scale());
        let printed = one.wording.value.map_or(scale, Decimal::scale);
        let is_base = one.wording.value == one.figure.value();
        Reading {
            value: Some(interval),
            words: number(interval, Origin::Stated),
            stated_scale: interval.single().map(|_| if is_base { printed } else { scale }),
        }
    }

    fn nothing(&mut self) -> Reading {
        self.missing += 1;
        if self.blank_is_nought {
            return stated(Decimal::ZERO);
        }
        Reading { value: None, words: unknown(), stated_scale: None }
    }

    fn figure(&mut self, reference: &Reference) -> Result<Reading, Overflow> {
        let Some(query) = question(self.index.dataset, reference, self.spot.as_ref()) else {
            return Ok(self.nothing());
        };
        let answer = run(self.index.dataset, &query);
        let Some((figures, evidence)) = one_sum(&answer) else { return Ok(self.nothing()) };
        let mut total = Interval::exact(Decimal::ZERO);
        for figure in &figures {
            let Some(interval) = figure.interval() else { return Ok(self.nothing()) };
            self.about |= figure.qualifier() == Some(Qualifier::About);
            total = total.checked_add(interval)?;
        }
        self.used.extend(evidence);
        Ok(computed(Some(total)))
    }

    fn areas(&self, place: &str, level: &str) -> Option<i32> {
        let dataset = self.index.dataset;
        let level: Level = from_code(level)?;
        if let Some(group) = dataset.groups.get(&GroupId::new(place)) {
            return i32::try_from(group.known().count()).ok();
        }
        let place = AreaId::new(place);
        dataset.areas.get(&place)?;
        let below = dataset.areas.iter().filter(|area| {
            area.level == level && dataset.areas.lineage(&area.id).any(|above| above.id == place)
        });
        i32::try_from(below.count()).ok()
    }
}

fn unknown() -> Bilingual {
    Bilingual::new("؟", "?")
}

fn stated(value: Decimal) -> Reading {
    let interval = Interval::exact(value);
    let words = number(interval, Origin::Stated);
    Reading { value: Some(interval), words, stated_scale: Some(value.scale()) }
}

fn computed(value: Option<Interval>) -> Reading {
    let words = value.map_or_else(unknown, |value| number(value, Origin::Computed));
    Reading { value, words, stated_scale: None }
}

fn calculate(
    left: Interval,
    operation: Operation,
    right: Interval,
) -> Result<Option<Interval>, Overflow> {
    match operation {
        Operation::Add => left.checked_add(right).map(Some),
        Operation::Subtract => left.checked_sub(right).map(Some),
        Operation::Multiply => left.checked_mul(right).map(Some),
        Operation::Divide => left.checked_div(right),
    }
}

/// Both sides with the sign between them; what binds less stands in brackets.
fn joined(
    left: &Expression,
    left_side: &Reading,
    operation: Operation,
    right: &Expression,
    right_side: &Reading,
) -> Bilingual {
    let bracketed = |text: &str, needed: bool| {
        if needed { format!("({text})") } else { text.to_owned() }
    };
    let [left_brackets, right_brackets] = operation.brackets(left, right);
    let text = |left_words: &str, right_words: &str| {
        let left = bracketed(left_words, left_brackets);
        let right = bracketed(right_words, right_brackets);
        format!("{left} {} {right}", operation.sign())
    };
    Bilingual::new(
        text(&left_side.words.fa, &right_side.words.fa),
        text(&left_side.words.en, &right_side.words.en),
    )
}

/// A working as one run that reads from left to right, as Persian arithmetic does.
pub(super) fn isolated(words: &Bilingual) -> Bilingual {
    Bilingual::new(ltr_isolate(&words.fa), words.en.clone())
}

/// The question that a reference asks; `None` when it names what is not there.
fn question(dataset: &Dataset, reference: &Reference, spot: Option<&Spot<'_>>) -> Option<Query> {
    let period: Option<Period> = match reference.period {
        Some(period) => Some(period),
        None => spot.and_then(|spot| spot.period).copied(),
    };
    let level = if reference.level.is_empty() { None } else { Some(from_code(&reference.level)?) };
    let group = GroupId::new(&reference.place);
    let areas = if dataset.groups.contains_key(&group) {
        AreaSelection { group: Some(group), ..AreaSelection::default() }
    } else {
        let area = dataset.areas.get(&AreaId::new(&reference.place))?;
        let code = area.code.clone();
        match level {
            Some(_) => AreaSelection { level, within: Some(code), ..AreaSelection::default() },
            None => AreaSelection {
                level: Some(area.level),
                codes: vec![code],
                ..AreaSelection::default()
            },
        }
    };
    let by = if level.is_some() && areas.group.is_none() { vec![By::Area] } else { Vec::new() };
    let mut query = Query {
        measure: reference.measure.clone(),
        periods: period.iter().map(Period::id).collect(),
        areas,
        by,
        ..Query::default()
    };
    for word in &reference.words {
        narrow(dataset, word, &mut query)?;
    }
    Some(query)
}

/// Takes the code of a scenario, a stage or a programme.
fn narrow(dataset: &Dataset, word: &str, query: &mut Query) -> Option<()> {
    let programme = ProgrammeId::new(word);
    if let Some(scenario) = from_code(word) {
        query.scenario = Some(scenario);
    } else if let Some(stage) = from_code(word) {
        query.stage = Some(stage);
    } else if dataset.programmes.contains_key(&programme) {
        query.filter = Filter { programme: Some(programme), ..Filter::default() };
    } else {
        return None;
    }
    Some(())
}

/// The figures of all rows, where the answer is whole.
fn one_sum(answer: &Answer) -> Option<(Vec<Figure>, Vec<ObservationId>)> {
    if answer.rows.is_empty() || !answer.refused.is_empty() {
        return None;
    }
    let figures = answer.rows.iter().map(|row| row.figure).collect();
    let evidence = answer.rows.iter().flat_map(|row| row.evidence.iter().cloned()).collect();
    Some((figures, evidence))
}
