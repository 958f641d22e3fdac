//! `conflicts.csv` in which a person filled in what is kept.

use std::path::Path;

use hamyar::calendar::{Period, PeriodKind};
use hamyar::export::conflicts_csv;
use hamyar::ingest::Table;
use hamyar::model::{Clash, Dataset, ObservationId, clashes};
use hamyar::number::Decimal;
use hamyar::store::Decision;
use lexopt::Error;

use crate::refusal::refusal;

/// Columns that say nothing of what a content is.
const BESIDE: [&str; 4] = ["keep", "day", "by", "lines"];

/// Why the file cannot be used, in Persian and English.
type Fault = [&'static str; 2];

const NO_CONTENT: Fault = [
    "keep هیچ مقداری را نام نمی‌برد؛ نوشتهٔ standing را بنویسید.",
    "keep names no content; write what standing says.",
];
const NO_DAY: Fault = [
    "day باید یک روز خورشیدی باشد، مانند 1402-01-31.",
    "day must be a Jalali day, such as 1402-01-31.",
];
const NOBODY: Fault = ["by باید بگوید چه کسی تصمیم گرفته است.", "by must say who decided."];
const UNREADABLE: Fault = ["این فایل خوانده نمی‌شود.", "The file cannot be read."];
const NO_COLUMN: Fault = ["این فایل همهٔ ستون‌ها را ندارد.", "The file does not have all columns."];

/// The file, and the same table as it would be written now.
struct Filled {
    file: Table,
    now: Table,
}

/// Reads what was decided. Rows of a figure on which nothing was decided are passed over.
///
/// # Errors
/// When the file cannot be read, lacks a column, or holds a decision that names no content, no day or nobody.
pub(crate) fn decisions(path: &Path, dataset: &Dataset) -> Result<Vec<Decision>, Error> {
    let told = |fault| unusable(path, 0, "", fault);
    let read = |bytes: &[u8]| Table::parse(bytes).ok().filter(|table| table.faults().is_empty());
    let bytes = std::fs::read(path).ok();
    let file = bytes.and_then(|bytes| read(&bytes)).ok_or_else(|| told(UNREADABLE))?;
    let now = read(conflicts_csv(dataset).as_bytes()).ok_or_else(|| told(UNREADABLE))?;
    if now.headers().iter().any(|name| file.column(name).is_none()) {
        return Err(told(NO_COLUMN));
    }
    let filled = Filled { file, now };
    let clashes = clashes(dataset);
    let rows = (0..filled.file.rows()).filter(|row| !cell(&filled.file, *row, "keep").is_empty());
    rows.map(|row| {
        let line = filled.file.numbers().get(row).copied().unwrap_or_default();
        let id = cell(&filled.file, row, "observation");
        filled.decision(row, &clashes).map_err(|fault| unusable(path, line, id, fault))
    })
    .collect()
}

impl Filled {
    fn decision(&self, row: usize, clashes: &[Clash]) -> Result<Decision, Fault> {
        let said = |name| cell(&self.file, row, name);
        let id = ObservationId::new(said("observation"));
        let own = rows_of(&self.file, &id);
        let keep =
            own.iter().position(|other| cell(&self.file, *other, "standing") == said("keep"));
        let day = Period::parse(said("day")).ok().filter(|day| day.kind() == PeriodKind::Day);
        let by = said("by").trim().to_owned();
        let clash = clashes.iter().find(|clash| clash.id == id && self.is_as_written(&id, &own));
        Ok(Decision {
            keep: keep.ok_or(NO_CONTENT)?,
            day: day.and_then(|day| day.last()).ok_or(NO_DAY)?,
            by: if by.is_empty() { return Err(NOBODY) } else { by },
            contents: clash.map(|clash| clash.contents.clone()).unwrap_or_default(),
            id,
        })
    }

    /// Whether the rows of a figure say what they would say now: what was typed over is no content of either
    /// copy.
    fn is_as_written(&self, id: &ObservationId, own: &[usize]) -> bool {
        let now = rows_of(&self.now, id);
        let mut heads = self.now.headers().iter().filter(|head| !BESIDE.contains(&head.as_str()));
        own.len() == now.len()
            && heads.all(|head| {
                let mut pairs = own.iter().zip(&now);
                pairs.all(|(one, other)| {
                    is_same_cell(cell(&self.file, *one, head), cell(&self.now, *other, head))
                })
            })
    }
}

fn cell<'a>(table: &'a Table, row: usize, name: &str) -> &'a str {
    table.column(name).map_or("", |column| table.cell(row, column))
}

fn rows_of(table: &Table, id: &ObservationId) -> Vec<usize> {
    (0..table.rows()).filter(|row| cell(table, *row, "observation") == id.as_str()).collect()
}

/// Spreadsheets write 10.10 as 10.1.
fn is_same_cell(one: &str, other: &str) -> bool {
    let number = |text: &str| Decimal::parse(text).map(Decimal::trimmed);
    one == other || (number(one).is_some() && number(one) == number(other))
}

/// `row` is 0 where the file as a whole is at fault.
fn unusable(path: &Path, row: u32, id: &str, [fa, en]: Fault) -> Error {
    let at = |word: &str| if row == 0 { String::new() } else { format!("{word} {row}، {id}: ") };
    let (fa, en) = (format!("{}{fa}", at("ردیف")), format!("{}{en}", at("row").replace('،', ",")));
    let hint = [
        "فایلی را بدهید که ادغام نوشته است و در آن keep و day و by پر شده است.",
        "Give the file that a merger wrote, with keep, day and by filled in.",
    ];
    refusal("merge/decided", path, [&fa, &en], hint)
}
