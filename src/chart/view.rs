//! A view: a query, a mark and what stands where. One small JSON value.

use serde::{Deserialize, Serialize};

use crate::diag::Bilingual;
use crate::query::Query;

/// Kind of picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// Bars from the zero line, ranked or grouped.
    #[default]
    Bar,
    /// Line over a Jalali axis; points where periods do not join.
    Line,
    /// Two bars, what was planned and what came of it, with the difference.
    PlannedActual,
    /// A dot for each area beside the areas above it.
    Dot,
    /// Tile map of the provinces.
    TileMap,
}

/// Order of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// As the query gives them.
    #[default]
    Given,
    /// Largest first; what has no value at the foot.
    Descending,
    /// Smallest first; what has no value at the foot.
    Ascending,
    /// By name, in Persian (or English) order.
    Name,
}

/// Which field stands where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Encoding {
    /// Field of the rows of a bar chart (`area`, `period`, `measure`, `scope`, `pair` …).
    pub y: String,
    /// Field that groups or colours (`scenario`, `stage`, `area` …); empty for none.
    pub color: String,
    /// Reference lines by name: `country`.
    pub reference: Vec<String>,
    /// Class limits of a map, exact decimals in the unit shown.
    pub classes: Vec<crate::number::Decimal>,
}

/// One view.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct View {
    /// Which package: empty for the open data, `example` for the marked example set.
    pub data: String,
    /// What is asked.
    pub query: Query,
    /// Kind of picture.
    pub mark: MarkKind,
    /// Which field stands where.
    pub encoding: Encoding,
    /// Order of rows.
    pub sort: Sort,
    /// At most so many marks, the rest as «سایر»; 0 for the default of 60.
    pub limit: u16,
    /// Unit to show, such as `billion_rial`; empty for the largest that stays exact.
    pub unit: String,
    /// The finding, with facts of the answer in braces; used only if all of them exist.
    pub title: Bilingual,
    /// What, place, period.
    pub subtitle: Bilingual,
    /// Title when the finding cannot be stated.
    pub fallback: Bilingual,
    /// What a reader must know.
    pub notes: Vec<Bilingual>,
}
