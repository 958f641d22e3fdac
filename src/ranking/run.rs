//! Rules that hold together.

use super::refuse::{Reason, id_as, nothing, out_of};
use super::{Criterion, CutOff, Normaliser, Rules};
use crate::diag::Result;
use crate::list::Gather;
use crate::number::Decimal;
use crate::spec::{FromSpec, Value};

/// Rules that were checked and can rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run(Rules);

impl Run {
    /// Checks the rules.
    ///
    /// # Errors
    /// The first that does not hold, with its place (`criteria.1.weight`) as the column:
    /// `ranking/no-id`, `ranking/no-criteria`, `ranking/no-total`, `ranking/duplicate-criterion`,
    /// `ranking/negative-weight`, `ranking/most`, `ranking/weights`, `ranking/duplicate-cut-off`,
    /// `ranking/cut-off-outside`, `ranking/cut-off-order`, `ranking/overflow`.
    pub fn new(rules: Rules) -> Result<Self> {
        if rules.id.is_empty() {
            return Err(Reason::NoId.at("id", nothing()));
        }
        if rules.total <= Decimal::ZERO {
            return Err(Reason::NoTotal.at("total", nothing()));
        }
        check_criteria(&rules)?;
        check_weights(&rules)?;
        check_cut_offs(&rules)?;
        Ok(Self(rules))
    }

    /// Reads rules and checks them.
    ///
    /// # Errors
    /// `api/argument` with the place where the value has another shape, and those of [`Run::new`].
    pub fn read(value: &Value) -> Result<Self> {
        Self::new(Rules::read(value)?)
    }

    /// The rules as they are published.
    pub const fn rules(&self) -> &Rules {
        &self.0
    }
}

fn check_criteria(rules: &Rules) -> Result<()> {
    if rules.criteria.is_empty() {
        return Err(Reason::NoCriteria.at("criteria", nothing()));
    }
    let ids = rules.criteria.iter().map(|criterion| criterion.id.as_str()).gather();
    check_ids(&ids, "criteria", Reason::DuplicateCriterion)?;
    for (place, criterion) in rules.criteria.iter().enumerate() {
        check_criterion(criterion, &format!("criteria.{place}"))?;
    }
    Ok(())
}

/// Ids are there, and each once.
fn check_ids(ids: &[&str], list: &str, twice: Reason) -> Result<()> {
    for (place, id) in ids.iter().enumerate() {
        let column = format!("{list}.{place}.id");
        if id.is_empty() {
            return Err(Reason::NoId.at(&column, nothing()));
        }
        if ids.iter().take(place).any(|before| before == id) {
            return Err(twice.at(&column, id_as(id)));
        }
    }
    Ok(())
}

fn check_criterion(criterion: &Criterion, place: &str) -> Result<()> {
    if criterion.weight.is_negative() {
        return Err(Reason::NegativeWeight.at(&format!("{place}.weight"), id_as(&criterion.id)));
    }
    let sound = match criterion.normaliser {
        Normaliser::Stated => criterion.most.is_some_and(|most| most > Decimal::ZERO),
        Normaliser::MinMax | Normaliser::ShareOfMax | Normaliser::Percentile => {
            criterion.most.is_none()
        }
    };
    if sound {
        Ok(())
    } else {
        Err(Reason::Most.at(&format!("{place}.most"), id_as(&criterion.id)))
    }
}

fn check_weights(rules: &Rules) -> Result<()> {
    let mut sum = Decimal::ZERO;
    for criterion in &rules.criteria {
        let added = sum.checked_add(criterion.weight);
        sum = added.map_err(|_| Reason::Overflow.at("criteria", id_as(&criterion.id)))?;
    }
    if sum == rules.total {
        Ok(())
    } else {
        Err(Reason::Weights.at("criteria", out_of(sum, rules.total)))
    }
}

fn check_cut_offs(rules: &Rules) -> Result<()> {
    let ids = rules.cut_offs.iter().map(|cut_off| cut_off.id.as_str()).gather();
    check_ids(&ids, "cutOffs", Reason::DuplicateCutOff)?;
    let mut above: Option<&CutOff> = None;
    for (place, cut_off) in rules.cut_offs.iter().enumerate() {
        let column = format!("cutOffs.{place}.atLeast");
        if cut_off.at_least.is_negative() || cut_off.at_least > rules.total {
            return Err(Reason::CutOffOutside.at(&column, id_as(&cut_off.id)));
        }
        if above.is_some_and(|above| above.at_least <= cut_off.at_least) {
            return Err(Reason::CutOffOrder.at(&column, id_as(&cut_off.id)));
        }
        above = Some(cut_off);
    }
    Ok(())
}
