//! The sheet that an office expects: one head row, units in the head, numbers as numbers.

mod answer;
mod page;
mod sheet;
mod words;
mod workbook;

use self::page::Entry;
use super::csv::{end_row, push_field};
use super::json::{Fields, Json};
use super::zip;
use crate::model::Dataset;
use crate::query::Answer;
use crate::text::Lang;

/// An answer as a CSV file for offices: byte order mark, CRLF, one head row with the units, Latin digits,
/// the period as Jalali text and its first day as an ISO date, the source in the last column. What a
/// spreadsheet would run as a formula is neutralised ([`super::neutralise`]).
///
/// Values stand in the base unit (rial, not billion rials) with all their digits; what is missing is
/// empty and says why in a column of its own.
///
/// ```
/// use hamyar::export::answer_csv;
/// use hamyar::model::{AreaId, Dataset, Figure, MeasureId, UnitId};
/// use hamyar::number::Decimal;
/// use hamyar::query::{Answer, Key, Row};
/// use hamyar::text::Lang;
///
/// let period = hamyar::calendar::Period::parse("1401-02").ok();
/// let row = Row {
///     key: Key { period, ..Key::default() },
///     measure: MeasureId::new("jobs"),
///     unit: UnitId::new("person"),
///     figure: Figure::exact(Decimal::from_int(900)),
///     coverage: Default::default(), working: None, evidence: vec![], references: vec![], rank: None,
/// };
/// let answer = Answer { rows: vec![row], ..Answer::default() };
/// let text = answer_csv(&Dataset::default(), &answer, Lang::En);
/// assert!(text.ends_with("jobs (person),Source\r\n1401-02,2022-04-21,900,\r\n"));
/// ```
pub fn answer_csv(dataset: &Dataset, answer: &Answer, lang: Lang) -> String {
    let page = answer::figures(dataset, answer, lang);
    let mut out = String::from('\u{FEFF}');
    page.heads.iter().for_each(|head| push_field(&mut out, head));
    end_row(&mut out);
    for row in &page.rows {
        row.iter().for_each(|entry: &Entry| push_field(&mut out, &entry.plain()));
        end_row(&mut out);
    }
    out
}

/// An answer as a list of objects with the heads of [`answer_csv`] as names; the same cells, `null`
/// where one is empty. A number is written with all its digits, and where a reader that keeps numbers as doubles
/// would lose some ([`Decimal::survives_a_double`](crate::number::Decimal::survives_a_double)) the object ends with
/// `exact`: by the same names, the digits as text. A day is a text. Each name stands once: of two
/// columns of one name the second counts on, as in "Source (2)".
///
/// ```
/// use hamyar::{export::answer_json, model::Dataset, query::Answer, text::Lang};
/// assert_eq!(answer_json(&Dataset::default(), &Answer::default(), Lang::En), "[]\n");
/// ```
pub fn answer_json(dataset: &Dataset, answer: &Answer, lang: Lang) -> String {
    let page = answer::figures(dataset, answer, lang);
    let rows = page.rows.iter().map(|row| {
        let cells = || names(&page.heads).into_iter().zip(row);
        let put = |object: Fields, (name, entry): (String, &Entry)| object.put(&name, value(entry));
        let object = cells().fold(Fields::default(), put);
        let is_long = |entry: &Entry| matches!(entry, Entry::Number(it) if !it.survives_a_double());
        let long = cells().filter(|(_, entry)| is_long(entry));
        let exact =
            long.fold(Fields::default(), |exact, (name, entry)| exact.said(&name, &entry.plain()));
        if exact.is_empty() { object.done() } else { object.put("exact", exact.done()).done() }
    });
    Json::List(rows.collect()).print()
}

/// The heads, each once.
fn names(heads: &[String]) -> Vec<String> {
    let mut names = Vec::new();
    for (place, head) in heads.iter().enumerate() {
        let before = heads.iter().take(place).filter(|one| *one == head).count();
        names.push(if before == 0 { head.clone() } else { format!("{head} ({})", before + 1) });
    }
    names
}

fn value(entry: &Entry) -> Json {
    match entry {
        Entry::Empty => Json::Null,
        Entry::Number(number) => Json::number(number),
        Entry::Text(_) | Entry::Day(_) => Json::text(entry.plain()),
    }
}

/// An answer as an Excel workbook (Office Open XML): the table of [`answer_csv`] on the first sheet, every
/// document behind it on the second, and on a third, if there is anything to say, what has no figure
/// and what was refused. Sheets run from right to left in Persian.
///
/// Numbers are numbers and dates are dates (as text where they lie before March 1900, which Excel cannot
/// hold); text is only ever text; there are no formulas, links or macros. Excel itself reads fifteen
/// digits of a number; one that has more is a text with all of them. The same answer gives the same bytes: the files inside
/// are stored without compression and dated 1980-01-01.
///
/// ```
/// use hamyar::export::answer_xlsx;
/// use hamyar::{model::Dataset, query::Answer, text::Lang};
/// let bytes = answer_xlsx(&Dataset::default(), &Answer::default(), Lang::Fa);
/// assert!(bytes.starts_with(b"PK\x03\x04"));
/// ```
pub fn answer_xlsx(dataset: &Dataset, answer: &Answer, lang: Lang) -> Vec<u8> {
    let figures = answer::figures(dataset, answer, lang);
    let mut pages = vec![figures, answer::sources(dataset, answer, lang)];
    pages.extend(answer::notes(answer, lang));
    zip::archive(&workbook::parts(&pages, lang.direction()))
}
