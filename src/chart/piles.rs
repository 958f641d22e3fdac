//! Parts of wholes: which rows lie on one another, in which order, and what they come to.

use std::cmp::Ordering;

use super::shape::{Of, Whole, slot};
use super::vary::key_of;
use super::view::{Field, Sort, Stack, View};
use super::words::{pick, put, words};
use crate::list::{Gather, in_order};
use crate::model::{Dataset, Dimensions, Figure, MeasureId};
use crate::number::Decimal;
use crate::query::{Key, Row, total};
use crate::text::Lang;

/// Rows that lie on one another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pile {
    /// How many rows, which follow one another.
    pub parts: usize,
    /// What those on either side of zero come to; `None` where none lies there.
    pub totals: [Option<Figure>; 2],
    /// The same in words.
    pub texts: [String; 2],
}

impl Pile {
    /// The one value of a side, where all of it is known.
    pub(super) fn single(&self, side: usize) -> Option<Decimal> {
        self.totals.get(side)?.as_ref()?.interval()?.single()
    }
}

/// What tells a whole, and a part within it, apart from others.
type Told = (MeasureId, Key);

/// A whole with its rows, and what they come to.
type Heap = (Told, Vec<Row>, Pile);

/// All rows, the piles they lie in, and what each row is a share of.
pub(super) type Piled = (Vec<Row>, Vec<Pile>, Vec<Vec<Whole>>);

/// The rows whole by whole, with a slot for each part that nobody told; or why they do not lie on one
/// another.
pub(super) fn piled(
    dataset: &Dataset,
    rows: &[Row],
    (view, stack, field): (&View, Stack, Field),
    lang: Lang,
) -> Result<Piled, String> {
    let split: Vec<(Told, Told)> = rows.iter().map(|row| apart(row, field)).gather();
    let mut heaps: Vec<Heap> = Vec::new();
    let mut parts: Vec<&Told> = Vec::new();
    for (whole, part) in &split {
        if !parts.contains(&part) {
            parts.push(part);
        }
        if heaps.iter().all(|(known, ..)| known != whole) {
            heaps.push((whole.clone(), Vec::new(), Pile::default()));
        }
    }
    if field != Field::Measure {
        let place = |part: &Told| places(dataset, &part.1.dimensions);
        parts = in_order(parts, |one, other| {
            place(one).cmp(&place(other)).then_with(|| one.1.cmp(&other.1))
        });
    }
    for (whole, own, pile) in &mut heaps {
        for part in &parts {
            let known = split.iter().position(|(one, other)| one == whole && other == *part);
            let beside = split.iter().position(|(one, _)| one == whole);
            let row = known.or(beside).and_then(|index| rows.get(index));
            let Some(row) = row else { continue };
            own.push(if known.is_some() { row.clone() } else { missing(row, part, field) });
        }
        *pile = pile_of(dataset, own, (view, stack, field), lang)?;
    }
    heaps = in_order(heaps, |one, other| order(&one.2, &other.2, view.sort));
    let mut sorted = Vec::new();
    let mut wholes = Vec::new();
    for (_, own, pile) in &mut heaps {
        let [all, back] = pile.totals;
        let all = all.filter(|_| stack != Stack::Diverging && back.is_none());
        for _ in &*own {
            let evidence = own.iter().flat_map(|row| row.evidence.clone()).gather();
            let whole = all.map(|figure| Whole { figure, of: Of::All, evidence });
            wholes.push(whole.into_iter().gather());
        }
        sorted.append(own);
    }
    Ok((sorted, heaps.into_iter().map(|(.., pile)| pile).gather(), wholes))
}

/// Whether a row of this key is named as lying on the other side.
pub(super) fn is_named(key: &str, minus: &[String]) -> bool {
    let values = key.split(';').filter_map(|part| part.split_once('='));
    values.into_iter().any(|(_, value)| {
        let code = value.split('@').next();
        minus.iter().any(|name| name == value || Some(name.as_str()) == code)
    })
}

/// What tells its whole apart from other wholes, and the part from others of it.
fn apart(row: &Row, field: Field) -> (Told, Told) {
    let mut whole = Key { source: None, observation: None, ..row.key.clone() };
    let mut part = Key::default();
    let mut measures = (row.measure.clone(), MeasureId::default());
    match field {
        Field::Area => {
            std::mem::swap(&mut part.area, &mut whole.area);
            std::mem::swap(&mut part.group, &mut whole.group);
        }
        Field::Measure => std::mem::swap(&mut measures.0, &mut measures.1),
        Field::Scope => {
            std::mem::swap(&mut part.scope, &mut whole.scope);
            std::mem::swap(&mut part.dimensions, &mut whole.dimensions);
        }
        Field::Programme => std::mem::swap(&mut part.programme, &mut whole.programme),
        Field::Period => std::mem::swap(&mut part.period, &mut whole.period),
        Field::Stage => {
            std::mem::swap(&mut part.scenario, &mut whole.scenario);
            std::mem::swap(&mut part.stage, &mut whole.stage);
            std::mem::swap(&mut part.action_status, &mut whole.action_status);
        }
    }
    ((measures.0, whole), (measures.1, part))
}

/// The slot of a part beside another of its whole.
fn missing(beside: &Row, (measure, part): &Told, field: Field) -> Row {
    let mut key = beside.key.clone();
    let part = part.clone();
    match field {
        Field::Area => (key.area, key.group) = (part.area, part.group),
        Field::Measure => {
            let mut row = slot(beside, key);
            row.measure = measure.clone();
            return row;
        }
        Field::Scope => (key.scope, key.dimensions) = (part.scope, part.dimensions),
        Field::Programme => key.programme = part.programme,
        Field::Period => key.period = part.period,
        Field::Stage => {
            (key.scenario, key.stage, key.action_status) =
                (part.scenario, part.stage, part.action_status);
        }
    }
    slot(beside, key)
}

/// Where codes stand in their lists: classes of sizes go by size, and not by letter.
fn places(dataset: &Dataset, dimensions: &Dimensions) -> Vec<Option<usize>> {
    let place = |(dimension, code): &(crate::model::Dimension, String)| {
        dataset.codes.entries(dimension.code()).position(|(known, _)| known == code)
    };
    dimensions.iter().map(place).gather()
}

/// What the rows of a whole come to on each side.
fn pile_of(
    dataset: &Dataset,
    rows: &[Row],
    (view, stack, field): (&View, Stack, Field),
    lang: Lang,
) -> Result<Pile, String> {
    let is_negative = |row: &Row| row.figure.value().is_some_and(Decimal::is_negative);
    let not = |why: &str| put(words(lang).side_by_side, &[why]);
    if stack == Stack::Share && rows.iter().any(is_negative) {
        return Err(not(words(lang).negative_share));
    }
    let is_back = |row: &Row| {
        let is_named = stack == Stack::Diverging && is_named(&key_of(row), &view.encoding.minus);
        is_named != is_negative(row)
    };
    let mut pile = Pile { parts: rows.len(), ..Pile::default() };
    for (side, place) in pile.totals.iter_mut().enumerate() {
        let own: Vec<Row> = rows.iter().filter(|row| is_back(row) == (side == 1)).cloned().gather();
        // Plans beside facts and one measure beside another are no parts, even where one is missing.
        if own.len() > 1 && matches!(field, Field::Stage | Field::Measure) {
            return Err(not(words(lang).no_parts));
        }
        if !own.is_empty() {
            let sum = total(dataset, &own);
            *place = Some(sum.map_err(|refused| not(pick(&refused, lang)))?);
        }
    }
    Ok(pile)
}

fn order(one: &Pile, other: &Pile, sort: Sort) -> Ordering {
    let (one, other) = (one.single(0), other.single(0));
    match sort {
        Sort::Descending => other.cmp(&one),
        Sort::Ascending => one.is_none().cmp(&other.is_none()).then(one.cmp(&other)),
        Sort::Given | Sort::Name => Ordering::Equal,
    }
}
