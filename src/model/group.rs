//! Named sets of areas that cross the tree, such as the 31 target counties.

use super::area::AreaTree;
use super::id::{AreaId, GroupId, SourceId};
use super::validity::Validity;
#[cfg(feature = "complete")]
use crate::calendar::Day;
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::spec::coded;

coded! {
    /// How well it is known which area a member is.
    MemberStatus {
        /// Named in the announcement.
        Listed = "listed",
        /// Named by another release as one of the group.
        Corroborated = "corroborated",
        /// Probably a member.
        Probable = "probable",
        /// Not known, and not guessed.
        Unknown = "unknown",
    }
}

coded! {
    /// How sure it is that a name means this area.
    Confidence {
        /// The name means no other.
        High = "high",
        /// The name is old or of several areas; this one is probable.
        Medium = "medium",
        /// Another area is as likely.
        Low = "low",
    }
}

/// One place in a group, known or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The province that the place belongs to.
    pub province: AreaId,
    /// The area; `None` when it is not known.
    pub area: Option<AreaId>,
    /// How well it is known.
    pub status: MemberStatus,
    /// How sure it is that the name means this area; `None` where no one has said.
    pub confidence: Option<Confidence>,
    /// The name as the source spells it.
    pub name_in_source: String,
    /// The document.
    pub source: SourceId,
    /// What a reader must know; may be empty.
    pub note: Bilingual,
    /// On which days it is a member.
    pub valid: Validity,
}

impl Member {
    /// Whether it is a member on some day of a period, or ever where none is named.
    pub fn is_in(&self, period: Option<&Period>) -> bool {
        period.is_none_or(|period| self.valid.holds_in(period))
    }

    /// Whether its area, where that is known, lies in its province or is the province itself.
    pub fn lies_in_its_province(&self, areas: &AreaTree) -> bool {
        let lies = |area| areas.lineage(area).any(|above| above.id == self.province);
        self.area.as_ref().is_none_or(lies)
    }

    /// How well it is known which area it is: a listed name that only probably means this one is no
    /// more than probable.
    pub fn certainty(&self) -> MemberStatus {
        match (self.status, self.confidence) {
            (MemberStatus::Unknown, _) => MemberStatus::Unknown,
            (_, Some(Confidence::Medium | Confidence::Low)) => MemberStatus::Probable,
            (status, _) => status,
        }
    }
}

/// A group with all its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Id.
    pub id: GroupId,
    /// Display name.
    pub name: Bilingual,
    /// How many members it is said to have.
    pub expected: u32,
    /// Whether it is said to have one member in each province. Packed data sets do not hold it: it is
    /// judged where a package is read.
    pub one_per_province: bool,
    /// The document that says so.
    pub source: Option<SourceId>,
    /// All places, known or not.
    pub members: Vec<Member>,
}

impl Group {
    /// The members whose area is known.
    pub fn known(&self) -> impl Iterator<Item = (&Member, &AreaId)> {
        self.members.iter().filter_map(|member| Some((member, member.area.as_ref()?)))
    }

    /// Those of them that are members on some day of a period, or ever where none is named.
    pub fn known_in(&self, period: Option<&Period>) -> impl Iterator<Item = (&Member, &AreaId)> {
        self.known().filter(move |(member, _)| member.is_in(period))
    }

    /// The most places of some kind that it has on one day, known or not.
    #[cfg(feature = "complete")]
    pub fn most_members(&self, is_of_kind: impl Fn(&Member) -> bool) -> usize {
        let valid = || self.members.iter().filter(|one| is_of_kind(one)).map(|one| one.valid);
        let on = |day| valid().filter(|valid| valid.holds_on(day)).count();
        // Their number only grows where one begins.
        let begins = valid().filter_map(|valid| valid.from).chain([Day(i32::MIN)]);
        begins.map(on).max().unwrap_or_default()
    }

    /// The places of some kind that it has, known or not.
    #[cfg(not(feature = "complete"))]
    pub fn most_members(&self, is_of_kind: impl Fn(&Member) -> bool) -> usize {
        self.members.iter().filter(|one| is_of_kind(one)).count()
    }
}
