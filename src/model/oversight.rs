//! Assemblies of cooperatives, and their supervision.

use super::id::{CooperativeId, SourceId};
use crate::calendar::Day;
use crate::spec::coded;

coded! {
    /// Which assembly it is (code list `coop_assembly`).
    AssemblyKind {
        /// مجمع عمومی عادی
        Ordinary = "ordinary",
        /// مجمع عمومی فوق‌العاده
        Extraordinary = "extraordinary",
    }
}

coded! {
    /// What a supervision looks at (code list `coop_supervision`).
    SupervisionKind {
        /// ساختاری
        Structural = "structural",
        /// درون کسب‌وکاری
        InsideBusiness = "inside_business",
    }
}

coded! {
    /// What a supervision came to (code list `coop_supervision_result`).
    SupervisionResult {
        /// بی‌ایراد
        Sound = "sound",
        /// نیازمند اصلاح
        ToMend = "to_mend",
        /// تخلف
        Breach = "breach",
    }
}

/// An assembly that must be held, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assembly {
    /// Whose.
    pub cooperative: CooperativeId,
    /// Which.
    pub kind: AssemblyKind,
    /// The last day on which it is in time, to its end.
    pub due: Day,
    /// The day on which it was held; `None` where it was not.
    pub held: Option<Day>,
    /// The document.
    pub source: SourceId,
}

impl Assembly {
    /// Whether it had been held by the end of a day.
    pub fn is_held_by(&self, day: Day) -> bool {
        self.held.is_some_and(|held| held <= day)
    }

    /// Whether it was held by the end of its last day.
    pub fn is_in_time(&self) -> bool {
        self.is_held_by(self.due)
    }
}

/// A supervision that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supervision {
    /// Of whom.
    pub cooperative: CooperativeId,
    /// What it looked at.
    pub kind: SupervisionKind,
    /// The day.
    pub day: Day,
    /// What it came to; `None` where it is not known yet.
    pub result: Option<SupervisionResult>,
    /// The document.
    pub source: SourceId,
}
