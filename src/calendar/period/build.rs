//! Making periods from their parts.

use super::{Period, PeriodKind};
use crate::calendar::{Day, JalaliDate, YEARS};

impl Period {
    /// Whole months `first..=last` of a year in [`YEARS`].
    fn months(kind: PeriodKind, year: i32, first: u8, last: u8) -> Option<Self> {
        let start = JalaliDate::new(year, first, 1).filter(|_| YEARS.contains(&year))?;
        let end = JalaliDate::new(year, last, 1)?.add_months(1)?;
        Some(Self { kind, start: Some(start.day_number()), end: Some(end.day_number()) })
    }

    /// A Jalali year of [`YEARS`].
    pub fn year(year: i32) -> Option<Self> {
        Self::months(PeriodKind::Year, year, 1, 12)
    }

    /// Half a year, 1 or 2.
    pub fn half(year: i32, half: u8) -> Option<Self> {
        let first = first_month(half, 2, 6)?;
        Self::months(PeriodKind::Half, year, first, first + 5)
    }

    /// A quarter, 1 (spring) to 4 (winter).
    pub fn quarter(year: i32, quarter: u8) -> Option<Self> {
        let first = first_month(quarter, 4, 3)?;
        Self::months(PeriodKind::Quarter, year, first, first + 2)
    }

    /// A month, 1 (Farvardin) to 12 (Esfand).
    pub fn month(year: i32, month: u8) -> Option<Self> {
        Self::months(PeriodKind::Month, year, month, month)
    }

    /// Farvardin to Azar.
    pub fn nine_months(year: i32) -> Option<Self> {
        Self::months(PeriodKind::NineMonths, year, 1, 9)
    }

    /// From the start of the year to the end of a month, cumulative.
    pub fn to_date(year: i32, month: u8) -> Option<Self> {
        Self::months(PeriodKind::ToDate, year, 1, month)
    }

    /// One day.
    pub fn day(day: Day) -> Option<Self> {
        let known = YEARS.contains(&JalaliDate::from_day(day).year());
        known.then_some(Self { kind: PeriodKind::Day, start: Some(day), end: Some(day.plus(1)) })
    }

    /// From the start of one period to the end of another. Both the same year, month or day give
    /// that period itself. `None` when an end is open or comes first.
    pub fn span(first: &Self, last: &Self) -> Option<Self> {
        let (start, end) = (first.start?, last.end?);
        let same = [PeriodKind::Year, PeriodKind::Month, PeriodKind::Day].into_iter();
        let same = same.filter_map(|kind| Self::of(kind, start));
        let span = Self { kind: PeriodKind::Span, start: Some(start), end: Some(end) };
        let known = Self::day(start).is_some() && Self::day(end.plus(-1)).is_some();
        let whole =
            same.into_iter().find(|whole| whole.end == Some(end) && whole.start == Some(start));
        (known && start < end).then(|| whole.unwrap_or(span))
    }

    /// From a day on, without an end.
    pub fn since(start: Day) -> Option<Self> {
        Self::day(start)?;
        Some(Self { kind: PeriodKind::Since, start: Some(start), end: None })
    }

    /// Up to the end of `last`, without a beginning.
    pub fn until(last: Day) -> Option<Self> {
        Self::day(last)?;
        Some(Self { kind: PeriodKind::Until, start: None, end: Some(last.plus(1)) })
    }

    /// The day, month, quarter, half or year that contains a day; `None` for other kinds.
    pub fn of(kind: PeriodKind, day: Day) -> Option<Self> {
        let date = JalaliDate::from_day(day);
        let (year, month) = (date.year(), date.month());
        match kind {
            PeriodKind::Day => Self::day(day),
            PeriodKind::Month => Self::month(year, month),
            PeriodKind::Quarter => Self::quarter(year, month.div_ceil(3)),
            PeriodKind::Half => Self::half(year, month.div_ceil(6)),
            PeriodKind::Year => Self::year(year),
            _ => None,
        }
    }
}

/// First month of the `number`th of `count` equal parts of a year.
fn first_month(number: u8, count: u8, months: u8) -> Option<u8> {
    (1..=count).contains(&number).then(|| (number - 1) * months + 1)
}
