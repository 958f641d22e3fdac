//! An answer as the pages that an office expects.

use super::page::{Column, Entry, Page};
use super::words::words;
use crate::calendar::{Period, PeriodKind};
use crate::chart::example_mark;
use crate::export::axis::{Axis, CODES, FURTHER, USUAL};
use crate::export::naming;
use crate::list::{Gather, join, join_said};
use crate::model::{
    Dataset, Figure, Level, MeasureId, Precision, Qualifier, Source, Status, UnitId,
};
use crate::query::{Answer, Coverage, Reference, Row, Standing};
use crate::text::Lang;

/// Figures with their source in the last column.
pub(super) fn figures(dataset: &Dataset, answer: &Answer, lang: Lang) -> Page {
    let words = words(lang);
    let rows = &answer.rows;
    let mut columns = keys(dataset, lang);
    columns.retain(|column| column.is_said(rows));
    columns.extend(values(dataset, rows, lang));
    columns.extend(references(dataset, rows, lang));
    let mut details = details(dataset, lang);
    details.retain(|column| column.is_said(rows));
    columns.extend(details);
    columns.push(Column::new(words.source, move |row| Entry::text(source(dataset, row, lang))));
    Page::new(if dataset.example { words.example } else { words.data }, columns, rows)
}

/// What a row is about.
fn keys<'a>(dataset: &'a Dataset, lang: Lang) -> Vec<Column<'a, Row>> {
    let words = words(lang);
    let mut columns = Vec::new();
    for axis in USUAL.iter() {
        columns.push(Column::new(axis.label(lang), move |row| told(axis, dataset, row, lang)));
        if axis.id == "area" {
            columns.push(Column::new(words.code, |row| Entry::text(id(axis, row))));
        }
        if axis.id == "period" {
            let first = |row: &Row| Entry::day(row.key.period.and_then(|period| period.start()));
            columns.push(Column::new(words.first_day, first));
        }
    }
    for axis in &CODES {
        columns.push(Column::new(axis.label(lang), move |row| told(axis, dataset, row, lang)));
        columns.push(Column::new(axis.id, move |row| Entry::text(id(axis, row))));
    }
    let standing = Standing::new(dataset);
    let scope = move |row: &Row| {
        let scope = standing.scope(row, &row.evidence);
        scope.map_or(Entry::Empty, |scope| Entry::text(naming::pick(&scope, lang)))
    };
    let head = FURTHER.iter().find(|axis| axis.id == "scope").map(|axis| axis.label(lang));
    columns.extend(head.map(|head| Column::new(head, scope)));
    columns
}

fn id(axis: &Axis, row: &Row) -> String {
    (axis.value)(row).unwrap_or_default()
}

/// A field in words; a period by its id, which sorts and is read back.
fn told(axis: &Axis, dataset: &Dataset, row: &Row, lang: Lang) -> Entry {
    match (axis.value)(row) {
        None => Entry::Empty,
        Some(id) if axis.id == "period" => Entry::text(id),
        Some(_) => Entry::text(axis.category(dataset, row, lang)),
    }
}

/// A column for each measure, its unit in the head, and one for upper ends.
fn values<'a>(dataset: &'a Dataset, rows: &[Row], lang: Lang) -> Vec<Column<'a, Row>> {
    let mut columns = Vec::new();
    let mut known: Vec<(&MeasureId, &UnitId)> = Vec::new();
    for row in rows {
        if known.contains(&(&row.measure, &row.unit)) {
            continue;
        }
        known.push((&row.measure, &row.unit));
        let (measure, unit) = (row.measure.clone(), row.unit.clone());
        let name = naming::measure(dataset, rows, row, lang);
        let head = format!("{name} ({})", naming::unit(dataset, row, lang));
        let mine = move |row: &Row| row.measure == measure && row.unit == unit;
        let entry = move |row: &Row| Entry::number(row.figure.value().filter(|_| mine(row)));
        columns.push(Column::new(head, entry));
    }
    let upper = Column::new(words(lang).upper, |row: &Row| match row.figure {
        Figure::Value { upper, .. } => Entry::number(upper),
        Figure::Missing(_) => Entry::Empty,
    });
    columns.extend(upper.is_said(rows).then_some(upper));
    columns
}

/// A column for each level above that the rows are set against; what is no single value, or lacks a part,
/// is in words.
fn references<'a>(dataset: &'a Dataset, rows: &[Row], lang: Lang) -> Vec<Column<'a, Row>> {
    let mut levels: Vec<Level> = Vec::new();
    for one in rows.iter().flat_map(|row| &row.references) {
        if !levels.contains(&one.level) {
            levels.push(one.level);
        }
    }
    let column = |level: Level| {
        let entry = move |row: &Row| {
            let found = row.references.iter().find(|one| one.level == level);
            found.map_or(Entry::Empty, |one| reference(dataset, one, lang))
        };
        Column::new(naming::word(dataset, "level", level.code(), lang), entry)
    };
    levels.into_iter().map(column).collect()
}

fn reference(dataset: &Dataset, one: &Reference, lang: Lang) -> Entry {
    let single = one.figure.interval().and_then(|one| one.single());
    if one.coverage.is_whole() && single.is_some() {
        return Entry::number(single);
    }
    let Coverage { reported, expected } = one.coverage;
    let part =
        if one.coverage.is_whole() { String::new() } else { format!("({reported}/{expected})") };
    let value = one.figure.value().map(|value| value.to_string()).unwrap_or_default();
    let stated = stated(dataset, &one.figure, lang);
    Entry::text(join_said(&[&stated, &value, &part], " "))
}

/// What must be known of a value.
fn details<'a>(dataset: &'a Dataset, lang: Lang) -> Vec<Column<'a, Row>> {
    let words = words(lang);
    let partial = |row: &Row| (!row.coverage.is_whole()).then_some(row.coverage);
    let reported = move |row: &Row| partial(row).map(|it| Entry::count(it.reported));
    let expected = move |row: &Row| partial(row).map(|it| Entry::count(it.expected));
    let standing = Standing::new(dataset);
    let status = move |row: &Row| Entry::text(status(dataset, &standing, row, lang));
    vec![
        Column::new(words.stated, move |row: &Row| Entry::text(stated(dataset, &row.figure, lang))),
        Column::new(words.status, status),
        Column::new(words.reported, move |row| reported(row).unwrap_or(Entry::Empty)),
        Column::new(words.expected, move |row| expected(row).unwrap_or(Entry::Empty)),
        Column::new(words.rank, |row: &Row| row.rank.map_or(Entry::Empty, Entry::count)),
        Column::new(words.note, move |row| Entry::text(note(dataset, row, lang))),
    ]
}

/// Qualifier or kind of absence, in words.
fn stated(dataset: &Dataset, figure: &Figure, lang: Lang) -> String {
    let (list, code) = match figure {
        Figure::Missing(missing) => ("missing", missing.code()),
        Figure::Value { qualifier: Qualifier::Exact, .. } => return String::new(),
        Figure::Value { qualifier, .. } => ("qualifier", qualifier.code()),
    };
    naming::word(dataset, list, code, lang)
}

/// Every status behind a row that is not the usual one, in words.
fn status(dataset: &Dataset, standing: &Standing<'_>, row: &Row, lang: Lang) -> String {
    let statuses = standing.statuses(&row.evidence).into_iter();
    let words_of = |status: Status| naming::word(dataset, "status", status.code(), lang);
    join(&statuses.map(words_of).gather(), words(lang).semicolon)
}

/// The note of a figure that is told as it stands; sums have too many.
fn note(dataset: &Dataset, row: &Row, lang: Lang) -> String {
    let [only] = row.evidence.as_slice() else { return String::new() };
    let note = dataset.observations.get(only).map(|one| naming::pick(&one.note, lang));
    note.unwrap_or_default().to_owned()
}

fn source(dataset: &Dataset, row: &Row, lang: Lang) -> String {
    let ids = naming::sources(dataset, std::iter::once(row));
    let names = ids.into_iter().map(|id| naming::source(dataset, id, lang)).gather();
    let names = join(&names, words(lang).semicolon);
    let mark = if dataset.example { example_mark(lang) } else { "" };
    join_said(&[mark, &names], words(lang).semicolon)
}

/// Every document behind the answer.
pub(super) fn sources(dataset: &Dataset, answer: &Answer, lang: Lang) -> Page {
    let words = words(lang);
    let ids = naming::sources(dataset, answer.rows.iter());
    let rows: Vec<&Source> = ids.into_iter().filter_map(|id| dataset.sources.get(id)).gather();
    let text = |head: &str, pick: fn(&Source, Lang) -> &str| {
        Column::new(head, move |one: &&Source| Entry::text(pick(one, lang)))
    };
    let columns = vec![
        text(words.source, |one, _| one.id.as_str()),
        text(words.title, |one, lang| naming::pick(&one.title, lang)),
        text(words.publisher, |one, lang| naming::pick(&one.publisher, lang)),
        text(words.published, |one, _| &one.published.date),
        Column::new(words.published_gregorian, |one: &&Source| published(one)),
        text(words.address, |one, _| &one.url),
        text(words.read, |one, lang| naming::pick(&one.accessed, lang)),
    ];
    Page::new(words.sources, columns, &rows)
}

/// The day of publication, where that is printed.
fn published(source: &Source) -> Entry {
    let printed = Period::parse(&source.published.date).ok();
    let printed = printed.filter(|period| period.kind() == PeriodKind::Day);
    let known = printed.filter(|_| source.published.precision == Precision::Day);
    Entry::day(known.and_then(|period| period.start()))
}

/// What the rows do not show: how many have no figure, and what was refused. `None` if that is nothing.
pub(super) fn notes(answer: &Answer, lang: Lang) -> Option<Page> {
    let words = words(lang);
    let coverage = Some(answer.coverage).filter(|coverage| !coverage.is_whole());
    let coverage = coverage.map(|it| match lang {
        Lang::Fa => format!("{} از {} رقم دارد.", it.reported, it.expected),
        Lang::En => format!("{} of {} have a figure.", it.reported, it.expected),
    });
    let refused = answer.refused.iter().map(|one| {
        join_said(&[naming::pick(&one.message, lang), naming::pick(&one.hint, lang)], " ")
    });
    let rows: Vec<String> = coverage.into_iter().chain(refused).gather();
    let column = Column::new(words.note, |text: &String| Entry::text(text.as_str()));
    (!rows.is_empty()).then(|| Page::new(words.notes, vec![column], &rows))
}
