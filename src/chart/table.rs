//! The equal view of a chart.

use super::prepared::{Beside, Datum};
use super::scene::{Cell, Table};
use super::words::{Shown, words};
use crate::model::ObservationId;
use crate::text::Lang;

/// Which columns have something to say.
struct Columns {
    rank: bool,
    detail: bool,
    period: bool,
    stage: bool,
    difference: bool,
    comparison: bool,
    beside: Vec<String>,
}

/// All rows in the order shown, the unit in the head, absences spelled out.
pub(super) fn table(
    data: &[Datum],
    shown: &Shown,
    title: &str,
    coverage: &str,
    example: bool,
    lang: Lang,
) -> Table {
    let columns = Columns::of(data);
    let caption = if example {
        format!("{}{}{title}", words(lang).example, words(lang).colon)
    } else {
        title.to_owned()
    };
    Table {
        caption,
        heads: columns.heads(shown, data, lang),
        rows: data.iter().map(|datum| columns.row(datum, shown, lang)).collect(),
        foot: coverage.to_owned(),
    }
}

impl Columns {
    fn of(data: &[Datum]) -> Self {
        let any = |says: fn(&Datum) -> bool| data.iter().any(says);
        let most = data.iter().max_by_key(|datum| datum.beside.len());
        let level = |one: &Beside| one.level.code().to_owned();
        Self {
            rank: any(|datum| !datum.rank.is_empty()),
            detail: any(|datum| !datum.detail.is_empty() && datum.detail != datum.form_word),
            period: any(|datum| datum.period.is_some()),
            stage: any(|datum| !datum.form_word.is_empty()),
            difference: any(|datum| !datum.difference.is_empty()),
            comparison: any(|datum| !datum.comparison.is_empty()),
            beside: most.map(|datum| datum.beside.iter().map(level).collect()).unwrap_or_default(),
        }
    }

    fn heads(&self, shown: &Shown, data: &[Datum], lang: Lang) -> Vec<String> {
        let words = words(lang);
        let area = data.iter().any(|datum| datum.area.is_some());
        let county = self.detail && area;
        let mut heads = Vec::new();
        let mut head = |is: bool, text: &str| {
            if is {
                heads.push(text.to_owned());
            }
        };
        head(true, if area { words.area } else { words.item });
        head(self.rank, words.rank);
        head(self.detail, if county { words.province } else { words.item });
        head(self.period, words.period);
        head(self.stage, words.stage);
        let value = if shown.name.is_empty() {
            words.value.to_owned()
        } else {
            format!("{} ({})", words.value, shown.name)
        };
        head(true, &value);
        for (index, _) in self.beside.iter().enumerate() {
            head(
                true,
                if index == 0 && self.beside.len() > 1 { words.province } else { words.country },
            );
        }
        head(self.difference, words.difference);
        head(self.comparison, words.comparison);
        head(true, words.document);
        heads
    }

    fn row(&self, datum: &Datum, shown: &Shown, lang: Lang) -> Vec<Cell> {
        let mut cells = vec![text(&datum.name)];
        let mut add = |is: bool, cell: Cell| {
            if is {
                cells.push(cell);
            }
        };
        add(self.rank, text(&datum.rank));
        add(self.detail, text(&datum.detail));
        add(self.period, period(datum, lang));
        add(self.stage, text(&datum.form_word));
        add(true, value(datum, shown));
        for index in 0..self.beside.len() {
            add(true, beside(datum.beside.get(index)));
        }
        add(self.difference, text(&datum.difference));
        add(self.comparison, text(&datum.comparison));
        add(true, source(&datum.tip.source, &datum.evidence));
        cells
    }
}

fn text(text: &str) -> Cell {
    Cell { text: text.to_owned(), sort: text.to_owned(), numeric: false, evidence: Vec::new() }
}

fn period(datum: &Datum, lang: Lang) -> Cell {
    let label = datum.period.map(|period| period.label(lang)).unwrap_or_default();
    let sort = datum.period.map(|period| period.id()).unwrap_or_default();
    Cell { text: label, sort, numeric: false, evidence: Vec::new() }
}

/// The value without its unit where the head has it, with it where rows differ.
fn value(datum: &Datum, shown: &Shown) -> Cell {
    let own_unit = !datum.full.ends_with(shown.name.as_str()) || shown.name.is_empty();
    let shown_text = if own_unit { &datum.full } else { &datum.text };
    Cell {
        text: shown_text.clone(),
        sort: datum.exact.map(|value| value.to_string()).unwrap_or_default(),
        numeric: datum.exact.is_some(),
        evidence: datum.evidence.clone(),
    }
}

fn beside(beside: Option<&Beside>) -> Cell {
    let Some(beside) = beside else { return text("") };
    Cell {
        text: beside.text.clone(),
        sort: beside.exact.to_string(),
        numeric: true,
        evidence: Vec::new(),
    }
}

fn source(line: &str, evidence: &[ObservationId]) -> Cell {
    let evidence = evidence.first().cloned().into_iter().collect();
    Cell { text: line.to_owned(), sort: line.to_owned(), numeric: false, evidence }
}
