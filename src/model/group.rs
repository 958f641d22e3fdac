//! Named sets of areas that cross the tree, such as the 31 target counties.

use super::area::AreaTree;
use super::id::{AreaId, GroupId, SourceId};
use super::validity::Validity;
use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::list::{in_order, insert_sorted};
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
    /// How many members it is said to have at once.
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

    /// The areas of those, in order, each once: one may leave and come back inside a period.
    pub fn areas_in(&self, period: Option<&Period>) -> Vec<&AreaId> {
        let mut areas = Vec::new();
        for (_, area) in self.known_in(period) {
            insert_sorted(&mut areas, area);
        }
        areas
    }

    /// How many places it has in a period: those that are members on some day of it, known or not, and as
    /// many as are said to be but stand in no row. In a year in which one follows another, both count.
    pub fn expected_in(&self, period: Option<&Period>) -> usize {
        let is_unknown = |one: &&Member| one.area.is_none() && one.is_in(period);
        let unknown = self.members.iter().filter(is_unknown).count();
        let said = usize::try_from(self.expected).unwrap_or_default();
        self.areas_in(period).len() + unknown + said.saturating_sub(self.most_members(|_| true))
    }

    /// The day of the last change of its members, or the one before where it then had none; `None` where
    /// nobody is said to come or go.
    pub fn last_change(&self) -> Option<Period> {
        let days = |one: &Member| [one.valid.from, one.valid.to];
        let day = self.members.iter().flat_map(days).max()??;
        let is_empty = !self.members.iter().any(|one| one.valid.holds_on(day));
        Period::day(if is_empty { day.plus(-1) } else { day })
    }

    /// The most places of some kind that it has on one day, known or not.
    pub fn most_members(&self, is_of_kind: impl Fn(&Member) -> bool) -> usize {
        let mut steps: Vec<(Day, bool)> = Vec::new();
        for Validity { from, to } in
            self.members.iter().filter(|one| is_of_kind(one)).map(|one| one.valid)
        {
            steps.push((from.unwrap_or(Day(i32::MIN)), true));
            if let Some(day) = to {
                steps.push((day, false));
            }
        }
        // On one day, who goes does so before who comes.
        let (mut now, mut most) = (0_usize, 0);
        for (_, comes) in in_order(steps, Ord::cmp) {
            now = if comes { now + 1 } else { now.saturating_sub(1) };
            most = most.max(now);
        }
        most
    }
}
