//! The points of one candidate.

use super::yardstick::{Field, Fraction, SCALE};
use super::{Candidate, Criterion, MissingCriterion, Rules, Yardstick};
use crate::list::Gather;
use crate::number::{Decimal, ExactSum, Overflow};

/// What one criterion gives a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Id of the criterion.
    pub criterion: String,
    /// The value as stated; `None` where it is missing.
    pub value: Option<Decimal>,
    /// How the value counts; `None` where it is missing or the candidate has no rank.
    pub counted: Option<Counted>,
}

/// How a value counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What it is held against.
    pub yardstick: Yardstick,
    /// The part of 1 that it is of that, rounded once to six decimals; for the eye only.
    pub normalised: Decimal,
    /// The weight as stated. Where weights of missing criteria fall to the others it is scaled up and
    /// rounded once to six decimals, for the eye only.
    pub weight: Decimal,
    /// The points, from the unrounded part and weight, rounded once to six decimals; for the eye only.
    pub points: Decimal,
}

/// The points of all criteria together, of which nothing is rounded: what cut-offs and ties look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    exact: ExactSum,
    rounded: Decimal,
}

impl Score {
    /// # Errors
    /// [`Overflow`] where six decimals of it do not fit.
    fn new(exact: ExactSum) -> Result<Self, Overflow> {
        Ok(Self { rounded: exact.rounded(SCALE)?.trimmed(), exact })
    }

    /// Rounded once, half up to six decimals, without zeros at the end.
    pub const fn rounded(&self) -> Decimal {
        self.rounded
    }

    /// The first six decimals of a score that has more; `None` where the rounded one is all of it.
    pub fn cut(&self) -> Option<Decimal> {
        let is_all = ExactSum::whole(self.rounded).as_ref() == Some(&self.exact);
        if is_all { None } else { self.exact.cut(SCALE).ok() }
    }

    /// Whether it is so many points or more.
    pub fn reaches(&self, points: Decimal) -> bool {
        ExactSum::whole(points).is_none_or(|points| self.exact >= points)
    }
}

/// A candidate who is ranked.
pub(super) struct Entrant<'a> {
    pub(super) candidate: &'a Candidate,
    /// What the weights that count add up to; the total unless they are scaled up to it.
    pub(super) base: Decimal,
}

/// An entrant with its points.
pub(super) struct Scored<'a> {
    pub(super) entrant: Entrant<'a>,
    pub(super) parts: Vec<Part>,
    pub(super) score: Score,
}

/// What the weights that count for a candidate add up to; `None` when it is not ranked.
pub(super) fn base(rules: &Rules, candidate: &Candidate) -> Result<Option<Decimal>, Overflow> {
    Ok(match rules.missing {
        MissingCriterion::Nought => Some(rules.total),
        MissingCriterion::LeftOut => missing(rules, candidate).is_empty().then_some(rules.total),
        MissingCriterion::Reweighed => {
            let mut sum = Decimal::ZERO;
            for criterion in &rules.criteria {
                if candidate.value(&criterion.id).is_some() {
                    sum = sum.checked_add(criterion.weight)?;
                }
            }
            (!sum.is_zero()).then_some(sum)
        }
    })
}

/// The criteria that a candidate has no value for.
pub(super) fn missing(rules: &Rules, candidate: &Candidate) -> Vec<String> {
    let ids = rules.criteria.iter().map(|criterion| &criterion.id);
    ids.filter(|id| candidate.value(id).is_none()).cloned().gather()
}

/// The parts of an entrant and their sum.
pub(super) fn score<'a>(
    rules: &Rules,
    fields: &[Field<'_>],
    entrant: Entrant<'a>,
) -> Result<Scored<'a>, Overflow> {
    let (mut parts, mut score) = (Vec::new(), ExactSum::default());
    for field in fields {
        let value = entrant.candidate.value(&field.criterion.id);
        let held = value.and_then(|value| Some((value, field.yardstick(value)?)));
        let counted = match held {
            Some((value, yardstick)) => {
                let earned = earned(rules, field.criterion, value, yardstick, entrant.base)?;
                score = score.plus(&earned.exact()?);
                Some(counted(rules, field.criterion, value, yardstick, (entrant.base, earned))?)
            }
            None => None,
        };
        parts.push(Part { criterion: field.criterion.id.clone(), value, counted });
    }
    Ok(Scored { entrant, parts, score: Score::new(score)? })
}

fn counted(
    rules: &Rules,
    criterion: &Criterion,
    value: Decimal,
    yardstick: Yardstick,
    (base, earned): (Decimal, Fraction),
) -> Result<Counted, Overflow> {
    let part = Fraction::of(value, yardstick, criterion.direction)?;
    let weight = if base == rules.total {
        criterion.weight
    } else {
        scaled(Fraction::whole(criterion.weight), rules.total, base)?.rounded()?
    };
    Ok(Counted { yardstick, normalised: part.rounded()?, weight, points: earned.rounded()? })
}

/// The points before they are rounded: `part × weight`, `× total ÷ base` where weights are scaled up.
pub(super) fn earned(
    rules: &Rules,
    criterion: &Criterion,
    value: Decimal,
    yardstick: Yardstick,
    base: Decimal,
) -> Result<Fraction, Overflow> {
    let part = Fraction::of(value, yardstick, criterion.direction)?;
    scaled(part.times(criterion.weight)?, rules.total, base)
}

fn scaled(fraction: Fraction, total: Decimal, base: Decimal) -> Result<Fraction, Overflow> {
    if base == total { Ok(fraction) } else { fraction.times(total)?.divided_by(base) }
}
