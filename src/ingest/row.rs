//! Typed reading of one row. Every getter answers something; a bad cell is reported once and marks
//! the row, so that all bad cells of a row are told and none of it is kept.

use super::cell::{self, NumberFault};
use super::ledger::Ledger;
use super::messages;
use super::sheet::Sheet;
use crate::calendar::{Day, Period, PeriodError, PeriodKind};
use crate::diag::{Bilingual, Diagnostic, Severity};
use crate::model::Locator;
use crate::number::Decimal;
use crate::spec::{Coded, from_code};

/// How a place inside a document is written.
const LOCATORS: [&str; 5] = ["p1, p2, …", "headline", "row", "r1, r2, …", "not recorded"];

/// The reader of one row.
pub(super) struct RowReader<'a> {
    sheet: &'a Sheet<'a>,
    index: usize,
    number: u32,
    ledger: &'a mut Ledger,
    /// Columns with an error.
    bad: Vec<String>,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(
        sheet: &'a Sheet<'a>,
        index: usize,
        number: u32,
        ledger: &'a mut Ledger,
    ) -> Self {
        Self { sheet, index, number, ledger, bad: Vec::new() }
    }

    /// The table that the row stands in.
    pub(super) fn sheet(&self) -> &'a Sheet<'a> {
        self.sheet
    }

    /// Row number, from 1.
    pub(super) fn number(&self) -> u32 {
        self.number
    }

    /// Whether nothing has been found against the row so far.
    pub(super) fn is_sound(&self) -> bool {
        self.bad.is_empty()
    }

    /// Reports a finding; of several errors in one cell only the first.
    pub(super) fn report(&mut self, column: &str, finding: Diagnostic) {
        let is_error = finding.severity == Severity::Error;
        if is_error && self.bad.iter().any(|bad| bad == column) {
            return;
        }
        if is_error {
            self.bad.push(column.to_owned());
        }
        self.ledger.note(finding.at(self.sheet.file, self.number, column));
    }

    /// Reports that the row contradicts itself in `column`.
    pub(super) fn contradict(&mut self, column: &str, words: &messages::Contradiction) {
        self.report(column, messages::contradiction(words));
    }

    /// The cell at this place of the heading.
    pub(super) fn at(&self, column: usize) -> &'a str {
        self.sheet.cell(self.index, column)
    }

    /// Whether the table has this column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.sheet.table.column(column).is_some()
    }

    /// The text of a cell; empty when the column is not there.
    pub(super) fn text(&self, column: &str) -> &'a str {
        self.sheet.table.column(column).map_or("", |place| self.at(place))
    }

    /// The text of a cell that may not be empty.
    pub(super) fn required(&mut self, column: &str) -> &'a str {
        let cell = self.text(column);
        if cell.is_empty() {
            self.report(column, messages::required());
        }
        cell
    }

    /// The Persian and the English text.
    pub(super) fn bilingual(&self, fa: &str, en: &str) -> Bilingual {
        Bilingual::new(self.text(fa), self.text(en))
    }

    /// Both names `name_fa` and `name_en`; a name may not be empty in Persian.
    pub(super) fn name(&mut self) -> Bilingual {
        self.required("name_fa");
        self.bilingual("name_fa", "name_en")
    }

    /// An exact decimal; `None` when the cell is empty or bad.
    pub(super) fn decimal(&mut self, column: &str) -> Option<Decimal> {
        self.decimal_of(column, self.text(column))
    }

    /// The same for a cell that was already looked up.
    pub(super) fn decimal_of(&mut self, column: &str, cell: &str) -> Option<Decimal> {
        if cell.is_empty() {
            return None;
        }
        match cell::number(cell) {
            Ok(number) => {
                if number.folded {
                    self.report(column, messages::folded(cell, number.value));
                }
                Some(number.value)
            }
            Err(fault) => {
                self.report(column, number_fault(cell, fault));
                None
            }
        }
    }

    /// A whole number from `low` to `high`; `empty` stands for an empty cell.
    pub(super) fn whole(&mut self, column: &str, low: i64, high: i64, empty: i64) -> i64 {
        let Some(value) = self.decimal(column) else { return empty };
        let (least, most) = (Decimal::from_int(low), Decimal::from_int(high));
        if value < least || value > most {
            let finding = messages::out_of_range(self.text(column), Some(least), Some(most));
            self.report(column, finding);
            return empty;
        }
        let whole = value.trimmed();
        if whole.scale() > 0 {
            self.report(column, messages::not_whole(self.text(column)));
        }
        i64::try_from(whole.units()).unwrap_or(empty)
    }

    /// The same for a cell that may not be empty.
    pub(super) fn required_whole(&mut self, column: &str, low: i64, high: i64) -> i64 {
        self.required(column);
        self.whole(column, low, high, low)
    }

    /// A word of an enumeration; `None` when the cell is empty or bad.
    pub(super) fn word<T: Coded>(&mut self, column: &str) -> Option<T> {
        self.word_of(column, self.text(column))
    }

    /// The same for a cell that was already looked up.
    pub(super) fn word_of<T: Coded>(&mut self, column: &str, cell: &'a str) -> Option<T> {
        if cell.is_empty() {
            return None;
        }
        let read = from_code(cell);
        if read.is_none() {
            self.report(column, messages::not_in_list(cell, T::CODES));
        }
        read
    }

    /// A word of an enumeration in a cell that may not be empty; `fallback` only fills a row that
    /// is left out anyway.
    pub(super) fn required_word<T: Coded>(&mut self, column: &str, fallback: T) -> T {
        self.required(column);
        self.word(column).unwrap_or(fallback)
    }

    /// `yes` or `no`; `empty` stands for an empty cell.
    pub(super) fn yes(&mut self, column: &str, empty: bool) -> bool {
        match self.text(column) {
            "yes" => true,
            "no" => false,
            "" => empty,
            cell => {
                self.report(column, messages::not_in_list(cell, &["yes", "no", ""]));
                empty
            }
        }
    }

    /// A Jalali period; `None` when the cell is empty or bad.
    pub(super) fn period(&mut self, column: &str) -> Option<Period> {
        let cell = self.text(column);
        if cell.is_empty() {
            return None;
        }
        let read = Period::parse(cell).map_err(|error| period_fault(cell, error));
        read.map_err(|finding| self.report(column, finding)).ok()
    }

    /// The last day of a Jalali date; `None` when the cell is empty or bad.
    pub(super) fn day(&mut self, column: &str) -> Option<Day> {
        self.period(column).and_then(|period| period.last())
    }

    /// One Jalali day and no longer period, where days are counted; `None` when the cell is empty or bad.
    pub(super) fn exact_day(&mut self, column: &str) -> Option<Day> {
        let period = self.period(column)?;
        if period.kind() != PeriodKind::Day {
            self.report(column, messages::not_a_day(self.text(column)));
        }
        period.last()
    }

    /// The same for a cell that may not be empty; the first day fills a row that is left out.
    pub(super) fn required_day(&mut self, column: &str) -> Day {
        self.required(column);
        self.exact_day(column).unwrap_or_default()
    }

    /// A place inside a document: `p5`, `headline`, `row` for this very row, `r12` for the row of
    /// the table that the figure stood in before, or `not recorded`.
    pub(super) fn locator(&mut self, column: &str) -> Locator {
        match self.text(column) {
            "" | "not recorded" => Locator::NotRecorded,
            "headline" => Locator::Headline,
            "row" => Locator::Row(self.number),
            cell => counted(cell).unwrap_or_else(|| {
                self.report(column, messages::not_in_list(cell, &LOCATORS));
                Locator::NotRecorded
            }),
        }
    }

    /// Reports a cell that names something which is not there.
    pub(super) fn refer(&mut self, column: &str, table: &str, is_known: bool) {
        let cell = self.text(column);
        if !is_known && !cell.is_empty() {
            self.report(column, messages::unknown_reference(cell, table));
        }
    }
}

/// `p5`, `r12`.
fn counted(cell: &str) -> Option<Locator> {
    let kind = if cell.starts_with('r') { Locator::Row } else { Locator::Paragraph };
    cell.strip_prefix(['p', 'r'])?.parse().ok().map(kind)
}

/// The finding for a cell that is no number.
pub(super) fn number_fault(cell: &str, fault: NumberFault) -> Diagnostic {
    match fault {
        NumberFault::NotANumber => messages::not_a_number(cell),
        NumberFault::TooLong => messages::amount_out_of_range(cell),
    }
}

fn period_fault(cell: &str, error: PeriodError) -> Diagnostic {
    match error {
        PeriodError::NoSuchPart => messages::no_such_date(cell),
        _ => messages::not_a_period(cell),
    }
}
