//! V17: no figure of an area outside the time in which it is known to have been there.

use super::{finding, subject};
use crate::check::index::Index;
use crate::diag::Bilingual;
use crate::model::{Finding, Observation, Place, Verdict};
use crate::text::{Lang, plain_integer};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    index.dataset.observations.values().filter_map(|one| misplaced(index, one)).collect()
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
