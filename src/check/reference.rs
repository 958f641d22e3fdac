//! The figures that a reference names, such as `population_total[IR@1395/province, 1395]`, added up.

use std::rc::Rc;

use super::index::Index;
use super::naming::{self, missing};
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::model::{
    AreaId, Dataset, Figure, GroupId, Missing, ObservationId, ProgrammeId, Qualifier, Reference,
};
use crate::number::{Bound, Decimal, Interval, Overflow};
use crate::query::{
    All, Answer, AreaSelection, By, Coverage, Filter, Query, Row, Working, from_nought, run,
};
use crate::spec::from_code;

/// What a reference comes to.
pub(super) enum Asked {
    /// There are figures.
    Sum(Sum),
    /// There are none, and why.
    Nothing(Bilingual),
}

/// Figures added up.
pub(super) struct Sum {
    pub(super) total: Interval,
    /// What it may come to once all is reported.
    pub(super) possible: Interval,
    /// Whether it begins at nought only because nothing of the measure is below.
    pub(super) is_floored: bool,
    /// How much of it is reported; `None` where all is.
    pub(super) partial: Option<Coverage>,
    pub(super) evidence: Rc<[ObservationId]>,
    /// The project of the first figure that was counted from what V14 refuses.
    pub(super) refused: Option<Box<Bilingual>>,
    /// Whether a figure is only said to be about so much.
    pub(super) about: bool,
}

/// Asks for the figures of a reference; `here` is the period at which the rule stands.
///
/// # Errors
/// [`Overflow`].
pub(super) fn ask(
    index: &Index<'_>,
    reference: &Reference,
    here: Option<&Period>,
) -> Result<Asked, Overflow> {
    let Some(query) = question(index.dataset, reference, here) else {
        return Ok(Asked::Nothing(missing(&naming::reference(index.dataset, reference, here))));
    };
    let answer = run(index.dataset, &query);
    if let Some(refused) = answer.refused.first() {
        let said = |message: &str| message.trim_end_matches('.').to_owned();
        let Bilingual { fa, en } = &refused.message;
        return Ok(Asked::Nothing(Bilingual::new(said(fa), said(en))));
    }
    let figures: Vec<Figure> = answer.rows.iter().map(|row| row.figure).collect();
    let intervals: Vec<Interval> = figures.iter().filter_map(Figure::interval).collect();
    if intervals.is_empty() {
        return Ok(Asked::Nothing(missing(&naming::reference(index.dataset, reference, here))));
    }
    let floored = |interval| match index.is_never_negative(&query.measure) {
        true => from_nought(interval),
        false => interval,
    };
    let is_floored = intervals.iter().any(|one| floored(*one) != *one);
    let mut parts = intervals.into_iter().map(floored);
    let total = parts.try_fold(Interval::exact(Decimal::ZERO), Interval::checked_add)?;
    let partial = partial(index.dataset, &query, &answer);
    let possible = match partial {
        Some(_) => Interval { low: least(index, &query, total), high: Bound::Open },
        None => total,
    };
    let evidence: Rc<[ObservationId]> =
        answer.rows.iter().flat_map(|row| row.evidence.iter().cloned()).collect();
    let refused = index.refused.among(&evidence).cloned().map(Box::new);
    let about = figures.iter().any(|figure| figure.qualifier() == Some(Qualifier::About));
    Ok(Asked::Sum(Sum { total, possible, is_floored, partial, evidence, refused, about }))
}

/// What a sum will not fall below: what is there, where nothing of the measure is below nought.
fn least(index: &Index<'_>, query: &Query, total: Interval) -> Bound {
    if index.is_never_negative(&query.measure) { total.low } else { Bound::Open }
}

/// How much of an answer is reported; `None` where all is that could be.
fn partial(dataset: &Dataset, query: &Query, answer: &Answer) -> Option<Coverage> {
    let is_exempt = |row: &&Row| row.figure == Figure::Missing(Missing::NotApplicable);
    let rows = without(answer.coverage, answer.rows.iter().filter(is_exempt).count());
    if query.by.contains(&By::Area) && !rows.is_whole() {
        return Some(rows);
    }
    let mut inside = Coverage::default();
    for row in answer.rows.iter().filter(|row| !is_exempt(row)) {
        let one = inner(dataset, row);
        inside.reported = inside.reported.saturating_add(one.reported);
        inside.expected = inside.expected.saturating_add(one.expected);
    }
    (!inside.is_whole()).then_some(inside)
}

/// How much of one row is reported. What is last known of a time stands for all of it, and a place
/// that has nothing to report does not fail to.
fn inner(dataset: &Dataset, row: &Row) -> Coverage {
    if row.working == Some(Working::Last) {
        return Coverage { reported: 1, expected: 1 };
    }
    let is_exempt = |id: &&ObservationId| {
        dataset
            .observations
            .get(*id)
            .is_some_and(|one| one.figure == Figure::Missing(Missing::NotApplicable))
    };
    without(row.coverage, row.evidence.iter().filter(is_exempt).count())
}

fn without(coverage: Coverage, exempt: usize) -> Coverage {
    let exempt = u32::try_from(exempt).unwrap_or(u32::MAX);
    Coverage { expected: coverage.expected.saturating_sub(exempt), ..coverage }
}

/// The question that a reference asks; `None` when it names what is not there.
fn question(dataset: &Dataset, reference: &Reference, here: Option<&Period>) -> Option<Query> {
    let period = reference.period.or(here.copied());
    let level = if reference.level.is_empty() { None } else { Some(from_code(&reference.level)?) };
    let group = GroupId::new(&reference.place);
    let areas = if dataset.groups.contains_key(&group) {
        AreaSelection { group: Some(group), ..AreaSelection::default() }
    } else {
        let area = dataset.areas.get(&AreaId::new(&reference.place))?;
        let code = area.code.clone();
        match level {
            Some(_) => AreaSelection { level, within: All(vec![code]), ..AreaSelection::default() },
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
