//! V17: no figure of an area outside the time in which it is known to have been there.

use super::{finding, subject};
use crate::calendar::JalaliDate;
use crate::check::index::Index;
use crate::diag::Bilingual;
use crate::model::{Finding, Observation, Place, Verdict, ended_on};
use crate::text::{Lang, plain_integer, to_persian};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    let all = index.dataset.observations.values();
    all.filter_map(|one| misplaced(index, one).or_else(|| ended(index, one))).collect()
}

/// The area had come to an end before the period began: others took its place, none of them under its code.
fn ended(index: &Index<'_>, one: &Observation) -> Option<Finding> {
    let Place::Area(id) = &one.place else { return None };
    let start = one.period.as_ref()?.start()?;
    let last = ended_on(&index.dataset.successions, &index.dataset.areas, id);
    let last = last.filter(|day| *day <= start)?;
    let of = subject(index.dataset, one);
    let day = JalaliDate::from_day(last).to_string();
    let message = Bilingual::new(
        format!("{}: این ناحیه از \u{2066}{}\u{2069} دیگر نیست.", of.fa, to_persian(&day)),
        format!("{}: there is no such area since {day}.", of.en),
    );
    Some(finding("V17", Verdict::Fail, &[one], message))
}

/// The area stands in a later list than the period, and its code in none that was in force then.
fn misplaced(index: &Index<'_>, one: &Observation) -> Option<Finding> {
    let Place::Area(id) = &one.place else { return None };
    let areas = &index.dataset.areas;
    let (area, period) = (areas.get(id)?, one.period.as_ref()?);
    period.start_year()?;
    let in_force = areas.division_for(Some(period))?;
    if area.division <= in_force || areas.by_code(&area.code, in_force).is_some() {
        return None;
    }
    let of = subject(index.dataset, one);
    let [list, before] = [area.division, in_force].map(|division| i64::from(division.0));
    let message = Bilingual::new(
        format!(
            "{}: این ناحیه در تقسیمات {} هست و در {} نیست.",
            of.fa,
            plain_integer(list, Lang::Fa),
            plain_integer(before, Lang::Fa)
        ),
        format!("{}: this area is in the division of {list}, not in that of {before}.", of.en),
    );
    Some(finding("V17", Verdict::Fail, &[one], message))
}
