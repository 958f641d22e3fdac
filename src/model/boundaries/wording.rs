//! How figures that nobody printed are told.

use crate::diag::Bilingual;
use crate::model::dataset::Dataset;
use crate::model::figure::Figure;
#[cfg(feature = "complete")]
use crate::model::figure::Qualifier;
#[cfg(feature = "complete")]
use crate::model::id::AreaId;
use crate::model::id::ObservationId;
use crate::model::observation::{Observation, Wording};
#[cfg(feature = "complete")]
use crate::model::source::Locator;
use crate::number::Decimal;
use crate::text::{Lang, NumberFormat, format_number, ltr_isolate};

/// A figure in the unit that `one` is printed in; in the base unit of its measure where it does not
/// fit that.
pub(super) fn printed(dataset: &Dataset, one: &Observation, figure: &Figure) -> Wording {
    let (value, upper) = match *figure {
        Figure::Value { value, upper, .. } => (Some(value), upper),
        Figure::Missing(_) => (None, None),
    };
    let unit = &one.wording.unit;
    let in_unit = |value: Option<Decimal>| match value {
        Some(value) => dataset.units.from_base(value, unit)?.ok().map(Some),
        None => Some(None),
    };
    if let Some((value, upper)) = in_unit(value).zip(in_unit(upper)) {
        return Wording { value, upper, ..one.wording.clone() };
    }
    let base = dataset.measures.get(&one.measure).map(|measure| measure.unit.clone());
    let unit = base.unwrap_or_else(|| unit.clone());
    Wording { value, upper, unit, ..one.wording.clone() }
}

/// Whether a figure is a sum, or a part, of others: the ids of both are told in its own.
#[cfg(feature = "complete")]
pub fn is_moved(one: &Observation) -> bool {
    let id = one.id.as_str().as_bytes();
    let is_sum = one.locator == Locator::NotRecorded && id.contains(&b'+');
    let of_area = |area: &AreaId| id.ends_with(area.as_str().as_bytes());
    let is_about = one.figure.qualifier() == Some(Qualifier::About);
    is_sum || is_about && one.place.area().is_some_and(of_area)
}

/// A sentence with a note behind it.
pub(super) fn noted(sentence: Bilingual, note: &Bilingual) -> Bilingual {
    let with = |sentence: String, note: &str| {
        if note.is_empty() { sentence } else { format!("{sentence} {note}") }
    };
    Bilingual::new(with(sentence.fa, &note.fa), with(sentence.en, &note.en))
}

/// Says of which figure a part is which share.
pub(super) fn share_of(figure: &ObservationId, share: Decimal) -> Bilingual {
    let percent = |lang| format_number(&share, lang, &NumberFormat::PERCENT);
    Bilingual::new(
        format!("سهم {} از رقم {}.", percent(Lang::Fa), ltr_isolate(figure.as_str())),
        format!("A share of {} of figure {figure}.", percent(Lang::En)),
    )
}

/// Says which figures a sum was made of.
pub(super) fn sum_of(figures: &[ObservationId]) -> Bilingual {
    let list = |between: &str, shown: fn(&str) -> String| {
        let ids: Vec<String> = figures.iter().map(|id| shown(id.as_str())).collect();
        ids.join(between)
    };
    Bilingual::new(
        format!("جمع رقم‌های {}.", list("، ", ltr_isolate)),
        format!("The sum of figures {}.", list(", ", str::to_owned)),
    )
}
