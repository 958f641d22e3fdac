//! What a sentence of a check is about, by name: an id says nothing to a reader.

use super::index::{Index, Spot};
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::model::{
    AreaId, Dataset, Expression, GroupId, Level, MeasureId, Observation, ObservationId, Operation,
    Place, ProgrammeId, Reference, Scenario, Stage, UnitId,
};
use crate::spec::from_code;
use crate::text::ltr_isolate;

/// «رقمی برای «اعضا، فارس، ۱۳۹۹» نیست»
pub(super) fn missing(name: &Bilingual) -> Bilingual {
    Bilingual::new(
        format!("رقمی برای «{}» نیست", name.fa),
        format!("there is no figure for “{}”", name.en),
    )
}

/// What nothing in the data set is called: as it is written, since a reader has to look for it.
pub(super) fn as_written(text: &str) -> Bilingual {
    Bilingual::new(ltr_isolate(text), text)
}

/// Name of a measure.
pub(super) fn measure(dataset: &Dataset, id: &MeasureId) -> Bilingual {
    let known = dataset.measures.get(id);
    known.map_or_else(|| as_written(id.as_str()), |measure| spoken(&measure.name))
}

/// The unit behind an amount of a measure, with the space before it: « ریال». Nothing where it is no money.
pub(super) fn money(dataset: &Dataset, id: &MeasureId) -> Bilingual {
    let rial = UnitId::new("rial");
    let is_money = dataset.measures.get(id).is_some_and(|measure| measure.unit == rial);
    if is_money { Bilingual::new(" ریال", " rials") } else { Bilingual::default() }
}

/// The same of what a side of a rule comes to: amounts, added up or not. A quotient or a product is in another
/// unit, or turned into one.
pub(super) fn money_of(dataset: &Dataset, side: &Expression) -> Bilingual {
    match side {
        Expression::Name(name) => {
            let figure = dataset.observations.get(&ObservationId::new(name));
            let measure = figure.map_or_else(|| MeasureId::new(name), |one| one.measure.clone());
            money(dataset, &measure)
        }
        Expression::Figure(reference) => money(dataset, &reference.measure),
        Expression::Both(left, Operation::Add | Operation::Subtract, right) => {
            let [left, right] = [left, right].map(|side| money_of(dataset, side));
            if left == right { left } else { Bilingual::default() }
        }
        _ => Bilingual::default(),
    }
}

/// Measure, place, period and scope of a figure, in both languages.
pub(super) fn subject(dataset: &Dataset, one: &Observation) -> Bilingual {
    listed(&[
        measure(dataset, &one.measure),
        place_name(dataset, &one.place),
        period_name(one.period.as_ref()),
        spoken(&one.scope),
    ])
}

/// Place, period and scope of a spot, in both languages, with its stage, and its scenario where it is no fact.
pub(super) fn spot_name(index: &Index<'_>, spot: &Spot<'_>) -> Bilingual {
    let dataset = index.dataset;
    let code = |list: &str, code: Option<&str>| match code {
        Some(code) => code_name(dataset, list, code),
        None => Bilingual::default(),
    };
    let scenario = spot.scenario.filter(|scenario| *scenario != Scenario::Actual);
    listed(&[
        place_name(dataset, spot.place),
        period_name(spot.period),
        spoken(&Bilingual::new(spot.scope, index.scope_en(spot.scope))),
        code("scenario", scenario.map(Scenario::code)),
        code("stage", spot.stage.map(Stage::code)),
    ])
}

/// What a reference asks for: «اعضا، استان‌های ایران، ۱۳۹۵». A period that it does not name is that of the spot,
/// `here`.
pub(super) fn reference(dataset: &Dataset, asked: &Reference, here: Option<&Period>) -> Bilingual {
    let mut parts = vec![
        measure(dataset, &asked.measure),
        asked_place(dataset, asked),
        period_name(asked.period.as_ref().or(here)),
    ];
    parts.extend(asked.words.iter().map(|word| word_name(dataset, word)));
    listed(&parts)
}

/// «روزهای ۱۳۹۷»
pub(super) fn days(period: &Period) -> Bilingual {
    let (fa, en) = period.labels();
    Bilingual::new(format!("روزهای {fa}"), format!("days of {en}"))
}

/// The word of a code; the code itself where the data set has none.
pub(super) fn code_name(dataset: &Dataset, list: &str, code: &str) -> Bilingual {
    let entry = dataset.codes.get(list, code);
    entry.map_or_else(|| Bilingual::new(code, code), |entry| spoken(&entry.name))
}

fn asked_place(dataset: &Dataset, asked: &Reference) -> Bilingual {
    if let Some(group) = dataset.groups.get(&GroupId::new(&asked.place)) {
        return spoken(&group.name);
    }
    let Some(area) = dataset.areas.get(&AreaId::new(&asked.place)) else {
        return as_written(&asked.place);
    };
    let name = spoken(&area.name);
    let Some((fa, en)) = from_code(&asked.level).and_then(all_of) else { return name };
    Bilingual::new(format!("{fa} {}", name.fa), format!("{en} of {}", name.en))
}

/// Every area of a level, before the name of the one that they lie in; there is one country.
const fn all_of(level: Level) -> Option<(&'static str, &'static str)> {
    match level {
        Level::Country => None,
        Level::Province => Some(("استان‌های", "provinces")),
        Level::County => Some(("شهرستان‌های", "counties")),
        Level::District => Some(("بخش‌های", "districts")),
        Level::RuralDistrict => Some(("دهستان‌های", "rural districts")),
        Level::City => Some(("شهرهای", "cities")),
        Level::Settlement => Some(("آبادی‌های", "settlements")),
    }
}

/// A scenario, a stage or a programme.
fn word_name(dataset: &Dataset, word: &str) -> Bilingual {
    if from_code::<Scenario>(word).is_some() {
        code_name(dataset, "scenario", word)
    } else if from_code::<Stage>(word).is_some() {
        code_name(dataset, "stage", word)
    } else {
        let programme = dataset.programmes.get(&ProgrammeId::new(word));
        programme.map_or_else(|| as_written(word), |programme| spoken(&programme.name))
    }
}

fn place_name(dataset: &Dataset, place: &Place) -> Bilingual {
    let name = match place {
        Place::Area(id) => dataset.areas.get(id).map(|area| &area.name),
        Place::Group(id) => dataset.groups.get(id).map(|group| &group.name),
        Place::Unplaced => None,
    };
    name.map(spoken).unwrap_or_default()
}

pub(super) fn period_name(period: Option<&Period>) -> Bilingual {
    let (fa, en) = period.map(Period::labels).unwrap_or_default();
    Bilingual::new(fa, en)
}

/// A name in both languages: one that has no English stands as it is.
pub(super) fn spoken(name: &Bilingual) -> Bilingual {
    let en = if name.en.is_empty() { &name.fa } else { &name.en };
    Bilingual::new(name.fa.as_str(), en.as_str())
}

/// The parts that say something, with commas between them.
pub(super) fn listed(parts: &[Bilingual]) -> Bilingual {
    let text = |pick: fn(&Bilingual) -> &str, comma: &str| {
        let said: Vec<&str> = parts.iter().map(pick).filter(|part| !part.is_empty()).collect();
        said.join(comma)
    };
    Bilingual::new(text(|part| &part.fa, "، "), text(|part| &part.en, ", "))
}
