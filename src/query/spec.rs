//! What is asked. The same small JSON value in a file, in an address and in a view.

use serde::{Deserialize, Serialize};

use crate::model::{
    ActionStatus, ComparisonId, GroupId, Level, MeasureId, ObservationId, ProgrammeId, Scenario,
    SourceId, Stage,
};

/// One question about one measure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Query {
    /// What is measured. May be empty only with [`Filter::observations`] or [`Query::pairs`].
    pub measure: MeasureId,
    /// Which areas; all when empty.
    pub areas: AreaSelection,
    /// Periods by id, each with all that lies inside it; all when empty.
    pub periods: Vec<String>,
    /// Only this scenario.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scenario: Option<Scenario>,
    /// Only this stage of money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Further conditions.
    #[serde(rename = "where")]
    pub filter: Filter,
    /// What tells rows of the answer apart; nothing gives one row.
    pub by: Vec<By>,
    /// Set beside each row the value of the areas above it.
    pub against: Vec<Level>,
    /// Time roll-up: one row for each whole period of this kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub every: Option<Every>,
    /// Replace values by what is derived from them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derive: Option<Derive>,
    /// Which pairs of the package to set side by side.
    pub pairs: Vec<ComparisonId>,
    /// Give a row with [`crate::model::Missing::NotReported`] for each expected area or period
    /// that has no figure.
    pub unreported: bool,
}

/// Which areas.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct AreaSelection {
    /// Only this level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Only inside the area with this code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Only these, by code; each period is answered in its own division.
    pub codes: Vec<String>,
    /// The members of this group, or figures about the group as a whole when `level` is empty and
    /// the measure has such figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// Leave these out, by code (what turns when large members are left out).
    pub except: Vec<String>,
}

/// Further conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Filter {
    /// Only this programme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programme: Option<ProgrammeId>,
    /// Only this document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// Only projects and actions of this status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action_status: Option<ActionStatus>,
    /// Just these figures, in this order.
    pub observations: Vec<ObservationId>,
}

/// One thing that tells rows apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The area itself.
    Area,
    /// The period.
    Period,
    /// Fact or intention.
    Scenario,
    /// Stage of money.
    Stage,
    /// Status of a project or action.
    ActionStatus,
    /// Programme.
    Programme,
    /// Document.
    Source,
    /// What tells apart figures with the same key.
    Scope,
    /// Each figure by itself: nothing is rolled up.
    Observation,
}

/// Length of the periods that time rolls up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// Months.
    Month,
    /// Seasons.
    Quarter,
    /// Half years.
    Half,
    /// Years.
    Year,
}

/// What is derived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Derive {
    /// Change against the row before, in percent: `x₁ ÷ x₀ − 1`. Rows of one area and scenario.
    Growth,
    /// Share of the sum of all rows, in percent.
    Share,
    /// Divided by another measure of the same area and period.
    Per {
        /// Measure below the line, such as `population_total`.
        measure: MeasureId,
        /// 1,000 for "per thousand people".
        #[serde(default = "one")]
        factor: i64,
    },
    /// Rank by value, 1 = largest; equal values share a rank. Bounds are not ranked.
    Rank,
}

fn one() -> i64 {
    1
}
