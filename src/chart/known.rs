//! Views of what was known on a day.

use super::view::View;
use super::words::{put, words};
use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::model::{Dataset, LeftOut, as_known};
use crate::text::{Lang, plain_integer};

/// Turns a data set into what a view asks for: what was known at the end of the day that its query names, if it
/// names one. The view no longer asks for it, and says so among its notes.
pub fn keep_known(dataset: &mut Dataset, view: &mut View) {
    if let Some(day) = view.query.as_known.take() {
        let left_out = as_known(dataset, day);
        view.notes.insert(0, known_note(day, &left_out));
    }
}

/// What a reader must know of figures as known on a day.
pub fn known_note(day: Day, left_out: &LeftOut) -> Bilingual {
    let told = |lang| {
        let day = Period::day(day).map(|day| day.label(lang)).unwrap_or_default();
        let count = |count: u32| plain_integer(i64::from(count), lang);
        put(words(lang).as_known, &[&day, &count(left_out.later), &count(left_out.undated)])
    };
    Bilingual::new(told(Lang::Fa), told(Lang::En))
}
