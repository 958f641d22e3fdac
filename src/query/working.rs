//! The working of a row in the plain characters of a file: Latin digits, no isolation.

use super::answer::Working;
use crate::model::{Figure, Qualifier};

/// The formula with the numbers filled in, in base units.
pub(super) fn shown(working: &Working) -> String {
    match working {
        Working::Sum { parts } => format!("sum of {parts}"),
        Working::Last => "last".to_owned(),
        Working::Mean { sum, weights, weight } => {
            let weight = weight.as_ref().map_or("days", |weight| weight.as_str());
            format!("{} ÷ {weights} ({weight})", term(sum))
        }
        Working::Ratio {
            numerator,
            numerator_measure,
            denominator,
            denominator_measure,
            factor,
        } => {
            let (top, bottom) = (term(numerator), term(denominator));
            format!("{factor} × {top} ({numerator_measure}) ÷ {bottom} ({denominator_measure})")
        }
        Working::Growth { from, to } => format!("100 × ({} ÷ {} − 1)", term(to), term(from)),
        Working::Difference { from, to } => format!("{} − {}", term(to), term(from)),
        Working::Share { part, whole } => format!("100 × {} ÷ {}", term(part), term(whole)),
        #[cfg(feature = "complete")]
        Working::Achievement { done, planned, of } => {
            format!("100 × {} (actual) ÷ {} ({})", term(done), term(planned), of.code())
        }
        Working::RunRate { done, planned, elapsed, days } => {
            let (done, planned) = (term(done), term(planned));
            format!("100 × {done} ÷ ({planned} × {elapsed} ÷ {days})")
        }
        #[cfg(feature = "complete")]
        Working::Stages { numerator, stage, denominator, of } => {
            let (top, bottom) = (term(numerator), term(denominator));
            format!("100 × {top} ({}) ÷ {bottom} ({})", stage.code(), of.code())
        }
        #[cfg(feature = "complete")]
        Working::Location { part, whole, country_part, country_whole } => {
            let [part, whole] = [part, whole].map(term);
            let [country, all] = [country_part, country_whole].map(term);
            format!("({part} ÷ {whole}) ÷ ({country} ÷ {all})")
        }
    }
}

/// A number with the sign of its qualifier: `2200`, `≈26`, `>42000`, `2000..3000`.
pub(super) fn term(figure: &Figure) -> String {
    let Figure::Value { value, qualifier, upper } = figure else { return String::new() };
    let sign = match qualifier {
        Qualifier::Exact | Qualifier::Between => "",
        Qualifier::About => "≈",
        Qualifier::AtLeast => "≥",
        Qualifier::AtMost => "≤",
        Qualifier::MoreThan => ">",
        Qualifier::LessThan => "<",
    };
    match upper {
        Some(upper) => format!("{value}..{upper}"),
        None => format!("{sign}{value}"),
    }
}
