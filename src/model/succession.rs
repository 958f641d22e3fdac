//! What became of an area: split, merged, transferred, renamed.

use super::area::{AreaTree, Division};
use super::id::AreaId;
use crate::calendar::{Day, Period};
use crate::number::Decimal;
use crate::spec::coded;

coded! {
    /// What happened.
    SuccessionKind {
        /// It was divided; this is one of the areas that came of it.
        Split = "split",
        /// It became a part of this one.
        Merge = "merge",
        /// A part of it, or all, went to another area above.
        Transfer = "transfer",
        /// It has another name or code; the ground is the same.
        Rename = "rename",
    }
}

/// Why a step between two lists cannot be. Of a list no day is known, only its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuccessionFault {
    /// The list that it leads to is not later than the one it starts from.
    NotLater,
    /// Its day is before the year of the list that it starts from.
    TooEarly(Division),
    /// Its day is after the year of the list that it leads to.
    TooLate(Division),
}

/// One step from an area of an earlier list to one of a later list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// What happened.
    pub kind: SuccessionKind,
    /// The area before.
    pub from: AreaId,
    /// The area after.
    pub to: AreaId,
    /// From which day on.
    pub day: Day,
    /// How many percent of the people of the earlier area this one took.
    pub share: Decimal,
}

impl Succession {
    /// Why it cannot be; `None` when it can, and where one of its areas is not known.
    pub fn fault(&self, areas: &AreaTree) -> Option<SuccessionFault> {
        let [from, to] = [&self.from, &self.to].map(|id| areas.get(id).map(|area| area.division));
        let (from, to) = from.zip(to)?;
        let year = |list: Division| Period::year(list.0.into());
        if to <= from {
            return Some(SuccessionFault::NotLater);
        }
        if year(from)?.start().is_some_and(|first| self.day < first) {
            return Some(SuccessionFault::TooEarly(from));
        }
        let is_late = year(to)?.last().is_some_and(|last| self.day > last);
        is_late.then_some(SuccessionFault::TooLate(to))
    }
}
