//! From an answer to words: names, values, order, and what stands around the marks.

use super::across::titled;
use super::area_rule::area;
use super::describe::describe;
use super::facets::panels_left;
use super::footing::{base_change, caveats, coverage, notes, sources};
use super::mark::between_slopes;
use super::member::{mark_probable, members};
use super::order::{limit, rest, sorted};
use super::picture::{counted, picture};
use super::prepared::{Datum, Listing, Prepared};
use super::series::series;
use super::table::Rows;
use super::title::titles;
use super::view::{HAS_ALL, MarkKind};
use super::words::{measure_name, put, words};
use super::writer::Writer;
use crate::list::{Gather, join};
use crate::model::Dataset;
use crate::query::Row;
use crate::text::{Lang, isolate, plain_integer};

/// Everything that geometry needs, in the order shown.
pub(super) fn prepare<'a>(writer: &'a Writer<'a>) -> Prepared<'a> {
    let Writer { dataset, shaped, view, lang, manner, .. } = writer;
    let (dataset, lang, shown, answer) = (*dataset, *lang, &manner.shown, &*shaped.answer);
    if view.encoding.color == "member" {
        return members(dataset, view, lang);
    }
    let data = writer.data();
    let is_line = matches!(shaped.mark, MarkKind::Line | MarkKind::Area);
    let names = if is_line { series(&data) } else { Vec::new() };
    // The parts of a whole that an area chart fills stand on one another: none may be left out.
    let hide: &[String] = if shaped.mark == MarkKind::Line { &view.encoding.hide } else { &[] };
    let left_out = names.iter().filter(|name| hide.contains(name)).gather();
    let (figures, open) = sorted(data, shaped.sort(view), &left_out);
    let rows: Vec<&Row> = figures.iter().filter_map(Datum::row).gather();
    let (data, kind) = match counted(dataset, answer, &figures, view, lang) {
        Some(counted) => counted,
        None if view.query.pairs.is_empty() => (figures, Rows::Figures),
        None => (figures, Rows::Pairs),
    };
    let is_plain = kind == Rows::Figures && shaped.mark == MarkKind::Bar && shaped.piles.is_empty();
    let can_sum = HAS_ALL && is_plain;
    let others = if can_sum { rest(dataset, &rows, view, lang) } else { None };
    let base_change = base_change(dataset, &rows, lang);
    let mut notes = notes(dataset, answer, view, lang);
    notes.extend(caveats(&data, kind, lang));
    notes.extend(base_change.iter().map(|change| change.text.clone()));
    if open > 0 {
        notes.push(put(words(lang).unplaced, &[&plain_integer(open as i64, lang)]));
    }
    if HAS_ALL {
        if shaped.mark == MarkKind::Map {
            notes.extend(grounds(dataset, &data, lang));
        }
        notes.extend(alone(writer, &data));
    }
    if !left_out.is_empty() {
        notes.push(put(words(lang).hidden, &[&join(&left_out, words(lang).comma)]));
    }
    let area = area(dataset, answer, (view, &manner.vary), &data, &mut notes, lang);
    if HAS_ALL {
        notes.extend(between_slopes(view, &data, lang));
        notes.extend(panels_left(&data, lang));
    }
    let (title, subtitle) = titles(dataset, view, answer, &data, shown, lang);
    let mut prepared = Prepared {
        mark: shaped.mark,
        sources: sources(dataset, &rows, lang),
        coverage: coverage(answer, view, lang),
        base_change,
        measure: titled(&measure_name(dataset, &view.query.measure, lang), shown),
        shown: shown.clone(),
        title,
        subtitle,
        listing: Listing::Rows(kind),
        series: names,
        area,
        example: dataset.example,
        data,
        ..Prepared::default()
    };
    notes.extend(shaped.note.clone());
    notes.extend(picture(&mut prepared, (dataset, &rows), &shaped.piles, (view, shown), lang));
    prepared.description = describe(&prepared, lang);
    notes.extend(limit(&mut prepared, view, others.map(|others| writer.others(others)), lang));
    notes.extend(mark_probable(dataset, view, &mut prepared.data, lang));
    prepared.notes = notes;
    prepared
}

/// How many figures have no place on the axis across.
fn alone(writer: &Writer<'_>, data: &[Datum<'_>]) -> Option<String> {
    let [across, _] = &writer.manner.across;
    let without = data.iter().filter(|datum| datum.across.first().is_some_and(Option::is_none));
    let count =
        plain_integer(i64::try_from(without.count()).ok().filter(|count| *count > 0)?, writer.lang);
    Some(put(words(writer.lang).no_companion, &[&across.as_ref()?.name, &count]))
}

/// So many rows without ground are named, more are counted.
const NAMED: usize = 6;

/// Whose ground a map shows, and which rows have none.
fn grounds(dataset: &Dataset, data: &[Datum<'_>], lang: Lang) -> Vec<String> {
    let (words, file) = (words(lang), &dataset.outlines.file);
    let mut notes = Vec::new();
    if !file.is_empty() {
        notes.push(put(words.outlines_of, &[&isolate(file)]));
    }
    let is_bare = |datum: &&Datum<'_>| dataset.outlines.get(&datum.code).is_none();
    let bare = data.iter().filter(is_bare).map(Datum::label).gather();
    let told = match bare.len() {
        0 => return notes,
        1..=NAMED => join(&bare, words.comma),
        many => plain_integer(many as i64, lang),
    };
    notes.push(put(words.no_outline, &[&told]));
    notes
}
