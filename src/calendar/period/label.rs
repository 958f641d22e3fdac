//! What a period is called in a chart, a table or a sentence.

use super::id::coarsest;
use super::{Period, PeriodKind};
use crate::calendar::date_text::{long_date, short_date, short_gregorian_date};
use crate::calendar::words::{fill, jalali_month_name, nth, words};
use crate::calendar::{Day, JalaliDate};
use crate::text::{Lang, plain_integer};

impl Period {
    /// Short, for axes and tables: «۱۴۰۱», «تابستان ۱۳۹۸», «آذر ۱۳۹۸», «از دی ۱۳۹۶».
    pub fn label(&self, lang: Lang) -> String {
        let words = words(lang);
        let (start, last) = (self.start.unwrap_or_default(), self.last().unwrap_or_default());
        let year = year_of(start, lang);
        let month = JalaliDate::from_day(start).month();
        match self.kind {
            PeriodKind::Day | PeriodKind::Month | PeriodKind::Year => part(self.kind, start, lang),
            PeriodKind::Quarter => format!("{} {year}", nth(&words.seasons, month.div_ceil(3))),
            PeriodKind::Half => fill(nth(&words.halves, month.div_ceil(6)), &year, ""),
            PeriodKind::NineMonths => fill(words.nine_months, &year, ""),
            PeriodKind::ToDate => {
                let months = i64::from(JalaliDate::from_day(last).month());
                fill(words.to_date, &plain_integer(months, lang), &year)
            }
            PeriodKind::Span => {
                let unit = coarsest(self.start, self.end);
                fill(words.span, &part(unit, start, lang), &part(unit, last, lang))
            }
            PeriodKind::Since => fill(words.since, &self.open_part(lang), ""),
            PeriodKind::Until => fill(words.until, &self.open_part(lang), ""),
        }
    }

    /// [`Period::label`] in Persian and in English.
    pub fn labels(&self) -> (String, String) {
        (self.label(Lang::Fa), self.label(Lang::En))
    }

    /// For sentences and cards: «سال ۱۴۰۱», «تا پایان ۱۴۰۰», with the weekday for a day.
    pub fn label_long(&self, lang: Lang) -> String {
        let words = words(lang);
        let (start, last) = (self.start.unwrap_or_default(), self.last().unwrap_or_default());
        let year = year_of(start, lang);
        let month = JalaliDate::from_day(start).month();
        match self.kind {
            PeriodKind::Day => long_date(start, lang),
            PeriodKind::Year => fill(words.year, &year, ""),
            PeriodKind::Half => fill(nth(&words.halves_long, month.div_ceil(6)), &year, ""),
            PeriodKind::NineMonths => fill(words.nine_months_long, &year, ""),
            PeriodKind::ToDate => {
                let month = JalaliDate::from_day(last).month();
                fill(words.to_date_long, &year, jalali_month_name(month, lang))
            }
            PeriodKind::Since => fill(words.since_long, &self.open_part(lang), ""),
            PeriodKind::Until => fill(words.until_long, &self.open_part(lang), ""),
            PeriodKind::Month | PeriodKind::Quarter | PeriodKind::Span => self.label(lang),
        }
    }

    /// The same days in the Gregorian calendar: "21 Mar 2022 – 20 Mar 2023".
    pub fn gregorian_label(&self, lang: Lang) -> String {
        let words = words(lang);
        let date = |day: Day| short_gregorian_date(day, lang);
        match (self.start, self.last()) {
            (Some(start), Some(last)) if start == last => date(start),
            (Some(start), Some(last)) => fill(words.gregorian_span, &date(start), &date(last)),
            (Some(start), None) => fill(words.gregorian_since, &date(start), ""),
            (None, Some(last)) => fill(words.gregorian_until, &date(last), ""),
            (None, None) => String::new(),
        }
    }

    /// The year, month or day at which a period with an open end begins or ends.
    fn open_part(&self, lang: Lang) -> String {
        let day = self.start.or(self.last()).unwrap_or_default();
        part(coarsest(self.start, self.end), day, lang)
    }
}

fn year_of(day: Day, lang: Lang) -> String {
    plain_integer(i64::from(JalaliDate::from_day(day).year()), lang)
}

/// The year, month or day that a day lies in.
fn part(unit: PeriodKind, day: Day, lang: Lang) -> String {
    let year = year_of(day, lang);
    let month = JalaliDate::from_day(day).month();
    match unit {
        PeriodKind::Year => year,
        PeriodKind::Month => format!("{} {year}", jalali_month_name(month, lang)),
        _ => short_date(day, lang),
    }
}
