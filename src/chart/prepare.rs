//! From an answer to words: names, values, tooltips, order.

use std::cmp::Ordering;

use super::area_rule::area;
use super::bounds::{order, unplaced};
use super::describe::describe;
use super::evidence::Evidence;
use super::facets::{PANELS, panels, panels_left};
use super::footing::{base_change, caveats, coverage, documents, notes, sources};
use super::mark::between_slopes;
use super::member::mark_probable;
use super::options::Options;
use super::prepared::{Beside, Datum, Prepared};
use super::scene::Tip;
use super::table::{Rows, table};
use super::tally::tally;
use super::title::titles;
use super::vary::Vary;
use super::view::{MarkKind, Sort, View};
use super::words::{
    Shown, comparison_text, decimals_of, derived, figure_text, form_of, form_word, pick, put,
    status_word, words, working_text,
};
use crate::list::{Gather, in_order, join, join_said};
use crate::model::{Dataset, Figure, Qualifier};
use crate::number::{Decimal, Interval};
use crate::query::{Answer, Row, Working};
use crate::text::{Lang, NumberFormat, compare, format_number, plain_integer};

/// Most marks of one chart unless the view asks for more.
const MOST: usize = 60;

/// Everything that geometry needs, in the order shown.
pub(super) fn prepare(
    dataset: &Dataset,
    answer: &Answer,
    view: &View,
    options: &Options,
) -> Prepared {
    let lang = options.lang;
    if view.encoding.color == "member" {
        return super::member::members(dataset, view, lang);
    }
    let shown = Shown::of_rows(dataset, &answer.rows, &view.unit, lang);
    let vary = Vary::of(dataset, answer, view, lang);
    let writer = Writer { dataset, view, lang, shown: &shown, vary: &vary };
    let (sorted_rows, open) = sorted(writer.data(&answer.rows), view.sort);
    let counted = tally(dataset, &answer.rows, view, lang);
    let kind = match (view.query.pairs.is_empty(), counted.is_empty()) {
        (false, _) => Rows::Pairs,
        (true, false) => Rows::Stages,
        (true, true) => Rows::Figures,
    };
    let (mut data, mut rows) = (counted, Vec::new());
    for (datum, row) in sorted_rows {
        if kind != Rows::Stages {
            data.push(datum);
        }
        rows.push(row);
    }
    let sources = sources(dataset, &rows, lang);
    let coverage = coverage(answer, view, lang);
    let base_change = base_change(dataset, &rows, lang);
    let mut notes = notes(dataset, answer, view, lang);
    notes.extend(caveats(&data, kind, lang));
    notes.extend(base_change.iter().map(|change| change.text.clone()));
    if open > 0 {
        notes.push(put(words(lang).unplaced, &[&plain_integer(open as i64, lang)]));
    }
    let area = area(dataset, answer, (view, &vary), &data, &mut notes, lang);
    notes.extend(between_slopes(view, &data, lang));
    notes.extend(panels_left(&data, lang));
    let (title, subtitle) = titles(dataset, view, answer, &data, &shown, lang);
    let mut table = table(&data, &shown, &title, kind, lang);
    let foot = [coverage.as_str(), base_change.as_ref().map_or("", |change| &change.text)];
    table.foot = join_said(&foot, " · ");
    let mut prepared = Prepared {
        description: Default::default(),
        base_change,
        unit: shown.name.clone(),
        title,
        subtitle,
        table,
        sources,
        coverage,
        area,
        example: dataset.example,
        notes: Vec::new(),
        data,
    };
    prepared.description = describe(&prepared, view.mark, lang);
    limit(&mut prepared, view, &mut notes, lang);
    notes.extend(mark_probable(dataset, view, &mut prepared.data, lang));
    prepared.notes = notes;
    prepared
}

/// What every datum needs.
struct Writer<'a> {
    dataset: &'a Dataset,
    view: &'a View,
    lang: Lang,
    shown: &'a Shown,
    vary: &'a Vary,
}

impl Writer<'_> {
    fn data<'r>(&self, rows: &'r [Row]) -> Vec<(Datum, &'r Row)> {
        let pairs = !self.view.query.pairs.is_empty();
        // A pair is two rows; the second tells how it compares to the first.
        let pair = |index: usize| {
            let even = index - index % 2;
            if pairs { rows.get(even).zip(rows.get(even + 1)) } else { None }
        };
        let datum = |(index, row)| {
            let first = pair(index).map(|(first, _)| first).filter(|_| index % 2 == 1);
            let caveat = pair(index).map_or("", |(from, to)| self.caveat(from, to));
            (self.datum(row, first, caveat), row)
        };
        rows.iter().enumerate().map(datum).gather()
    }

    /// What a reader must know of two figures that stand side by side.
    fn caveat(&self, from: &Row, to: &Row) -> &str {
        let (from, to) = (from.key.observation.as_ref(), to.key.observation.as_ref());
        let pairs = self.dataset.comparisons.iter();
        let mut pairs = pairs.filter(|pair| Some(&pair.from) == from && Some(&pair.to) == to);
        pairs.next().map_or("", |pair| pick(&pair.caveat, self.lang))
    }

    fn datum(&self, row: &Row, first: Option<&Row>, caveat: &str) -> Datum {
        let measure = self.dataset.measures.get(&row.measure);
        let own_unit;
        // Pairs and lists may hold several units: each figure then keeps its own.
        let shown = if self.vary.units {
            own_unit = Shown::of_rows(self.dataset, std::slice::from_ref(row), "", self.lang);
            &own_unit
        } else {
            self.shown
        };
        // The two figures of a pair are stated; only their comparison is derived.
        let working = row.working.as_ref().filter(|_| row.key.observation.is_none());
        let decimals = decimals_of(working, &row.unit, measure);
        let (text, full) = figure_text(self.dataset, &row.figure, shown, decimals, self.lang);
        let (figure, beside) = (shown.figure(&row.figure), self.beside(row, shown));
        let (exact, span) = (figure.value(), figure.interval());
        let form_word = form_word(self.dataset, row, self.lang);
        let status = status_word(self.dataset, row, self.lang);
        let comparison =
            first.map(|first| comparison_text(first, row, self.lang)).unwrap_or_default();
        let area = row.key.area.as_ref().and_then(|id| self.dataset.areas.get(id));
        let mut datum = Datum {
            key: key_of(row),
            name: self.vary.name(self.dataset, row, self.lang),
            short: String::new(),
            detail: self.vary.detail(self.dataset, row, self.lang),
            value: exact.map(Decimal::to_f64),
            exact,
            span,
            text,
            full,
            qualifier: row.figure.qualifier(),
            missing: missing(&row.figure),
            form: form_of(self.dataset, row),
            form_word,
            series: self.vary.series(self.dataset, row, self.lang),
            facet: self.vary.facet(self.dataset, row, self.lang),
            comparison,
            is_unplaced: false,
            compared: first.filter(|_| row.working.is_some()).map_or_else(Vec::new, |first| {
                let mut both = Evidence::figures(&first.evidence);
                both.extend(Evidence::figures(&row.evidence));
                both
            }),
            is_difference: matches!(row.working, Some(Working::Growth { .. })),
            note: join_said(&[caveat, &status], " · "),
            place: super::vary::place(self.dataset, row, self.lang),
            level: area.map(|area| area.level),
            area: row.key.area.clone(),
            code: area.map(|area| area.code.clone()).unwrap_or_default(),
            period: row.key.period,
            difference: difference(&row.figure, span.as_ref(), &beside, self.lang),
            beside,
            member: None,
            rank: row
                .rank
                .map(|rank| plain_integer(i64::from(rank), self.lang))
                .unwrap_or_default(),
            tip: Tip::default(),
            evidence: Evidence::figures(&row.evidence),
            documents: Vec::new(),
        };
        // What is already the name is not said twice.
        if datum.name == datum.form_word && datum.detail == datum.form_word {
            datum.detail.clear();
        }
        datum.detail = join_said(&[&datum.detail, &status], words(self.lang).comma);
        datum.short = self.short(&datum);
        let (source, documents) = documents(self.dataset, &[row], self.lang);
        datum.documents = documents;
        datum.tip = self.tip(row, &datum, shown, source);
        datum
    }

    /// The short name of a province, from the tile grid.
    fn short(&self, datum: &Datum) -> String {
        let tile =
            self.dataset.tiles.iter().find(|tile| !tile.code.is_empty() && tile.code == datum.code);
        tile.map_or_else(|| datum.name.clone(), |tile| pick(&tile.label, self.lang).to_owned())
    }

    fn beside(&self, row: &Row, shown: &Shown) -> Vec<Beside> {
        let measure = self.dataset.measures.get(&row.measure);
        let beside = row.references.iter().filter_map(|reference| {
            let figure = reference.comparable()?;
            let own = shown.figure(figure);
            let (exact, span) = (own.value()?, own.interval()?);
            let area = self.dataset.areas.get(&reference.area)?;
            let decimals = decimals_of(reference.working.as_ref(), &row.unit, measure);
            Some(Beside {
                level: reference.level,
                name: pick(&area.name, self.lang).to_owned(),
                value: exact.to_f64(),
                exact,
                span,
                text: figure_text(self.dataset, figure, shown, decimals, self.lang).0,
                evidence: Evidence::figures(&reference.evidence),
            })
        });
        beside.gather()
    }

    fn tip(&self, row: &Row, datum: &Datum, shown: &Shown, source: String) -> Tip {
        let comma = words(self.lang).comma;
        let heading = self.vary.heading(self.dataset, row, self.lang);
        let stage = join_said(&[&datum.form_word, &datum.comparison], comma);
        let beside: Vec<String> =
            datum.beside.iter().map(|one| format!("{} {}", one.name, one.text)).gather();
        let (formula, working) = working_text(self.dataset, row, (shown, told(datum)), self.lang);
        let working_line = join_said(&[&formula, &datum.note], " · ");
        let details: Vec<String> = [stage, join(&beside, " · "), working_line]
            .into_iter()
            .filter(|line| !line.is_empty())
            .take(2)
            .gather();
        let spoken = spoken(&heading, &datum.full, &details, self.lang);
        Tip { heading, value: datum.full.clone(), details, source, spoken, working }
    }
}

/// What the working of a row gives: the comparison of a pair, whose two figures are stated, else its value.
fn told(datum: &Datum) -> &str {
    if datum.comparison.is_empty() { &datum.full } else { &datum.comparison }
}

/// One sentence for a screen reader.
pub(super) fn spoken(heading: &str, full: &str, details: &[String], lang: Lang) -> String {
    let words = words(lang);
    let mut out = format!("{heading}{}{full}", words.colon);
    for detail in details {
        out.push_str(words.comma);
        out.push_str(detail.trim_end_matches('.'));
    }
    out.push_str(words.stop);
    out
}

fn key_of(row: &Row) -> String {
    let key = &row.key;
    let period = key.period.map(|period| period.id());
    let parts = [
        (";figure=", key.observation.as_ref().map(|id| id.as_str())),
        (";area=", key.area.as_ref().map(|id| id.as_str())),
        (";group=", key.group.as_ref().map(|id| id.as_str())),
        (";period=", period.as_deref()),
        (";scenario=", key.scenario.map(|one| one.code())),
        (";stage=", key.stage.map(|one| one.code())),
    ];
    let mut text = String::from("measure=");
    text.push_str(row.measure.as_str());
    for (name, value) in parts {
        if let Some(value) = value {
            text.push_str(name);
            text.push_str(value);
        }
    }
    for (dimension, code) in &key.dimensions {
        for part in [";", dimension.code(), "=", code] {
            text.push_str(part);
        }
    }
    text
}

const fn missing(figure: &Figure) -> Option<crate::model::Missing> {
    match figure {
        Figure::Missing(missing) => Some(*missing),
        Figure::Value { .. } => None,
    }
}

/// The difference to the first area above, signed, to one decimal; a bound has none, and that of a
/// value which is about so much is about so much.
fn difference(figure: &Figure, span: Option<&Interval>, beside: &[Beside], lang: Lang) -> String {
    let beside = beside.first().and_then(|one| one.span.single());
    let ends = span.and_then(|one| one.single()).zip(beside);
    let Some(Ok(difference)) = ends.map(|(value, beside)| value.checked_sub(beside)) else {
        return String::new();
    };
    let qualifier = figure.qualifier().unwrap_or(Qualifier::Exact);
    let (word, difference) = derived(difference, 1, qualifier, lang);
    let number = format_number(&difference, lang, &NumberFormat::GROUPED.signed().with_decimals(1));
    word + &number
}

/// Orders rows. By value stand those that no bound leaves open; what may be more or less than
/// another row comes after them, by the number that is stated, and what has no value at the foot.
/// Also how many may be either.
fn sorted(mut rows: Vec<(Datum, &Row)>, sort: Sort) -> (Vec<(Datum, &Row)>, usize) {
    let mut open = 0;
    if matches!(sort, Sort::Descending | Sort::Ascending) {
        let unplaced = unplaced(&rows.iter().map(|(datum, _)| datum).gather());
        for ((datum, _), is_unplaced) in rows.iter_mut().zip(unplaced) {
            datum.is_unplaced = is_unplaced;
            open += usize::from(is_unplaced);
        }
    }
    let group = |datum: &Datum| (datum.exact.is_none(), datum.is_unplaced);
    let rows = in_order(rows, |(one, _), (other, _)| match sort {
        Sort::Given => Ordering::Equal,
        Sort::Name => compare(&one.name, &other.name),
        Sort::Descending => group(one).cmp(&group(other)).then(by_value(other, one)),
        Sort::Ascending => group(one).cmp(&group(other)).then(by_value(one, other)),
    });
    (rows, open)
}

/// By what is stated, and of one number by what is said of it: fewer than 100 stands below 100.
fn by_value(one: &Datum, other: &Datum) -> Ordering {
    let sure = || one.span.zip(other.span).and_then(|(one, other)| order(&one, &other));
    one.exact.cmp(&other.exact).then_with(|| sure().unwrap_or(Ordering::Equal))
}

/// Keeps a chart readable: the rest stays in the table, and a note says so.
fn limit(prepared: &mut Prepared, view: &View, notes: &mut Vec<String>, lang: Lang) {
    let most = if view.limit == 0 { MOST } else { usize::from(view.limit) };
    let is_whole = view.mark.is_over_time() || view.mark == MarkKind::TileMap;
    let most = if panels(&prepared.data).len() > 1 { most * PANELS } else { most };
    if is_whole || prepared.data.len() <= most {
        return;
    }
    let rest = i64::try_from(prepared.data.len() - most).unwrap_or_default();
    prepared.data.truncate(most);
    notes.push(put(words(lang).more_rows, &[&plain_integer(rest, lang)]));
}
