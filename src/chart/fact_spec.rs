//! What a fact is: small JSON values with names, for sentences.

use crate::model::{Level, ObservationId};
use crate::query::Query;
use crate::spec::{Fault, Fields, FromSpec, Value, coded, deserialize_by_spec, read_fields};
#[cfg(not(target_arch = "wasm32"))]
use crate::spec::{Part, Shape, shape_of};

/// One fact: exactly one of the kinds is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// A figure as stated.
    pub observation: Option<ObservationId>,
    /// First figure divided by the second, in `unit`.
    pub ratio: Option<[ObservationId; 2]>,
    /// First figure in percent of the second.
    pub share: Option<[ObservationId; 2]>,
    /// Change from the first figure to the second in percent, signed.
    pub growth: Option<[ObservationId; 2]>,
    /// First figure less the second; of percentages, in percentage points.
    pub difference: Option<[ObservationId; 2]>,
    /// The one row that a query answers.
    pub query: Option<Query>,
    /// How many rows of a query stand in some way.
    pub count: Option<Count>,
    /// A count of the data set: `figures` or `documents`.
    pub dataset: Option<DatasetCount>,
    /// Unit to show.
    pub unit: String,
    /// Decimals of a derived value.
    pub decimals: Option<u8>,
    /// How it is written.
    pub style: Style,
}

coded! {
    /// How a fact is written.
    #[derive(Default)]
    Style {
        /// Number with unit.
        #[default]
        Unit = "unit",
        /// The same.
        Sentence = "sentence",
        /// Number alone.
        Number = "number",
        /// Number with a percent sign.
        Percent = "percent",
    }
}

/// Rows of a query that stand in some way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The query, with `against` for `above`, `equal` and `below`.
    pub query: Query,
    /// Which rows are counted.
    pub is: Standing,
    /// Compared with this level.
    pub than: Option<Level>,
}

coded! {
    /// How a row stands.
    #[derive(Default)]
    Standing {
        /// Above the area named.
        Above = "above",
        /// Equal to it.
        Equal = "equal",
        /// Below it.
        Below = "below",
        /// Has a value.
        #[default]
        Reported = "reported",
        /// Could have one.
        Expected = "expected",
        /// Could have one and has none.
        Missing = "missing",
    }
}

coded! {
    /// What is counted of a data set.
    DatasetCount {
        /// Figures that are quoted from a document one by one.
        Figures = "figures",
        /// Documents.
        Documents = "documents",
    }
}

read_fields! {
    Fact {
        "observation" observation,
        "ratio" ratio,
        "share" share,
        "growth" growth,
        "difference" difference,
        "query" query,
        "count" count,
        "dataset" dataset,
        "unit" unit,
        "decimals" decimals,
        "style" style,
    } finish_all
}

impl FromSpec for Count {
    fn read(value: &Value) -> Result<Self, Fault> {
        let mut count = Self::default();
        let mut fields = Fields::of(value);
        fields.require("query", &mut count.query);
        fields.require("is", &mut count.is);
        fields.take("than", &mut count.than);
        fields.finish_all()?;
        Ok(count)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        let Self { query, is, than } = Self::default();
        let parts = vec![
            Part::required("query", shape_of(&query)),
            Part::required("is", shape_of(&is)),
            Part::optional("than", shape_of(&than)),
        ];
        Shape::fields("Count", parts)
    }
}

deserialize_by_spec!(Fact);
