//! What a picture asks of an answer before it is put into words: its rows in the order of the picture,
//! with a slot for each that is missing, and what each is set against. Where an answer does not bear
//! the picture, bars stand one below the other, and a note says why.

use std::borrow::Cow;

use super::course::has_course;
use super::piles::{Pile, piled};
use super::stages::staged;
use super::view::{Field, HAS_ALL, MarkKind, Sort, View};
use super::words::words;
use crate::list::{Gather, differ, in_order};
use crate::model::{Dataset, Figure, MeasureKind, Missing, ObservationId};
use crate::query::{Answer, Coverage, Key, Row, Working, total};
use crate::spec::from_code;
use crate::text::Lang;

/// What a figure is a share of.
#[derive(Clone, Debug)]
pub(super) struct Whole {
    pub(super) figure: Figure,
    pub(super) of: Of,
    pub(super) evidence: Vec<ObservationId>,
}

/// Which whole that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// The stage before it.
    Before,
    /// The first stage.
    First(crate::model::Stage),
    /// All parts together.
    All,
}

/// An answer as a picture draws it.
#[derive(Clone, Debug)]
pub(super) struct Shaped<'a> {
    pub(super) answer: Cow<'a, Answer>,
    /// The picture that the answer bears.
    pub(super) mark: MarkKind,
    pub(super) piles: Vec<Pile>,
    /// What each row is set against; none for most pictures.
    pub(super) wholes: Vec<Vec<Whole>>,
    pub(super) note: Option<String>,
}

impl<'a> Shaped<'a> {
    fn new(answer: Cow<'a, Answer>, mark: MarkKind) -> Self {
        Self { answer, mark, piles: Vec::new(), wholes: Vec::new(), note: None }
    }

    /// In which order its rows are drawn: a picture with an order of its own has them in it already.
    pub(super) fn sort(&self, view: &View) -> Sort {
        let own = [MarkKind::Waterfall, MarkKind::Funnel, MarkKind::Distribution];
        let has_own = !self.piles.is_empty() || own.contains(&self.mark);
        if has_own { Sort::Given } else { view.sort }
    }

    /// Bars, and why it is no other picture.
    fn bars(answer: &'a Answer, note: String) -> Self {
        Self { note: Some(note), ..Self::new(Cow::Borrowed(answer), MarkKind::Bar) }
    }
}

/// The rows of an answer as a view draws them.
pub(super) fn shape<'a>(
    dataset: &Dataset,
    answer: &'a Answer,
    view: &View,
    lang: Lang,
) -> Shaped<'a> {
    if !HAS_ALL && view.is_rare() {
        return Shaped::bars(answer, words(lang).not_drawn.to_owned());
    }
    // A map has one place for an area, and counties in a tile are counted.
    let is_map = matches!(view.mark, MarkKind::Map | MarkKind::TileMap);
    if is_map && view.encoding.color != "member" && tells_twice(answer) {
        return Shaped::bars(answer, words(lang).several.to_owned());
    }
    if !HAS_ALL {
        return Shaped::new(Cow::Borrowed(answer), view.mark);
    }
    let not_one = || Shaped::bars(answer, words(lang).not_one.to_owned());
    match (view.mark, view.encoding.stack, from_code::<Field>(&view.encoding.color)) {
        (MarkKind::Funnel, ..) => staged(answer).map_or_else(not_one, |(rows, wholes)| {
            // What is drawn as not reported is a stage that could have been.
            let told = rows.iter().filter(|row| row.figure.value().is_some()).count() as u32;
            let coverage = Coverage { reported: told, expected: rows.len() as u32 };
            let mut answer = with(answer, rows);
            answer.to_mut().coverage = coverage;
            Shaped { wholes, ..Shaped::new(answer, MarkKind::Funnel) }
        }),
        (MarkKind::Waterfall, ..) if !is_one(&answer.rows, |key| key.source = None) => not_one(),
        (MarkKind::Map, ..) if !has_ground(dataset, answer) => {
            Shaped::bars(answer, words(lang).no_outlines.to_owned())
        }
        (MarkKind::Map, ..) if answer.rows.iter().any(|row| is_raw(dataset, row)) => {
            Shaped::bars(answer, words(lang).no_raw.to_owned())
        }
        (MarkKind::Timeline, ..) if !has_course(dataset, answer) => {
            Shaped::bars(answer, words(lang).no_deadline.to_owned())
        }
        (MarkKind::Distribution, ..) => spread(dataset, answer, view).unwrap_or_else(not_one),
        (MarkKind::Bar, Some(stack), Some(field)) => {
            match piled(dataset, &answer.rows, (view, stack, field), lang) {
                Ok((rows, piles, wholes)) => {
                    Shaped { piles, wholes, ..Shaped::new(with(answer, rows), MarkKind::Bar) }
                }
                Err(note) => Shaped::bars(answer, note),
            }
        }
        (mark, ..) => Shaped::new(Cow::Borrowed(answer), mark),
    }
}

fn with(answer: &Answer, rows: Vec<Row>) -> Cow<'_, Answer> {
    Cow::Owned(Answer { rows, coverage: answer.coverage, refused: answer.refused.clone() })
}

/// Whether all that is told is about one thing, apart from what `may_differ` takes out of each key.
pub(super) fn is_one(rows: &[Row], may_differ: fn(&mut Key)) -> bool {
    let told = rows.iter().filter(|row| !row.evidence.is_empty());
    !differ(told.map(|row| {
        let mut key = Key { observation: None, ..row.key.clone() };
        may_differ(&mut key);
        key
    }))
}

/// A row for what nobody told, beside one that was told.
pub(super) fn slot(beside: &Row, key: Key) -> Row {
    Row {
        key: Key { observation: None, ..key },
        measure: beside.measure.clone(),
        figure: Figure::Missing(Missing::NotReported),
        unit: beside.unit.clone(),
        coverage: Coverage { reported: 0, expected: 1 },
        working: None,
        evidence: Vec::new(),
        references: Vec::new(),
        rank: None,
    }
}

/// Areas to be counted in classes, or the classes of a code list in its order.
fn spread<'a>(dataset: &Dataset, answer: &'a Answer, view: &View) -> Option<Shaped<'a>> {
    let list = view.encoding.y.as_str();
    if dataset.codes.entries(list).next().is_none() {
        let is_one = is_one(&answer.rows, |key| {
            (key.area, key.group, key.source) = (None, None, None);
        });
        let is_one = is_one && !differ(answer.rows.iter().map(|row| &row.measure));
        return is_one.then(|| Shaped::new(Cow::Borrowed(answer), MarkKind::Distribution));
    }
    let place = |row: &Row| {
        let own = row.key.dimensions.iter().find(|(known, _)| known.code() == list);
        let mut codes = dataset.codes.entries(list);
        own.and_then(|(_, code)| codes.position(|(known, _)| known == code))
    };
    let rows: Vec<Row> = answer.rows.iter().filter(|row| place(row).is_some()).cloned().gather();
    total(dataset, &rows).ok()?;
    let rows = in_order(rows, |one, other| place(one).cmp(&place(other)));
    let is_one = is_one(&rows, |key| (key.dimensions, key.scope) = Default::default());
    is_one.then(|| Shaped::new(with(answer, rows), MarkKind::Distribution))
}

/// Whether an area has more rows than one.
fn tells_twice(answer: &Answer) -> bool {
    let areas = answer.rows.iter().filter_map(|row| row.key.area.as_ref()).gather();
    let areas = in_order(areas, Ord::cmp);
    areas.iter().zip(areas.iter().skip(1)).any(|(one, next)| one == next)
}

/// Whether there is ground for any row.
fn has_ground(dataset: &Dataset, answer: &Answer) -> bool {
    answer.rows.iter().any(|row| {
        let area = row.key.area.as_ref().and_then(|id| dataset.areas.get(id));
        area.is_some_and(|area| dataset.outlines.get(&area.code).is_some())
    })
}

/// Whether a row counts things or sums money, so that a wide area would weigh more than it should.
fn is_raw(dataset: &Dataset, row: &Row) -> bool {
    let measure = dataset.measures.get(&row.measure);
    let is_amount =
        measure.is_some_and(|one| matches!(one.kind, MeasureKind::Stock | MeasureKind::Flow));
    is_amount && row.working.as_ref().is_none_or(|working| matches!(working, Working::Sum { .. }))
}
