//! A whole package: its tables in the order in which they lean on each other.

use csv_core::{Reader, ReaderBuilder};
use litemap::LiteMap;

use super::descriptor::{Descriptor, Resource, is_safe};
use super::draft::Draft;
use super::entity::{self, TableKind};
use super::ledger::{Counts, Ledger};
use super::row::RowReader;
use super::sheet::Sheet;
use super::table::{Excess, Table, Unreadable};
use super::{limits, messages, schema};
use crate::diag::{Bilingual, Diagnostic, Error, Reported, Result};
use crate::model::{Dataset, ObservationId};

/// What came of a package.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// The good part.
    pub dataset: Dataset,
    /// Rows of all tables.
    pub counts: Counts,
}

/// The bytes of each file of a package, by its path.
pub type Files = LiteMap<String, Vec<u8>>;

/// Reads a Data Package: every good row into the data set, every bad row as a diagnostic.
///
/// `files` holds the bytes of each path of [`Descriptor::paths`]. Resources are recognised by
/// name, columns by heading, in any order. A table that is not known by name but whose schema
/// begins with `area`, `period`, `source` holds one measure in each further column.
///
/// # Errors
/// The package is refused as a whole when it has no resource (`package/empty`), when `measures` or
/// `observations` is not there (`file/missing`), and when it is over [`limits`] (`file/too-large`).
///
/// # Example
/// ```
/// use hamyar::ingest::{Descriptor, Files, Resource, read_package};
///
/// let tables = [
///     ("units", "id,base,exponent,name_fa\nperson,person,0,نفر\n"),
///     ("measures", "id,name_fa,unit,kind,area_rule,time_rule\njobs,شغل,person,flow,sum,sum\n"),
///     ("sources", "id,kind,title_fa\nS4,press,خبر\n"),
///     ("observations", "id,measure,value,unit,source\nO1,jobs,900,person,S4\nO2,jobs,x,person,S4\n"),
/// ];
/// let path = |name: &str| format!("{name}.csv");
/// let resource = |name: &str| Resource { name: name.into(), path: path(name), ..Resource::default() };
/// let resources = tables.iter().map(|(name, _)| resource(name)).collect();
/// let files: Files =
///     tables.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
///
/// let read = read_package(&Descriptor { resources, ..Descriptor::default() }, &files).unwrap();
/// assert_eq!(read.value.dataset.observations.len(), 1);
/// let bad = &read.diagnostics[0];
/// assert_eq!((bad.code, bad.position.row, bad.position.column.as_str()), ("cell/not-a-number", 3, "value"));
/// ```
pub fn read_package(descriptor: &Descriptor, files: &Files) -> Result<Reported<Package>> {
    read_package_telling(descriptor, files, &mut |_, _| {})
}

/// The same, telling how far it is: `progress` is called after each table, and now and then inside a long
/// one, with the bytes that are read and all there are to read.
///
/// # Errors
/// Those of [`read_package`].
pub fn read_package_telling(
    descriptor: &Descriptor,
    files: &Files,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Reported<Package>> {
    check_whole(descriptor, files)?;
    let mut ledger = Ledger::default();
    let resources = usable(descriptor, &mut ledger);
    let mut draft = Draft::default();
    draft.data.example = descriptor.hamyar.example;
    #[cfg(feature = "complete")]
    if resources.iter().any(|resource| entity::note::NOTES.reads(resource)) {
        draft.places = Some(entity::note::Places::default());
    }
    let mut reader = Reader::new();
    draft.told = told_in_changes(&resources, files, &mut reader);
    let size = |resource: &&Resource| bytes_of(resource, files).map_or(0, <[u8]>::len);
    let all = resources.iter().map(size).sum();
    let mut before = 0;
    for kind in entity::KINDS {
        for resource in resources.iter().filter(|resource| kind.reads(resource)) {
            if let Some(bytes) = bytes_of(resource, files) {
                let mut row = |index, rows| progress(before + part(bytes.len(), index, rows), all);
                match parse(resource, bytes, &mut reader) {
                    Ok(table) => {
                        read_table(kind, resource, &table, &mut draft, &mut ledger, &mut row);
                    }
                    Err(why) => refuse_table(why, resource, &mut ledger)?,
                }
                before += bytes.len();
                progress(before, all);
            } else {
                ledger.note(messages::missing_file(&resource.name).at(&resource.path, 0, ""));
            }
        }
    }
    let (diagnostics, counts) = ledger.close();
    let dataset = described(draft.finish(), descriptor);
    Ok(Reported { value: Package { dataset, counts }, diagnostics })
}

/// What the table of changes tells, which is read long after those that may name it.
fn told_in_changes(
    resources: &[&Resource],
    files: &Files,
    reader: &mut Reader,
) -> Vec<ObservationId> {
    let changes = resources.iter().find(|resource| entity::revision::REVISIONS.reads(resource));
    let Some(resource) = changes else { return Vec::new() };
    let table = bytes_of(resource, files).and_then(|bytes| parse(resource, bytes, reader).ok());
    table.map_or_else(Vec::new, |table| entity::revision::told_in(&Sheet::new(resource, &table)))
}

/// `index` parts of `of` of a length; a table may be longer than what its product fits in 32 bits.
fn part(length: usize, index: usize, of: usize) -> usize {
    length / of.max(1) * index
}

fn described(dataset: Dataset, descriptor: &Descriptor) -> Dataset {
    let (fa, en) = (&descriptor.title_fa, &descriptor.title);
    Dataset {
        name: descriptor.name.clone(),
        version: descriptor.version.clone(),
        title: Bilingual::new(if fa.is_empty() { en } else { fa }, en),
        example: descriptor.hamyar.example,
        ..dataset
    }
}

/// What must hold of the input as a whole.
fn check_whole(descriptor: &Descriptor, files: &Files) -> Result<()> {
    if descriptor.resources.is_empty() {
        return Err(messages::empty_package().at("datapackage.json", 0, "resources").into());
    }
    if descriptor.resources.len() > limits::RESOURCES {
        let finding = messages::too_large("شمار جدول‌ها", "There are tables", limits::RESOURCES);
        return Err(finding.at("datapackage.json", 0, "resources").into());
    }
    if files.values().map(Vec::len).sum::<usize>() > limits::PACKAGE_BYTES {
        return Err(bytes_over(limits::PACKAGE_BYTES).at("datapackage.json", 0, "").into());
    }
    for needed in ["measures", "observations"] {
        let found = descriptor.resource(needed);
        if found.is_some_and(Resource::is_inline) {
            continue;
        }
        if found.is_some_and(|resource| resource.path.is_empty()) {
            return Err(messages::no_path(needed).at("datapackage.json", 0, "resources").into());
        }
        let path = found.map(|resource| resource.path.as_str());
        if !path.is_some_and(|path| is_safe(path) && files.contains_key(path)) {
            let file = path.unwrap_or("datapackage.json");
            return Err(messages::missing_file(needed).at(file, 0, "").into());
        }
    }
    Ok(())
}

fn bytes_over(limit: usize) -> Diagnostic {
    messages::too_large("شمار بایت‌ها", "There are bytes", limit)
}

/// The resources that can be read; what is wrong with the others is reported.
fn usable<'a>(descriptor: &'a Descriptor, ledger: &mut Ledger) -> Vec<&'a Resource> {
    let mut usable: Vec<&Resource> = Vec::new();
    for resource in &descriptor.resources {
        let finding = if !entity::KINDS.iter().any(|kind| kind.reads(resource)) {
            messages::unknown_resource(&resource.name)
        } else if usable.iter().any(|before| before.name == resource.name) {
            messages::repeated_resource(&resource.name)
        } else if resource.path.is_empty() && !resource.is_inline() {
            messages::no_path(&resource.name)
        } else if !resource.is_inline() && !is_safe(&resource.path) {
            messages::unsafe_path()
        } else if !is_delimiter(&resource.dialect.delimiter) {
            messages::unknown_delimiter(&resource.dialect.delimiter)
        } else {
            usable.push(resource);
            continue;
        };
        ledger.note(finding.at(resource.file(), 0, ""));
    }
    usable
}

fn bytes_of<'a>(resource: &'a Resource, files: &'a Files) -> Option<&'a [u8]> {
    if resource.is_inline() {
        return Some(resource.data.0.as_bytes());
    }
    files.get(&resource.path).map(Vec::as_slice)
}

/// `usual` reads commas; a table of another delimiter takes a reader of its own.
fn parse(
    resource: &Resource,
    bytes: &[u8],
    usual: &mut Reader,
) -> std::result::Result<Table, Unreadable> {
    if resource.is_json() {
        let fields = resource.schema.fields.iter();
        let columns: Vec<&str> = fields.map(|field| field.name.as_str()).collect();
        return Table::parse_json(bytes, &columns);
    }
    match resource.dialect.delimiter.as_bytes() {
        [] | [b','] => Table::parse_with(bytes, usual),
        [sign, ..] => Table::parse_with(bytes, &mut ReaderBuilder::new().delimiter(*sign).build()),
    }
}

/// The signs that spreadsheets write between cells, none of which an id or a number holds.
fn is_delimiter(text: &str) -> bool {
    matches!(text, "" | "," | ";" | "|" | "\t")
}

fn read_table(
    kind: &TableKind,
    resource: &Resource,
    table: &Table,
    draft: &mut Draft,
    ledger: &mut Ledger,
    progress: &mut dyn FnMut(usize, usize),
) {
    let sheet = Sheet::new(resource, table);
    let is_complete = sheet.check_heading(kind.required, ledger);
    let is_sound = (kind.check_heading)(&sheet, draft, ledger) && is_complete;
    sheet.report_faults(ledger);
    if is_sound {
        read_rows(kind, &sheet, draft, ledger, progress);
        (kind.finish)(draft, &sheet, ledger);
    } else {
        table.numbers().iter().for_each(|_| ledger.count(false));
    }
}

fn read_rows(
    kind: &TableKind,
    sheet: &Sheet<'_>,
    draft: &mut Draft,
    ledger: &mut Ledger,
    progress: &mut dyn FnMut(usize, usize),
) {
    /// So seldom that telling costs nothing, so often that a bar moves.
    const TOLD: usize = 4_096;
    #[cfg(feature = "complete")]
    if let Some(places) = &mut draft.places {
        places.open(kind, sheet);
    }
    let key = if kind.stands_once { kind.key_of(sheet) } else { Vec::new() };
    let mut keys = sheet.key_book(&key, kind.duplicate);
    let numbers = sheet.table.numbers();
    for (index, number) in numbers.iter().enumerate() {
        if index % TOLD == TOLD - 1 {
            progress(index, numbers.len());
        }
        let mut row = RowReader::new(sheet, index, *number, ledger);
        schema::check(&mut row, &mut keys, index);
        (kind.read)(&mut row, draft);
        let accepted = row.is_sound();
        #[cfg(feature = "complete")]
        if let Some(places) = draft.places.as_mut().filter(|_| accepted) {
            places.enter(kind, sheet, index);
        }
        ledger.count(accepted);
    }
}

/// Reports a table that cannot be read; over the limits the whole input is refused.
fn refuse_table(unreadable: Unreadable, resource: &Resource, ledger: &mut Ledger) -> Result<()> {
    let file = resource.file();
    let (finding, row, lost) = match unreadable {
        Unreadable::TooLarge(what) => return Err(Error::from(too_large(what).at(file, 0, ""))),
        Unreadable::Utf16 => (messages::not_utf8(), 0, 0),
        Unreadable::NotUtf8 => (messages::json_not_utf8(), 0, 0),
        Unreadable::NotRows => (messages::not_rows(), 0, 0),
        Unreadable::Empty => (messages::empty_table(), 0, 0),
        Unreadable::Heading { fault, rows } => (messages::table_fault(fault, 0), 1, rows),
    };
    ledger.note(finding.at(file, row, ""));
    (0..lost).for_each(|_| ledger.count(false));
    Ok(())
}

fn too_large(what: Excess) -> Diagnostic {
    match what {
        Excess::Bytes => bytes_over(limits::FILE_BYTES),
        Excess::Rows => messages::too_large("شمار ردیف‌ها", "There are rows", limits::ROWS as usize),
        Excess::Columns => messages::too_large("شمار ستون‌ها", "There are columns", limits::COLUMNS),
    }
}
