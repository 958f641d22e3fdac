//! Views of what was known on a day.

use super::view::View;
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
    let (fa, en) = Period::day(day).map(|day| day.labels()).unwrap_or_default();
    let number = |count: u32, lang| plain_integer(i64::from(count), lang);
    let [later_fa, later_en] = [Lang::Fa, Lang::En].map(|lang| number(left_out.later, lang));
    let [undated_fa, undated_en] = [Lang::Fa, Lang::En].map(|lang| number(left_out.undated, lang));
    let fa = format!(
        "این نمودار آن‌گونه است که در پایان {fa} می‌دانستیم: از همهٔ رقم‌ها {later_fa} رقم دیرتر گفته شده و {undated_fa} رقم سندِ بی‌تاریخ دارد و نیامده است."
    );
    let en = format!(
        "As known at the end of {en}: of all figures, {later_en} were told later and {undated_en} are of documents without a date; these are left out."
    );
    Bilingual::new(&fa, &en)
}
