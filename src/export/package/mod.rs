//! A data set as a Frictionless Data Package: the tables that `ingest` reads.

mod area_codes;
mod column;
mod conflicts;
mod content;
mod corrections;
mod differing;
mod documents;
mod figures;
mod heads;
mod legends;
mod lines;
mod names;
mod notes;
mod registers;
mod revisions;
mod rows;
mod rules;
mod sheet;

pub use self::rows::{TableRows, conflict_rows, table_rows};
pub use self::sheet::TableFormat;
use self::sheet::{Sheet, Written};
use super::json::{Fields, Json};
use crate::model::Dataset;

/// The files of a Data Package, each with its path: `datapackage.json` first, then one table for
/// each kind of thing. UTF-8, LF, commas, Latin digits, quotation marks as in RFC 4180. The same
/// data set gives the same bytes, everywhere.
///
/// What `ingest` has read comes back equal on the canonical form: the bytes of [`crate::pack::write`]
/// of the data set and of `read_package` of these files are the same. Every figure is a row of
/// `observations.csv`, also a cell of a census table, whose row there stands as `r12` in `locator`; a
/// correction stands in the note of its figure and in a table of its own. Beside `period` the first and the last day stand in the
/// Gregorian calendar, for programs without a Jalali one; `ingest` reads `period` alone.
///
/// Single records, successions, codes of areas, legends, corrections, notes, follow-up marks and what else is
/// known of what copies changed or tell apart are written too, and come back equal. What was counted from records
/// ([`crate::tabulate`]) is no statement of a document: write the data set as it was read, not counted. What
/// was counted in each list of areas ([`Dataset::recounts`]) is left out in any case.
///
/// A text that a spreadsheet would run as a formula stands behind an apostrophe
/// ([`crate::text::shield`]), which `ingest` takes away again.
///
/// A figure that was withdrawn may still be the whole of another, or one of a pair: where its changes tell what
/// it was, the link comes back too, and the schema states no foreign key, which holds no row that is gone.
///
/// A data set that was changed on this device may hold what a package cannot: a link to a figure of which
/// nothing is told is left out, and what `ingest` refuses (two documents in one pair, a cell over
/// [`crate::ingest::limits::CELL_BYTES`], more figures than [`crate::ingest::limits::ROWS`]) is
/// named when the files are read. White space around a text is not kept.
///
/// ```
/// use hamyar::export::data_package;
/// use hamyar::ingest::{Descriptor, Files, read_package};
/// use hamyar::model::{Dataset, Programme, ProgrammeId};
/// use hamyar::{diag::Bilingual, pack};
///
/// let mut dataset = Dataset { name: "small".into(), ..Dataset::default() };
/// let id = ProgrammeId::new("youth");
/// let description = Bilingual::new("=۱+۱", "\"so-called\", they say");
/// let name = Bilingual::new("جوانان", "Youth");
/// dataset.programmes.insert(id.clone(), Programme { id, name, description });
///
/// let files: Files = data_package(&dataset).into_iter().collect();
/// let descriptor: Descriptor = serde_json::from_slice(files.get("datapackage.json").unwrap()).unwrap();
/// let read = read_package(&descriptor, &files).unwrap();
/// assert!(read.diagnostics.is_empty());
/// assert_eq!(pack::write(&read.value.dataset), pack::write(&dataset));
/// ```
pub fn data_package(dataset: &Dataset) -> Vec<(String, Vec<u8>)> {
    data_package_in(dataset, TableFormat::Csv)
}

/// The one table of it that a person fills in: figures that copies changed apart, with each content, and empty
/// cells for what is kept, the day and who decided. Without such figures it has its heading alone, and
/// stands in no package.
pub fn conflicts_csv(dataset: &Dataset) -> String {
    conflicts::conflicts(dataset).written(TableFormat::Csv).text
}

/// The other table of it that a person fills in: rows of other tables that copies tell differently.
pub fn differing_csv(dataset: &Dataset) -> String {
    differing::differing(dataset).written(TableFormat::Csv).text
}

/// The same with its tables in another format, which is read in the same way.
pub fn data_package_in(dataset: &Dataset, format: TableFormat) -> Vec<(String, Vec<u8>)> {
    let sheets = sheets(dataset, What::All);
    let mut files = Vec::with_capacity(sheets.len() + 1);
    let mut resources = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        let Written { path, text, resource } = sheet.written(format);
        files.push((path, text.into_bytes()));
        resources.push(resource);
    }
    let descriptor = descriptor(dataset, resources).print();
    files.insert(0, ("datapackage.json".to_owned(), descriptor.into_bytes()));
    files
}

/// Writes one table.
type WriteTable = fn(&Dataset) -> Sheet;

/// Which tables are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    All,
    /// Without figures, their changes, and what copies changed or tell apart.
    Rest,
}

/// Every table, also an empty one, so that what leans on it finds it. Nothing leans on successions,
/// corrections, legends, conflicts and differing rows, and on records only other records.
fn sheets(dataset: &Dataset, what: What) -> Vec<Sheet> {
    let of_figures: WriteTable = figures::observations;
    let of_changes: WriteTable = revisions::revisions;
    let with_figures = |table| (what == What::All).then_some(table);
    let tables: [Option<WriteTable>; 14] = [
        Some(names::areas),
        Some(names::tiles),
        Some(names::measures),
        Some(names::units),
        Some(names::programmes),
        Some(documents::sources),
        with_figures(of_figures),
        Some(documents::groups),
        Some(documents::members),
        Some(figures::statements),
        Some(figures::comparisons),
        with_figures(of_changes),
        Some(rules::rules),
        Some(names::codes),
    ];
    let mut sheets: Vec<Sheet> = tables.iter().flatten().map(|table| table(dataset)).collect();
    if !dataset.successions.is_empty() {
        sheets.push(names::successions(dataset));
    }
    if !dataset.area_codes.is_empty() {
        sheets.push(area_codes::area_codes(dataset));
    }
    if !dataset.corrections.is_empty() {
        sheets.push(corrections::corrections(dataset));
    }
    if !dataset.legends.is_empty() {
        sheets.push(legends::legends(dataset));
    }
    if what == What::All {
        sheets.extend(apart(dataset));
    }
    sheets.extend(registers::sheets(dataset));
    if !dataset.notes.is_empty() {
        sheets.push(notes::notes(dataset));
    }
    sheets
}

/// What copies changed or tell apart.
fn apart(dataset: &Dataset) -> Vec<Sheet> {
    let apart = [conflicts::conflicts(dataset), differing::differing(dataset)];
    apart.into_iter().filter(|sheet| !sheet.is_empty()).collect()
}

fn descriptor(dataset: &Dataset, resources: Vec<Json>) -> Json {
    let mut fields = Fields::default()
        .said("profile", "tabular-data-package")
        .said("name", &dataset.name)
        .said("version", &dataset.version)
        .said("title", &dataset.title.en)
        .said("title_fa", &dataset.title.fa);
    if dataset.example {
        let example = Fields::default().put("example", Json::Flag(true));
        fields = fields.put("hamyar", example.done());
    }
    fields.put("resources", Json::List(resources)).done()
}
