//! Sums with their numbers filled in.

use super::score::earned;
use super::{Counted, Criterion, Direction, Rules, Score, Yardstick};
use crate::number::Decimal;
use crate::text::{Lang, NumberFormat, format_number, ltr_isolate};

/// A number of a sentence.
pub(super) fn number(value: Decimal, lang: Lang) -> String {
    format_number(&value, lang, &NumberFormat::GROUPED)
}

/// A number of a sum, where a minus must not run into another sign.
fn term(value: Decimal, lang: Lang) -> String {
    let text = number(value, lang);
    if value.is_negative() { format!("({text})") } else { text }
}

/// Sums are written from left to right in Persian too.
fn set(sum: String, lang: Lang) -> String {
    if lang == Lang::Fa { ltr_isolate(&sum) } else { sum }
}

/// What a part is computed from.
pub(super) struct Working<'a> {
    pub(super) rules: &'a Rules,
    pub(super) criterion: &'a Criterion,
    pub(super) value: Decimal,
    pub(super) counted: &'a Counted,
    pub(super) base: Decimal,
}

impl Working<'_> {
    /// `42 ÷ 60 × 200 = 140`, with `≈` where the points were rounded.
    pub(super) fn formula(&self, lang: Lang) -> String {
        let term = |value| term(value, lang);
        let total = self.rules.total;
        let mut sum = format!("{} × {}", self.part(lang), term(self.criterion.weight));
        if self.base != total {
            sum.push_str(&format!(" × {} ÷ {}", term(total), term(self.base)));
        }
        let sign = if self.is_exact() { '=' } else { '≈' };
        set(format!("{sum} {sign} {}", term(self.counted.points)), lang)
    }

    /// Whether nothing was rounded.
    pub(super) fn is_exact(&self) -> bool {
        let Counted { yardstick, points, .. } = *self.counted;
        earned(self.rules, self.criterion, self.value, yardstick, self.base)
            .is_ok_and(|exact| exact.is(points))
    }

    /// The part of 1.
    fn part(&self, lang: Lang) -> String {
        let term = |value| term(value, lang);
        let whole = |number: u32| term(Decimal::from_int(number.into()));
        let up = self.criterion.direction == Direction::Up;
        let share = |value: Decimal, whole: Decimal| {
            let (value, whole) = (term(value), term(whole));
            if up {
                format!("{value} ÷ {whole}")
            } else {
                format!("({whole} − {value}) ÷ {whole}")
            }
        };
        match self.counted.yardstick {
            yardstick if yardstick.is_flat() => term(self.counted.normalised),
            Yardstick::Most(most) => share(self.value.min(most), most),
            Yardstick::Highest(highest) => share(self.value, highest),
            Yardstick::Standing { reached, of } => format!("{} ÷ {}", whole(reached), whole(of)),
            Yardstick::Range { lowest, highest } => {
                let (from, to) = if up { (lowest, self.value) } else { (self.value, highest) };
                let (lowest, highest) = (term(lowest), term(highest));
                format!("({} − {}) ÷ ({highest} − {lowest})", term(to), term(from))
            }
        }
    }
}

/// `140 + 120 = 260`, with `≈` where the score was rounded.
pub(super) fn addition(points: &[Decimal], score: &Score, lang: Lang) -> String {
    let mut sum = String::new();
    for one in points {
        sum.push_str(if sum.is_empty() { "" } else { " + " });
        sum.push_str(&term(*one, lang));
    }
    let sum = if sum.is_empty() { term(Decimal::ZERO, lang) } else { sum };
    let sign = if score.cut().is_none() { '=' } else { '≈' };
    set(format!("{sum} {sign} {}", term(score.rounded(), lang)), lang)
}

/// `400 ≤ 520 < 600`: a score between the cut-off that it reaches and the next, where they exist. What
/// is a little below 600 must not read as 600, so that no last digit is rounded: `599.999999…`.
pub(super) fn bounds(
    reached: Option<Decimal>,
    score: &Score,
    above: Option<Decimal>,
    lang: Lang,
) -> String {
    let left = reached.map_or(String::new(), |low| format!("{} ≤ ", term(low, lang)));
    let right = above.map_or(String::new(), |high| format!(" < {}", term(high, lang)));
    let score = match score.cut() {
        Some(cut) => format!("{}…", term(cut, lang)),
        None => term(score.rounded(), lang),
    };
    set(format!("{left}{score}{right}"), lang)
}
