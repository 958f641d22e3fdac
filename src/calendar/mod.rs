//! Jalali periods as intervals of day numbers.

/// A period; a placeholder until the calendar room is merged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period(String);

impl Period {
    /// Jalali year in which it starts.
    pub fn start_year(&self) -> Option<i32> {
        self.0.get(..4)?.parse().ok()
    }
}
