//! A view: a query, a mark and what stands where. One small JSON value.

use crate::diag::Bilingual;
use crate::query::Query;
use crate::spec::{Fault, Fields, FromSpec, Value, coded, deserialize_by_spec};

coded! {
    /// Kind of picture.
    #[derive(Default)]
    MarkKind {
        /// Bars from the zero line, ranked or grouped.
        #[default]
        Bar = "bar",
        /// Line over a Jalali axis; points where periods do not join.
        Line = "line",
        /// Two bars, what was planned and what came of it, with the difference.
        PlannedActual = "planned_actual",
        /// A dot for each area beside the areas above it.
        Dot = "dot",
        /// Tile map of the provinces.
        TileMap = "tile_map",
    }
}

coded! {
    /// Order of rows.
    #[derive(Default)]
    Sort {
        /// As the query gives them.
        #[default]
        Given = "given",
        /// Largest first; what has no value at the foot.
        Descending = "descending",
        /// Smallest first; what has no value at the foot.
        Ascending = "ascending",
        /// By name, in Persian (or English) order.
        Name = "name",
    }
}

/// Which field stands where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Encoding {
    /// A code list whose entries are the rows: areas are counted at the entry whose number their
    /// figure is. Any other field leaves the rows as the query gives them.
    pub y: String,
    /// Field that groups or colours (`scenario`, `stage`, `area` …); empty for none.
    pub color: String,
    /// Reference lines by name: `country`.
    pub reference: Vec<String>,
    /// Class limits of a map, exact decimals in the unit shown.
    pub classes: Vec<crate::number::Decimal>,
}

/// One view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

impl FromSpec for Encoding {
    fn read(value: &Value) -> Result<Self, Fault> {
        let mut encoding = Self::default();
        let mut fields = Fields::of(value);
        fields.take("y", &mut encoding.y);
        fields.take("color", &mut encoding.color);
        fields.take("reference", &mut encoding.reference);
        fields.take("classes", &mut encoding.classes);
        fields.finish_all()?;
        Ok(encoding)
    }
}

impl FromSpec for View {
    fn read(value: &Value) -> Result<Self, Fault> {
        let mut view = Self::default();
        let mut fields = Fields::of(value);
        fields.take("data", &mut view.data);
        fields.take("query", &mut view.query);
        fields.take("mark", &mut view.mark);
        fields.take("encoding", &mut view.encoding);
        fields.take("sort", &mut view.sort);
        fields.take("limit", &mut view.limit);
        fields.take("unit", &mut view.unit);
        fields.take("title", &mut view.title);
        fields.take("subtitle", &mut view.subtitle);
        fields.take("fallback", &mut view.fallback);
        fields.take("notes", &mut view.notes);
        fields.finish_all()?;
        Ok(view)
    }
}

deserialize_by_spec!(View);
