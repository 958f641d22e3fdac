//! Whether the area below a line means something, and whether series may stand on each other.

use super::prepared::{Area, Datum, Form};
use super::vary::Vary;
use super::view::{MarkKind, View};
use super::words::words;
use crate::list::{Gather, differ};
use crate::model::{Dataset, MeasureKind};
use crate::query::{Answer, Row, parts_add};
use crate::text::Lang;

/// What an area chart fills; where it is less than was asked for, a note says why.
pub(super) fn area(
    dataset: &Dataset,
    answer: &Answer,
    (view, vary): (&View, &Vary),
    data: &[Datum<'_>],
    notes: &mut Vec<String>,
    lang: Lang,
) -> Area {
    if view.mark != MarkKind::Area {
        return Area::Open;
    }
    let is_amount = answer.rows.iter().all(|row| {
        let kind = dataset.measures.get(&row.measure).map(|measure| measure.kind);
        matches!(kind, Some(MeasureKind::Stock | MeasureKind::Flow)) && row.working.is_none()
    });
    if !is_amount {
        notes.push(words(lang).no_area.to_owned());
        return Area::Open;
    }
    if !differ(data.iter().map(|datum| &datum.series)) {
        return Area::Filled;
    }
    // Each period of each panel is a stack of its own.
    let stack = |row: &Row| (row.key.period, vary.facet(dataset, row, lang));
    let parts = |one: &Row| -> Vec<Row> {
        answer.rows.iter().filter(|row| stack(row) == stack(one)).cloned().gather()
    };
    if is_complete(data) && answer.rows.iter().all(|row| parts_add(dataset, &parts(row))) {
        return Area::Stacked;
    }
    notes.push(words(lang).no_stack.to_owned());
    Area::Open
}

/// Whether each series has one exact figure, not below zero, for each period of the others.
fn is_complete(data: &[Datum<'_>]) -> bool {
    let is_part = |datum: &Datum<'_>| {
        datum.form == Form::Actual && !datum.is_bound() && datum.value.is_some_and(|one| one >= 0.0)
    };
    let is_of =
        |one: &Datum<'_>, other: &Datum<'_>| one.facet == other.facet && one.period == other.period;
    let series = |one: &Datum<'_>| differing(data.iter().filter(|other| is_of(one, other)));
    let of_panel =
        |one: &Datum<'_>| differing(data.iter().filter(|other| one.facet == other.facet));
    let is_whole = |one: &Datum<'_>| {
        let count = data.iter().filter(|other| is_of(one, other)).count();
        count == series(one) && count == of_panel(one)
    };
    data.iter().all(is_part) && data.iter().all(is_whole)
}

/// How many series there are among the figures.
fn differing<'a>(data: impl Iterator<Item = &'a Datum<'a>>) -> usize {
    let mut names: Vec<&str> = Vec::new();
    for datum in data {
        if !names.contains(&datum.series.as_str()) {
            names.push(&datum.series);
        }
    }
    names.len()
}
