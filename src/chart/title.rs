//! Title and subtitle: the finding, as far as the data bear it.

use std::cmp::Ordering;

use super::bounds::{extreme, standing};
use super::phrase::fill;
use super::prepared::Datum;
use super::view::View;
use super::words::{Shown, measure_name, number_text, pick, words};
use crate::list::join_said;
use crate::model::{Dataset, Level};
use crate::number::Decimal;
use crate::query::Answer;
use crate::text::{Lang, plain_integer};

/// Title and subtitle of a chart. A finding that the data do not bear gives way to the fallback.
pub(super) fn titles(
    dataset: &Dataset,
    view: &View,
    answer: &Answer,
    data: &[Datum<'_>],
    shown: &Shown,
    lang: Lang,
) -> (String, String) {
    let lookup = |name: &str| place_holder(name, answer, data, shown, lang);
    let filled = |template: &str| fill(template, &lookup).filter(|text| !text.is_empty());
    let title = filled(pick(&view.title, lang))
        .or_else(|| filled(pick(&view.fallback, lang)))
        .unwrap_or_else(|| measure_name(dataset, &view.query.measure, lang));
    let subtitle = filled(pick(&view.subtitle, lang))
        .unwrap_or_else(|| own_subtitle(dataset, view, data, shown, lang));
    (title, subtitle)
}

/// Measure, unit and period.
fn own_subtitle(
    dataset: &Dataset,
    view: &View,
    data: &[Datum<'_>],
    shown: &Shown,
    lang: Lang,
) -> String {
    let measure = measure_name(dataset, &view.query.measure, lang);
    let first = data.first().and_then(|datum| datum.period);
    let one = first.filter(|period| data.iter().all(|datum| datum.period == Some(*period)));
    let period = one.map(|period| period.label(lang)).unwrap_or_default();
    join_said(&[&measure, &shown.name, &period], words(lang).comma)
}

/// How far a value lies below zero, with its unit and without the sign; nothing of any other value.
fn below_zero(datum: &Datum<'_>, shown: &Shown, lang: Lang) -> Option<String> {
    let size = datum.exact.filter(|_| !datum.is_bound()).filter(|exact| *exact < Decimal::ZERO)?;
    let text = number_text(Decimal::ZERO.checked_sub(size).ok()?, None, lang);
    Some(join_said(&[&text, &shown.name], "\u{A0}"))
}

fn place_holder(
    name: &str,
    answer: &Answer,
    data: &[Datum<'_>],
    shown: &Shown,
    lang: Lang,
) -> Option<String> {
    let count = |value: usize| Some(plain_integer(i64::try_from(value).ok()?, lang));
    let part = |datum: &Datum<'_>, field: &str| match field {
        "name" => Some(datum.name.clone()),
        "value" => Some(datum.text().to_owned()),
        "full" => Some(datum.full().to_owned()),
        "below-zero" => below_zero(datum, shown, lang),
        "period" => datum.period.map(|period| period.label(lang)),
        _ => None,
    };
    let with_value = || data.iter().filter(|datum| datum.exact.is_some());
    if let Some((which, field)) = name.split_once('.') {
        let datum = match which {
            "max" => extreme(data, true),
            "min" => extreme(data, false),
            "first" => with_value().next(),
            "last" => with_value().next_back(),
            key => data.iter().find(|datum| datum.words().key == key),
        }?;
        return part(datum, field);
    }
    match name {
        "count" => count(data.len()),
        "pairs" => count(data.len() / 2),
        "reported" => count(answer.coverage.reported as usize),
        "expected" => count(answer.coverage.expected as usize),
        "above" => count(standing(data, Ordering::Greater, None)),
        "above-country" => count(standing(data, Ordering::Greater, Some(Level::Country))),
        "equal" => count(standing(data, Ordering::Equal, None)),
        "below" => count(standing(data, Ordering::Less, None)),
        "gaps" => count(data.iter().filter(|datum| datum.exact.is_none()).count()),
        "unit" => Some(shown.name.clone()).filter(|name| !name.is_empty()),
        "growth" => {
            data.iter().map(|datum| &datum.comparison).find(|text| !text.is_empty()).cloned()
        }
        _ => None,
    }
}
