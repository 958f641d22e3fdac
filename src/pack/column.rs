//! Which column each kind of thing begins at. A column takes the numbers and texts of one field;
//! English texts go to the column behind.

/// Columns in all.
pub(super) const COUNT: usize = 74;
/// Everything that is not told apart.
pub(super) const COMMON: usize = 0;
/// Fields of an area.
pub(super) const AREA: usize = 2;
/// Fields of an observation.
pub(super) const OBSERVATION: usize = 20;
/// Fields of a source.
pub(super) const SOURCE: usize = 56;
