//! The least number of members that the law asks of a county's development cooperative.

use super::ByArea;
use super::years::{is_development, told_years};
use crate::calendar::{Day, Period};
use crate::diag::Bilingual;
use crate::model::{
    Area, AreaId, Dataset, Figure, MeasureId, Observation, Place, Qualifier, Scenario,
};
use crate::number::Decimal;
use crate::tabulate::count::Count;
use crate::text::{Lang, NumberFormat, format_number, ltr_isolate};

/// The measure that tells how many people a county has.
const POPULATION: &str = "population_total";

/// Members that a development cooperative needs: half a percent of the people of its county by the last
/// census, rounded up (law of county development cooperatives, article 2, note 1). `None` when it does
/// not fit.
///
/// ```
/// use hamyar::number::Decimal;
/// use hamyar::tabulate::least_members;
/// let of = |people| least_members(Decimal::from_int(people)).unwrap().to_string();
/// assert_eq!((of(100_000), of(100_001)), ("500".to_owned(), "501".to_owned()));
/// ```
pub fn least_members(people: Decimal) -> Option<Decimal> {
    people.checked_mul(share()?).ok().map(|members| members.ceiling(0))
}

/// Half a percent.
fn share() -> Option<Decimal> {
    Decimal::new(5, 3).ok()
}

/// The least number for each area with a development cooperative, beside each year of members.
pub(super) fn figures(dataset: &Dataset, areas: &ByArea<'_>) -> Vec<Observation> {
    let population = MeasureId::new(POPULATION);
    let people: Vec<&Observation> =
        dataset.observations.values().filter(|one| one.measure == population).collect();
    let mut figures = Vec::new();
    for year in told_years(dataset) {
        let counties = areas.iter().filter(|(_, own)| own.iter().any(|one| is_development(one)));
        for (area, _) in counties {
            figures.extend(least_of(dataset, &people, area, year));
        }
    }
    figures
}

fn least_of(
    dataset: &Dataset,
    people: &[&Observation],
    area: &AreaId,
    year: Period,
) -> Option<Observation> {
    let newest = newest(dataset, people, area, year.last()?)?;
    let least = least_of_figure(newest.figure)?;
    let measure = "coop_members_required";
    let count = Count {
        scope: working(newest.figure),
        note: note(newest.figure, least, &newest.period?),
        ..Count::of_area(measure, area, year, least, &newest.source)
    };
    count.observation(dataset)
}

/// The least number where the people are not told exactly: of 40,000 to 50,000 it is 200 to 250, of about so
/// many about so many. More than 40,000 need more than 200; fewer need 200 at most, as one person fewer still
/// makes 200, rounded up.
fn least_of_figure(people: Figure) -> Option<Figure> {
    let Figure::Value { value, qualifier, upper } = people else { return None };
    let least = least_members(value)?;
    let (value, qualifier) = match qualifier {
        Qualifier::MoreThan => (value.checked_mul(share()?).ok()?.floor(0), qualifier),
        Qualifier::LessThan => (least, Qualifier::AtMost),
        _ => (least, qualifier),
    };
    let upper = match upper {
        Some(upper) => Some(least_members(upper)?),
        None => None,
    };
    Some(Figure::Value { value, qualifier, upper })
}

/// How the least number comes about, with the people filled in. It is the same everywhere but for them, so
/// it is what tells one figure from another.
fn working(people: Figure) -> Bilingual {
    in_both(|lang| {
        let share = share().map(|share| number(share, lang)).unwrap_or_default();
        let formula = format!("⌈{share} × {}⌉", signed(people, lang));
        // Written from left to right in Persian too.
        if lang == Lang::Fa { ltr_isolate(&formula) } else { formula }
    })
}

fn number(value: Decimal, lang: Lang) -> String {
    format_number(&value, lang, &NumberFormat::GROUPED)
}

/// A figure inside a formula, where signs say what is known of it.
fn signed(figure: Figure, lang: Lang) -> String {
    let Figure::Value { value, qualifier, upper } = figure else { return String::new() };
    let sign = match qualifier {
        Qualifier::Exact => "",
        Qualifier::About => "≈",
        Qualifier::AtLeast => "≥",
        Qualifier::AtMost => "≤",
        Qualifier::MoreThan => ">",
        Qualifier::LessThan => "<",
        Qualifier::Between => {
            let upper = number(upper.unwrap_or(value), lang);
            return format!("({}–{upper})", number(value, lang));
        }
    };
    format!("{sign}{}", number(value, lang))
}

fn note(people: Figure, least: Figure, counted: &Period) -> Bilingual {
    let (working, mut least) = (working(people), in_both(|lang| signed(least, lang)));
    if people.qualifier() != Some(Qualifier::Exact) {
        least.fa = ltr_isolate(&least.fa);
    }
    Bilingual::new(
        format!(
            "نیم درصد جمعیت شهرستان در {}، رو به بالا گردشده: {} = {}.",
            counted.label(Lang::Fa),
            working.fa,
            least.fa
        ),
        format!(
            "Half a percent of the people of the county in {}, rounded up: {} = {}.",
            counted.label(Lang::En),
            working.en,
            least.en
        ),
    )
}

fn in_both(write: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual::new(write(Lang::Fa), write(Lang::En))
}

/// The newest count of the people of an area that was over by a day. In an earlier division it is
/// counted for the area that this one is known to continue.
fn newest<'a>(
    dataset: &Dataset,
    people: &[&'a Observation],
    area: &AreaId,
    day: Day,
) -> Option<&'a Observation> {
    let before = |area: &&Area| dataset.areas.get(area.continues.as_ref()?);
    let same: Vec<&AreaId> = std::iter::successors(dataset.areas.get(area), before)
        .take(dataset.areas.divisions().count())
        .map(|area| &area.id)
        .collect();
    let is_of = |one: &&&Observation| {
        matches!(&one.place, Place::Area(id) if same.contains(&id))
            && one.scenario == Some(Scenario::Actual)
            && one.figure.value().is_some()
    };
    let ended = |one: &Observation| one.period.and_then(|period| period.last());
    let over = people.iter().filter(is_of).filter(|one| ended(one).is_some_and(|last| last <= day));
    // Of one day, what is told exactly says more.
    let is_exact = |one: &Observation| one.figure.qualifier() == Some(Qualifier::Exact);
    over.max_by_key(|one| (ended(one), is_exact(one))).copied()
}
