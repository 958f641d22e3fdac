//! The rules of a ranking as they are published.

use super::Criterion;
use crate::diag::Bilingual;
use crate::number::Decimal;
use crate::spec::{Fault, Fields, FromSpec, Value, coded, deserialize_by_spec, read_fields};
#[cfg(not(target_arch = "wasm32"))]
use crate::spec::{Part, Shape, shape_of};

coded! {
    /// Which ranks candidates with equal scores have.
    #[derive(Default)]
    Ties {
        /// They share one, and as many are left out after it: 1, 2, 2, 4.
        #[default]
        Shared = "shared",
        /// They share one, and the next follows at once: 1, 2, 2, 3.
        Dense = "dense",
    }
}

coded! {
    /// What is done about a candidate without a value for a criterion.
    #[derive(Default)]
    MissingCriterion {
        /// No points for it.
        Nought = "nought",
        /// No rank, and the list says why. Whoever has no rank sets no yardstick for the others.
        #[default]
        LeftOut = "left_out",
        /// The weights of its other criteria are scaled up to the total.
        Reweighed = "reweighed",
    }
}

/// A score from which on a candidate belongs to a band.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CutOff {
    /// Stable name of the band, unique in its ranking.
    pub id: String,
    /// Display name of the band.
    pub name: Bilingual,
    /// Lowest score in the band, in points.
    pub at_least: Decimal,
}

/// Everything that a ranking is made by. As JSON:
///
/// ```
/// let rules: hamyar::ranking::Rules = serde_json::from_str(r#"{
///     "id": "festival", "name": {"fa": "جشنواره", "en": "Festival"}, "total": "1000",
///     "criteria": [{"id": "jobs", "name": {"fa": "شغل", "en": "Jobs"}, "weight": "1000",
///                   "normaliser": "share_of_max", "direction": "up"}],
///     "cutOffs": [{"id": "national", "name": {"fa": "ملی", "en": "National"}, "atLeast": "600"}],
///     "ties": "shared", "missing": "left_out"
/// }"#).unwrap();
/// assert_eq!(rules.cut_offs[0].at_least.to_string(), "600");
/// ```
///
/// `ties` is `shared` and `missing` is `left_out` when nothing is said. Rules of made-up candidates
/// have `"example": true`, so that every list and file made by them can say so. Decimals stand as
/// texts, for a number of JSON may be rounded on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Stable name.
    pub id: String,
    /// Display name.
    pub name: Bilingual,
    /// What is judged, in the order in which it is shown.
    pub criteria: Vec<Criterion>,
    /// Bands, the highest first.
    pub cut_offs: Vec<CutOff>,
    /// Which ranks equal scores have.
    pub ties: Ties,
    /// What is done about missing values.
    pub missing: MissingCriterion,
    /// Points of a candidate who is best in everything; what the weights add up to.
    pub total: Decimal,
    /// Whether the candidates are made up.
    pub example: bool,
}

read_fields! {
    Rules {
        "id" id,
        "name" name,
        "criteria" criteria,
        "cutOffs" cut_offs,
        "ties" ties,
        "missing" missing,
        "total" total,
        "example" example,
    } finish_all
}

/// By hand, because a cut-off without its score would let everyone in.
impl FromSpec for CutOff {
    fn read(value: &Value) -> Result<Self, Fault> {
        let mut read = Self::default();
        let mut fields = Fields::of(value);
        fields.require("id", &mut read.id);
        fields.take("name", &mut read.name);
        fields.require("atLeast", &mut read.at_least);
        fields.finish_all()?;
        Ok(read)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        let Self { id, name, at_least } = Self::default();
        let parts = vec![
            Part::required("id", shape_of(&id)),
            Part::optional("name", shape_of(&name)),
            Part::required("atLeast", shape_of(&at_least)),
        ];
        Shape::fields("CutOff", parts)
    }
}

deserialize_by_spec!(Rules);
