//! What is answered: rows of figures with what stands behind each, and what was refused.

use serde::Serialize;

use crate::diag::Diagnostic;
use crate::model::{
    ActionStatus, AreaId, Dimensions, Figure, GroupId, Level, MeasureId, ObservationId,
    ProgrammeId, Scenario, SourceId, Stage, UnitId,
};
use crate::number::Decimal;

use crate::calendar::Period;

/// "x of y reported".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// How many have a figure.
    pub reported: u32,
    /// How many could have one.
    pub expected: u32,
}

impl Coverage {
    /// Whether nothing is left out.
    pub const fn is_whole(self) -> bool {
        self.reported >= self.expected
    }
}

/// What a row is about. Fields that do not tell rows apart are filled when all figures of the row
/// agree on them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Area.
    pub area: Option<AreaId>,
    /// Group, for a figure about a group as a whole or pooled over its members.
    pub group: Option<GroupId>,
    /// Period.
    pub period: Option<Period>,
    /// Fact or intention.
    pub scenario: Option<Scenario>,
    /// Stage of money.
    pub stage: Option<Stage>,
    /// Status of a project.
    pub action_status: Option<ActionStatus>,
    /// Programme.
    pub programme: Option<ProgrammeId>,
    /// Document.
    pub source: Option<SourceId>,
    /// Codes that it is a division of.
    pub dimensions: Dimensions,
    /// Words that tell it apart (Persian, English).
    pub scope: Option<(String, String)>,
    /// The one figure, where the row is one.
    pub observation: Option<ObservationId>,
}

/// How a derived value came about, to be shown with the numbers filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Working {
    /// The parts were added.
    Sum {
        /// How many.
        parts: u32,
    },
    /// The last of several periods stands for the whole.
    Last,
    /// Sum of the figures, each times its weight, ÷ sum of the weights.
    Mean {
        /// The sum of the products.
        sum: Figure,
        /// The sum of the weights.
        weights: Decimal,
        /// The measure that weighs; `None` for days.
        weight: Option<MeasureId>,
    },
    /// `factor × numerator ÷ denominator`, in base units.
    Ratio {
        /// Above the line.
        numerator: Figure,
        /// Measure above the line.
        numerator_measure: MeasureId,
        /// Below the line.
        denominator: Figure,
        /// Measure below the line.
        denominator_measure: MeasureId,
        /// Factor.
        factor: Decimal,
    },
    /// `100 × (to ÷ from − 1)`.
    Growth {
        /// Value compared with.
        from: Figure,
        /// Value compared.
        to: Figure,
    },
    /// `to − from`, of two rates.
    Difference {
        /// Value compared with.
        from: Figure,
        /// Value compared.
        to: Figure,
    },
    /// `100 × part ÷ whole`.
    Share {
        /// The part.
        part: Figure,
        /// The whole.
        whole: Figure,
    },
    /// `100 × done ÷ planned`.
    #[cfg(feature = "complete")]
    Achievement {
        /// What was done.
        done: Figure,
        /// What was planned, or aimed at.
        planned: Figure,
        /// Which of the two.
        of: Scenario,
    },
    /// `100 × done ÷ (planned × elapsed ÷ days)`.
    RunRate {
        /// What was done.
        done: Figure,
        /// The plan of the year.
        planned: Figure,
        /// Days of the period.
        elapsed: i32,
        /// Days of the Jalali year.
        days: i32,
    },
    /// `100 × numerator ÷ denominator`, two stages of one stream of money.
    #[cfg(feature = "complete")]
    Stages {
        /// Above the line.
        numerator: Figure,
        /// Its stage.
        stage: Stage,
        /// Below the line.
        denominator: Figure,
        /// Its stage.
        of: Stage,
    },
    /// `(part ÷ whole) ÷ (country_part ÷ country_whole)`.
    #[cfg(feature = "complete")]
    Location {
        /// The kind, in the area.
        part: Figure,
        /// All kinds, in the area.
        whole: Figure,
        /// The kind, in the country.
        country_part: Figure,
        /// All kinds, in the country.
        country_whole: Figure,
    },
}

/// The value of an area above, set beside a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Level of the area.
    pub level: Level,
    /// The area.
    pub area: AreaId,
    /// Its value.
    pub figure: Figure,
    /// Parts reported of parts expected, where it was rolled up.
    pub coverage: Coverage,
    /// How it came about; `None` for a figure as stated.
    pub working: Option<Working>,
    /// Figures behind it.
    pub evidence: Vec<ObservationId>,
}

impl Reference {
    /// What rows can be set against; `None` for a sum of which a part is not reported: a rate of what is
    /// reported is one.
    pub fn comparable(&self) -> Option<&Figure> {
        let is_rate = matches!(self.working, Some(Working::Ratio { .. } | Working::Mean { .. }));
        Some(&self.figure).filter(|_| is_rate || self.coverage.is_whole())
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub key: Key,
    /// Measure of the row (rows of [`crate::query::Filter::observations`] may differ).
    pub measure: MeasureId,
    /// Value in the base unit of its measure (or percent, or percentage points, when derived), or
    /// kind of absence.
    pub figure: Figure,
    /// Base unit of the value.
    pub unit: UnitId,
    /// Parts reported of parts expected, for a row that was rolled up.
    pub coverage: Coverage,
    /// How it came about; `None` for a figure as stated.
    pub working: Option<Working>,
    /// Figures behind it, in order.
    pub evidence: Vec<ObservationId>,
    /// Values of areas above.
    pub references: Vec<Reference>,
    /// Rank, where asked.
    pub rank: Option<u32>,
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Rows, in the order of keys (areas by code, periods by time).
    pub rows: Vec<Row>,
    /// Rows with a value of rows expected.
    pub coverage: Coverage,
    /// What was refused, each with its reason; such rows are not in `rows`.
    pub refused: Vec<Diagnostic>,
}
