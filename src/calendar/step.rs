//! What the ticks of a Jalali axis count: parts that hold every day once.

use super::{Day, JalaliDate};
use crate::list::Gather;

/// A kind of part that all days are divided into. Each part begins on a day of the Jalali calendar
/// (a week on a Saturday), never on one of another calendar that is only called by a Jalali name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// One day.
    Day,
    /// Seven days from a Saturday.
    Week,
    /// A month.
    Month,
    /// A season, which is a quarter of the year.
    Quarter,
    /// Half a year.
    Half,
    /// A year, which in Iran is the fiscal year too.
    Year,
    /// Ten years from one that ends in 0.
    Decade,
}

impl Step {
    /// First day of the part that holds a day.
    ///
    /// ```
    /// use hamyar::calendar::{Day, JalaliDate, Step};
    /// let day = |year, month, day| JalaliDate::new(year, month, day).unwrap().day_number();
    /// assert_eq!(Step::Quarter.start(day(1403, 12, 30)), day(1403, 10, 1));
    /// assert_eq!(Step::Decade.start(day(1403, 12, 30)), day(1400, 1, 1));
    /// ```
    pub fn start(self, day: Day) -> Day {
        let date = JalaliDate::from_day(day);
        let part = |months: u8| (date.month() - 1) / months * months + 1;
        let (year, month) = match self {
            Self::Day => return day,
            // From a Saturday, the first day of the week.
            Self::Week => return day.plus(-(day.weekday() as i32)),
            Self::Month => (date.year(), date.month()),
            Self::Quarter => (date.year(), part(3)),
            Self::Half => (date.year(), part(6)),
            Self::Year => (date.year(), 1),
            Self::Decade => (date.year() - date.year().rem_euclid(10), 1),
        };
        JalaliDate::new(year, month, 1).map_or(day, JalaliDate::day_number)
    }

    /// First day of the part after the one that holds a day.
    pub fn next(self, day: Day) -> Day {
        let months = match self {
            Self::Day => return day.plus(1),
            Self::Week => return self.start(day).plus(7),
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => 12,
            Self::Decade => 120,
        };
        let next = JalaliDate::from_day(self.start(day)).add_months(months);
        next.map_or(day.plus(1), JalaliDate::day_number)
    }

    /// First days of all parts with a day in `from..to`, at most `most`; the first may begin before
    /// `from`.
    pub fn starts(self, from: Day, to: Day, most: usize) -> Vec<Day> {
        let next = |day: &Day| Some(self.next(*day));
        let all = std::iter::successors(Some(self.start(from)), next);
        all.take_while(|day| *day < to).take(most).gather()
    }
}
