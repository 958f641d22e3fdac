//! The tables of a package, one file an entity: which columns it needs, and what a row becomes.

mod area;
#[cfg(feature = "complete")]
mod area_code;
mod code;
mod comparison;
#[cfg(feature = "complete")]
pub(super) mod conflict;
mod cooperative;
mod correction;
#[cfg(feature = "complete")]
pub(super) mod course;
mod credit_line;
#[cfg(feature = "complete")]
pub(super) mod differing;
mod group;
#[cfg(feature = "complete")]
mod job_kind;
#[cfg(feature = "complete")]
pub(super) mod legend;
mod measure;
#[cfg(feature = "complete")]
pub(super) mod note;
mod observation;
mod oversight;
mod plan;
mod programme;
mod project;
#[cfg(feature = "complete")]
mod quantity;
#[cfg(feature = "complete")]
mod record;
mod reporting;
#[cfg(feature = "complete")]
mod reporting_set;
pub(super) mod revision;
mod rule;
mod source;
mod statement;
mod succession;
mod tile;
mod unit;
mod validity;
mod wide;

use super::descriptor::Resource;
use super::draft::Draft;
use super::ledger::Ledger;
use super::row::RowReader;
use super::sheet::Sheet;

/// How one kind of table is read.
pub(super) struct TableKind {
    /// Name of the resource; empty for tables known by their columns.
    pub(super) name: &'static str,
    /// Columns without which no row can be read.
    pub(super) required: &'static [&'static str],
    /// Columns that together name a row; a row in which the last is empty has no name.
    pub(super) key: &'static [&'static str],
    /// Whether its key may stand only once; else `finish` says which rows may share one.
    pub(super) stands_once: bool,
    /// Code of the finding for a key that stands twice.
    pub(super) duplicate: &'static str,
    /// Checks of the heading beyond the required columns; `false` when no row can be read.
    pub(super) check_heading: fn(&Sheet<'_>, &Draft, &mut Ledger) -> bool,
    /// Reads one row into the draft, unless anything was found against it.
    pub(super) read: fn(&mut RowReader<'_>, &mut Draft),
    /// Checks what only the whole table shows.
    pub(super) finish: fn(&mut Draft, &Sheet<'_>, &mut Ledger),
}

impl TableKind {
    const fn new(
        name: &'static str,
        required: &'static [&'static str],
        read: fn(&mut RowReader<'_>, &mut Draft),
    ) -> Self {
        Self {
            name,
            required,
            key: &["id"],
            stands_once: true,
            duplicate: "cell/duplicate",
            check_heading: |_, _, _| true,
            read,
            finish: |_, _, _| {},
        }
    }

    /// Whether this is how the resource is read. The standard wants hyphens in names of resources.
    pub(super) fn reads(&self, resource: &Resource) -> bool {
        if self.name.is_empty() {
            return wide::is_wide(resource) && !KINDS.iter().any(|kind| kind.is_named(resource));
        }
        self.is_named(resource)
    }

    fn is_named(&self, resource: &Resource) -> bool {
        let letter = |byte: u8| if byte == b'-' { b'_' } else { byte };
        self.name.bytes().eq(resource.name.bytes().map(letter))
    }
}

/// All kinds, each after those that its rows may name.
pub(super) static KINDS: &[TableKind] = &[
    code::CODES,
    unit::UNITS,
    area::AREAS,
    #[cfg(feature = "complete")]
    area_code::AREA_CODES,
    succession::SUCCESSIONS,
    tile::TILES,
    measure::MEASURES,
    #[cfg(feature = "complete")]
    legend::LEGENDS,
    programme::PROGRAMMES,
    source::SOURCES,
    group::GROUPS,
    group::MEMBERS,
    observation::OBSERVATIONS,
    wide::WIDE,
    correction::CORRECTIONS,
    comparison::COMPARISONS,
    statement::STATEMENTS,
    project::ORGANISATIONS,
    plan::PLANS,
    plan::ACTIONS,
    credit_line::CREDIT_LINES,
    #[cfg(feature = "complete")]
    reporting_set::REPORTING_SETS,
    reporting::DIRECTIVES,
    reporting::SUBMISSIONS,
    cooperative::COOPERATIVES,
    cooperative::EVENTS,
    cooperative::YEARS,
    cooperative::DAYS,
    project::PROJECTS,
    project::PARTIES,
    #[cfg(feature = "complete")]
    course::PROGRESS,
    #[cfg(feature = "complete")]
    course::MILESTONES,
    oversight::ASSEMBLIES,
    oversight::SUPERVISIONS,
    #[cfg(feature = "complete")]
    record::RECORDS,
    #[cfg(feature = "complete")]
    conflict::CONFLICTS,
    #[cfg(feature = "complete")]
    differing::DIFFERING,
    revision::REVISIONS,
    rule::RULES,
    #[cfg(feature = "complete")]
    note::NOTES,
];
