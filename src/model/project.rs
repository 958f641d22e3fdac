//! Projects of several parties.

#[cfg(feature = "complete")]
use super::course::Course;
use super::id::{AreaId, CooperativeId, OrganisationId, ProjectId, SourceId, UnitId};
use super::observation::{ActionStatus, Scenario};
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::number::{Decimal, Ratio};

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
    /// Measures of which an area gets its share of each joint project.
    pub const BY_SHARE: [&str; 2] = ["joint_project_cost", "joint_project_idle_capital"];

    /// Whether it is a fact or a plan.
    pub fn scenario(&self) -> Scenario {
        match self.status {
            Some(ActionStatus::Planned) => Scenario::Planned,
            _ => Scenario::Actual,
        }
    }

    /// Whether the shares are the whole project, as far as their rounding tells; `None` when they do not fit.
    pub fn is_shared_out(&self) -> Option<bool> {
        let away = self.shares()?.checked_sub(Decimal::from_int(100)).ok()?.abs();
        Some(away <= self.rounding()?)
    }

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

    /// How far the shares together may be from 100 because each was rounded: half of the last stated digit
    /// of each share with decimals, so that three times 33.33 may be a whole. A share in whole percents was
    /// agreed upon and is not rounded. `None` when it does not fit.
    pub fn rounding(&self) -> Option<Decimal> {
        let shares = self.parties.iter().map(|party| party.share.trimmed());
        shares.filter(|share| share.scale() > 0).try_fold(Decimal::ZERO, |sum, share| {
            sum.checked_add(Decimal::new(5, share.scale().saturating_add(1)).ok()?).ok()
        })
    }

    /// What of a sum of money, in its base unit, falls to the parties of an area. Shares that make 100 are
    /// taken exactly. Rounded shares that make nearly 100 are taken of what they add up to, each party up to
    /// a whole unit, so that the parts are the sum again: of 100, three times 33.3 percent are 33, 34 and 33.
    /// `None` when no party is of that area, or a product does not fit.
    pub fn part_of(&self, area: &AreaId, sum: Decimal) -> Option<Decimal> {
        let (mut part, mut share, mut before) = (None, Decimal::ZERO, Decimal::ZERO);
        let whole = self.rounded_whole()?;
        for party in &self.parties {
            share = share.checked_add(party.share).ok()?;
            let product = sum.checked_mul(share).ok()?;
            let up_to = match whole {
                // The last party takes what is left, also of a sum that is no whole unit.
                Some(whole) if whole == share => sum,
                Some(whole) => Ratio::new(product, whole)?.rounded(0).ok()?,
                None => product.checked_mul(Decimal::new(1, 2).ok()?).ok()?,
            };
            if party.area == *area {
                let own = up_to.checked_sub(before).ok()?;
                part = Some(part.unwrap_or(Decimal::ZERO).checked_add(own).ok()?);
            }
            before = up_to;
        }
        part.map(Decimal::trimmed)
    }

    /// What rounded shares add up to, where that is not 100 but may stand for it.
    fn rounded_whole(&self) -> Option<Option<Decimal>> {
        let shares = self.shares()?;
        let away = shares.checked_sub(Decimal::from_int(100)).ok()?.abs();
        Some((!away.is_zero() && away <= self.rounding()?).then_some(shares))
    }
}
