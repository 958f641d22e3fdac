//! The same rules with other weights.

use super::refuse::{Reason, id_as, nothing};
use super::{Criterion, Run};
use crate::diag::{self, Error};
use crate::number::{Decimal, Overflow, Ratio};

/// Decimals of a weight that was scaled, unless the total has more.
const SCALE: u8 = 2;

impl Run {
    /// These rules with weights in other proportions: one number for each criterion, in the order of
    /// the rules. Whatever they add up to, they are scaled to the total, with two decimals.
    ///
    /// Not the weights are rounded but their sum from the first on, so that they always add up to the
    /// total; a weight is off by less than a hundredth. Weights of up to two decimals that make the total
    /// by themselves stay as they are.
    ///
    /// ```
    /// use hamyar::{number::Decimal, ranking::{Run, Rules}};
    /// let rules: Rules = serde_json::from_str(r#"{"id": "r", "total": "1000", "criteria": [
    ///     {"id": "x", "weight": "600", "most": "1"}, {"id": "y", "weight": "400", "most": "1"}]}"#).unwrap();
    /// let run = Run::new(rules).unwrap();
    /// let moved = run.weighted(&[Decimal::from_int(800), Decimal::from_int(400)]).unwrap();
    /// let weights = moved.rules().criteria.iter().map(|one| one.weight.to_string());
    /// assert_eq!(weights.collect::<Vec<_>>(), ["666.67", "333.33"]);
    /// ```
    ///
    /// # Errors
    /// `ranking/weight-count`, `ranking/negative-weight` with its place, `ranking/no-weight` where all
    /// are zero, `ranking/overflow`.
    pub fn weighted(&self, weights: &[Decimal]) -> diag::Result<Self> {
        let mut rules = self.rules().clone();
        if weights.len() != rules.criteria.len() {
            return Err(Reason::WeightCount.at("criteria", nothing()));
        }
        for (place, (criterion, weight)) in rules.criteria.iter().zip(weights).enumerate() {
            if weight.is_negative() {
                let column = format!("criteria.{place}.weight");
                return Err(Reason::NegativeWeight.at(&column, id_as(&criterion.id)));
            }
        }
        let sum = sum(weights).map_err(overflow)?;
        if sum.is_zero() {
            return Err(Reason::NoWeight.at("criteria", nothing()));
        }
        scale(&mut rules.criteria, weights, sum, rules.total).map_err(overflow)?;
        Self::new(rules)
    }
}

fn overflow(_: Overflow) -> Error {
    Reason::Overflow.at("criteria", nothing())
}

fn sum(weights: &[Decimal]) -> Result<Decimal, Overflow> {
    let mut sum = Decimal::ZERO;
    for weight in weights {
        sum = sum.checked_add(*weight)?;
    }
    Ok(sum)
}

fn scale(
    criteria: &mut [Criterion],
    weights: &[Decimal],
    sum: Decimal,
    total: Decimal,
) -> Result<(), Overflow> {
    let (mut reached, mut given) = (Decimal::ZERO, Decimal::ZERO);
    for (criterion, weight) in criteria.iter_mut().zip(weights) {
        reached = reached.checked_add(*weight)?;
        let top = reached.trimmed().checked_mul(total.trimmed())?;
        let ratio = Ratio::new(top, sum.trimmed()).ok_or(Overflow)?;
        let upto = ratio.rounded(SCALE.max(total.trimmed().scale()))?;
        criterion.weight = upto.checked_sub(given)?.trimmed();
        given = upto;
    }
    Ok(())
}
