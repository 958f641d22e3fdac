//! The working of a row in the plain characters of a file: Latin digits, no isolation.

use super::answer::Working;

/// The formula with the numbers filled in, in base units.
pub(super) fn shown(working: &Working) -> String {
    match working {
        Working::Sum { parts } => format!("sum of {parts}"),
        Working::Last => "last".to_owned(),
        Working::Ratio {
            numerator,
            numerator_measure,
            denominator,
            denominator_measure,
            factor,
        } => format!(
            "{factor} × {numerator} ({numerator_measure}) ÷ {denominator} ({denominator_measure})"
        ),
        Working::Growth { from, to } => format!("100 × ({to} ÷ {from} − 1)"),
        Working::Difference { from, to } => format!("{to} − {from}"),
        Working::Share { part, whole } => format!("100 × {part} ÷ {whole}"),
        #[cfg(feature = "complete")]
        Working::Achievement { done, planned } => {
            format!("100 × {done} (actual) ÷ {planned} (planned)")
        }
        #[cfg(feature = "complete")]
        Working::RunRate { done, planned, elapsed, days } => {
            format!("100 × {done} ÷ ({planned} × {elapsed} ÷ {days})")
        }
        #[cfg(feature = "complete")]
        Working::Stages { numerator, stage, denominator, of } => {
            let (stage, of) = (stage.code(), of.code());
            format!("100 × {numerator} ({stage}) ÷ {denominator} ({of})")
        }
        #[cfg(feature = "complete")]
        Working::Location { part, whole, country_part, country_whole } => {
            format!("({part} ÷ {whole}) ÷ ({country_part} ÷ {country_whole})")
        }
    }
}
