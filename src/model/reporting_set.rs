//! What is reported together, by whom, how often, and until when.

use super::area::Level;
use super::id::{MeasureId, ReportingSetId};
use crate::calendar::PeriodKind;
use crate::diag::Bilingual;
use crate::spec::coded;

coded! {
    /// How often something is reported (code list `reporting_cycle`).
    ReportingCycle {
        /// ماهانه
        Month = "month",
        /// فصلی
        Quarter = "quarter",
        /// نیم‌ساله
        Half = "half",
        /// نه‌ماهه
        NineMonths = "nine_months",
        /// سالانه
        Year = "year",
    }
}

impl ReportingCycle {
    /// The kind of period that each report is about.
    pub const fn kind(self) -> PeriodKind {
        match self {
            Self::Month => PeriodKind::Month,
            Self::Quarter => PeriodKind::Quarter,
            Self::Half => PeriodKind::Half,
            Self::NineMonths => PeriodKind::NineMonths,
            Self::Year => PeriodKind::Year,
        }
    }
}

/// One set of measures that is reported together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportingSet {
    /// Id.
    pub id: ReportingSetId,
    /// Display name.
    pub name: Bilingual,
    /// What is reported.
    pub measures: Vec<MeasureId>,
    /// Who reports: areas of this level.
    pub level: Level,
    /// How often.
    pub cycle: ReportingCycle,
    /// Days after the end of a period in which a report of it is in time; `None` where nobody has said.
    pub timely_days: Option<u16>,
}
