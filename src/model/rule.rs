//! What must hold between figures, written so that a person can add to it, and what came of it.

use serde::Serialize;

use super::expression::Expression;
use super::id::{ObservationId, RuleId};
use crate::diag::Bilingual;
use crate::number::Decimal;
use crate::spec::coded;

coded! {
    /// How the two sides of a rule must stand to each other.
    Operator {
        /// Equal within the tolerance.
        Equal = "=",
        /// Below.
        Less = "<",
        /// Below or equal.
        AtMost = "<=",
        /// Above.
        More = ">",
        /// Above or equal.
        AtLeast = ">=",
    }
}

coded! {
    /// What a rule does where figures are missing.
    MissingStrategy {
        /// It says nothing unless every figure is there.
        SkipIfAny = "skip_if_any",
        /// It says nothing where no figure is there; a missing one counts as nought.
        SkipIfAll = "skip_if_all",
        /// It judges what there is: a missing figure counts as nought, a sum of a part as it stands.
        NeverSkip = "never_skip",
    }
}

coded! {
    /// How bad it is when a rule does not hold.
    RuleSeverity {
        /// The figures cannot both be right.
        Error = "error",
        /// Someone should look.
        Warning = "warning",
    }
}

/// One rule: `left operator right`, within a tolerance.
///
/// A rule whose expressions name a measure without a place stands at every place and period that has
/// such a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Id, such as `C22`.
    pub id: RuleId,
    /// The kind of rule it is one of, `V1` to `V18`; empty for one of its own kind.
    pub kind: String,
    /// What it says, in one line.
    pub name: Bilingual,
    /// What is computed.
    pub left: Expression,
    /// How the sides must stand to each other.
    pub operator: Operator,
    /// What is stated.
    pub right: Expression,
    /// How far apart the sides may be; `None` for half of the last stated digit, in the unit in which it
    /// is printed, where they must be equal and one is computed; else for nought.
    pub tolerance: Option<Decimal>,
    /// Where figures are missing.
    pub missing: MissingStrategy,
    /// How bad it is.
    pub severity: RuleSeverity,
    /// What a reader must know; may be empty.
    pub note: Bilingual,
}

coded! {
    /// What a rule says of some figures.
    Verdict {
        /// It holds.
        Pass = "pass",
        /// Someone should look, or it cannot be decided.
        Warn = "warn",
        /// It does not hold.
        Fail = "fail",
    }
}

/// One verdict, with everything that it was reached from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// `V1` to `V18`, or the id of a rule of its own kind.
    pub rule: String,
    /// Id of the rule in the package; empty for one that always holds.
    pub check: String,
    /// What it says.
    pub verdict: Verdict,
    /// The figures that it is about, in order.
    pub observations: Vec<ObservationId>,
    /// What is stated, as a decimal; empty where nothing is.
    pub stated: String,
    /// What was computed, as a decimal; empty where nothing is.
    pub computed: String,
    /// How far apart the two may be, as a decimal; empty where it does not matter.
    pub tolerance: String,
    /// The same in words, with the numbers filled in.
    pub message: Bilingual,
    /// What a reader must know; may be empty.
    pub note: Bilingual,
}

/// A rule that said nothing, at all or at some places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Id of the rule in the package, such as `C22`, or of one that always holds, such as `V1`.
    pub check: String,
    /// At how many places.
    pub places: usize,
    /// Why, at the first of them.
    pub reason: Bilingual,
}
