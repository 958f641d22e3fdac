//! Bytes to cells: delimited text read by `csv-core`, without files and without opinions on what
//! the cells mean.

use csv_core::{ReadRecordResult, Reader};

use super::limits;
use crate::text::{plain_letters, unshield};

/// Why a row, or the heading, could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// The row is not UTF-8.
    NotUtf8,
    /// The row has another number of cells than the heading.
    Ragged {
        /// Cells of the row.
        cells: usize,
    },
    /// A cell is longer than [`limits::CELL_BYTES`].
    CellTooLong,
    /// A quotation mark was opened here and never closed; what follows was swallowed.
    OpenQuote,
    /// No JSON from here on; what follows was not read.
    NotJson,
    /// A record of JSON that is not of the kind of the others: an object, or a list.
    NotARow,
    /// A key of JSON that stands twice in its object.
    KeyTwice {
        /// Place of the column.
        column: usize,
    },
    /// `true`, `false`, a list or an object in a cell of JSON.
    NotText {
        /// Place of the column.
        column: usize,
    },
}

impl TableFault {
    /// Place of the column that it is about, where it is about one.
    pub const fn column(self) -> Option<usize> {
        match self {
            Self::KeyTwice { column } | Self::NotText { column } => Some(column),
            _ => None,
        }
    }
}

/// Which limit a table is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// [`limits::FILE_BYTES`].
    Bytes,
    /// [`limits::ROWS`].
    Rows,
    /// [`limits::COLUMNS`].
    Columns,
}

/// The table as a whole cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Over a limit.
    TooLarge(Excess),
    /// Saved as UTF-16.
    Utf16,
    /// JSON that is not UTF-8.
    NotUtf8,
    /// JSON that is no list of objects or of lists.
    NotRows,
    /// There is no heading row.
    Empty,
    /// The heading row has a fault.
    Heading {
        /// Which.
        fault: TableFault,
        /// Rows below it, none of which can be read.
        rows: u32,
    },
}

/// One table. Rows count from 1, the heading row and blank rows included, as a spreadsheet does.
#[derive(Clone, Debug, Default)]
pub struct Table {
    headers: Vec<String>,
    cells: String,
    /// Where each cell ends in `cells`, row by row.
    ends: Vec<usize>,
    /// Row number of each good row.
    numbers: Vec<u32>,
    /// Rows that were left out.
    faults: Vec<(u32, TableFault)>,
    /// Row and column of the first `null` of each column that has one.
    nulls: Vec<(u32, usize)>,
}

impl Table {
    /// A table without rows.
    pub(super) fn with_heads(headers: Vec<String>) -> Self {
        Self { headers, ..Self::default() }
    }

    /// Adds a row of as many cells as there are columns.
    pub(super) fn push_cells<'a>(&mut self, row: u32, cells: impl Iterator<Item = &'a str>) {
        for cell in cells {
            self.cells.push_str(&plain_letters(cell));
            self.ends.push(self.cells.len());
        }
        self.numbers.push(row);
    }

    /// Leaves a row out.
    pub(super) fn leave_out(&mut self, row: u32, fault: TableFault) {
        self.faults.push((row, fault));
    }

    /// Takes note of a `null`, once for each column.
    pub(super) fn note_null(&mut self, row: u32, column: usize) {
        if self.nulls.iter().all(|(_, known)| *known != column) {
            self.nulls.push((row, column));
        }
    }

    /// The first `null` of each column of JSON: its row, and the place of the column.
    pub fn nulls(&self) -> &[(u32, usize)] {
        &self.nulls
    }

    /// Reads comma-separated text with a heading row: a byte order mark, CRLF, CR and LF, quoted
    /// cells with line breaks. Rows in which every cell is empty are passed over.
    ///
    /// ```
    /// let table = hamyar::ingest::Table::parse("کد,نام\r\n01,گیلان\r\n".as_bytes()).unwrap();
    /// assert_eq!(table.cell(0, table.column("نام").unwrap()), "گیلان");
    /// assert_eq!(table.numbers(), [2]);
    /// ```
    ///
    /// # Errors
    /// [`Unreadable`] when no row can be trusted.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        Self::parse_with(bytes, &mut Reader::new())
    }

    /// The same with a reader used before: making one costs more than reading a small table, and
    /// a clone of one reads wrongly (csv-core 0.1.13).
    pub(super) fn parse_with(bytes: &[u8], reader: &mut Reader) -> Result<Self, Unreadable> {
        if bytes.len() > limits::FILE_BYTES {
            return Err(Unreadable::TooLarge(Excess::Bytes));
        }
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            return Err(Unreadable::Utf16);
        }
        let input = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mut records = Records::new(input, reader);
        let mut table = match heading(&mut records)? {
            Ok(headers) => Self { headers, ..Self::default() },
            Err(fault) => return Err(Unreadable::Heading { fault, rows: records.rest()? }),
        };
        while let Some(record) = records.next()? {
            let number = record.number;
            if let Err(fault) = table.push(record) {
                table.faults.push((number, fault));
            }
        }
        Ok(table)
    }

    fn push(&mut self, record: Record<'_>) -> Result<(), TableFault> {
        let text = record.text()?;
        if record.cells != self.headers.len() {
            return Err(TableFault::Ragged { cells: record.cells });
        }
        let mut start = 0;
        for end in record.ends {
            self.cells.push_str(&plain_letters(text.get(start..*end).unwrap_or_default()));
            self.ends.push(self.cells.len());
            start = *end;
        }
        self.numbers.push(record.number);
        Ok(())
    }

    /// Names of the columns, in the order of the file.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// Index of the column with this name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.headers.iter().position(|header| header == name)
    }

    /// Rows that were left out, each with its number and reason.
    pub fn faults(&self) -> &[(u32, TableFault)] {
        &self.faults
    }

    /// Row numbers of the good rows; the place in this list is the index for [`Table::cell`].
    pub fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// Rows read: good and left out, without heading and blank rows.
    pub fn rows(&self) -> usize {
        self.numbers.len() + self.faults.len()
    }

    /// One cell without white space around it and without the apostrophe that keeps spreadsheets
    /// from taking it for a formula ([`crate::text::shield`]); empty outside the table.
    pub fn cell(&self, index: usize, column: usize) -> &str {
        if column >= self.headers.len() {
            return "";
        }
        let place = index * self.headers.len() + column;
        let end = self.ends.get(place).copied().unwrap_or_default();
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        unshield(self.cells.get(start.unwrap_or_default()..end).unwrap_or_default().trim())
    }
}

fn heading(records: &mut Records<'_>) -> Result<Result<Vec<String>, TableFault>, Unreadable> {
    let record = records.next()?.ok_or(Unreadable::Empty)?;
    if record.cells > limits::COLUMNS {
        return Err(Unreadable::TooLarge(Excess::Columns));
    }
    let names = |text: &str| {
        let starts = std::iter::once(&0).chain(record.ends);
        let cells = starts.zip(record.ends).map(|(start, end)| text.get(*start..*end));
        cells.map(|cell| cell.unwrap_or_default().trim().to_owned()).collect()
    };
    Ok(record.text().map(names))
}

/// One record: unquoted bytes, and where each cell ends in them.
struct Record<'a> {
    number: u32,
    bytes: &'a [u8],
    /// Only the first and the last ends when there are far too many cells.
    ends: &'a [usize],
    cells: usize,
    open_quote: bool,
}

/// What one call of [`Records::read`] wrote.
#[derive(Clone, Copy, Default)]
struct Extent {
    bytes: usize,
    ends: usize,
    cells: usize,
    open_quote: bool,
}

impl<'a> Record<'a> {
    fn text(&self) -> Result<&'a str, TableFault> {
        if self.open_quote {
            return Err(TableFault::OpenQuote);
        }
        let starts = std::iter::once(&0).chain(self.ends);
        if starts.zip(self.ends).any(|(start, end)| end - start > limits::CELL_BYTES) {
            return Err(TableFault::CellTooLong);
        }
        let text = std::str::from_utf8(self.bytes).map_err(|_| TableFault::NotUtf8)?;
        // Two broken halves on either side of a comma would make one good character.
        let whole = self.ends.iter().all(|end| text.is_char_boundary(*end));
        if whole { Ok(text) } else { Err(TableFault::NotUtf8) }
    }

    fn is_blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }
}

/// Walks over the records and keeps count of rows.
struct Records<'a> {
    input: &'a [u8],
    reader: &'a mut Reader,
    number: u32,
    output: Vec<u8>,
    ends: Vec<usize>,
}

impl<'a> Records<'a> {
    fn new(input: &'a [u8], reader: &'a mut Reader) -> Self {
        reader.reset();
        Self { input, reader, number: 0, output: vec![0; 4096], ends: vec![0; limits::COLUMNS + 2] }
    }

    /// The next record that is not blank.
    fn next(&mut self) -> Result<Option<Record<'_>>, Unreadable> {
        loop {
            self.skip_empty_lines();
            if self.input.is_empty() {
                return Ok(None);
            }
            self.number += 1;
            if self.number > limits::ROWS {
                return Err(Unreadable::TooLarge(Excess::Rows));
            }
            let extent = self.read();
            if extent.open_quote || !self.record(extent).is_blank() {
                return Ok(Some(self.record(extent)));
            }
        }
    }

    /// Counts the records that are left.
    fn rest(&mut self) -> Result<u32, Unreadable> {
        let mut rows = 0;
        while self.next()?.is_some() {
            rows += 1;
        }
        Ok(rows)
    }

    fn record(&self, extent: Extent) -> Record<'_> {
        let Extent { bytes, ends, cells, open_quote } = extent;
        let bytes = self.output.get(..bytes).unwrap_or_default();
        let ends = self.ends.get(..ends).unwrap_or_default();
        Record { number: self.number, bytes, ends, cells, open_quote }
    }

    /// `csv-core` passes over empty lines without a word; they count as rows here.
    fn skip_empty_lines(&mut self) {
        while let Some(rest) = after_line_break(self.input) {
            self.input = rest;
            self.number = self.number.saturating_add(1);
        }
    }

    fn read(&mut self) -> Extent {
        let (mut extent, mut at_end) = (Extent::default(), false);
        loop {
            // Past the end one line break is fed in: it ends every record but one inside quotes.
            let input = if self.input.is_empty() { b"\n".as_slice() } else { self.input };
            let output = self.output.get_mut(extent.bytes..).unwrap_or_default();
            let ends = self.ends.get_mut(extent.ends..).unwrap_or_default();
            let (result, used, written, ended) = self.reader.read_record(input, output, ends);
            let last_used = used.checked_sub(1).and_then(|last| input.get(last)).copied();
            self.input = self.input.get(used..).unwrap_or_default();
            extent.bytes += written;
            extent.ends += ended;
            extent.cells += ended;
            match result {
                ReadRecordResult::Record | ReadRecordResult::End => {
                    self.finish_line_break(last_used);
                    return extent;
                }
                ReadRecordResult::InputEmpty if at_end => {
                    return Extent { open_quote: true, ..extent };
                }
                ReadRecordResult::InputEmpty => at_end = true,
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                // Such a row is ragged whatever it holds: keep counting, without more memory.
                ReadRecordResult::OutputEndsFull => extent.ends = 1,
            }
        }
    }

    /// Takes the second byte of CRLF, which the reader leaves for its next call.
    fn finish_line_break(&mut self, last_used: Option<u8>) {
        if last_used == Some(b'\r') {
            self.input = self.input.strip_prefix(b"\n").unwrap_or(self.input);
        }
    }
}

fn after_line_break(input: &[u8]) -> Option<&[u8]> {
    input.strip_prefix(b"\r\n").or(input.strip_prefix(b"\n")).or(input.strip_prefix(b"\r"))
}
