//! A table as a list of objects, or as a list of lists whose first one is the heading.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Held;
use super::scan::{Broken, Scanner};
use crate::ingest::limits;
use crate::ingest::table::{Excess, Table, TableFault, Unreadable};

/// Why a walk over the records ended early.
enum Stop {
    Broken { row: u32 },
    TooLarge(Excess),
}

/// The columns by name. A list of objects has those of all its objects, in the order in which they
/// come first.
#[derive(Default)]
struct Heads {
    names: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Heads {
    fn place(&mut self, name: &str) -> Result<usize, Excess> {
        if let Some(place) = self.places.get(name) {
            return Ok(*place);
        }
        let place = self.names.len();
        if place == limits::COLUMNS {
            return Err(Excess::Columns);
        }
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), place);
        Ok(place)
    }
}

impl Table {
    /// Reads a list of objects or of lists. Rows count from 1 as in a file of cells: the heading is
    /// row 1, also where the keys of objects stand for it. A key that an object does not have is an
    /// empty cell, and so is `null`. `columns` is the heading of a list without rows.
    ///
    /// ```
    /// use hamyar::ingest::Table;
    /// let table = Table::parse_json(br#"[{"id": "a", "value": 10.10}, {"id": true}]"#, &[]).unwrap();
    /// assert_eq!(table.cell(0, 1), "10.10");
    /// assert_eq!((table.rows(), table.faults()[0].0), (2, 3));
    /// ```
    ///
    /// # Errors
    /// [`Unreadable`] when it is over a limit, no list of rows, or not UTF-8.
    pub fn parse_json(bytes: &[u8], columns: &[&str]) -> Result<Self, Unreadable> {
        if bytes.len() > limits::FILE_BYTES {
            return Err(Unreadable::TooLarge(Excess::Bytes));
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NotUtf8)?;
        let mut scanner = Scanner::new(text);
        scanner.expect(b'[').map_err(|Broken| Unreadable::NotRows)?;
        match scanner.clone().peek() {
            Some(b'[') => of_lists(scanner),
            Some(b']') => {
                let heads = columns.iter().map(|name| (*name).to_owned()).collect();
                end(Self::with_heads(heads), walk(&mut scanner, true, |_, _| Ok(())))
            }
            _ => of_objects(scanner),
        }
    }
}

/// Takes each record that is left; the heading is row 1.
fn walk<'a>(
    scanner: &mut Scanner<'a>,
    mut is_first: bool,
    mut take: impl FnMut(&mut Scanner<'a>, u32) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut row = 2;
    while scanner.goes_on(is_first, b']').map_err(|Broken| Stop::Broken { row })? {
        if row > limits::ROWS {
            return Err(Stop::TooLarge(Excess::Rows));
        }
        take(scanner, row)?;
        row += 1;
        is_first = false;
    }
    if scanner.peek().is_some() { Err(Stop::Broken { row }) } else { Ok(()) }
}

/// What was read before JSON that is broken stays, as the rows before an open quotation mark do.
fn end(mut table: Table, walked: Result<(), Stop>) -> Result<Table, Unreadable> {
    match walked {
        Ok(()) => Ok(table),
        Err(Stop::TooLarge(what)) => Err(Unreadable::TooLarge(what)),
        Err(Stop::Broken { row }) => {
            table.leave_out(row, TableFault::NotJson);
            Ok(table)
        }
    }
}

fn of_objects(scanner: Scanner<'_>) -> Result<Table, Unreadable> {
    let (mut heads, mut rows) = (Heads::default(), 0);
    let walked = walk(&mut scanner.clone(), true, |scanner, row| {
        rows = row as usize;
        let name = |name: &str, _: Held<'_>| heads.place(name).map(drop).map_err(Stop::TooLarge);
        object(scanner, row, name).map(drop)
    });
    if let Err(Stop::TooLarge(what)) = walked {
        return Err(Unreadable::TooLarge(what));
    }
    // Short rows of many columns would take more room than any file of cells may.
    if rows.saturating_mul(heads.names.len()) > limits::FILE_BYTES {
        return Err(Unreadable::TooLarge(Excess::Bytes));
    }
    let mut table = Table::with_heads(heads.names);
    let places = heads.places;
    let mut scanner = scanner;
    let walked = walk(&mut scanner, true, |scanner, row| {
        let mut cells = Cells::new(places.len());
        let is_object = object(scanner, row, |name, held| {
            cells.put(places.get(name).copied().unwrap_or_default(), held);
            Ok(())
        })?;
        cells.end(&mut table, row, if is_object { None } else { Some(TableFault::NotARow) });
        Ok(())
    });
    end(table, walked)
}

/// One record; `false` when it is no object.
fn object<'a>(
    scanner: &mut Scanner<'a>,
    row: u32,
    mut put: impl FnMut(&str, Held<'a>) -> Result<(), Stop>,
) -> Result<bool, Stop> {
    let broken = |Broken| Stop::Broken { row };
    if scanner.peek() != Some(b'{') {
        return scanner.skip().map(|_| false).map_err(broken);
    }
    scanner.expect(b'{').map_err(broken)?;
    let mut is_first = true;
    while scanner.goes_on(is_first, b'}').map_err(broken)? {
        let name = scanner.text().map_err(broken)?.ok_or(Broken).map_err(broken)?;
        scanner.expect(b':').map_err(broken)?;
        let held = Held::read(scanner).map_err(broken)?;
        put(name.trim(), held)?;
        is_first = false;
    }
    Ok(true)
}

fn of_lists(mut scanner: Scanner<'_>) -> Result<Table, Unreadable> {
    let mut heads = Vec::new();
    let heading = list(&mut scanner, |held| match held {
        Held::Said(name) => heads.push(name.trim().to_owned()),
        _ => heads.push(String::new()),
    });
    match heading {
        Ok(true) if !heads.is_empty() => {}
        _ => return Err(Unreadable::NotRows),
    }
    if heads.len() > limits::COLUMNS {
        return Err(Unreadable::TooLarge(Excess::Columns));
    }
    let mut table = Table::with_heads(heads);
    let columns = table.headers().len();
    let walked = walk(&mut scanner, false, |scanner, row| {
        let (mut cells, mut count) = (Cells::new(columns), 0);
        let is_list = list(scanner, |held| {
            if count < columns {
                cells.put(count, held);
            }
            count += 1;
        });
        let is_list = is_list.map_err(|Broken| Stop::Broken { row })?;
        let fault = match count {
            _ if !is_list => Some(TableFault::NotARow),
            count if count != columns => Some(TableFault::Ragged { cells: count }),
            _ => None,
        };
        cells.end(&mut table, row, fault);
        Ok(())
    });
    end(table, walked)
}

/// One record; `false` when it is no list.
fn list<'a>(scanner: &mut Scanner<'a>, mut put: impl FnMut(Held<'a>)) -> Result<bool, Broken> {
    if !scanner.takes(b'[') {
        return scanner.skip().map(|_| false);
    }
    let mut is_first = true;
    while scanner.goes_on(is_first, b']')? {
        put(Held::read(scanner)?);
        is_first = false;
    }
    Ok(true)
}

/// The cells of one row, and the first thing that is wrong with it.
struct Cells<'a> {
    said: Vec<Option<Cow<'a, str>>>,
    nulls: Vec<usize>,
    fault: Option<TableFault>,
}

impl<'a> Cells<'a> {
    fn new(columns: usize) -> Self {
        Self { said: vec![None; columns], nulls: Vec::new(), fault: None }
    }

    fn put(&mut self, column: usize, held: Held<'a>) {
        let Some(cell) = self.said.get_mut(column) else { return };
        if cell.is_some() {
            self.fault = self.fault.or(Some(TableFault::KeyTwice { column }));
        }
        let mut fails = |fault| self.fault = self.fault.or(Some(fault));
        *cell = Some(match held {
            Held::Said(text) if text.len() > limits::CELL_BYTES => {
                fails(TableFault::CellTooLong);
                Cow::Borrowed("")
            }
            Held::Said(text) => text,
            Held::Null => {
                self.nulls.push(column);
                Cow::Borrowed("")
            }
            Held::NoText => {
                fails(TableFault::NotText { column });
                Cow::Borrowed("")
            }
            Held::NoLetter => {
                fails(TableFault::NotUtf8);
                Cow::Borrowed("")
            }
        });
    }

    /// Puts the row into its table, or what is wrong with it. A row without a word is passed over.
    fn end(self, table: &mut Table, row: u32, shape: Option<TableFault>) {
        if let Some(fault) = shape.or(self.fault) {
            return table.leave_out(row, fault);
        }
        let cells = || self.said.iter().map(|cell| cell.as_deref().unwrap_or_default());
        if cells().all(|cell| cell.trim().is_empty()) {
            return;
        }
        self.nulls.iter().for_each(|column| table.note_null(row, *column));
        table.push_cells(row, cells());
    }
}
