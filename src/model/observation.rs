//! One figure with everything that gives it its meaning.

use super::dimension::Dimensions;
use super::figure::Figure;
use super::id::{AreaId, GroupId, MeasureId, ObservationId, ProgrammeId, SourceId, UnitId};
use super::source::Locator;
use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::number::Decimal;
use crate::spec::coded;

coded! {
    /// Whether a figure is a fact, an intention or an expectation.
    Scenario {
        /// پایه
        Baseline = "baseline",
        /// برنامه
        Planned = "planned",
        /// هدف
        Target = "target",
        /// پیش‌بینی
        Forecast = "forecast",
        /// عملکرد
        Actual = "actual",
    }
}

coded! {
    /// How far money has come on its way.
    Stage {
        /// سهمیه
        Quota = "quota",
        /// ابلاغی، تخصیص‌یافته
        Allocated = "allocated",
        /// ثبت‌نام، ارسال‌شده
        Applied = "applied",
        /// معرفی به بانک
        Referred = "referred",
        /// مصوب
        Approved = "approved",
        /// انعقاد قرارداد
        Contracted = "contracted",
        /// پرداختی
        Disbursed = "disbursed",
        /// وصول‌شده
        Repaid = "repaid",
        /// مانده
        Outstanding = "outstanding",
        /// معوق
        Overdue = "overdue",
    }
}

coded! {
    /// How far a project or an action has come.
    ActionStatus {
        /// برنامه
        Planned = "planned",
        /// در دست اجرا
        InHand = "in_hand",
        /// انجام‌شده
        Done = "done",
    }
}

coded! {
    /// How settled a figure is.
    Status {
        /// Written, not handed in.
        Draft = "draft",
        /// Handed in.
        Submitted = "submitted",
        /// Checked against its source.
        Confirmed = "confirmed",
        /// To be replaced by a later figure.
        Provisional = "provisional",
        /// An estimate of its publisher.
        Estimated = "estimated",
        /// Replaces an earlier figure.
        Revised = "revised",
        /// Carried over from another period.
        Carried = "carried",
    }
}

/// What the figure is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// One area of one division.
    Area(AreaId),
    /// A named set of areas as a whole; neither national nor of one member.
    Group(GroupId),
    /// The source names no single area.
    Unplaced,
}

impl Place {
    /// The area; `None` for a group, and for what has no place.
    pub const fn area(&self) -> Option<&AreaId> {
        match self {
            Self::Area(id) => Some(id),
            Self::Group(_) | Self::Unplaced => None,
        }
    }
}

/// The figure as printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording {
    /// Value in the printed unit; `None` when there is none.
    pub value: Option<Decimal>,
    /// Upper end in the printed unit.
    pub upper: Option<Decimal>,
    /// Printed unit.
    pub unit: UnitId,
    /// The few words that carry number and stage, verbatim.
    pub quote: String,
    /// How often the document tells this one figure.
    pub mentions: u32,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Observation {
    /// Id.
    pub id: ObservationId,
    /// What is measured.
    pub measure: MeasureId,
    /// Where.
    pub place: Place,
    /// When; `None` keeps it off every time axis.
    pub period: Option<Period>,
    /// Fact or intention; `None` when the words do not say.
    pub scenario: Option<Scenario>,
    /// How far the money has come; `None` when the words do not say.
    pub stage: Option<Stage>,
    /// How far the project has come; `None` when the words do not say.
    pub action_status: Option<ActionStatus>,
    /// Credit line or programme.
    pub programme: Option<ProgrammeId>,
    /// What it is a division of: its codes, such as `sex` `female`.
    pub dimensions: Dimensions,
    /// What tells it apart from another figure of the same release and key, the words of its codes among it;
    /// may be empty.
    pub scope: Bilingual,
    /// Value in the base unit of the measure, or kind of absence.
    pub figure: Figure,
    /// The figure as printed.
    pub wording: Wording,
    /// How settled it is.
    pub status: Status,
    /// The figure that this one is a part of.
    pub part_of: Option<ObservationId>,
    /// The document.
    pub source: SourceId,
    /// Of a figure that was counted from single records: before this day nobody knew it, however early the
    /// document of the register is. `None` where that is not told, and for what a document states.
    pub recorded: Option<Day>,
    /// Place inside the document.
    pub locator: Locator,
    /// What a reader must know; may be empty.
    pub note: Bilingual,
}

impl Observation {
    /// Whether it was counted from a register: such a figure is named after its measure, and stands
    /// nowhere in its document.
    pub fn is_counted(&self) -> bool {
        let rest = self.id.as_str().strip_prefix(self.measure.as_str());
        let is_named_so = rest.is_some_and(|rest| rest.as_bytes().first() == Some(&b'/'));
        is_named_so && self.locator == Locator::NotRecorded
    }
}
