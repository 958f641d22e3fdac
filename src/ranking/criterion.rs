//! What is judged, how much it weighs, and how a value becomes a part of its weight.

use crate::diag::Bilingual;
use crate::number::Decimal;
use crate::spec::{coded, read_fields};

coded! {
    /// How a value becomes a part of 1, where 1 earns the whole weight.
    #[derive(Default)]
    Normaliser {
        /// Points as a jury gave them, `value ÷ most`; above [`Criterion::most`] counts as that. Where
        /// `most` is the weight itself, the points are the value.
        #[default]
        Stated = "stated",
        /// `(value − lowest) ÷ (highest − lowest)`. Where all candidates are alike, each has 1.
        MinMax = "min_max",
        /// `value ÷ highest`. Of a highest value of nothing, nothing is earned.
        ShareOfMax = "share_of_max",
        /// The share of the candidates who are no better, the candidate itself included: 1 for the
        /// best, also where several are equally good.
        Percentile = "percentile",
    }
}

coded! {
    /// Which way is better. A measure may have no direction, a criterion cannot.
    #[derive(Default)]
    Direction {
        /// More is better.
        #[default]
        Up = "up",
        /// Less is better: of a quotient counts what is left to 1, and a percentile counts those who
        /// have no less.
        Down = "down",
    }
}

/// One criterion of a ranking.
///
/// | field | JSON | unit | when left out |
/// |---|---|---|---|
/// | `id` | `id` | | refused |
/// | `name` | `name` | | empty |
/// | `weight` | `weight` | points, as text | 0 |
/// | `normaliser` | `normaliser` | code | `stated` |
/// | `direction` | `direction` | code | `up` |
/// | `most` | `most` | that of the values, as text | needed by `stated`, refused elsewhere |
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Criterion {
    /// Stable name, unique in its ranking.
    pub id: String,
    /// Display name.
    pub name: Bilingual,
    /// Points of a candidate with the best value.
    pub weight: Decimal,
    /// How a value becomes a part of the weight.
    pub normaliser: Normaliser,
    /// Which way is better.
    pub direction: Direction,
    /// The value that counts as whole, with [`Normaliser::Stated`].
    pub most: Option<Decimal>,
}

read_fields! {
    Criterion {
        "id" id,
        "name" name,
        "weight" weight,
        "normaliser" normaliser,
        "direction" direction,
        "most" most,
    } finish_all
}
