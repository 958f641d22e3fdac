//! Everything that a page knows.

#[cfg(feature = "complete")]
use std::collections::BTreeSet;

use litemap::LiteMap;

use super::area::AreaTree;
#[cfg(feature = "complete")]
use super::area_code::AreaCode;
#[cfg(feature = "complete")]
use super::boundaries::Origins;
use super::code::CodeBook;
use super::comparison::Comparison;
use super::cooperative::{Cooperative, RegisterDay};
#[cfg(feature = "complete")]
use super::correction::Correction;
use super::credit_line::CreditLine;
use super::group::Group;
use super::id::{GroupId, MeasureId, ObservationId, ProgrammeId, SourceId};
#[cfg(feature = "complete")]
use super::legend::Legend;
#[cfg(feature = "complete")]
use super::line::Line;
use super::measure::Measure;
#[cfg(feature = "complete")]
use super::note::Note;
use super::observation::Observation;
use super::organisation::Organisation;
use super::outline::Outlines;
use super::oversight::{Assembly, Supervision};
use super::plan::{Action, Plan};
use super::project::Project;
#[cfg(feature = "complete")]
use super::record::{Record, Recount};
use super::reporting::{Deadline, Directive, Submission};
#[cfg(feature = "complete")]
use super::reporting_set::ReportingSet;
use super::revision::Revision;
use super::rule::Rule;
use super::source::Source;
use super::statement::Statement;
use super::succession::Succession;
use super::tile::Tile;
#[cfg(feature = "complete")]
use super::told_apart::ToldApart;
use super::unit::UnitTable;
use crate::diag::Bilingual;

/// A programme or credit line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Id.
    pub id: ProgrammeId,
    /// Display name.
    pub name: Bilingual,
    /// What it is; may be empty.
    pub description: Bilingual,
}

/// Single records: bodies, projects, orders and reports, cooperatives, plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Registers {
    /// Bodies that act, in the order of the file.
    pub organisations: Vec<Organisation>,
    /// Projects, in the order of the file.
    pub projects: Vec<Project>,
    /// What is reported together, in the order of the file.
    #[cfg(feature = "complete")]
    pub reporting_sets: Vec<ReportingSet>,
    /// Orders to report, in the order of the file.
    pub directives: Vec<Directive>,
    /// Reports that came in, in the order of the file.
    pub submissions: Vec<Submission>,
    /// Cooperatives one by one, in the order of ids.
    pub cooperatives: Vec<Cooperative>,
    /// Assemblies of cooperatives, in the order of the file.
    pub assemblies: Vec<Assembly>,
    /// Supervisions of cooperatives, in the order of the file.
    pub supervisions: Vec<Supervision>,
    /// Development plans, in the order of the file.
    pub plans: Vec<Plan>,
    /// Actions of the plans, in the order of the file.
    pub actions: Vec<Action>,
    /// Lines of credit of the programmes, in the order of the file.
    pub credit_lines: Vec<CreditLine>,
    /// Records that name their place, in the order of the file.
    #[cfg(feature = "complete")]
    pub records: Vec<Record>,
    /// Days on which the registers are counted, in the order of the file.
    pub register_days: Vec<RegisterDay>,
}

impl Registers {
    /// Whether there is no record of any kind.
    pub fn is_empty(&self) -> bool {
        let lengths = [
            self.organisations.len(),
            self.projects.len(),
            #[cfg(feature = "complete")]
            self.reporting_sets.len(),
            self.directives.len(),
            self.submissions.len(),
            self.cooperatives.len(),
            self.assemblies.len(),
            self.supervisions.len(),
            self.plans.len(),
            self.actions.len(),
            self.credit_lines.len(),
            #[cfg(feature = "complete")]
            self.records.len(),
            self.register_days.len(),
        ];
        lengths.iter().all(|length| *length == 0)
    }
}

/// One data set: the open data with the changes of this device, or an example set. The two are
/// never mixed.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    /// Name of the package.
    pub name: String,
    /// Version of the package.
    pub version: String,
    /// Display title.
    pub title: Bilingual,
    /// Made up to show how a view works; said in every view and download.
    pub example: bool,
    /// Areas of all divisions.
    pub areas: AreaTree,
    /// What became of areas, in the order of the file.
    pub successions: Vec<Succession>,
    /// Tile grid of the provinces.
    pub tiles: Vec<Tile>,
    /// Units.
    pub units: UnitTable,
    /// Measures.
    pub measures: LiteMap<MeasureId, Measure>,
    /// Programmes and credit lines.
    pub programmes: LiteMap<ProgrammeId, Programme>,
    /// Documents.
    pub sources: LiteMap<SourceId, Source>,
    /// Groups of areas.
    pub groups: LiteMap<GroupId, Group>,
    /// All figures, in the order of ids.
    pub observations: LiteMap<ObservationId, Observation>,
    /// Figures and pairs that were not known on the day whose knowledge this is ([`crate::model::as_known`]).
    pub not_known: Vec<String>,
    /// Statements without a figure, in the order of the file.
    pub statements: Vec<Statement>,
    /// Pairs that may be set side by side, in the order of the file.
    pub comparisons: Vec<Comparison>,
    /// Single records, from which figures are counted where a package is read. Packed data sets hold
    /// none.
    pub registers: Registers,
    /// What figures were before they were changed, in the order in which that was recorded.
    pub revisions: Vec<Revision>,
    /// How figures came to what stands of them, those of one figure together, where `revisions` alone do not
    /// tell it: where copies that were merged had changed one apart. Packed data sets hold none.
    #[cfg(feature = "complete")]
    pub lines: Vec<Line>,
    /// What else was told of the rows of other tables, where copies that were merged tell them differently, in the
    /// order of tables and ids. Packed data sets hold none.
    #[cfg(feature = "complete")]
    pub told_apart: Vec<ToldApart>,
    /// What the figures must keep, in the order of the file.
    pub rules: Vec<Rule>,
    /// Words for codes.
    pub codes: CodeBook,
    /// Named classes of measures, in the order of the file. Packed data sets hold none.
    #[cfg(feature = "complete")]
    pub legends: Vec<Legend>,
    /// Codes of areas in the lists of others, in the order of the file. Packed data sets hold none.
    #[cfg(feature = "complete")]
    pub area_codes: Vec<AreaCode>,
    /// What is wrong with printed figures, in the order of the file. Packed data sets hold none: there
    /// it stands in the notes of the figures.
    #[cfg(feature = "complete")]
    pub corrections: Vec<Correction>,
    /// What was counted from records, once for each list of areas, oldest first. Only a question in the
    /// borders of a list takes it.
    #[cfg(feature = "complete")]
    pub recounts: Vec<Recount>,
    /// The ground of areas, where somebody brought a file of it. Packed data sets hold none.
    pub outlines: Outlines,
    /// By when what figures count was due, in the order of the orders.
    pub deadlines: Vec<Deadline>,
    /// Figures that are about so much only because others were divided into the borders of a list: each with all
    /// that those came to stand in. Where all of that is added, nothing is missing and the sum is exact. Only what
    /// was moved into the borders of a list has such ([`crate::model::in_boundaries`]).
    #[cfg(feature = "complete")]
    pub divided: LiteMap<ObservationId, Vec<ObservationId>>,
    /// Where figures were told of that were moved into the borders of a list; empty where none were
    /// ([`crate::model::in_boundaries`]).
    #[cfg(feature = "complete")]
    pub origins: Origins,
    /// What somebody wrote beside tables, rows and cells, in the order of the file. Packed data sets hold
    /// none.
    #[cfg(feature = "complete")]
    pub notes: Vec<Note>,
    /// Figures that somebody marked to be looked at again. Packed data sets hold none.
    #[cfg(feature = "complete")]
    pub follow_up: BTreeSet<ObservationId>,
}
