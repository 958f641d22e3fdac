//! From an answer to words: names, values, tooltips, order.

use super::describe::describe;
use super::evidence::Evidence;
use super::footing::{base_change, caveats, coverage, documents, notes, sources};
use super::member::mark_probable;
use super::options::Options;
use super::order::{limit, rest, sorted};
use super::picture::{counted, picture};
use super::prepared::{Beside, Datum, Prepared};
use super::scene::Tip;
use super::shape::{Of, Whole, shape};
use super::table::{Rows, table};
use super::title::titles;
use super::vary::{Vary, key_of};
use super::view::{MarkKind, View};
use super::words::{
    Shown, code_word, comparison_text, decimals_of, derived, figure_text, form_of, form_word, pick,
    put, share_text, status_word, words, working_text,
};
use crate::list::{Gather, join, join_said};
use crate::model::{Dataset, Figure, Qualifier};
use crate::number::{Decimal, Interval};
use crate::query::{Answer, Row, Working};
use crate::text::{Lang, NumberFormat, format_number, plain_integer};

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
    let shaped = shape(dataset, answer, view, lang);
    let answer = &*shaped.answer;
    let shown = Shown::of_rows(dataset, &answer.rows, &view.unit, lang);
    let vary = Vary::of(dataset, answer, view, lang);
    let writer = Writer { dataset, view, lang, shown: &shown, vary: &vary, wholes: &shaped.wholes };
    let (sorted_rows, open) = sorted(writer.data(&answer.rows), shaped.sort(view));
    let counted = counted(dataset, answer, &sorted_rows, view, lang);
    let (mut data, mut rows) = (Vec::new(), Vec::new());
    for (datum, row) in sorted_rows {
        data.push(datum);
        rows.push(row);
    }
    let kind = match &counted {
        _ if !view.query.pairs.is_empty() => Rows::Pairs,
        Some((_, kind)) => *kind,
        None => Rows::Figures,
    };
    data = counted.map_or(data, |(counted, _)| counted);
    let can_sum = kind == Rows::Figures && shaped.mark == MarkKind::Bar && shaped.piles.is_empty();
    let rest = rest(dataset, &rows, view, lang).filter(|_| can_sum).map(|rest| writer.rest(rest));
    let sources = sources(dataset, &rows, lang);
    let coverage = coverage(answer, view, lang);
    let base_change = base_change(dataset, &rows, lang);
    let mut notes = notes(dataset, answer, view, lang);
    notes.extend(caveats(&data, kind, lang));
    notes.extend(base_change.iter().map(|change| change.text.clone()));
    if open > 0 {
        notes.push(put(words(lang).unplaced, &[&plain_integer(open as i64, lang)]));
    }
    let (title, subtitle) = titles(dataset, view, answer, &data, &shown, lang);
    data.extend(rest.clone());
    let mut table = table(&data, &shown, &title, kind, lang);
    data.truncate(data.len() - usize::from(rest.is_some()));
    let foot = [coverage.as_str(), base_change.as_ref().map_or("", |change| &change.text)];
    table.foot = join_said(&foot, " · ");
    let mut prepared = Prepared {
        base_change,
        unit: shown.name.clone(),
        title,
        subtitle,
        table,
        sources,
        coverage,
        example: dataset.example,
        data,
        mark: shaped.mark,
        ..Prepared::default()
    };
    notes.extend(shaped.note);
    notes.extend(picture(&mut prepared, (dataset, &rows), shaped.piles, (view, &shown), lang));
    prepared.description = describe(&prepared, lang);
    notes.extend(limit(&mut prepared, view, rest, lang));
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
    wholes: &'a [Vec<Whole>],
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
            let wholes = self.wholes.get(index).map_or(&[][..], Vec::as_slice);
            (self.datum(row, first, caveat, wholes), row)
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

    fn datum(&self, row: &Row, first: Option<&Row>, caveat: &str, wholes: &[Whole]) -> Datum {
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
        let (shares, worked) = self.shares(row, wholes, shown);
        let comparison = first.map_or(shares, |first| comparison_text(first, row, self.lang));
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
            comparison,
            is_unplaced: false,
            compared: compared(row, first, wholes),
            worked,
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

    /// The row of all that a chart does not draw one by one.
    fn rest(&self, (row, name): (Row, String)) -> Datum {
        let mut datum = self.datum(&row, None, "", &[]);
        datum.tip.spoken = spoken(&name, &datum.full, &datum.tip.details, self.lang);
        for text in [&mut datum.tip.heading, &mut datum.name, &mut datum.short, &mut datum.series] {
            text.clone_from(&name);
        }
        datum.detail.clear();
        "rest".clone_into(&mut datum.key);
        datum
    }

    /// Which share a figure is of each whole that it is set against, and how that is computed.
    fn shares(&self, row: &Row, wholes: &[Whole], shown: &Shown) -> (String, String) {
        let (dataset, lang) = (self.dataset, self.lang);
        let (mut told, mut worked) = (Vec::new(), Vec::new());
        for whole in wholes {
            let working = Working::Share { part: row.figure, whole: whole.figure };
            let share = share_text(&working, lang);
            if share.is_empty() {
                continue;
            }
            told.push(match whole.of {
                Of::Before => put(words(lang).of_before, &[&share]),
                Of::First(stage) => {
                    let stage = code_word(dataset, "stage", stage.code(), lang);
                    put(words(lang).of_first, &[&share, &stage])
                }
                Of::All => {
                    let whole = figure_text(dataset, &whole.figure, shown, None, lang).1;
                    put(words(lang).of_whole, &[&share, &whole])
                }
            });
            let row = Row { working: Some(working), ..row.clone() };
            worked.push(working_text(dataset, &row, (shown, &share), lang).1);
        }
        (join(&told, words(lang).comma), join(&worked, " · "))
    }

    fn tip(&self, row: &Row, datum: &Datum, shown: &Shown, source: String) -> Tip {
        let comma = words(self.lang).comma;
        let heading = self.vary.heading(self.dataset, row, self.lang);
        let stage = join_said(&[&datum.form_word, &datum.comparison], comma);
        let beside: Vec<String> =
            datum.beside.iter().map(|one| format!("{} {}", one.name, one.text)).gather();
        let (formula, working) = working_text(self.dataset, row, (shown, told(datum)), self.lang);
        let working = join_said(&[&working, &datum.worked], " · ");
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
    let is_pair = datum.worked.is_empty() && !datum.comparison.is_empty();
    if is_pair { &datum.comparison } else { &datum.full }
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

/// What a comparison rests on: both figures of a pair, or a figure and all that it is a share of.
fn compared(row: &Row, first: Option<&Row>, wholes: &[Whole]) -> Vec<Evidence> {
    let mut all = Vec::new();
    if let Some(first) = first.filter(|_| row.working.is_some()) {
        all.extend(Evidence::figures(&first.evidence));
    }
    if !all.is_empty() || !wholes.is_empty() {
        all.extend(Evidence::figures(&row.evidence));
    }
    for one in wholes.iter().flat_map(|whole| Evidence::figures(&whole.evidence)) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
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
