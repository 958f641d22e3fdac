//! Development plans of counties, and the actions in them.

use super::id::{ActionId, AreaId, MeasureId, OrganisationId, PlanId, SourceId};
use super::measure::Direction;
use super::observation::ActionStatus;
use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::number::{Decimal, Ratio};

/// A plan document, «سند توسعه».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Id.
    pub id: PlanId,
    /// Title.
    pub name: Bilingual,
    /// Whose plan it is.
    pub area: AreaId,
    /// The years that it is for.
    pub period: Option<Period>,
    /// The document.
    pub source: SourceId,
}

/// One action of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Id.
    pub id: ActionId,
    /// The plan that it stands in.
    pub plan: PlanId,
    /// Title.
    pub name: Bilingual,
    /// Code of the list `sector` of its package; may be empty.
    pub sector: String,
    /// Who must do it.
    pub agency: OrganisationId,
    /// What it is measured by; the values are in the base unit of this measure.
    pub measure: MeasureId,
    /// The value before it.
    pub baseline: Option<Decimal>,
    /// The value that is meant to be reached.
    pub planned: Option<Decimal>,
    /// The value that was reached so far.
    pub actual: Option<Decimal>,
    /// The last day, to its end; `None` without a date, and so never overdue.
    pub due: Option<Day>,
    /// How far it has come.
    pub status: ActionStatus,
}

/// Why an achievement is not defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// Nobody has told what was reached.
    NoActual,
    /// Nobody has said what was planned.
    NoPlan,
    /// Nought was planned, and nothing can be divided by it.
    PlannedNought,
    /// Less of the measure is better, so the quotient would praise what is to be blamed.
    LessIsBetter,
}

impl Action {
    /// «تحقق»: actual ÷ planned of a measure of which more is better, or neither.
    ///
    /// # Errors
    /// [`Undefined`] with the reason why there is none.
    pub fn achievement(&self, direction: Direction) -> Result<Ratio, Undefined> {
        if direction == Direction::Down {
            return Err(Undefined::LessIsBetter);
        }
        let planned = self.planned.ok_or(Undefined::NoPlan)?;
        let actual = self.actual.ok_or(Undefined::NoActual)?;
        Ratio::new(actual, planned).ok_or(Undefined::PlannedNought)
    }

    /// Whether its last day was over at the end of `day` and it is not done.
    pub fn is_overdue_on(&self, day: Day) -> bool {
        self.status != ActionStatus::Done && self.due.is_some_and(|due| due < day)
    }
}
