//! The days on which something holds that is said of an area.

use crate::calendar::{Day, Period};

/// From one day on, until another on which it holds no more.
///
/// ```
/// use hamyar::calendar::{Day, Period};
/// use hamyar::model::Validity;
/// let year = Period::year(1400).unwrap();
/// let until = Validity { from: None, to: year.start() };
/// assert!(until.holds_on(Day(0)) && !until.holds_in(&year));
/// assert!(Validity::default().holds_in(&year), "always");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Validity {
    /// The first day; `None` where it has no beginning.
    pub from: Option<Day>,
    /// The day after the last; `None` where it has no end.
    pub to: Option<Day>,
}

impl Validity {
    /// Whether it holds on a day.
    pub fn holds_on(self, day: Day) -> bool {
        self.overlaps(Self { from: Some(day), to: Some(day.plus(1)) })
    }

    /// Whether it holds on some day of a period.
    pub fn holds_in(self, period: &Period) -> bool {
        self.overlaps(Self { from: period.start(), to: period.end() })
    }

    /// Whether both hold on some day.
    pub fn overlaps(self, other: Self) -> bool {
        let begins_before_end =
            |one: Self, other: Self| one.from.zip(other.to).is_none_or(|(from, to)| from < to);
        begins_before_end(self, other) && begins_before_end(other, self)
    }
}
