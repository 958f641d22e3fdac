//! The nouns: areas, measures, units, observations, sources, groups, statements.
//!
//! Everything here is a plain value. Constructors keep what must hold; nothing reads files, asks
//! the time or knows how a figure is drawn.

mod area;
#[cfg(feature = "complete")]
mod area_code;
mod boundaries;
mod code;
mod comparison;
mod confirmed;
mod coop_code;
mod cooperative;
mod correction;
#[cfg(feature = "complete")]
mod course;
mod credit_line;
mod dataset;
mod dimension;
mod expression;
mod figure;
#[cfg(feature = "complete")]
mod gazetteer;
mod group;
mod hierarchy;
mod id;
mod in_force;
mod known;
mod legal_id;
#[cfg(feature = "complete")]
mod legend;
mod lifecycle;
#[cfg(feature = "complete")]
mod line;
mod measure;
#[cfg(feature = "complete")]
mod note;
mod observation;
mod organisation;
mod outline;
mod oversight;
mod plan;
mod project;
#[cfg(feature = "complete")]
mod record;
mod reporting;
#[cfg(feature = "complete")]
mod reporting_set;
mod revision;
mod rule;
mod same_ground;
mod source;
mod statement;
mod succession;
mod tile;
#[cfg(feature = "complete")]
mod told_apart;
mod unit;
mod validity;

pub use area::{Area, AreaTree, Division, Level, RefusedArea};
#[cfg(feature = "complete")]
pub use area_code::{AreaCode, AreaScheme};
pub use boundaries::{Apart, Joined, Moved, Obstacle, in_boundaries};
#[cfg(feature = "complete")]
pub use boundaries::{Origins, is_moved};
pub use code::{CodeBook, CodeEntry};
pub use comparison::Comparison;
pub use confirmed::keep_confirmed;
pub use coop_code::{CoopActivity, CoopIcls, CoopKind, CoopLine, CoopStage};
pub use cooperative::{CoopYear, Cooperative, RegisterDay};
pub use correction::{Correction, CorrectionAction, CorrectionStatus, Mending};
#[cfg(feature = "complete")]
pub use course::{Course, Milestone, Milestones, Progress, Stretch};
pub use credit_line::CreditLine;
pub use dataset::{Dataset, Programme, Registers};
pub use dimension::{Dimension, Dimensions};
pub use expression::{Expression, ExpressionFault, Operation, Reference, parse_expression};
pub use figure::{Figure, Missing, Qualifier};
#[cfg(feature = "complete")]
pub use gazetteer::{Gazetteer, Resolved};
pub use group::{Confidence, Group, Member, MemberStatus};
pub use hierarchy::{HierarchyFault, Parent, hierarchy_faults};
pub use id::{
    ActionId, AreaId, ComparisonId, CooperativeId, CreditLineId, DirectiveId, GroupId, MeasureId,
    NoteId, ObservationId, OrganisationId, PlanId, ProgrammeId, ProjectId, RecordId,
    ReportingSetId, RuleId, SourceId, StatementId, UnitId,
};
pub use in_force::{InForce, counts_in, end_of};
pub use known::{LeftOut, as_known};
pub use legal_id::is_legal_id;
#[cfg(feature = "complete")]
pub use legend::{Legend, LegendClass, LegendFault};
pub use lifecycle::{Lifecycle, LifecycleEvent, LifecycleFault};
#[cfg(feature = "complete")]
pub use line::{Clash, Content, Line, clashes};
pub use measure::{
    AreaRule, BaseChange, Direction, Formula, Measure, MeasureKind, Noun, RollUpFault, TimeRule,
};
#[cfg(feature = "complete")]
pub use measure::{JobKind, Limits};
#[cfg(feature = "complete")]
pub use note::Note;
pub use observation::{ActionStatus, Observation, Place, Scenario, Stage, Status, Wording};
pub use organisation::{Organisation, OrganisationKind};
pub use outline::{GroundPoint, Outline, Outlines, Ring};
pub use oversight::{Assembly, AssemblyKind, Supervision, SupervisionKind, SupervisionResult};
pub use plan::{Action, Plan, Undefined};
pub use project::{Party, Project, ProjectFault};
#[cfg(feature = "complete")]
pub use record::{Record, Recount};
pub use reporting::{Allowance, DAYS_OVER, Deadline, Directive, Submission, due_day};
#[cfg(feature = "complete")]
pub use reporting_set::{ReportingCycle, ReportingSet};
pub use revision::Revision;
pub use rule::{Finding, MissingStrategy, Operator, Rule, RuleSeverity, Skipped, Verdict};
pub use source::{Imprint, Locator, Precision, Published, Source, SourceKind};
pub use statement::{Statement, StatementKind};
pub use succession::{Succession, SuccessionFault, SuccessionKind};
pub use tile::{Tile, TileKind};
#[cfg(feature = "complete")]
pub use told_apart::{CellName, Cells, Chosen, ToldApart, Variant, open_rows};
pub use unit::{Unit, UnitTable};
pub use validity::Validity;
