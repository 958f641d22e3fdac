//! A page of a workbook before it has a format.

use crate::calendar::Day;
use crate::number::Decimal;

/// One cell.
pub(super) enum Entry {
    Empty,
    /// Only ever text, whatever it begins with.
    Text(String),
    /// A number with all its digits.
    Number(Decimal),
    Day(Day),
}

impl Entry {
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    pub(super) fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    pub(super) fn day(day: Option<Day>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    /// A count.
    pub(super) fn count(count: u32) -> Self {
        Self::Number(Decimal::from_int(count.into()))
    }

    pub(super) const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// As plain text: Latin digits, a point, ISO dates.
    pub(super) fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_iso(),
        }
    }
}

/// One page: a head row and the rows below it.
pub(super) struct Page {
    pub(super) name: &'static str,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<Entry>>,
}

/// One column of a page whose rows are made of `T`.
pub(super) struct Column<'a, T> {
    head: String,
    entry: Box<dyn Fn(&T) -> Entry + 'a>,
}

impl<'a, T> Column<'a, T> {
    pub(super) fn new(head: impl Into<String>, entry: impl Fn(&T) -> Entry + 'a) -> Self {
        Self { head: head.into(), entry: Box::new(entry) }
    }

    /// Whether any of the rows says something in it.
    pub(super) fn is_said(&self, rows: &[T]) -> bool {
        rows.iter().any(|row| !(self.entry)(row).is_empty())
    }
}

impl Page {
    pub(super) fn new<T>(name: &'static str, columns: Vec<Column<'_, T>>, rows: &[T]) -> Self {
        let cells = |row| columns.iter().map(|column| (column.entry)(row)).collect();
        let rows = rows.iter().map(cells).collect();
        Self { name, heads: columns.iter().map(|column| column.head.clone()).collect(), rows }
    }
}
