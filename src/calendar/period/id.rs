//! The ids of periods: `1401`, `1401-H1`, `1401-Q2`, `1401-05`, `1401-05-18`, `1401-9M`,
//! `1401-C05`, `1398-12/1401-02`, `1396-10/`, `../1400`.

use std::fmt;

use super::{Period, PeriodKind};
use crate::calendar::gregorian::digits;
use crate::calendar::{Day, JalaliDate, YEARS};
use crate::text::fold;

/// Why a text is not the id of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// Nothing in it.
    Empty,
    /// It has none of the forms.
    Malformed,
    /// A year outside [`YEARS`], most likely a Gregorian one.
    YearOutOfRange,
    /// A month, quarter, half or day that the calendar does not have.
    NoSuchPart,
    /// The end comes before the start.
    Reversed,
}

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "no period",
            Self::Malformed => "not the id of a period",
            Self::YearOutOfRange => "the year is not a Jalali year of 1200–1500",
            Self::NoSuchPart => "no such month, quarter, half or day",
            Self::Reversed => "the period ends before it starts",
        })
    }
}

impl std::error::Error for PeriodError {}

impl Period {
    /// Reads an id; digits of any set. `1400..1401` is read as `1400/1401`, `1396-10/..` as
    /// `1396-10/`.
    ///
    /// ```
    /// use hamyar::calendar::{Period, PeriodError};
    /// assert_eq!(Period::parse("1400..1401").unwrap().id(), "1400/1401");
    /// assert_eq!(Period::parse("1400-12-30"), Err(PeriodError::NoSuchPart));
    /// ```
    ///
    /// # Errors
    /// [`PeriodError`].
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let folded = fold(text).text;
        let text = folded.trim();
        if text.is_empty() {
            return Err(PeriodError::Empty);
        }
        let dots = || {
            text.split_once('.').and_then(|(first, rest)| Some((first, rest.strip_prefix('.')?)))
        };
        let ends = text.split_once('/').or_else(dots);
        match ends {
            None => parse_part(text),
            Some(("..", last)) => {
                let last = parse_part(last)?.last().ok_or(PeriodError::Malformed)?;
                Self::until(last).ok_or(PeriodError::YearOutOfRange)
            }
            Some((first, "" | "..")) => {
                let start = parse_part(first)?.start.ok_or(PeriodError::Malformed)?;
                Self::since(start).ok_or(PeriodError::YearOutOfRange)
            }
            Some((first, last)) => {
                let (first, last) = (parse_part(first)?, parse_part(last)?);
                Self::span(&first, &last).ok_or(PeriodError::Reversed)
            }
        }
    }

    /// The canonical id, from which [`Period::parse`] makes the same period.
    pub fn id(&self) -> String {
        let (start, last) = (self.start.unwrap_or_default(), self.last().unwrap_or_default());
        let (first, end) = (JalaliDate::from_day(start), JalaliDate::from_day(last));
        let (year, month) = (first.year(), first.month());
        match self.kind {
            PeriodKind::Day | PeriodKind::Month | PeriodKind::Year => start_part(self, start),
            PeriodKind::Quarter => format!("{year}-Q{}", month.div_ceil(3)),
            PeriodKind::Half => format!("{year}-H{}", month.div_ceil(6)),
            PeriodKind::NineMonths => format!("{year}-9M"),
            PeriodKind::ToDate => format!("{year}-C{:02}", end.month()),
            PeriodKind::Span => {
                let unit = coarsest(Some(start), self.end);
                format!("{}/{}", part(unit, first), part(unit, end))
            }
            PeriodKind::Since => format!("{}/", part(coarsest(self.start, None), first)),
            PeriodKind::Until => format!("../{}", part(coarsest(None, self.end), end)),
        }
    }
}

fn start_part(period: &Period, start: Day) -> String {
    part(period.kind, JalaliDate::from_day(start))
}

/// The year, month or day of a date as it stands in an id.
fn part(unit: PeriodKind, date: JalaliDate) -> String {
    match unit {
        PeriodKind::Year => format!("{:04}", date.year()),
        PeriodKind::Month => format!("{:04}-{:02}", date.year(), date.month()),
        _ => date.to_string(),
    }
}

/// The coarsest of year, month and day at whose boundaries the given ends lie.
pub(super) fn coarsest(start: Option<Day>, end: Option<Day>) -> PeriodKind {
    let firsts = [start, end];
    let dates = firsts.iter().flatten().map(|day| JalaliDate::from_day(*day));
    let (mut months, mut years) = (true, true);
    for date in dates {
        months &= date.day() == 1;
        years &= date.day() == 1 && date.month() == 1;
    }
    match (years, months) {
        (true, _) => PeriodKind::Year,
        (_, true) => PeriodKind::Month,
        _ => PeriodKind::Day,
    }
}

/// An id without `/`.
fn parse_part(text: &str) -> Result<Period, PeriodError> {
    let (year, rest) = text.split_once('-').unwrap_or((text, ""));
    let year = digits(year, 4).ok_or(PeriodError::Malformed)?;
    if !YEARS.contains(&year) {
        return Err(PeriodError::YearOutOfRange);
    }
    let two = |text: &str| digits(text, 2).and_then(|number| u8::try_from(number).ok());
    let one = |text: &str| digits(text, 1).and_then(|number| u8::try_from(number).ok());
    let malformed = PeriodError::Malformed;
    let period = match rest.split_at_checked(1) {
        None if text.len() == 4 => Period::year(year),
        None => return Err(malformed),
        Some(_) if rest == "9M" => Period::nine_months(year),
        Some(("H", half)) => Period::half(year, one(half).ok_or(malformed)?),
        Some(("Q", quarter)) => Period::quarter(year, one(quarter).ok_or(malformed)?),
        Some(("C", month)) => Period::to_date(year, two(month).ok_or(malformed)?),
        Some(_) => match rest.split_once('-') {
            None => Period::month(year, two(rest).ok_or(malformed)?),
            Some((month, day)) => {
                let (month, day) = two(month).zip(two(day)).ok_or(malformed)?;
                JalaliDate::new(year, month, day).and_then(|date| Period::day(date.day_number()))
            }
        },
    };
    period.ok_or(PeriodError::NoSuchPart)
}
