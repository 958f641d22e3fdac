//! What became of an area: split, merged, transferred, renamed.

use super::id::AreaId;
use crate::calendar::Day;
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
