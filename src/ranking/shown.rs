//! A score beside cut-offs: written so that what is below one never reads as reaching it.

use super::yardstick::SCALE;
use super::{Rules, Score};
use crate::number::Decimal;
use crate::text::{Lang, NumberFormat, format_number};

/// Decimals of a score in a list, where no cut-off asks for more.
const USUAL: u8 = 2;

/// The score in six decimals at most: rounded, or cut off where the rounded one would reach a cut-off that the score
/// does not.
pub fn told(rules: &Rules, score: &Score) -> Decimal {
    let cut = || score.cut().filter(|_| !agrees(rules, score, score.rounded()));
    cut().unwrap_or_else(|| score.rounded())
}

/// The score as a list shows it: in two decimals, or in as many more as it takes; `…` where six are not all.
pub fn shown(rules: &Rules, score: &Score, lang: Lang) -> String {
    let text = |value: &Decimal, decimals| {
        format_number(value, lang, &NumberFormat::GROUPED.with_decimals(decimals))
    };
    for decimals in USUAL..=SCALE {
        let rounded = score.rounded().rounded(decimals);
        if agrees(rules, score, rounded) {
            return text(&rounded, decimals);
        }
    }
    format!("{}…", text(&told(rules, score), SCALE))
}

/// Whether a number stands to every cut-off as the score does.
fn agrees(rules: &Rules, score: &Score, number: Decimal) -> bool {
    let mut points = rules.cut_offs.iter().map(|cut_off| cut_off.at_least);
    points.all(|points| (number >= points) == score.reaches(points))
}
