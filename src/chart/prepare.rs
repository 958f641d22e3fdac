//! From an answer to words: names, values, order, and what stands around the marks.

use std::cmp::Ordering;

use super::across::titled;
use super::area_rule::area;
use super::bounds::{order, unplaced};
use super::describe::describe;
use super::facets::{PANELS, panels, panels_left};
use super::footing::{base_change, caveats, coverage, notes, sources};
use super::mark::between_slopes;
use super::member::{mark_probable, members};
use super::prepared::{Datum, Listing, Prepared};
use super::table::Rows;
use super::tally::tally;
use super::title::titles;
use super::view::{MarkKind, Sort, View};
use super::words::{measure_name, put, words};
use super::writer::Writer;
use crate::list::{Gather, in_order};
use crate::query::Row;
use crate::text::{Lang, compare, plain_integer};

/// Most marks of one chart unless the view asks for more.
const MOST: usize = 60;

/// Everything that geometry needs, in the order shown.
pub(super) fn prepare<'a>(writer: &'a Writer<'a>) -> Prepared<'a> {
    let Writer { dataset, answer, view, lang, manner } = writer;
    let (dataset, lang, shown) = (*dataset, *lang, &manner.shown);
    if view.encoding.color == "member" {
        return members(dataset, view, lang);
    }
    let counted = tally(dataset, &answer.rows, view, lang);
    let kind = match (view.query.pairs.is_empty(), counted.is_empty()) {
        (false, _) => Rows::Pairs,
        (true, false) => Rows::Stages,
        (true, true) => Rows::Figures,
    };
    let (figures, open) = sorted(writer.data(), view.sort);
    let rows: Vec<&Row> = figures.iter().filter_map(Datum::row).gather();
    let data = if kind == Rows::Stages { counted } else { figures };
    let base_change = base_change(dataset, &rows, lang);
    let mut notes = notes(dataset, answer, view, lang);
    notes.extend(caveats(&data, kind, lang));
    notes.extend(base_change.iter().map(|change| change.text.clone()));
    if open > 0 {
        notes.push(put(words(lang).unplaced, &[&plain_integer(open as i64, lang)]));
    }
    notes.extend(alone(writer, &data));
    let area = area(dataset, answer, (view, &manner.vary), &data, &mut notes, lang);
    notes.extend(between_slopes(view, &data, lang));
    notes.extend(panels_left(&data, lang));
    let (title, subtitle) = titles(dataset, view, answer, &data, shown, lang);
    let mut prepared = Prepared {
        sources: sources(dataset, &rows, lang),
        coverage: coverage(answer, view, lang),
        base_change,
        measure: titled(&measure_name(dataset, &view.query.measure, lang), shown),
        shown: shown.clone(),
        title,
        subtitle,
        listing: Listing::Rows(kind),
        area,
        example: dataset.example,
        data,
        ..Prepared::default()
    };
    prepared.description = describe(&prepared, view.mark, lang);
    limit(&mut prepared, view, &mut notes, lang);
    notes.extend(mark_probable(dataset, view, &mut prepared.data, lang));
    prepared.notes = notes;
    prepared
}

/// How many figures have no place on the axis across.
fn alone(writer: &Writer<'_>, data: &[Datum<'_>]) -> Option<String> {
    let [across, _] = writer.manner.across.as_ref();
    let without = data.iter().filter(|datum| datum.across.first().is_some_and(Option::is_none));
    let count =
        plain_integer(i64::try_from(without.count()).ok().filter(|count| *count > 0)?, writer.lang);
    Some(put(words(writer.lang).no_companion, &[&across.as_ref()?.name, &count]))
}

/// Orders rows. By value stand those that no bound leaves open; what may be more or less than
/// another row comes after them, by the number that is stated, and what has no value at the foot.
/// Also how many may be either.
fn sorted(mut data: Vec<Datum<'_>>, sort: Sort) -> (Vec<Datum<'_>>, usize) {
    let mut open = 0;
    if matches!(sort, Sort::Descending | Sort::Ascending) {
        for (datum, is_unplaced) in unplaced(&data).into_iter().enumerate() {
            if let Some(datum) = data.get_mut(datum) {
                datum.is_unplaced = is_unplaced;
            }
            open += usize::from(is_unplaced);
        }
    }
    let group = |datum: &Datum<'_>| (datum.exact.is_none(), datum.is_unplaced);
    let data = in_order(data, |one, other| match sort {
        Sort::Given => Ordering::Equal,
        Sort::Name => compare(&one.name, &other.name),
        Sort::Descending => group(one).cmp(&group(other)).then(by_value(other, one)),
        Sort::Ascending => group(one).cmp(&group(other)).then(by_value(one, other)),
    });
    (data, open)
}

/// By what is stated, and of one number by what is said of it: fewer than 100 stands below 100.
fn by_value(one: &Datum<'_>, other: &Datum<'_>) -> Ordering {
    let sure = || one.span.zip(other.span).and_then(|(one, other)| order(&one, &other));
    one.exact.cmp(&other.exact).then_with(|| sure().unwrap_or(Ordering::Equal))
}

/// Keeps a chart readable: the rest stays in the table, and a note says so.
fn limit(prepared: &mut Prepared<'_>, view: &View, notes: &mut Vec<String>, lang: Lang) {
    let most = if view.limit == 0 { MOST } else { usize::from(view.limit) };
    let is_whole = view.mark.is_over_time()
        || matches!(view.mark, MarkKind::TileMap | MarkKind::HeatMap | MarkKind::Scatter);
    let most = if panels(&prepared.data).len() > 1 { most * PANELS } else { most };
    if is_whole || prepared.data.len() <= most {
        return;
    }
    let rest = i64::try_from(prepared.data.len() - most).unwrap_or_default();
    prepared.rest = prepared.data.split_off(most);
    notes.push(put(words(lang).more_rows, &[&plain_integer(rest, lang)]));
}
