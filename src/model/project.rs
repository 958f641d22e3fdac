//! Projects of several parties.

#[cfg(feature = "complete")]
use super::course::Course;
use super::id::{AreaId, CooperativeId, OrganisationId, ProjectId, SourceId, UnitId};
use super::observation::ActionStatus;
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::number::Decimal;

/// One party of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Who takes part.
    pub organisation: OrganisationId,
    /// The area that the party acts for.
    pub area: AreaId,
    /// Its share in percent.
    pub share: Decimal,
}

/// Why the amounts of a project cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectFault {
    /// The cost is below nought.
    NegativeCost,
    /// The idle capital is below nought.
    NegativeCapital,
    /// More idle capital comes back to work in it than it costs.
    CapitalOverCost,
}

/// One project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Id.
    pub id: ProjectId,
    /// Title.
    pub name: Bilingual,
    /// The document.
    pub source: SourceId,
    /// Who takes part, in the order of the file.
    pub parties: Vec<Party>,
    /// The cooperative that it is handed to; `None` where it is handed to none.
    pub cooperative: Option<CooperativeId>,
    /// Areas in which it is done.
    pub sites: Vec<AreaId>,
    /// When.
    pub period: Option<Period>,
    /// How far it has come.
    pub status: Option<ActionStatus>,
    /// The unit that its amounts are written in.
    pub unit: UnitId,
    /// Cost in the base unit of money.
    pub cost: Option<Decimal>,
    /// Idle capital that it brings back to work, in the base unit of money.
    pub idle_capital: Option<Decimal>,
    /// What was planned, and what came of it.
    #[cfg(feature = "complete")]
    pub course: Course,
}

impl Project {
    /// Why its amounts cannot be; `None` when they can.
    pub fn fault(&self) -> Option<ProjectFault> {
        let is_negative = |amount: Option<Decimal>| amount.is_some_and(Decimal::is_negative);
        if is_negative(self.cost) {
            return Some(ProjectFault::NegativeCost);
        }
        if is_negative(self.idle_capital) {
            return Some(ProjectFault::NegativeCapital);
        }
        let is_over = self.idle_capital.zip(self.cost).is_some_and(|(idle, cost)| idle > cost);
        is_over.then_some(ProjectFault::CapitalOverCost)
    }

    /// Sum of the shares, in percent; `None` when they do not fit.
    pub fn shares(&self) -> Option<Decimal> {
        let shares = self.parties.iter().map(|party| party.share);
        shares.into_iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(share).ok())
    }

    /// What of a sum falls to the parties of an area, exactly: nothing is rounded. `None` when no party
    /// is of that area, or the product does not fit.
    pub fn part_of(&self, area: &AreaId, sum: Decimal) -> Option<Decimal> {
        let own = self.parties.iter().filter(|party| party.area == *area);
        let shares: Vec<Decimal> = own.map(|party| party.share).collect();
        if shares.is_empty() {
            return None;
        }
        let share =
            shares.into_iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one).ok())?;
        let hundredth = Decimal::new(1, 2).ok()?;
        Some(sum.checked_mul(share).ok()?.checked_mul(hundredth).ok()?.trimmed())
    }
}
