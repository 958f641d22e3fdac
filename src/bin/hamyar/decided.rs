//! Files in which a person filled in what is kept: `conflicts.csv`, `differing.csv`.

use std::path::{Path, PathBuf};

use hamyar::calendar::{Period, PeriodKind};
use hamyar::copies::RowDecision;
use hamyar::ingest::Table;
use hamyar::model::{Chosen, Dataset};
use hamyar::number::Decimal;
use hamyar::store::Decision;
use hamyar::text::{isolate, to_latin, to_persian};
use lexopt::Error;

use crate::conflicts;
use crate::decided_rows;
use crate::refusal::refusal;

/// Why a file cannot be used, in Persian and English.
pub(crate) type Fault = [&'static str; 2];

pub(crate) const NO_CONTENT: Fault = [
    "ستون «نگه‌داشته» (keep) هیچ گفته‌ای را نام نمی‌برد؛ نوشتهٔ ستون «کدام» (standing) را بنویسید.",
    "keep names nothing that stands; write what standing says.",
];
const NO_DAY: Fault = [
    "ستون «روز» (day) باید یک روز خورشیدی باشد، مانند \u{2066}۱۴۰۲-۰۱-۳۱\u{2069}.",
    "day must be a Jalali day, such as 1402-01-31.",
];
const NOBODY: Fault =
    ["ستون «به دست» (by) باید بگوید چه کسی تصمیم گرفته است.", "by must say who decided."];
const UNREADABLE: Fault = ["این فایل خوانده نمی‌شود.", "The file cannot be read."];
const NO_COLUMN: Fault = ["این فایل همهٔ ستون‌ها را ندارد.", "The file does not have all columns."];

/// All that was decided.
#[derive(Default)]
pub(crate) struct Decided {
    pub(crate) figures: Vec<Decision>,
    pub(crate) rows: Vec<RowDecision>,
}

/// The file, and the same table as it would be written now.
pub(crate) struct Filled {
    pub(crate) file: Table,
    pub(crate) now: Table,
}

/// Reads what was decided: each file is known by its columns. Rows of a thing on which nothing was decided are
/// passed over.
///
/// # Errors
/// When a file cannot be read, lacks a column, or holds a decision that names nothing that stands, no day or
/// nobody.
pub(crate) fn decided(paths: &[PathBuf], dataset: &Dataset) -> Result<Decided, Error> {
    let mut all = Decided::default();
    for path in paths {
        let bytes = std::fs::read(path).ok();
        let file = bytes.and_then(|bytes| read(&bytes)).ok_or_else(|| whole(path, UNREADABLE))?;
        let told = |(row, id, fault): (u32, String, Fault)| unusable(path, row, &id, fault);
        if file.column("observation").is_some() {
            let filled = beside(path, file, &hamyar::export::conflicts_csv(dataset))?;
            all.figures.extend(conflicts::decisions(&filled, dataset).map_err(told)?);
        } else {
            let filled = beside(path, file, &hamyar::export::differing_csv(dataset))?;
            all.rows.extend(decided_rows::decisions(&filled, dataset).map_err(told)?);
        }
    }
    Ok(all)
}

fn read(bytes: &[u8]) -> Option<Table> {
    Table::parse(bytes).ok().filter(|table| table.faults().is_empty())
}

fn beside(path: &Path, file: Table, now: &str) -> Result<Filled, Error> {
    let now = read(now.as_bytes()).ok_or_else(|| whole(path, UNREADABLE))?;
    if now.headers().iter().any(|name| file.column(name).is_none()) {
        return Err(whole(path, NO_COLUMN));
    }
    Ok(Filled { file, now })
}

impl Filled {
    /// What the row of the file says in a column.
    pub(crate) fn said(&self, row: usize, name: &str) -> &str {
        cell(&self.file, row, name)
    }

    /// The rows in which something is kept, each with its number in the file.
    pub(crate) fn kept(&self) -> impl Iterator<Item = (usize, u32)> {
        let numbers = self.file.numbers().iter().copied().enumerate();
        numbers.filter(|(row, _)| !self.said(*row, "keep").is_empty())
    }

    /// When it was decided, and by whom.
    pub(crate) fn chosen(&self, row: usize) -> Result<Chosen, Fault> {
        let day = Period::parse(&to_latin(self.said(row, "day"))).ok();
        let day = day.filter(|day| day.kind() == PeriodKind::Day).and_then(|day| day.last());
        let day = day.ok_or(NO_DAY)?;
        let by = self.said(row, "by").trim().to_owned();
        if by.is_empty() { Err(NOBODY) } else { Ok(Chosen { day, by }) }
    }
}

pub(crate) fn cell<'a>(table: &'a Table, row: usize, name: &str) -> &'a str {
    table.column(name).map_or("", |column| table.cell(row, column))
}

/// Spreadsheets write 10.10 as 10.1.
pub(crate) fn is_same_cell(one: &str, other: &str) -> bool {
    let number = |text: &str| Decimal::parse(text).map(Decimal::trimmed);
    one == other || (number(one).is_some() && number(one) == number(other))
}

fn whole(path: &Path, fault: Fault) -> Error {
    unusable(path, 0, "", fault)
}

/// `row` is 0 where the file as a whole is at fault.
fn unusable(path: &Path, row: u32, id: &str, [fa, en]: Fault) -> Error {
    let (mut at_fa, mut at_en) = (String::new(), String::new());
    if row > 0 {
        at_fa = format!("ردیف {}، «{}»: ", to_persian(&row.to_string()), isolate(id));
        at_en = format!("row {row}, {id}: ");
    }
    let (fa, en) = (format!("{at_fa}{fa}"), format!("{at_en}{en}"));
    let hint = [
        "فایلی را بدهید که ادغام نوشته است و در آن «نگه‌داشته» (keep) و «روز» (day) و «به دست» (by) پر شده است.",
        "Give the file that a merger wrote, with keep, day and by filled in.",
    ];
    refusal("merge/decided", path, [&fa, &en], hint)
}
