//! `conflicts.csv`: cells that were changed apart, for a person to decide on, and read back.

use std::path::Path;

use hamyar::calendar::{Period, PeriodKind};
use hamyar::ingest::Table;
use hamyar::model::{Figure, Observation, ObservationId, Qualifier};
use hamyar::number::Decimal;
use hamyar::store::{Clash, Decision, mark};
use hamyar::text::shield;
use lexopt::Error;

/// `keep`, `day` and `by` are filled in: on one row of a figure what `standing` says of the content that
/// is kept, the Jalali day of the decision, and who decided.
const HEADS: [&str; 14] = [
    "observation",
    "standing",
    "keep",
    "day",
    "by",
    "period",
    "value",
    "upper",
    "unit",
    "qualifier",
    "missing",
    "source",
    "note_fa",
    "mark",
];
const KEEP: usize = 2;
const DAY: usize = 3;
const BY: usize = 4;
/// The first of the columns that say what a content is; the last is its mark.
const SAID: usize = 5;

/// One row for each content of each cell; the first stands in the result until it is decided.
pub(crate) fn csv(clashes: &[Clash]) -> String {
    let mut text = format!("{}\n", HEADS.join(","));
    for row in clashes.iter().flat_map(rows) {
        text.push_str(&format!("{}\n", row.map(quoted).join(",")));
    }
    text
}

/// Ids and plain words stand bare.
fn quoted(cell: String) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let cell = shield(&cell).into_owned();
    if cell.bytes().all(is_plain) { cell } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}

/// What a content is called among those of its cell.
fn standing(place: usize) -> String {
    match place {
        0 => "first".to_owned(),
        1 => "second".to_owned(),
        _ => (place + 1).to_string(),
    }
}

fn rows(clash: &Clash) -> impl Iterator<Item = [String; 14]> {
    clash.contents.iter().enumerate().map(|(place, content)| {
        let [period, value, upper, unit, qualifier, missing, source, note] =
            content.as_ref().map_or_else(withdrawn, said);
        let [keep, day, by] = [""; 3].map(str::to_owned);
        [
            clash.id.to_string(),
            standing(place),
            keep,
            day,
            by,
            period,
            value,
            upper,
            unit,
            qualifier,
            missing,
            source,
            note,
            mark(content),
        ]
    })
}

fn withdrawn() -> [String; 8] {
    ["", "withdrawn", "", "", "", "", "", ""].map(str::to_owned)
}

fn said(one: &Observation) -> [String; 8] {
    let number = |value: Option<Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
    let missing = match one.figure {
        Figure::Missing(kind) => kind.code(),
        Figure::Value { .. } => "",
    };
    [
        one.period.map(|period| period.id()).unwrap_or_default(),
        number(one.wording.value),
        number(one.wording.upper),
        one.wording.unit.to_string(),
        one.figure.qualifier().map_or("", Qualifier::code).to_owned(),
        missing.to_owned(),
        one.source.to_string(),
        one.note.fa.clone(),
    ]
}

/// Reads what was decided. Rows of a figure on which nothing was decided are passed over.
///
/// # Errors
/// When the file cannot be read, lacks a column, or holds a decision that names no content, no day or nobody.
pub(crate) fn decisions(path: &Path, clashes: &[Clash]) -> Result<Vec<Decision>, Error> {
    let told = |what: &str| Error::from(format!("{}: {what}", path.display()));
    let bytes = std::fs::read(path).map_err(|error| told(&error.to_string()))?;
    let table = Table::parse(&bytes).map_err(|why| told(&format!("{why:?}")))?;
    if !table.faults().is_empty() {
        return Err(told("some rows cannot be read"));
    }
    let column = |name: &str| table.column(name).ok_or_else(|| told(&format!("no column {name}")));
    let columns = HEADS.iter().map(|name| column(name)).collect::<Result<Vec<_>, _>>()?;
    let cell =
        |row: usize, head: usize| columns.get(head).map_or("", |column| table.cell(row, *column));
    let mut decided = Vec::new();
    for row in (0..table.rows()).filter(|row| !cell(*row, KEEP).is_empty()) {
        let id = cell(row, 0);
        let own: Vec<usize> = (0..table.rows()).filter(|other| cell(*other, 0) == id).collect();
        let line = table.numbers().get(row).copied().unwrap_or_default();
        let wrong = |what: &str| told(&format!("row {line}, {id}: {what}"));
        let keep = own.iter().position(|other| cell(*other, 1) == cell(row, KEEP));
        let keep = keep.ok_or_else(|| wrong("keep names no content; write what standing says"))?;
        let day = Period::parse(cell(row, DAY)).ok().filter(|day| day.kind() == PeriodKind::Day);
        let day = day.and_then(|day| day.last());
        let day = day.ok_or_else(|| wrong("day must be a Jalali day, such as 1402-01-31"))?;
        let by = cell(row, BY).trim();
        if by.is_empty() {
            return Err(wrong("by must say who decided"));
        }
        let clash = clashes.iter().find(|clash| clash.id.as_str() == id);
        let now: Vec<_> = clash.into_iter().flat_map(rows).collect();
        let marks = own.iter().enumerate().map(|(place, other)| {
            let written = now.get(place).map_or(&[][..], |row| row.as_slice());
            let mut said = written.iter().enumerate().skip(SAID);
            // What was typed over is no content of either copy.
            let is_same = said.all(|(head, text)| is_same_cell(text, cell(*other, head)));
            if is_same { cell(*other, HEADS.len() - 1).to_owned() } else { String::new() }
        });
        let (id, by, marks) = (ObservationId::new(id), by.to_owned(), marks.collect());
        decided.push(Decision { id, keep, day, by, marks });
    }
    Ok(decided)
}

/// Spreadsheets write 10.10 as 10.1.
fn is_same_cell(one: &str, other: &str) -> bool {
    let number = |text: &str| Decimal::parse(text).map(Decimal::trimmed);
    one == other || (number(one).is_some() && number(one) == number(other))
}
