//! Areas of two lists whose ground is known to be the same.

use super::area::AreaTree;
use super::id::AreaId;

impl AreaTree {
    /// Whether one area continues another, list by list.
    pub fn goes_back_to(&self, later: &AreaId, earlier: &AreaId) -> bool {
        let mut at = Some(later);
        for _ in self.divisions() {
            if at == Some(earlier) {
                return true;
            }
            at = at.and_then(|id| self.get(id)).and_then(|area| area.continues.as_ref());
        }
        at == Some(earlier)
    }

    /// Whether two ids name one and the same area, each in a list of its own.
    pub fn is_same(&self, one: &AreaId, other: &AreaId) -> bool {
        self.goes_back_to(one, other) || self.goes_back_to(other, one)
    }
}
