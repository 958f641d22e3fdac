//! Cooperatives one by one, as a register holds them.

use super::coop_code::{CoopActivity, CoopIcls, CoopKind, CoopLine};
use super::id::{AreaId, CooperativeId, SourceId, UnitId};
use super::lifecycle::Lifecycle;
use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::number::Decimal;

/// What a cooperative tells of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoopYear {
    /// The Jalali year; members, workers and capital are those at its end.
    pub period: Period,
    /// Members, persons.
    pub members: Option<Decimal>,
    /// Persons who work there.
    pub workers: Option<Decimal>,
    /// Capital in the base unit of money.
    pub capital: Option<Decimal>,
    /// Turnover of the year in the base unit of money.
    pub turnover: Option<Decimal>,
    /// Unit that the amounts are written in; empty where none is told.
    pub unit: UnitId,
    /// The document.
    pub source: SourceId,
}

/// One cooperative. Nothing in it tells of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cooperative {
    /// National id of the legal entity, see [`super::is_legal_id`]; a made-up one begins with `X`.
    pub id: CooperativeId,
    /// Number in the register of companies; may be empty.
    pub registration_number: String,
    /// Display name.
    pub name: Bilingual,
    /// Field of activity.
    pub activity: CoopActivity,
    /// Production or distribution; `None` where nothing is said.
    pub kind: Option<CoopKind>,
    /// Who may be a member; `None` where nothing is said.
    pub membership: Option<CoopKind>,
    /// International type as the register states it.
    pub stated_icls: Option<CoopIcls>,
    /// The group of credit lines that it belongs to.
    pub line: Option<CoopLine>,
    /// Where it has its seat: a county, or what is known above it.
    pub area: AreaId,
    /// The document of the register.
    pub source: SourceId,
    /// What has happened to it.
    pub lifecycle: Lifecycle,
    /// Yearly figures, at most one of each year, in the order of the file.
    pub years: Vec<CoopYear>,
}

impl Cooperative {
    /// The international type: the stated one, else the one proposed for its activity.
    pub fn icls(&self) -> CoopIcls {
        self.stated_icls.unwrap_or_else(|| self.activity.proposed_icls())
    }

    /// What it tells of a year.
    pub fn year(&self, period: &Period) -> Option<&CoopYear> {
        self.years.iter().find(|year| year.period == *period)
    }
}

/// A day to whose end the registers of a package are kept, so that they can be counted on it. Without
/// such a day nobody says that an event is not merely missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterDay {
    /// The day.
    pub day: Day,
    /// The document that says so.
    pub source: SourceId,
}
