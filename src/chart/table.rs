//! The equal view of a chart.

use super::across::{Across, Companion};
use super::evidence::Evidence;
use super::prepared::{Beside, Datum, Number};
use super::scene::{Cell, Table};
use super::view::HAS_ALL;
use super::words::{Shown, words};
use crate::calendar::{Day, Period};
use crate::list::{Gather, join_said};
use crate::model::Level;
use crate::number::Interval;
use crate::text::Lang;

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// Areas, or what else tells figures apart.
    Figures,
    /// The two figures of each pair.
    Pairs,
    /// Codes of a list, each with the areas that stand at it.
    Stages,
    /// Classes, each with the areas that lie in it.
    Classes,
}

/// Which columns have something to say.
struct Columns<'a> {
    name: Name,
    place: bool,
    panel: bool,
    rank: bool,
    detail: bool,
    period: bool,
    stage: bool,
    /// Whether the second label is the stage, so that no other column need tell it.
    tells_stage: bool,
    difference: bool,
    comparison: bool,
    note: bool,
    /// Whether the unit stands in the head: all figures have the one shown.
    one_unit: bool,
    beside: Vec<Level>,
    /// The last day of a report, and when it came in.
    dates: bool,
    /// Further measures.
    across: Vec<&'a Across>,
}

/// What the first column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Area,
    Period,
    Subject,
    Pair,
    Stage,
    Class,
}

impl Name {
    fn of(data: &[&Datum<'_>], rows: Rows, lang: Lang) -> Self {
        let is_period =
            |datum: &Datum<'_>| datum.period.is_some_and(|period| period.label(lang) == datum.name);
        match rows {
            Rows::Pairs => Self::Pair,
            Rows::Stages => Self::Stage,
            Rows::Classes => Self::Class,
            Rows::Figures if data.iter().all(|datum| datum.name == datum.place) => Self::Area,
            Rows::Figures if data.iter().all(|datum| is_period(datum)) => Self::Period,
            Rows::Figures => Self::Subject,
        }
    }
}

/// All rows in the order shown, the unit in the head, absences spelled out.
pub(super) fn table(data: &[&Datum<'_>], shown: &Shown, rows: Rows, lang: Lang) -> Table {
    let columns = Columns::of(data, shown, rows, lang);
    Table {
        heads: columns.heads(shown, data, lang),
        rows: data.iter().map(|datum| columns.row(datum, lang)).gather(),
        ..Table::default()
    }
}

impl<'a> Columns<'a> {
    fn of(data: &[&Datum<'a>], shown: &Shown, rows: Rows, lang: Lang) -> Self {
        let any = |says: fn(&Datum<'a>) -> bool| data.iter().any(|datum| says(datum));
        let most = data.iter().max_by_key(|datum| datum.beside.len());
        let has_unit = |datum: &Datum<'_>| {
            let number = datum.full().strip_suffix(shown.name.as_str());
            datum.exact.is_none()
                || number.and_then(|number| number.strip_suffix('\u{A0}')) == Some(datum.text())
        };
        let name = Name::of(data, rows, lang);
        let detail = any(|datum| !datum.detail.is_empty() && datum.detail != datum.form_word);
        let tells_stage =
            detail && any(|datum| !datum.detail.is_empty() && datum.detail == datum.form_word);
        let has_place = any(|datum| !datum.place.is_empty());
        Self {
            name,
            place: has_place && matches!(name, Name::Period | Name::Subject),
            panel: data.iter().any(|datum| is_told_by_panel(datum, lang)),
            rank: any(|datum| !datum.rank.is_empty()),
            detail,
            period: name != Name::Period && any(|datum| datum.period.is_some()),
            stage: !tells_stage && any(|datum| !datum.form_word.is_empty()),
            tells_stage,
            difference: any(|datum| !datum.difference.is_empty()),
            comparison: any(|datum| !datum.comparison.is_empty()),
            note: any(|datum| !datum.note.is_empty() || !datum.words().remark.is_empty()),
            one_unit: !shown.name.is_empty() && data.iter().all(|datum| has_unit(datum)),
            dates: HAS_ALL && any(|datum| datum.course.is_some()),
            across: data
                .iter()
                .map(|datum| datum.companions().into_iter().map(|(one, _)| one.across).gather())
                .max_by_key(Vec::len)
                .unwrap_or_default(),
            beside: most
                .map(|datum| datum.beside.iter().map(|one| one.level).gather())
                .unwrap_or_default(),
        }
    }

    fn heads(&self, shown: &Shown, data: &[&Datum<'_>], lang: Lang) -> Vec<String> {
        let words = words(lang);
        let county = data.iter().any(|datum| datum.level >= Some(Level::County));
        let with_unit = |text: &str| {
            if self.one_unit { format!("{text} ({})", shown.name) } else { text.to_owned() }
        };
        let mut heads = Vec::new();
        let mut head = |is: bool, text: &str| {
            if is {
                heads.push(text.to_owned());
            }
        };
        head(
            true,
            match self.name {
                Name::Area => words.area,
                Name::Period => words.period,
                Name::Subject | Name::Pair => words.item,
                Name::Stage => words.stage,
                Name::Class => words.class_head,
            },
        );
        head(self.place, words.area);
        head(self.panel, words.panel);
        head(self.rank, words.rank);
        let detail = match (self.tells_stage, county) {
            (true, _) => words.stage,
            (false, true) => words.province,
            (false, false) => words.detail,
        };
        head(self.detail, detail);
        head(self.period, words.period);
        head(self.stage, words.stage);
        head(self.dates, words.due_head);
        head(self.dates, words.came_head);
        head(true, &with_unit(words.value));
        for across in &self.across {
            head(true, &across.title());
        }
        for level in &self.beside {
            let area = if *level == Level::Country { words.country } else { words.province };
            head(true, &with_unit(area));
        }
        // The difference is to the first area above.
        let to_country = self.beside.first() == Some(&Level::Country);
        let difference = if to_country { words.difference_country } else { words.difference };
        head(self.difference, difference);
        head(self.comparison, words.comparison);
        let is_count = matches!(self.name, Name::Stage | Name::Class);
        head(self.note, if is_count { words.area } else { words.note });
        head(true, words.document);
        heads
    }

    fn row(&self, datum: &Datum<'_>, lang: Lang) -> Vec<Cell> {
        // A pair is named by what it is about; its period has a column of its own.
        let name = if self.name == Name::Pair { &datum.series } else { &datum.name };
        let mut cells = vec![text(name)];
        let mut add = |is: bool, cell: Cell| {
            if is {
                cells.push(cell);
            }
        };
        add(self.place, text(&datum.place));
        add(self.panel, text(&datum.facet));
        add(self.rank, text(&datum.rank));
        add(self.detail, text(&datum.detail));
        add(self.period, period(datum, lang));
        add(self.stage, text(&datum.form_word));
        for cell in dates(datum) {
            add(self.dates, cell);
        }
        add(true, value(datum, self.one_unit));
        let companions = datum.companions();
        for across in &self.across {
            add(
                true,
                companion(companions.iter().find(|(own, _)| std::ptr::eq(own.across, *across))),
            );
        }
        for level in &self.beside {
            add(true, beside(datum.beside.iter().find(|one| one.level == *level)));
        }
        add(self.difference, difference(datum));
        add(self.comparison, comparison(datum));
        let note = join_said(&[&datum.note, &datum.words().remark], " · ");
        add(self.note, text(&note));
        add(true, source(&datum.words().tip.source, &datum.words().documents));
        cells
    }
}

/// Whether no other column tells what panel a figure stands in.
fn is_told_by_panel(datum: &Datum<'_>, lang: Lang) -> bool {
    let period = datum.period.map(|period| period.label(lang)).unwrap_or_default();
    let others = ["", &datum.place, &datum.form_word, &period];
    !others.contains(&datum.facet.as_str())
}

fn text(text: &str) -> Cell {
    Cell { text: text.to_owned(), sort: text.to_owned(), ..Cell::default() }
}

fn period(datum: &Datum<'_>, lang: Lang) -> Cell {
    let label = datum.period.map(|period| period.label(lang)).unwrap_or_default();
    let sort = datum.period.map(|period| period.id()).unwrap_or_default();
    Cell { text: label, sort, ..Cell::default() }
}

/// The last day of a report and the day on which it came in.
fn dates(datum: &Datum<'_>) -> [Cell; 2] {
    let Some(course) = &datum.course else { return [text(""), text("")] };
    let [due, came] = &course.dates;
    let cell = |date: &String, day: Option<Day>| {
        let day = day.filter(|_| !date.is_empty()).and_then(Period::day);
        Cell { sort: day.map(|day| day.id()).unwrap_or_default(), ..text(date) }
    };
    [cell(due, course.due), cell(came, course.told)]
}

/// The value without its unit where the head has it, with it where rows differ. A bound has no
/// place among values, so it has none to sort by.
fn value(datum: &Datum<'_>, one_unit: bool) -> Cell {
    let text = if one_unit { datum.text() } else { datum.full() };
    Cell {
        text: text.to_owned(),
        sort: sort(datum.span.as_ref()),
        numeric: datum.exact.is_some(),
        evidence: datum.words().evidence.clone(),
        // Of a pair the two figures are stated; what is computed is how they compare.
        working: if datum.comparison.is_empty() {
            datum.words().tip.working.clone()
        } else {
            String::new()
        },
    }
}

fn sort(span: Option<&Interval>) -> String {
    span.and_then(|span| span.single()).map(|value| value.to_string()).unwrap_or_default()
}

/// The value of a further measure, without the unit that its head has.
fn companion(companion: Option<&(Companion<'_>, Number)>) -> Cell {
    let Some((companion, number)) = companion else { return text("") };
    Cell {
        text: number.text.clone(),
        sort: sort(Some(&companion.span)),
        numeric: true,
        evidence: Evidence::figures(&companion.row.evidence),
        ..Cell::default()
    }
}

fn beside(beside: Option<&Beside>) -> Cell {
    let Some(beside) = beside else { return text("") };
    Cell {
        text: beside.text.clone(),
        sort: sort(Some(&beside.span)),
        numeric: true,
        evidence: beside.evidence.clone(),
        ..Cell::default()
    }
}

/// What is shown of the difference is rounded; it sorts by the whole of it.
fn difference(datum: &Datum<'_>) -> Cell {
    let above = datum.beside.first().filter(|_| !datum.difference.is_empty());
    let exact =
        datum.exact.zip(above).and_then(|(value, above)| value.checked_sub(above.exact).ok());
    Cell {
        text: datum.difference.clone(),
        sort: exact.map(|exact| exact.to_string()).unwrap_or_default(),
        numeric: exact.is_some(),
        evidence: datum.evidence_with(1),
        ..Cell::default()
    }
}

/// How the second figure of a pair compares to the first, resting on both.
fn comparison(datum: &Datum<'_>) -> Cell {
    Cell {
        evidence: datum.words().compared.clone(),
        working: datum.words().tip.working.clone(),
        ..text(&datum.comparison)
    }
}

fn source(line: &str, evidence: &[Evidence]) -> Cell {
    Cell { evidence: evidence.to_vec(), ..text(line) }
}
