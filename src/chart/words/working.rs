//! How a derived value came about, with the numbers filled in.

use super::figure::{derived, number_text, qualified};
use super::name::measure_name;
use super::shown::Shown;
use super::{put, words};
use crate::model::{Dataset, Figure, Measure, MeasureId, Qualifier, UnitId};
use crate::number::{Decimal, Ratio};
use crate::query::{Row, Working};
use crate::text::{Lang, NumberFormat, format_number, ltr_isolate};

/// Decimals of a comparison and of a recomputed share.
const AUDIT: u8 = 2;

/// One line that shows the working of a row; empty for a figure as stated.
pub(in crate::chart) fn working_lines(
    dataset: &Dataset,
    row: &Row,
    shown: &Shown,
    lang: Lang,
) -> Option<String> {
    let number = |figure: &Figure| {
        qualified(figure, &|value| number_text(shown.value(value), None, lang), lang)
    };
    // Sums are written from left to right in Persian too.
    let formula = |text: String| if lang == Lang::Fa { ltr_isolate(&text) } else { text };
    Some(match row.working.as_ref()? {
        Working::Sum { parts } => put(
            words(lang).sum_of,
            &[&number_text(Decimal::from_int(i64::from(*parts)), None, lang)],
        ),
        Working::Last => words(lang).last_value.to_owned(),
        Working::Mean { sum, weights, weight } => {
            let days = || words(lang).days.to_owned();
            let weight = weight.as_ref().map_or_else(days, |id| measure_name(dataset, id, lang));
            format!("{} ÷ {} ({weight})", in_base(sum, lang), number_text(*weights, None, lang))
        }
        Working::Ratio {
            numerator, numerator_measure, denominator, denominator_measure, ..
        } => {
            let part = |figure: &Figure, id: &MeasureId| {
                format!("{} ({})", in_base(figure, lang), measure_name(dataset, id, lang))
            };
            let top = part(numerator, numerator_measure);
            format!("{top} ÷ {}", part(denominator, denominator_measure))
        }
        Working::Growth { from, to } => formula(format!(
            "({} ÷ {}) − {}",
            number(to),
            number(from),
            number_text(Decimal::from_int(1), None, lang)
        )),
        Working::Difference { from, to } => formula(format!("{} − {}", number(to), number(from))),
        Working::Share { part, whole } => formula(format!("{} ÷ {}", number(part), number(whole))),
        #[cfg(feature = "complete")]
        indicator => formula(indicator_text(indicator, lang)?),
    })
}

/// A part of a formula, in base units.
fn in_base(figure: &Figure, lang: Lang) -> String {
    qualified(figure, &|value| number_text(value, None, lang), lang)
}

/// The formula of an indicator, in base units: its parts may be of other units than its value.
#[cfg(feature = "complete")]
fn indicator_text(working: &Working, lang: Lang) -> Option<String> {
    let number = |figure: &Figure| in_base(figure, lang);
    let days = |days: &i32| number_text(Decimal::from_int(i64::from(*days)), None, lang);
    Some(match working {
        Working::Achievement { done, planned } => {
            format!("{} ÷ {}", number(done), number(planned))
        }
        Working::RunRate { done, planned, elapsed, days: all } => {
            let (done, planned) = (number(done), number(planned));
            format!("{done} ÷ ({planned} × {} ÷ {})", days(elapsed), days(all))
        }
        Working::Stages { numerator, denominator, .. } => {
            format!("{} ÷ {}", number(numerator), number(denominator))
        }
        Working::Location { part, whole, country_part, country_whole } => {
            let [part, whole] = [part, whole].map(number);
            let [country, all] = [country_part, country_whole].map(number);
            format!("({part} ÷ {whole}) ÷ ({country} ÷ {all})")
        }
        _ => return None,
    })
}

/// How the second figure of a pair compares to the first: «+۲۰٫۶۹٪ برنامه نسبت به پرداخت».
pub(in crate::chart) fn comparison_text(first: &Row, row: &Row, lang: Lang) -> String {
    let hundred = Decimal::from_int(100);
    let percent = |top: &Figure, bottom: &Figure| {
        let scaled = hundred.checked_mul(top.value()?).ok()?;
        Ratio::new(scaled, bottom.value()?)?.rounded(AUDIT + 4).ok()
    };
    let qualifiers = row.figure.qualifier().zip(first.figure.qualifier());
    let qualifier = qualifiers.and_then(|(row, first)| row.over(first));
    let is_bound = !matches!(qualifier, Some(Qualifier::Exact | Qualifier::About));
    let value = match &row.working {
        Some(Working::Growth { from, to }) => percent(to, from)
            .and_then(|value| value.checked_sub(hundred).ok())
            .map(|value| (value, AUDIT, NumberFormat::PERCENT.signed())),
        Some(Working::Share { part, whole }) => percent(part, whole)
            .map(|value| (value, if is_bound { AUDIT } else { 1 }, NumberFormat::PERCENT)),
        _ => None,
    };
    // Two bounds together say nothing in one word.
    let Some(((value, decimals, format), qualifier)) = value.zip(qualifier) else {
        return String::new();
    };
    let (word, value) = derived(value, decimals, qualifier, lang);
    let format = format.with_decimals(decimals);
    let label = row.key.scope.as_ref().map_or("", |(fa, en)| match lang {
        Lang::Fa => fa.as_str(),
        Lang::En => en.as_str(),
    });
    format!("{word}{} {label}", format_number(&value, lang, &format))
}

/// Decimals with which a derived value is shown, those of its measure; `None` for one that is stated,
/// or made of stated ones by adding, which keeps its own.
pub(in crate::chart) fn decimals_of(
    working: Option<&Working>,
    unit: &UnitId,
    measure: Option<&Measure>,
) -> Option<u8> {
    match working {
        None | Some(Working::Sum { .. } | Working::Last) => None,
        // At 1.0 it would not show which way an area leans.
        #[cfg(feature = "complete")]
        Some(Working::Location { .. }) => Some(AUDIT),
        // A percentage of whole people has a decimal, whatever they have.
        Some(_) => {
            Some(measure.map_or(1, |measure| measure.decimals.max(u8::from(measure.unit != *unit))))
        }
    }
}
