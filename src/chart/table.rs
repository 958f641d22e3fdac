//! The equal view of a chart.

use super::evidence::Evidence;
use super::prepared::{Beside, Datum};
use super::scene::{Cell, Table};
use super::words::{Shown, words};
use crate::list::Gather;
use crate::model::Level;
use crate::number::Interval;
use crate::text::Lang;

/// What the rows of a table are.
#[derive(Clone, Copy, PartialEq, Eq)]
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
struct Columns {
    name: Name,
    place: bool,
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
    fn of(data: &[Datum], rows: Rows, lang: Lang) -> Self {
        let is_period =
            |datum: &Datum| datum.period.is_some_and(|period| period.label(lang) == datum.name);
        match rows {
            Rows::Pairs => Self::Pair,
            Rows::Stages => Self::Stage,
            Rows::Classes => Self::Class,
            Rows::Figures if data.iter().all(|datum| datum.name == datum.place) => Self::Area,
            Rows::Figures if data.iter().all(is_period) => Self::Period,
            Rows::Figures => Self::Subject,
        }
    }
}

/// All rows in the order shown, the unit in the head, absences spelled out.
pub(super) fn table(data: &[Datum], shown: &Shown, title: &str, rows: Rows, lang: Lang) -> Table {
    let columns = Columns::of(data, shown, rows, lang);
    Table {
        caption: title.to_owned(),
        heads: columns.heads(shown, data, lang),
        rows: data.iter().map(|datum| columns.row(datum, lang)).gather(),
        foot: String::new(),
    }
}

impl Columns {
    fn of(data: &[Datum], shown: &Shown, rows: Rows, lang: Lang) -> Self {
        let any = |says: fn(&Datum) -> bool| data.iter().any(says);
        let most = data.iter().max_by_key(|datum| datum.beside.len());
        let has_unit = |datum: &Datum| {
            let number = datum.full.strip_suffix(shown.name.as_str());
            datum.exact.is_none()
                || number.and_then(|number| number.strip_suffix('\u{A0}')) == Some(&datum.text)
        };
        let name = Name::of(data, rows, lang);
        let detail = any(|datum| !datum.detail.is_empty() && datum.detail != datum.form_word);
        let tells_stage =
            detail && any(|datum| !datum.detail.is_empty() && datum.detail == datum.form_word);
        let has_place = any(|datum| !datum.place.is_empty());
        Self {
            name,
            place: has_place && matches!(name, Name::Period | Name::Subject),
            rank: any(|datum| !datum.rank.is_empty()),
            detail,
            period: name != Name::Period && any(|datum| datum.period.is_some()),
            stage: !tells_stage && any(|datum| !datum.form_word.is_empty()),
            tells_stage,
            difference: any(|datum| !datum.difference.is_empty()),
            comparison: any(|datum| !datum.comparison.is_empty()),
            note: any(|datum| !datum.note.is_empty()),
            one_unit: !shown.name.is_empty() && data.iter().all(has_unit),
            beside: most
                .map(|datum| datum.beside.iter().map(|one| one.level).gather())
                .unwrap_or_default(),
        }
    }

    fn heads(&self, shown: &Shown, data: &[Datum], lang: Lang) -> Vec<String> {
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
        head(self.rank, words.rank);
        let detail = match (self.tells_stage, county) {
            (true, _) => words.stage,
            (false, true) => words.province,
            (false, false) => words.detail,
        };
        head(self.detail, detail);
        head(self.period, words.period);
        head(self.stage, words.stage);
        head(true, &with_unit(words.value));
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

    fn row(&self, datum: &Datum, lang: Lang) -> Vec<Cell> {
        // A pair is named by what it is about; its period has a column of its own.
        let name = if self.name == Name::Pair { &datum.series } else { &datum.name };
        let mut cells = vec![text(name)];
        let mut add = |is: bool, cell: Cell| {
            if is {
                cells.push(cell);
            }
        };
        add(self.place, text(&datum.place));
        add(self.rank, text(&datum.rank));
        add(self.detail, text(&datum.detail));
        add(self.period, period(datum, lang));
        add(self.stage, text(&datum.form_word));
        add(true, value(datum, self.one_unit));
        for level in &self.beside {
            add(true, beside(datum.beside.iter().find(|one| one.level == *level)));
        }
        add(self.difference, difference(datum));
        add(self.comparison, comparison(datum));
        add(self.note, text(&datum.note));
        add(true, source(&datum.tip.source, &datum.documents));
        cells
    }
}

fn text(text: &str) -> Cell {
    Cell { text: text.to_owned(), sort: text.to_owned(), ..Cell::default() }
}

fn period(datum: &Datum, lang: Lang) -> Cell {
    let label = datum.period.map(|period| period.label(lang)).unwrap_or_default();
    let sort = datum.period.map(|period| period.id()).unwrap_or_default();
    Cell { text: label, sort, ..Cell::default() }
}

/// The value without its unit where the head has it, with it where rows differ. A bound has no
/// place among values, so it has none to sort by.
fn value(datum: &Datum, one_unit: bool) -> Cell {
    let text = if one_unit { &datum.text } else { &datum.full };
    Cell {
        text: text.clone(),
        sort: sort(datum.span.as_ref()),
        numeric: datum.exact.is_some(),
        evidence: datum.evidence.clone(),
        // Of a pair the two figures are stated; what is computed is how they compare.
        working: if datum.comparison.is_empty() {
            datum.tip.working.clone()
        } else {
            String::new()
        },
    }
}

fn sort(span: Option<&Interval>) -> String {
    span.and_then(|span| span.single()).map(|value| value.to_string()).unwrap_or_default()
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
fn difference(datum: &Datum) -> Cell {
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
fn comparison(datum: &Datum) -> Cell {
    Cell {
        evidence: datum.compared.clone(),
        working: datum.tip.working.clone(),
        ..text(&datum.comparison)
    }
}

fn source(line: &str, evidence: &[Evidence]) -> Cell {
    Cell { evidence: evidence.to_vec(), ..text(line) }
}
