//! Writing a day as a date.

use crate::calendar::words::{nth, weekday_name, words};
use crate::calendar::{Day, GregorianDate, JalaliDate};
use crate::text::{Lang, ltr_isolate, plain_integer};

fn date(day: u8, month: &str, year: i32, lang: Lang) -> String {
    let number = |value| plain_integer(value, lang);
    format!("{} {month} {}", number(i64::from(day)), number(i64::from(year)))
}

/// «۱۸ اردیبهشت ۱۴۰۱», "18 Ordibehesht 1401".
pub fn short_date(day: Day, lang: Lang) -> String {
    let jalali = JalaliDate::from_day(day);
    date(jalali.day(), nth(&words(lang).months, jalali.month()), jalali.year(), lang)
}

/// «یکشنبه ۱۸ اردیبهشت ۱۴۰۱», "Sunday 18 Ordibehesht 1401 (8 May 2022)", which no line breaks inside its brackets.
///
/// ```
/// use hamyar::calendar::{Day, long_date};
/// use hamyar::text::Lang;
/// assert_eq!(long_date(Day(19120), Lang::Fa), "یکشنبه ۱۸ اردیبهشت ۱۴۰۱");
/// ```
pub fn long_date(day: Day, lang: Lang) -> String {
    let jalali = format!("{} {}", weekday_name(day.weekday(), lang), short_date(day, lang));
    match lang {
        Lang::Fa => jalali,
        Lang::En => format!("{jalali} ({})", unbroken(&gregorian_date(day, lang))),
    }
}

/// The long date with the Gregorian one beside it in both languages. In Persian that one is in
/// Latin letters, as it stands in foreign documents, and isolated.
pub fn long_date_with_gregorian(day: Day, lang: Lang) -> String {
    let long = long_date(day, lang);
    match lang {
        Lang::Fa => format!("{long} ({})", ltr_isolate(&unbroken(&gregorian_date(day, Lang::En)))),
        Lang::En => long,
    }
}

/// What stands in brackets in one piece: no line ends between them.
fn unbroken(date: &str) -> String {
    date.replace(' ', "\u{A0}")
}

/// «۸ مه ۲۰۲۲», "8 May 2022".
pub fn gregorian_date(day: Day, lang: Lang) -> String {
    let gregorian = GregorianDate::from_day(day);
    let month = nth(&words(lang).gregorian_months, gregorian.month());
    date(gregorian.day(), month, gregorian.year(), lang)
}

/// As [`gregorian_date`] with a short name of the month.
pub(in crate::calendar) fn short_gregorian_date(day: Day, lang: Lang) -> String {
    let gregorian = GregorianDate::from_day(day);
    let month = nth(&words(lang).gregorian_months_short, gregorian.month());
    date(gregorian.day(), month, gregorian.year(), lang)
}
