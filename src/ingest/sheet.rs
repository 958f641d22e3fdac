//! One table together with what its schema says and which keys it holds.

use std::collections::BTreeMap;

use super::descriptor::{Field, Resource};
use super::ledger::Ledger;
use super::messages;
use super::table::Table;

/// Columns whose cells together may stand only once.
struct Unique {
    columns: Vec<usize>,
    /// Code of the finding: `area/duplicate` for areas, else `cell/duplicate`.
    code: &'static str,
    /// Row in which each key stood first.
    seen: BTreeMap<String, usize>,
}

/// A key that stands twice.
pub(super) struct Twice {
    pub(super) column: usize,
    pub(super) code: &'static str,
    pub(super) key: String,
    pub(super) first: usize,
}

/// A table with its place in the package.
pub(super) struct Sheet<'a> {
    pub(super) file: &'a str,
    pub(super) table: &'a Table,
    resource: &'a Resource,
    /// Column and rule of each field that is there.
    fields: Vec<(usize, &'a Field)>,
    /// Index of each id.
    ids: BTreeMap<String, usize>,
}

/// Keeps account of the keys seen so far.
pub(super) struct KeyBook(Vec<Unique>);

impl<'a> Sheet<'a> {
    pub(super) fn new(resource: &'a Resource, table: &'a Table) -> Self {
        let fields = &resource.schema.fields;
        let place = |field: &'a Field| Some((table.column(&field.name)?, field));
        let mut ids = BTreeMap::new();
        if let Some(id) = table.column("id") {
            for index in 0..table.numbers().len() {
                ids.insert(table.cell(index, id).to_owned(), index);
            }
        }
        Self {
            file: resource.file(),
            table,
            resource,
            fields: fields.iter().filter_map(place).collect(),
            ids,
        }
    }

    /// Name of the resource.
    pub(super) fn name(&self) -> &'a str {
        &self.resource.name
    }

    /// Column and rule of each field of the schema that the heading has.
    pub(super) fn fields(&self) -> &[(usize, &'a Field)] {
        &self.fields
    }

    /// Whether some row of this table, good or bad, has this id.
    pub(super) fn has_id(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    /// A cell, empty where the schema says that it stands for no value.
    pub(super) fn cell(&self, index: usize, column: usize) -> &'a str {
        let cell = self.table.cell(index, column);
        let missing = self.resource.schema.missing_values.iter().any(|word| word == cell);
        if missing { "" } else { cell }
    }

    /// The keys to watch: the one that the code relies on, and those of the schema.
    pub(super) fn key_book(&self, key: &[&str], code: &'static str) -> KeyBook {
        let schema = &self.resource.schema;
        let mut wanted: Vec<Vec<&str>> = vec![key.to_vec()];
        wanted.push(schema.primary_key.0.iter().map(String::as_str).collect());
        let unique = schema.fields.iter().filter(|field| field.constraints.unique);
        wanted.extend(unique.map(|field| vec![field.name.as_str()]));
        let mut guards: Vec<Unique> = Vec::new();
        for names in wanted {
            let columns: Option<Vec<usize>> =
                names.iter().map(|name| self.table.column(name)).collect();
            let columns = columns.unwrap_or_default();
            if !columns.is_empty() && guards.iter().all(|guard| guard.columns != columns) {
                guards.push(Unique { columns, code, seen: BTreeMap::new() });
            }
        }
        KeyBook(guards)
    }

    /// Reports what is wrong with the heading; `false` when no row can be read.
    pub(super) fn check_heading(&self, required: &[&str], ledger: &mut Ledger) -> bool {
        let headers = self.table.headers();
        let schema = &self.resource.schema.fields;
        let mut sound = true;
        for (index, header) in headers.iter().enumerate() {
            let known = schema.is_empty() || schema.iter().any(|field| field.name == *header);
            if headers.iter().take(index).any(|before| before == header && !header.is_empty()) {
                sound = false;
                ledger.note(messages::duplicate_column().at(self.file, 1, header));
            } else if !known && !required.contains(&header.as_str()) {
                ledger.note(messages::unknown_column().at(self.file, 1, header));
            }
        }
        for name in required.iter().filter(|name| self.table.column(name).is_none()) {
            sound = false;
            ledger.note(messages::missing_column().at(self.file, 1, name));
        }
        let absent = schema.iter().filter(|field| self.table.column(&field.name).is_none());
        for field in absent.filter(|field| !required.contains(&field.name.as_str())) {
            let needed = field.constraints.required;
            sound &= !needed;
            let finding =
                if needed { messages::missing_column() } else { messages::absent_column() };
            ledger.note(finding.at(self.file, 1, &field.name));
        }
        sound
    }

    /// Reports and counts the rows that the table reader left out.
    pub(super) fn report_faults(&self, ledger: &mut Ledger) {
        for (row, fault) in self.table.faults() {
            let finding = messages::table_fault(*fault, self.table.headers().len());
            let column = fault.column().map_or("", |place| self.head(place));
            ledger.note(finding.at(self.file, *row, column));
            ledger.count(false);
        }
        for (row, column) in self.table.nulls() {
            let column = self.head(*column);
            ledger.note(messages::null(column).at(self.file, *row, column));
        }
    }

    fn head(&self, place: usize) -> &'a str {
        self.table.headers().get(place).map_or("", String::as_str)
    }
}

impl KeyBook {
    /// Takes note of the keys of a row, and gives the first of them that stood before.
    pub(super) fn enter(&mut self, sheet: &Sheet<'_>, index: usize, row: u32) -> Option<Twice> {
        let mut twice = None;
        for guard in &mut self.0 {
            let cells = guard.columns.iter().map(|column| sheet.cell(index, *column));
            let key = cells.collect::<Vec<_>>().join("\u{1F}");
            let blank = key.is_empty() || key.ends_with('\u{1F}');
            let column = guard.columns.first().copied().unwrap_or_default();
            match guard.seen.get(&key) {
                _ if blank => {}
                Some(first) => {
                    let key = key.replace('\u{1F}', " ");
                    twice = twice.or(Some(Twice { column, code: guard.code, key, first: *first }));
                }
                None => {
                    guard.seen.insert(key, row as usize);
                }
            }
        }
        twice
    }
}
