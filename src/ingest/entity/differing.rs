//! `differing`: rows of other tables that copies tell differently, and what somebody decided on them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Draft, KINDS, Ledger, RowReader, Sheet, TableKind};
use crate::ingest::messages::{self, differing as words};
use crate::list::{Gather, differ, join};
use crate::model::{CellName, Cells, Chosen, ToldApart, Variant};

/// `keep` is a person's, who gives the table to `hamyar merge --decided`; so are `day` and `by` but where
/// `column` says that a variant was chosen.
pub(in crate::ingest) const DIFFERING: TableKind = TableKind {
    key: &["table", "id", "standing", "column"],
    finish,
    ..TableKind::new("differing", &["table", "id", "standing", "column", "value"], read)
};

/// What `standing` says of the cells that all variants have alike.
const ALL: &str = "all";

/// What `column` begins with where a variant was chosen.
const CHOSEN: &str = "chosen/";

/// What `standing` may say, as a finding lists it.
const STANDING: [&str; 6] = ["first", "second", "3, 4, …", "left-1", "left-2, …", ALL];

/// What else may be told apart than rows of tables: the package itself, and a ranking beside it.
const BESIDE: [&str; 2] = ["datapackage", "ranking"];

/// Most cells of all variants of all things together: those that are alike stand in the file once, and are told of
/// each variant.
const CELLS_AT_MOST: usize = 1_000_000;

/// Which of the variants of a thing: those that stand come before those that were left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Stands(u32),
    Left(u32),
    All,
}

/// The rows of each thing with their numbers; nothing where one cannot be read.
pub(in crate::ingest) type ToldRows = BTreeMap<(String, String), Vec<(u32, Option<ToldRow>)>>;

/// A row of the table.
pub(in crate::ingest) struct ToldRow {
    standing: Standing,
    said: Said,
    /// The ways to its variant.
    after: Vec<Vec<Standing>>,
}

enum Said {
    Cell(CellName, String),
    Chosen(Chosen),
}

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let table = row.required("table").to_owned();
    let id = row.required("id").to_owned();
    if !table.is_empty() && !is_table(&table) {
        row.report("table", messages::not_in_list(&table, &tables()));
    }
    let standing = row.required("standing");
    if !standing.is_empty() && read_standing(standing).is_none() {
        row.report("standing", messages::not_in_list(standing, &STANDING));
    }
    let (after, said) = (after(row), said(row, &table));
    let told = match (read_standing(standing), said) {
        (Some(standing), Some(said)) if row.is_sound() => Some(ToldRow { standing, said, after }),
        _ => None,
    };
    draft.told_rows.entry((table, id)).or_default().push((row.number(), told));
}

fn is_table(name: &str) -> bool {
    tables().contains(&name)
}

fn tables() -> Vec<&'static str> {
    let own = ["observations", "revisions", "conflicts", DIFFERING.name, ""];
    let names = KINDS.iter().map(|kind| kind.name).filter(|name| !own.contains(name));
    names.chain(BESIDE).collect()
}

fn read_standing(cell: &str) -> Option<Standing> {
    let number = |text: &str| text.parse::<u32>().ok().filter(|number| *number > 0);
    match cell {
        ALL => Some(Standing::All),
        "first" => Some(Standing::Stands(1)),
        "second" => Some(Standing::Stands(2)),
        _ => match cell.strip_prefix("left-") {
            Some(left) => number(left).map(Standing::Left),
            None => number(cell).map(Standing::Stands),
        },
    }
}

/// Ways are parted by `|`, and what stands on one of them by spaces.
fn after(row: &mut RowReader<'_>) -> Vec<Vec<Standing>> {
    let mut ways = Vec::new();
    for way in row.text("after").split('|') {
        let mut passed = Vec::new();
        for word in way.split_whitespace() {
            match read_standing(word) {
                Some(Standing::All) | None => {
                    row.report("after", messages::not_in_list(word, &STANDING));
                }
                Some(standing) => passed.push(standing),
            }
        }
        ways.push(passed);
    }
    ways
}

fn said(row: &mut RowReader<'_>, table: &str) -> Option<Said> {
    let column = row.required("column");
    if column.starts_with(CHOSEN) {
        let by = row.required("by").to_owned();
        return Some(Said::Chosen(Chosen { day: row.required_day("day"), by }));
    }
    let name = cell_name(table, column);
    if name.is_none() && !column.is_empty() {
        row.report("column", words::no_cell(column));
    }
    Some(Said::Cell(name?, row.text("value").to_owned()))
}

/// `title_fa`, or `group_members/2/area`.
fn cell_name(own: &str, column: &str) -> Option<CellName> {
    let mut parts = column.split('/');
    let (table, nth, column) = match (parts.next()?, parts.next(), parts.next()) {
        (column, None, None) => (own, 1, column),
        (table, Some(nth), Some(column)) => (table, nth.parse().ok()?, column),
        _ => return None,
    };
    let is_name = !column.is_empty() && !table.is_empty() && nth > 0 && parts.next().is_none();
    is_name.then(|| CellName { table: table.to_owned(), nth, column: column.to_owned() })
}

/// Puts the rows of each thing together. Where one of them cannot be read, nothing of the thing is taken: what is
/// left would be a row that nobody wrote.
fn finish(draft: &mut Draft, sheet: &Sheet<'_>, ledger: &mut Ledger) {
    let has_faults = !sheet.table.faults().is_empty();
    let mut room = CELLS_AT_MOST;
    for ((table, id), rows) in std::mem::take(&mut draft.told_rows) {
        let sound: Vec<&ToldRow> = rows.iter().filter_map(|(_, row)| row.as_ref()).collect();
        let left = room.checked_sub(told_of(&sound));
        room = left.unwrap_or(room);
        let is_whole = !has_faults && sound.len() == rows.len() && left.is_some();
        let variants = if is_whole { variants(&table, &id, &sound) } else { Err("standing") };
        let numbers = rows.iter().filter(|(_, row)| row.is_some()).map(|(number, _)| *number);
        match variants {
            Ok(variants) => {
                let thing = ToldApart { table, id, variants };
                let row = numbers.min().unwrap_or_default();
                if thing.is_open() {
                    ledger.note(words::open(&thing).at(sheet.file, row, "keep"));
                }
                draft.data.told_apart.push(thing);
            }
            Err(column) => numbers.for_each(|row| {
                ledger.take_back(words::not_whole(&id).at(sheet.file, row, column));
            }),
        }
    }
}

/// How many cells the variants of a thing have at most.
fn told_of(rows: &[&ToldRow]) -> usize {
    rows.len() * standings(rows).len()
}

fn standings(rows: &[&ToldRow]) -> Vec<Standing> {
    let mut standing: Vec<Standing> = rows.iter().map(|row| row.standing).collect();
    standing.sort_unstable();
    standing.dedup();
    standing.retain(|one| *one != Standing::All);
    standing
}

/// The variants of a thing; or the column that makes it none.
fn variants(table: &str, id: &str, rows: &[&ToldRow]) -> Result<Vec<Variant>, &'static str> {
    let standing = standings(rows);
    if standing.first() != Some(&Standing::Stands(1)) {
        return Err("standing");
    }
    // Each tells every cell in which they differ.
    let named = |own: &Standing| names(rows, *own);
    if differ(standing.iter().map(named)) {
        return Err("column");
    }
    let variant = |own: &Standing| {
        let variant = Variant {
            cells: cells(rows, *own),
            ways: ways(rows, *own, &standing)?,
            chosen: chosen(rows, *own),
        };
        if names_its_row(table, id, &variant.cells) { Ok(variant) } else { Err("column") }
    };
    let variants: Vec<Variant> = standing.iter().map(variant).collect::<Result<_, _>>()?;
    let says_something = variants.iter().any(|one| !one.cells.is_empty());
    if says_something { Ok(variants) } else { Err("column") }
}

/// The cells that a variant tells, also the empty ones.
fn names<'a>(rows: &[&'a ToldRow], own: Standing) -> BTreeSet<&'a CellName> {
    let of_own = rows.iter().filter(|row| row.standing == own);
    let name = |row: &&'a ToldRow| match &row.said {
        Said::Cell(name, _) => Some(name),
        Said::Chosen(_) => None,
    };
    of_own.filter_map(name).collect()
}

fn cells(rows: &[&ToldRow], own: Standing) -> Cells {
    let is_own = |row: &&&ToldRow| row.standing == own || row.standing == Standing::All;
    let cell = |row: &&ToldRow| match &row.said {
        Said::Cell(name, value) if !value.is_empty() => Some((name.clone(), value.clone())),
        _ => None,
    };
    rows.iter().filter(is_own).filter_map(cell).collect()
}

fn chosen(rows: &[&ToldRow], own: Standing) -> Vec<Chosen> {
    let of = |row: &&ToldRow| match &row.said {
        Said::Chosen(chosen) => Some(chosen.clone()),
        Said::Cell(..) => None,
    };
    let mut chosen: Vec<Chosen> =
        rows.iter().filter(|row| row.standing == own).filter_map(of).collect();
    chosen.sort();
    chosen
}

/// Every row of a variant must say the same ways, and of variants that are there.
fn ways(
    rows: &[&ToldRow],
    own: Standing,
    standing: &[Standing],
) -> Result<Vec<Vec<usize>>, &'static str> {
    let mut said = rows.iter().filter(|row| row.standing == own).map(|row| &row.after);
    let Some(first) = said.next().filter(|first| said.all(|other| other == *first)) else {
        return Err("after");
    };
    let place = |one: &Standing| standing.binary_search(one).map_err(|_| "after");
    let way = |way: &Vec<Standing>| way.iter().map(place).collect();
    let is_left = matches!(own, Standing::Left(_));
    match first.as_slice() {
        [way] if is_left && way.is_empty() => Ok(Vec::new()),
        _ if is_left => Err("after"),
        ways => ways.iter().map(way).collect(),
    }
}

/// Whether a variant is one of the row that the thing is, or says that it was taken out.
fn names_its_row(table: &str, id: &str, cells: &Cells) -> bool {
    if cells.is_empty() {
        return true;
    }
    let Some(kind) = KINDS.iter().find(|kind| kind.name == table) else { return true };
    let cell = |column: &&str| {
        let name = CellName { table: table.to_owned(), nth: 1, column: (*column).to_owned() };
        cells.get(&name).cloned().unwrap_or_default()
    };
    let key = kind.key.iter().map(cell).gather();
    // A legend is one thing, and each of its classes a row.
    (1..=key.len()).any(|length| join(key.get(..length).unwrap_or_default(), ",") == id)
}
