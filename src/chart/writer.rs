//! One row of an answer as a datum: its names, and its words once they are asked for.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use super::across::{Across, Companion};
use super::course::Course;
use super::evidence::Evidence;
use super::footing::documents;
use super::prepared::{Beside, Datum, Number, Words};
use super::scene::Tip;
use super::shape::{Of, Shaped, Whole};
use super::vary::{Vary, key_of, place};
use super::view::{HAS_ALL, MarkKind, View};
use super::words::{
    Shown, code_word, comparison_text, decimals_of, derived, figure_text, pick, put, share_text,
    words, working_text,
};
use crate::list::{Gather, join, join_said};
use crate::model::{Dataset, Figure, Qualifier};
use crate::number::{Decimal, Interval};
use crate::query::{Row, Working};
use crate::text::{Lang, NumberFormat, format_number, plain_integer};

/// What every datum needs.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) shaped: &'a Shaped<'a>,
    pub(super) view: &'a View,
    pub(super) lang: Lang,
    pub(super) manner: Rc<Manner>,
    /// All the rest in one, once it is asked for.
    pub(super) others: OnceCell<Row>,
}

/// What all rows of an answer have in common, found once.
#[derive(Debug)]
pub(super) struct Manner {
    /// The unit of the chart.
    pub(super) shown: Shown,
    /// What tells rows apart.
    pub(super) vary: Vary,
    /// The further measures of a scatter.
    pub(super) across: [Option<Across>; 2],
}

/// A row of an answer, with who puts it into words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'a> {
    writer: &'a Writer<'a>,
    /// Its number in the answer.
    pub(super) index: usize,
    pub(super) row: &'a Row,
}

impl<'a> Source<'a> {
    /// The value in words.
    pub(super) fn number(&self) -> Number {
        let writer = self.writer;
        let shown = writer.shown(self.row);
        let (text, full) = figure_text(
            writer.dataset,
            &self.row.figure,
            &shown,
            writer.decimals(self.row),
            writer.lang,
        );
        Number { text, full }
    }

    /// The value of a further measure in words.
    pub(super) fn companion(&self, one: &Companion<'_>) -> Number {
        one.number(self.writer.dataset, self.writer.lang)
    }

    /// What the tooltip, the table and the card tell of a datum of this row.
    pub(super) fn words(&self, datum: &Datum<'_>) -> Words {
        self.writer.words(*self, datum)
    }

    /// What is measured.
    pub(super) fn measure(&self) -> &'a str {
        self.row.measure.as_str()
    }
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        dataset: &'a Dataset,
        shaped: &'a Shaped<'a>,
        view: &'a View,
        lang: Lang,
    ) -> Self {
        let answer = &*shaped.answer;
        let shown = Shown::of_rows(dataset, &answer.rows, &view.unit, lang);
        let across = |axis| if HAS_ALL { Across::new(dataset, view, axis, lang) } else { None };
        let across = [across(&view.encoding.x), across(&view.encoding.size)];
        let manner = Manner { shown, vary: Vary::of(dataset, answer, view, lang), across };
        Self { dataset, shaped, view, lang, manner: Rc::new(manner), others: OnceCell::new() }
    }

    /// One datum for each row, in the order of the answer.
    pub(super) fn data(&'a self) -> Vec<Datum<'a>> {
        (0..self.shaped.answer.rows.len()).filter_map(|index| self.datum(index)).gather()
    }

    /// A pair is two rows; the second tells how it compares to the first.
    fn pair(&self, index: usize) -> Option<(&'a Row, &'a Row)> {
        let even = index - index % 2;
        let rows = &self.shaped.answer.rows;
        let is_pair = !self.view.query.pairs.is_empty();
        rows.get(even).zip(rows.get(even + 1)).filter(|_| is_pair)
    }

    /// The first of a pair, for its second.
    fn first(&self, index: usize) -> Option<&'a Row> {
        self.pair(index).map(|(first, _)| first).filter(|_| index % 2 == 1)
    }

    /// What a reader must know of two figures that stand side by side.
    fn caveat(&self, from: &Row, to: &Row) -> &'a str {
        let (from, to) = (from.key.observation.as_ref(), to.key.observation.as_ref());
        let pairs = self.dataset.comparisons.iter();
        let mut pairs = pairs.filter(|pair| Some(&pair.from) == from && Some(&pair.to) == to);
        pairs.next().map_or("", |pair| pick(&pair.caveat, self.lang))
    }

    /// Pairs and lists may hold several units: each figure then keeps its own.
    fn shown(&self, row: &Row) -> Cow<'_, Shown> {
        if self.manner.vary.units {
            Cow::Owned(Shown::of_rows(self.dataset, std::slice::from_ref(row), "", self.lang))
        } else {
            Cow::Borrowed(&self.manner.shown)
        }
    }

    fn decimals(&self, row: &Row) -> Option<u8> {
        // The two figures of a pair are stated; only their comparison is derived.
        let working = row.working.as_ref().filter(|_| row.key.observation.is_none());
        decimals_of(working, &row.unit, self.dataset.measures.get(&row.measure))
    }

    /// The datum of a row, by the number of the row.
    pub(super) fn datum(&'a self, index: usize) -> Option<Datum<'a>> {
        Some(self.written(index, self.shaped.answer.rows.get(index)?))
    }

    /// The row of all that a chart does not draw one by one, with its name.
    pub(super) fn others(&'a self, (row, name): (Row, String)) -> Datum<'a> {
        let mut datum = self.written(usize::MAX, self.others.get_or_init(|| row));
        let (number, mut words) = (datum.number().clone(), datum.words().clone());
        words.tip.spoken = spoken(&name, &number.full, &words.tip.details, self.lang);
        "rest".clone_into(&mut words.key);
        for text in [&mut words.tip.heading, &mut datum.name, &mut datum.short, &mut datum.series] {
            text.clone_from(&name);
        }
        datum.detail.clear();
        Datum { number: number.into(), words: words.into(), source: None, ..datum }
    }

    fn written(&'a self, index: usize, row: &'a Row) -> Datum<'a> {
        let (vary, shown) = (&self.manner.vary, self.shown(row));
        let (figure, beside) = (shown.figure(&row.figure), self.beside(row, &shown));
        let (exact, span) = (figure.value(), figure.interval());
        let settled = vary.forms.settled(self.dataset, row);
        let status = settled.word(self.dataset, self.lang);
        let caveat = self.pair(index).map_or("", |(from, to)| self.caveat(from, to));
        let (shares, worked) = self.shares(row, self.wholes(index), &shown);
        let first = self.first(index);
        let comparison = first.map_or(shares, |first| comparison_text(first, row, self.lang));
        let area = row.key.area.as_ref().and_then(|id| self.dataset.areas.get(id));
        let mut datum =
            Datum {
                name: vary.name(self.dataset, row, self.lang),
                detail: vary.detail(self.dataset, row, self.lang),
                value: exact.map(Decimal::to_f64),
                exact,
                span,
                qualifier: row.figure.qualifier(),
                missing: missing(&row.figure),
                form: vary.forms.form(row, settled),
                form_word: vary.forms.word(self.dataset, row, self.lang),
                series: vary.series(self.dataset, row, self.lang),
                facet: vary.facet(self.dataset, row, self.lang),
                comparison,
                worked,
                is_difference: matches!(row.working, Some(Working::Growth { .. })),
                note: join_said(&[caveat, &status], " · "),
                place: place(self.dataset, row, self.lang),
                level: area.map(|area| area.level),
                area: row.key.area.clone(),
                code: area.map(|area| area.code.clone()).unwrap_or_default(),
                period: row.key.period,
                difference: difference(&row.figure, span.as_ref(), &beside, self.lang),
                beside,
                rank: row
                    .rank
                    .map(|rank| plain_integer(i64::from(rank), self.lang))
                    .unwrap_or_default(),
                course: self.course(row, &shown),
                across: self.manner.across.each_ref().map(|across| {
                    across.as_ref().filter(|_| HAS_ALL)?.beside(self.dataset, &row.key)
                }),
                source: Some(Source { writer: self, index, row }),
                ..Datum::default()
            };
        // What is already the name is not said twice.
        if datum.name == datum.form_word && datum.detail == datum.form_word {
            datum.detail.clear();
        }
        datum.detail = join_said(&[&datum.detail, &status], words(self.lang).comma);
        datum.short = self.short(&datum);
        datum
    }

    /// How a report stands to its last day, where the picture is of that.
    fn course(&self, row: &Row, shown: &Shown) -> Option<Course> {
        let is_drawn = HAS_ALL && self.shaped.mark == MarkKind::Timeline;
        if is_drawn { Course::of(self.dataset, row, shown, self.lang) } else { None }
    }

    /// What a figure is set against.
    fn wholes(&self, index: usize) -> &'a [Whole] {
        self.shaped.wholes.get(index).filter(|_| HAS_ALL).map_or(&[], Vec::as_slice)
    }

    fn words(&self, source: Source<'_>, datum: &Datum<'_>) -> Words {
        let row = source.row;
        let (line, documents) = documents(self.dataset, &[row], self.lang);
        let wholes = self.wholes(source.index);
        let compared = compared(row, self.first(source.index), wholes);
        Words {
            key: key_of(row),
            tip: self.tip(row, datum, &self.shown(row), line),
            remark: self.remark(row).to_owned(),
            compared,
            evidence: Evidence::figures(&row.evidence),
            documents,
        }
    }

    /// What is noted of the figure that a row is; nothing for one of several figures.
    fn remark(&self, row: &Row) -> &'a str {
        let [only] = row.evidence.as_slice() else { return "" };
        self.dataset.observations.get(only).map_or("", |one| pick(&one.note, self.lang))
    }

    /// The short name of a province, from the tile grid.
    fn short(&self, datum: &Datum<'_>) -> String {
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

    /// Which share a figure is of each whole that it is set against, and how that is computed.
    fn shares(&self, row: &Row, wholes: &[Whole], shown: &Shown) -> (String, String) {
        let (dataset, lang) = (self.dataset, self.lang);
        let (mut told, mut worked) = (Vec::new(), Vec::new());
        if !HAS_ALL {
            return Default::default();
        }
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

    fn tip(&self, row: &Row, datum: &Datum<'_>, shown: &Shown, source: String) -> Tip {
        let comma = words(self.lang).comma;
        let heading = self.manner.vary.heading(self.dataset, row, self.lang);
        let course = datum.course.as_ref().filter(|_| HAS_ALL);
        let dates = course.map(|course| course.line(self.lang)).unwrap_or_default();
        let stage = join_said(&[&datum.form_word, &datum.comparison, &dates], comma);
        let beside: Vec<String> =
            datum.beside.iter().map(|one| format!("{} {}", one.name, one.text)).gather();
        let (formula, working) = working_text(self.dataset, row, (shown, told(datum)), self.lang);
        let working = join_said(&[&working, &datum.worked], " · ");
        let across: Vec<String> = datum
            .companions()
            .into_iter()
            .map(|(one, number)| {
                join(&[one.across.name.as_str(), &number.full], words(self.lang).colon)
            })
            .gather();
        let working_line = join_said(&[&formula, &datum.note], " · ");
        let mut details: Vec<String> =
            [stage, join(&across, " · "), join(&beside, " · "), working_line]
                .into_iter()
                .filter(|line| !line.is_empty())
                .take(2)
                .gather();
        let spoken = spoken(&heading, datum.full(), &details, self.lang);
        let remark = self.remark(row);
        // A note is a sentence of its own, and a tooltip has two lines for details.
        let spoken = join_said(&[&spoken, remark], " ");
        let last = details.get(1).map_or("", String::as_str);
        let last = join_said(&[last, remark], " · ");
        details.truncate(1);
        details.extend((!last.is_empty()).then_some(last));
        Tip { heading, value: datum.full().to_owned(), details, source, spoken, working }
    }
}

/// What the working of a row gives: the comparison of a pair, whose two figures are stated, else its value.
fn told<'d>(datum: &'d Datum<'_>) -> &'d str {
    let is_pair = datum.worked.is_empty() && !datum.comparison.is_empty();
    if is_pair { &datum.comparison } else { datum.full() }
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
