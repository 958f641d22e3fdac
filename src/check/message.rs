//! What a rule came to, in words: its working, the other side, and the verdict.

use super::compare::{Holds, decimals};
use super::evaluate::{Absent, Evaluation};
use super::fraction::Fraction;
use super::index::{Index, Spot};
use super::naming::{money_of, spoken, spot_name};
use super::reading::{Reading, Told, Undefined};
use super::words::{DECIMALS, Origin, isolated, number, shares};
use crate::diag::Bilingual;
use crate::model::{Expression, Operator, Rule};
use crate::number::{Decimal, Interval, Overflow};
use crate::query::Coverage;

/// «سهم روستاها: ۱٬۶۴۸ ÷ ۲٬۳۲۷ × ۱۰۰ ≈ ۷۰٫۸۲؛ گفته‌شده ۷۱. می‌خواند.» Where the rule stands at a place, that
/// is named after it.
pub(super) fn message(
    index: &Index<'_>,
    rule: &Rule,
    evaluation: &Evaluation<'_, '_>,
    ([left, right], holds, decimals): ([&Reading; 2], Holds, u8),
) -> Result<Bilingual, Overflow> {
    let name = at_spot(index, rule, evaluation.spot.as_ref());
    let computed = working(&rule.left, left, decimals)?;
    let against = working(&rule.right, right, decimals)?;
    let [computed, against] = with_unit(index, rule, [(left, computed), (right, against)]);
    let (fa, en) = outcome(holds);
    let sign = sign(rule.operator);
    let part = only_a_part(&evaluation.partial);
    let nought = counted_as_nought(&evaluation.missing);
    Ok(Bilingual::new(
        format!(
            "{}: {}؛ {} {}. {}{}{fa}",
            name.fa, computed.fa, sign.fa, against.fa, nought.fa, part.fa
        ),
        format!(
            "{}: {}; {} {}. {}{}{en}",
            name.en, computed.en, sign.en, against.en, nought.en, part.en
        ),
    ))
}

/// «شهری و روستایی با جمعیت: رشت، ۱۳۹۵»
fn at_spot(index: &Index<'_>, rule: &Rule, spot: Option<&Spot<'_>>) -> Bilingual {
    let name = spoken(&rule.name);
    let Some(place) = spot.map(|spot| spot_name(index, spot)) else { return name };
    Bilingual::new(format!("{}: {}", name.fa, place.fa), format!("{}: {}", name.en, place.en))
}

const fn outcome(holds: Holds) -> (&'static str, &'static str) {
    match holds {
        Holds::Yes => ("می‌خواند.", "It holds."),
        Holds::No => ("نمی‌خواند.", "It does not hold."),
        Holds::Open => ("با این کران‌ها نمی‌توان گفت.", "The bounds leave it open."),
        Holds::Undefined(Some(Undefined::PerhapsNought)) => {
            ("تعریف نشده: مخرج شاید صفر باشد.", "Not defined: the denominator may be nought.")
        }
        Holds::Undefined(_) => {
            ("تعریف نشده: مخرج صفر است.", "Not defined: the denominator is nought.")
        }
        Holds::Partial => (
            "با جمع ناتمام نمی‌توان گفت که می‌خواند یا نه.",
            "A partial sum does not tell whether it holds.",
        ),
    }
}

/// «صفر شمرده شد: رقمی برای «اعضا» نیست. » Each is told once; nothing of no missing figures.
fn counted_as_nought(missing: &[Absent]) -> Bilingual {
    let told = |pick: fn(&Bilingual) -> &str, head: &str, comma: &str| {
        let mut reasons: Vec<&str> = Vec::new();
        for reason in missing.iter().map(|reason| pick(&reason.why)) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        if reasons.is_empty() {
            String::new()
        } else {
            format!("{head}: {}. ", reasons.join(comma))
        }
    };
    Bilingual::new(
        told(|reason| &reason.fa, "صفر شمرده شد", "؛ "),
        told(|reason| &reason.en, "Counted as nought", "; "),
    )
}

/// «تنها ۲۴ از ۳۱ گزارش شده است. » Nothing where all is.
fn only_a_part(partial: &[Coverage]) -> Bilingual {
    if partial.is_empty() {
        return Bilingual::default();
    }
    let share = shares(partial);
    Bilingual::new(
        format!("تنها {} گزارش شده است. ", share.fa),
        format!("Only {} are reported. ", share.en),
    )
}

/// `1,648 ÷ 2,327 × 100 ≈ 70.82`, or the number alone where the rule computes nothing.
fn working(
    expression: &Expression,
    reading: &Reading,
    decimals: u8,
) -> Result<Bilingual, Overflow> {
    let is_alone = !matches!(expression, Expression::Both(..));
    if is_alone && reading.told != Told::Computed {
        return Ok(reading.words.clone());
    }
    let Some(value) = reading.value else { return Ok(isolated(&reading.words)) };
    if is_alone {
        return Ok(number(value.shown(decimals)?, Origin::Rounded));
    }
    let result = result(value, decimals)?;
    Ok(isolated(&Bilingual::new(
        format!("{} {}", reading.words.fa, result.fa),
        format!("{} {}", reading.words.en, result.en),
    )))
}

/// `≈ 70.82`
fn result(value: Fraction, decimals: u8) -> Result<Bilingual, Overflow> {
    let shown = value.shown(decimals)?;
    let words = number(shown, Origin::Rounded);
    // A bound is rounded outwards and says no less than it did.
    let is_rounded = shown.single().is_some_and(|single| !value.is(single));
    let sign = if is_rounded { '≈' } else { '=' };
    Ok(Bilingual::new(format!("{sign} {}", words.fa), format!("{sign} {}", words.en)))
}

/// The same of what is above a limit, with so many decimals that what is printed is above it too.
///
/// # Errors
/// [`Overflow`].
pub(super) fn result_above(value: Fraction, limit: Decimal) -> Result<Bilingual, Overflow> {
    let [value_side, limit] =
        [Reading::computed(Some(value), Some(value))?, Reading::stated(limit)];
    let nothing = (Decimal::ZERO, Interval::exact(Decimal::ZERO));
    let enough = decimals(Operator::More, [&value_side, &limit], nothing);
    result(value, enough.unwrap_or(DECIMALS))
}

/// The unit of money behind the right side, or the left where the right has none: once is enough.
fn with_unit(
    index: &Index<'_>,
    rule: &Rule,
    [(left, computed), (right, against)]: [(&Reading, Bilingual); 2],
) -> [Bilingual; 2] {
    let unit = |expression: &Expression, reading: &Reading| match reading.told {
        Told::Missing => Bilingual::default(),
        _ => money_of(index.dataset, expression),
    };
    let with = |words: Bilingual, unit: &Bilingual| {
        Bilingual::new(format!("{}{}", words.fa, unit.fa), format!("{}{}", words.en, unit.en))
    };
    let right_unit = unit(&rule.right, right);
    if right_unit.en.is_empty() {
        return [with(computed, &unit(&rule.left, left)), against];
    }
    [computed, with(against, &right_unit)]
}

fn sign(operator: Operator) -> Bilingual {
    let (fa, en) = match operator {
        Operator::Equal => ("گفته‌شده", "stated"),
        Operator::Less => ("باید کمتر باشد از", "must be less than"),
        Operator::AtMost => ("نباید بیشتر باشد از", "must not be more than"),
        Operator::More => ("باید بیشتر باشد از", "must be more than"),
        Operator::AtLeast => ("نباید کمتر باشد از", "must not be less than"),
    };
    Bilingual::new(fa, en)
}
