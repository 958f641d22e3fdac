//! The two sides of a rule set against each other.

use super::answers::Answers;
use super::evaluate::Evaluation;
use super::fraction::{DECIMALS as MOST_DECIMALS, Fraction};
use super::held::Held;
use super::index::{Index, Spot};
use super::message::message;
use super::reading::{Reading, Told, Undefined};
use super::silence::Silence;
use super::words::DECIMALS;
use crate::model::{Finding, MissingStrategy, Operator, Rule, RuleSeverity, Verdict};
use crate::number::{Bound, Decimal, Interval, MAX_SCALE, Overflow};

/// Decimals of computed values for other programs.
const PLAIN_DECIMALS: u8 = 6;

/// What a rule comes to at one spot.
pub(super) enum Judged {
    /// It says something.
    Told(Box<Finding>),
    /// It holds, and one word for all such places is enough.
    Held(Held),
    /// It says nothing, because of this.
    Silent(Silence),
}

/// Judges a rule at one spot; of `many` only what does not hold is told.
///
/// # Errors
/// [`Overflow`].
pub(super) fn judge<'a>(
    index: &'a Index<'a>,
    answers: &mut Answers,
    rule: &Rule,
    spot: Option<Spot<'a>>,
    many: bool,
) -> Result<Judged, Overflow> {
    let blank_is_nought = rule.missing != MissingStrategy::SkipIfAny;
    let mut evaluation = Evaluation::new(index, answers, spot, blank_is_nought);
    let left = evaluation.read(&rule.left)?;
    let right = evaluation.read(&rule.right)?;
    if is_skipped(rule, &evaluation) {
        return Ok(Judged::Silent(Silence::Missing(evaluation.missing)));
    }
    if let Some(project) = evaluation.refused {
        return Ok(Judged::Silent(Silence::Refused(project)));
    }
    let (tolerance, within) = tolerance(rule, &left, &right);
    let partial = !evaluation.partial.is_empty();
    let holds = match decided(rule, [&left, &right], partial, (tolerance, within))? {
        Some(holds) => holds,
        None if rule.missing == MissingStrategy::SkipIfAny => {
            return Ok(Judged::Silent(Silence::Partial(evaluation.partial)));
        }
        None => Holds::Partial,
    };
    if many && holds == Holds::Yes {
        let is_partial = partial && rule.missing == MissingStrategy::NeverSkip;
        return Ok(Judged::Held(Held { missing: evaluation.missing, is_partial }));
    }
    // Numbers that are too long for more decimals are judged all the same.
    let decimals =
        decimals(rule.operator, [&left, &right], (tolerance, within)).unwrap_or(DECIMALS);
    let told = finding(index, rule, &evaluation, [&left, &right], (tolerance, holds, decimals))?;
    Ok(Judged::Told(Box::new(told)))
}

fn is_skipped(rule: &Rule, evaluation: &Evaluation<'_, '_>) -> bool {
    match rule.missing {
        MissingStrategy::SkipIfAny => !evaluation.missing.is_empty(),
        MissingStrategy::SkipIfAll => evaluation.is_empty(),
        MissingStrategy::NeverSkip => false,
    }
}

/// Whether the rule holds; `None` where a sum of which only a part is reported leaves it open. What is
/// not below a limit already stays so, whatever else comes; nothing is said to be equal, or not, unless the
/// rule asks for a verdict on what there is.
fn decided(
    rule: &Rule,
    [left_side, right_side]: [&Reading; 2],
    partial: bool,
    allowed: (Decimal, Interval),
) -> Result<Option<Holds>, Overflow> {
    let against = |left: Option<Fraction>, right: Option<Fraction>| match left.zip(right) {
        Some((left, right)) => compare(left, rule.operator, right, allowed),
        None => Ok(Holds::Undefined(left_side.undefined.or(right_side.undefined))),
    };
    if !partial || rule.missing == MissingStrategy::NeverSkip {
        return against(left_side.value, right_side.value).map(Some);
    }
    if rule.operator == Operator::Equal {
        return Ok(None);
    }
    let holds = against(left_side.possible, right_side.possible)?;
    Ok(matches!(holds, Holds::Yes | Holds::No).then_some(holds))
}

/// How far apart the sides of an equation may be, and how far left of right and right of it: what the rule
/// says, or where one side is computed, half of the last digit that the other states.
fn tolerance(rule: &Rule, left: &Reading, right: &Reading) -> (Decimal, Interval) {
    let around = |tolerance: Decimal| Interval {
        low: Bound::Reached(tolerance.negated()),
        high: Bound::Reached(tolerance),
    };
    if let Some(tolerance) = rule.tolerance {
        return (tolerance, around(tolerance));
    }
    let none = (Decimal::ZERO, around(Decimal::ZERO));
    if rule.operator != Operator::Equal {
        return none;
    }
    // A bound has no last digit either, and what is missing none: neither was computed.
    let (half, is_right) = match (left, right) {
        (Reading { told: Told::Computed, .. }, Reading { half_digit: Some(half), .. }) => {
            (*half, true)
        }
        (Reading { half_digit: Some(half), .. }, Reading { told: Told::Computed, .. }) => {
            (*half, false)
        }
        _ => return none,
    };
    // Halves are rounded away from zero: 71.5 is stated as 72, so the computed side may reach what lies
    // half a digit nearer to zero, and not what lies half a digit farther.
    let stated = if is_right { right.value } else { left.value };
    let is_below = stated.is_some_and(Fraction::is_negative);
    let (low, high) = (half.negated(), half);
    let within = if is_right == is_below {
        Interval { low: Bound::NotReached(low), high: Bound::Reached(high) }
    } else {
        Interval { low: Bound::Reached(low), high: Bound::NotReached(high) }
    };
    (half, within)
}

/// With how many decimals computed values are shown: what is printed must not speak against the verdict, so
/// that 2.4121 is no 2.41 where the rule allows 0.001.
///
/// # Errors
/// [`Overflow`].
pub(super) fn decimals(
    operator: Operator,
    sides: [&Reading; 2],
    allowed: (Decimal, Interval),
) -> Result<u8, Overflow> {
    let [Some(left), Some(right)] = sides.map(|side| side.value) else { return Ok(DECIMALS) };
    let mut least = DECIMALS;
    for side in sides.into_iter().filter(|side| side.told == Told::Computed) {
        least = side.value.map_or(least, |value| value.clear_decimals(least));
    }
    let holds = compare(left, operator, right, allowed)?;
    if holds == Holds::No {
        // Fewer digits than the other side has would hide the difference.
        let stated = sides.into_iter().filter(|side| side.told == Told::Stated);
        let singles = stated.filter_map(|side| side.value?.shown(MOST_DECIMALS).ok()?.single());
        least = singles.map(Decimal::scale).max().unwrap_or_default().clamp(least, MOST_DECIMALS);
    }
    for decimals in least..MOST_DECIMALS {
        let [left, right] = sides.map(|side| printed(side, decimals));
        if let (Some(left), Some(right)) = (left?, right?)
            && compare(left, operator, right, allowed)? == holds
        {
            return Ok(decimals);
        }
    }
    Ok(MOST_DECIMALS)
}

/// What a reader takes a side for.
fn printed(side: &Reading, decimals: u8) -> Result<Option<Fraction>, Overflow> {
    let Some(value) = side.value.filter(|_| side.told == Told::Computed) else {
        return Ok(side.value);
    };
    value.shown(decimals).map(|shown| Some(Fraction::whole(shown)))
}

/// Whether a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Yes,
    No,
    /// Bounds leave it open.
    Open,
    /// A quotient has no denominator, or may have none.
    Undefined(Option<Undefined>),
    /// Only a part of a sum is reported.
    Partial,
}

/// Without rounding, wherever the numbers are not too long for that.
fn compare(
    left: Fraction,
    operator: Operator,
    right: Fraction,
    (tolerance, within): (Decimal, Interval),
) -> Result<Holds, Overflow> {
    let exactly = |left: Fraction, right: Fraction| {
        let ([left, right], divisor) = left.beside(right)?;
        let within = within.checked_mul(Interval::exact(divisor))?;
        compare_tops(left, operator, right, (tolerance.checked_mul(divisor)?, within))
    };
    exactly(left, right).or_else(|Overflow| exactly(left.shortened()?, right.shortened()?))
}

fn compare_tops(
    left: Interval,
    operator: Operator,
    right: Interval,
    (tolerance, within): (Decimal, Interval),
) -> Result<Holds, Overflow> {
    let least = tolerance.negated();
    if operator == Operator::Equal {
        // A computed value belongs to what is stated: 11.26 agrees with "more than 11".
        let stated = right.checked_add(within)?;
        return Ok(known(left.is_inside(stated), left.is_apart_from(stated)));
    }
    let difference = left.checked_sub(right)?;
    let from = |low| Interval { low, high: Bound::Open };
    let to = |high| Interval { low: Bound::Open, high };
    let (allowed, refused) = match operator {
        Operator::AtLeast => (from(Bound::Reached(least)), to(Bound::NotReached(least))),
        Operator::More => (from(Bound::NotReached(least)), to(Bound::Reached(least))),
        Operator::AtMost => (to(Bound::Reached(tolerance)), from(Bound::NotReached(tolerance))),
        Operator::Less | Operator::Equal => {
            (to(Bound::NotReached(tolerance)), from(Bound::Reached(tolerance)))
        }
    };
    Ok(known(difference.is_inside(allowed), difference.is_inside(refused)))
}

fn known(yes: bool, no: bool) -> Holds {
    match (yes, no) {
        (true, _) => Holds::Yes,
        (_, true) => Holds::No,
        _ => Holds::Open,
    }
}

fn finding(
    index: &Index<'_>,
    rule: &Rule,
    evaluation: &Evaluation<'_, '_>,
    sides: [&Reading; 2],
    (tolerance, holds, decimals): (Decimal, Holds, u8),
) -> Result<Finding, Overflow> {
    let verdict = match (holds, rule.severity) {
        (Holds::Yes, _) => Verdict::Pass,
        // What is only said to be about so much cannot be wrong by a little.
        (Holds::No, RuleSeverity::Error) if !evaluation.about => Verdict::Fail,
        _ => Verdict::Warn,
    };
    let [left, right] = sides;
    Ok(Finding {
        rule: kind(rule).to_owned(),
        check: rule.id.to_string(),
        verdict,
        observations: evaluation.used(),
        stated: plain(right)?,
        computed: plain(left)?,
        tolerance: tolerance.to_string(),
        message: message(index, rule, evaluation, (sides, holds, decimals))?,
        note: rule.note.clone(),
    })
}

/// What a finding of a rule of the package is told under.
pub(super) fn kind(rule: &Rule) -> &str {
    if rule.kind.is_empty() { rule.id.as_str() } else { &rule.kind }
}

/// A single value as a decimal; of an interval the ends that are known. What was computed is rounded, ends
/// outwards; what is stated never is.
fn plain(side: &Reading) -> Result<String, Overflow> {
    let Some(value) = side.value else { return Ok(String::new()) };
    let decimals = if side.told == Told::Computed { PLAIN_DECIMALS } else { MAX_SCALE };
    let shown = value.shown(decimals)?;
    if let Some(single) = shown.single() {
        return Ok(single.to_string());
    }
    let [low, high] = [shown.low, shown.high]
        .map(|end| end.value().map(|value| value.to_string()).unwrap_or_default());
    Ok(format!("{low}..{high}"))
}
