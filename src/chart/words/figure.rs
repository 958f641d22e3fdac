//! A figure in words: number with qualifier, or the kind of its absence.

use super::name::code_word;
use super::shown::Shown;
use super::{put, words};
use crate::model::{Dataset, Figure, Qualifier};
use crate::number::Decimal;
use crate::text::{Lang, NumberFormat, format_number};

/// A number as shown: grouped, its stated decimals, or exactly `decimals` for a derived one.
pub(in crate::chart) fn number_text(value: Decimal, decimals: Option<u8>, lang: Lang) -> String {
    let format = match decimals {
        Some(decimals) => NumberFormat::GROUPED.with_decimals(decimals),
        None => NumberFormat::GROUPED,
    };
    format_number(&value, lang, &format)
}

/// Number without unit, and with it: («حدود ۲۶», «حدود ۲۶ درصد»). An absence says the same twice.
pub(in crate::chart) fn figure_text(
    dataset: &Dataset,
    figure: &Figure,
    shown: &Shown,
    decimals: Option<u8>,
    lang: Lang,
) -> (String, String) {
    let Figure::Value { qualifier, .. } = figure else {
        let Figure::Missing(missing) = figure else { return Default::default() };
        let word = code_word(dataset, "missing", missing.code(), lang);
        return (word.clone(), word);
    };
    let number = |value: Decimal| {
        let value = shown.value(value);
        let rounded = decimals.map_or(value, |decimals| outwards(value, decimals, *qualifier));
        number_text(rounded, decimals, lang)
    };
    let text = qualified(figure, &number, lang);
    let full =
        if shown.name.is_empty() { text.clone() } else { format!("{text}\u{A0}{}", shown.name) };
    (text, full)
}

/// A derived value rounded so that what its qualifier says of it stays true: a bound outwards.
fn outwards(value: Decimal, decimals: u8, qualifier: Qualifier) -> Decimal {
    match qualifier {
        Qualifier::LessThan | Qualifier::AtMost => value.ceiling(decimals),
        Qualifier::MoreThan | Qualifier::AtLeast => value.floor(decimals),
        _ => value,
    }
}

/// A derived value as it is written, with the word before it: («حداکثر », 5.24). A bound that was rounded
/// is reached by nothing, so that "less than 5.2381" is "at most 5.24".
pub(in crate::chart) fn derived(
    value: Decimal,
    decimals: u8,
    qualifier: Qualifier,
    lang: Lang,
) -> (String, Decimal) {
    let words = words(lang);
    let word = match qualifier {
        Qualifier::Exact | Qualifier::Between => return (String::new(), value),
        Qualifier::About => words.about,
        Qualifier::LessThan | Qualifier::AtMost => words.at_most,
        Qualifier::MoreThan | Qualifier::AtLeast => words.at_least,
    };
    (format!("{word}\u{A0}"), outwards(value, decimals, qualifier))
}

/// A value with the word of its qualifier, its numbers as `number` writes them; nothing for an absence.
pub(in crate::chart) fn qualified(
    figure: &Figure,
    number: &dyn Fn(Decimal) -> String,
    lang: Lang,
) -> String {
    match figure {
        Figure::Value { value, qualifier: Qualifier::Between, upper: Some(upper) } => {
            put(words(lang).between, &[&number(*value), &number(*upper)])
        }
        Figure::Value { value, qualifier, .. } => with_qualifier(*qualifier, &number(*value), lang),
        Figure::Missing(_) => String::new(),
    }
}

fn with_qualifier(qualifier: Qualifier, number: &str, lang: Lang) -> String {
    let words = words(lang);
    let word = match qualifier {
        Qualifier::Exact | Qualifier::Between => return number.to_owned(),
        Qualifier::About => words.about,
        Qualifier::AtLeast => words.at_least,
        Qualifier::AtMost => words.at_most,
        Qualifier::MoreThan => words.more_than,
        Qualifier::LessThan => words.less_than,
    };
    format!("{word}\u{A0}{number}")
}
