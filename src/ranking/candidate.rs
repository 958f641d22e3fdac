//! Who is ranked, and by which values.

use super::refuse::{Reason, id_as, nothing, value_of};
use super::{Normaliser, Rules};
use crate::diag::{Bilingual, Result};
use crate::list::{Gather, in_order};
use crate::number::Decimal;

/// One candidate with its values as they were stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    id: String,
    name: Bilingual,
    /// Sorted by criterion, each once.
    values: Vec<(String, Option<Decimal>)>,
}

impl Candidate {
    /// A candidate with its values, in any order: the criterion's id and the value, `None` where it
    /// is missing. A criterion that is not in the list is missing too.
    ///
    /// # Errors
    /// `ranking/no-id`, and `ranking/duplicate-value` with the criterion as the column.
    pub fn new(
        id: impl Into<String>,
        name: Bilingual,
        values: Vec<(String, Option<Decimal>)>,
    ) -> Result<Self> {
        let id = id.into();
        if id.is_empty() {
            return Err(Reason::NoId.at("id", nothing()));
        }
        let values = in_order(values, |left, right| left.0.cmp(&right.0));
        for (left, right) in values.iter().zip(values.iter().skip(1)) {
            if left.0 == right.0 {
                return Err(Reason::DuplicateValue.at(&left.0, value_of(&id, &left.0)));
            }
        }
        Ok(Self { id, name, values })
    }

    /// Stable name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Display name.
    pub const fn name(&self) -> &Bilingual {
        &self.name
    }

    /// The value for a criterion; `None` where it is missing.
    pub fn value(&self, criterion: &str) -> Option<Decimal> {
        let place = self.values.binary_search_by(|(id, _)| id.as_str().cmp(criterion)).ok()?;
        self.values.get(place)?.1
    }
}

/// The candidates by id. They are put in order before anything is looked at, so that a refusal too
/// is the same whatever the order of input.
pub(super) fn checked<'a>(
    rules: &Rules,
    candidates: &'a [Candidate],
) -> Result<Vec<&'a Candidate>> {
    let sorted = in_order(candidates.iter().gather(), |left, right| left.id.cmp(&right.id));
    for (left, right) in sorted.iter().zip(sorted.iter().skip(1)) {
        if left.id == right.id {
            return Err(Reason::DuplicateCandidate.at("id", id_as(&left.id)));
        }
    }
    for candidate in &sorted {
        for (criterion, value) in &candidate.values {
            check_value(rules, candidate, criterion, *value)?;
        }
    }
    Ok(sorted)
}

/// A share of a whole is not below zero, nor are points that a jury gave.
fn check_value(
    rules: &Rules,
    candidate: &Candidate,
    id: &str,
    value: Option<Decimal>,
) -> Result<()> {
    let about = |reason: Reason| reason.at(id, value_of(&candidate.id, id));
    let Some(criterion) = rules.criteria.iter().find(|criterion| criterion.id == id) else {
        return Err(about(Reason::UnknownCriterion));
    };
    let from_zero = matches!(criterion.normaliser, Normaliser::Stated | Normaliser::ShareOfMax);
    if from_zero && value.is_some_and(Decimal::is_negative) {
        return Err(about(Reason::NegativeValue));
    }
    Ok(())
}
