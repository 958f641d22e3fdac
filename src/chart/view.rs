//! A view: a query, a mark and what stands where. One small JSON value.

use crate::diag::Bilingual;
use crate::model::MeasureId;
use crate::query::Query;
use crate::spec::{coded, deserialize_by_spec, read_fields};

coded! {
    /// Kind of picture.
    #[derive(Default)]
    MarkKind {
        /// Bars from the zero line, ranked or grouped.
        #[default]
        Bar = "bar",
        /// Line over a Jalali axis; points where periods do not join.
        Line = "line",
        /// A line that is filled down to zero, for amounts; series stand on each other where they are
        /// parts that add up, else they are lines. Bands between bounds.
        Area = "area",
        /// Two periods, the first and the last of the answer, with a line for each series: unbroken where
        /// it rises, dashed where it falls.
        Slope = "slope",
        /// Two bars, what was planned and what came of it, with the difference.
        PlannedActual = "planned_actual",
        /// A dot for each area beside the areas above it.
        Dot = "dot",
        /// Tile map of the provinces.
        TileMap = "tile_map",
        /// A stock, what came to it and what left it, and the stock after: rows of stock measures from
        /// zero, rows of flow measures between two levels ([`Encoding::minus`] are taken off). The
        /// question names the measures in that order ([`Query::also`]), of one area and period.
        Waterfall = "waterfall",
        /// The stages of money in their order, each with its share of the stage before and of the
        /// first; a stage that nobody told is an empty slot. Of one programme, release, area, period.
        Funnel = "funnel",
        /// How many areas lie in each class: between given limits ([`Encoding::classes`]), or as the
        /// figures of a code list tell it ([`Encoding::y`], such as `size_class`).
        Distribution = "distribution",
        /// Rows over Jalali time, each figure a cell in the colour of its class.
        HeatMap = "heat_map",
        /// Reports over Jalali time: the order, the last day, and the day on which each came in.
        Timeline = "timeline",
        /// Areas on their ground, by boundaries that a user brought.
        Map = "map",
        /// A point for each place over two measures, as large as a third.
        Scatter = "scatter",
    }
}

/// Whether every kind of picture is drawn. The reader, which everybody downloads, draws those that most pages need,
/// and bars with a note in place of the others.
pub(super) const HAS_ALL: bool = cfg!(feature = "complete");

impl MarkKind {
    /// Whether the reader draws it.
    const fn is_common(self) -> bool {
        matches!(
            self,
            Self::Bar | Self::Line | Self::Area | Self::PlannedActual | Self::Dot | Self::TileMap
        )
    }

    /// Whether a view may have it once for each value of a field.
    pub(super) const fn has_panels(self) -> bool {
        matches!(self, Self::Bar | Self::Line | Self::Area)
    }

    /// Whether places across are places in time.
    pub(super) const fn is_over_time(self) -> bool {
        matches!(self, Self::Line | Self::Area | Self::Slope)
    }
}

coded! {
    /// What tells the rows of an answer apart.
    Field {
        /// Area or group.
        Area = "area",
        /// Indicator.
        Measure = "measure",
        /// What a figure is about besides.
        Scope = "scope",
        /// Programme.
        Programme = "programme",
        /// Time.
        Period = "period",
        /// Scenario and stage, as the form of a mark tells them.
        Stage = "stage",
    }
}

coded! {
    /// Which calendars stand below an axis of time. It is divided by the Jalali calendar always.
    #[derive(Default)]
    Calendars {
        /// Jalali.
        #[default]
        Jalali = "jalali",
        /// Jalali, and in a second row where Gregorian months or years begin.
        Both = "both",
    }
}

coded! {
    /// How the series of bars ([`Encoding::color`]) lie on one another. Only what adds may: else they
    /// stand one below the other, and a note says why.
    Stack {
        /// Parts of a whole, one after the other from the zero line.
        Zero = "zero",
        /// The same, each whole as long as all others.
        Share = "share",
        /// To both sides of zero: what is negative or named by [`Encoding::minus`] to the other side.
        Diverging = "diverging",
    }
}

coded! {
    /// Order of rows. By value, a bound or a range that may be more or less than another row ("fewer
    /// than 100" beside 60) claims no place among the values: it stands after them, and a note
    /// says of how many rows that is.
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

/// A further measure, of the same places as the query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    /// What is measured; empty for none.
    pub measure: MeasureId,
    /// Its periods, where they are others than those of the query.
    pub periods: Vec<String>,
}

/// Which field stands where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Encoding {
    /// A code list whose entries are the rows: areas are counted at the entry whose number their
    /// figure is. Any other field leaves the rows as the query gives them.
    pub y: String,
    /// [`Field`] whose values are the series; `member` for the members of a group; empty for none.
    pub color: String,
    /// The measure of the axis across of a scatter.
    pub x: Axis,
    /// The measure that is the area of its bubbles.
    pub size: Axis,
    /// [`Field`] of which each value has a panel of its own with a bar, line or area chart, all with the
    /// same scales: at most twelve; empty for one chart.
    pub facet: String,
    /// Lines that are left out, by their names as the chart shows them: the others keep their colours, and a note
    /// names these.
    pub hide: Vec<String>,
    /// Reference lines by name: `country`.
    pub reference: Vec<String>,
    /// Class limits of a map or a distribution, exact decimals in the unit shown.
    pub classes: Vec<crate::number::Decimal>,
    /// Calendars below an axis of time.
    pub calendars: Calendars,
    /// How series lie on one another; nothing for one below the other.
    pub stack: Option<Stack>,
    /// What lies on the other side of zero, or is taken off a stock: measures, codes, stages, areas as
    /// the keys of marks name them, such as `coops_troubled_resolved` or `female`.
    pub minus: Vec<String>,
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
    /// At most so many marks, and the rest as «سایر» where bars of it add and all of it is known; 0
    /// for the default of 60, whose rest is in the table alone.
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

impl View {
    /// Whether only the core of pictures draws it (`www/js/picture.js` says the same): the reader draws bars in its place.
    pub const fn is_rare(&self) -> bool {
        let Encoding { stack, facet, .. } = &self.encoding;
        !self.mark.is_common() || stack.is_some() || !facet.is_empty()
    }
}

read_fields! {
    Axis {
        "measure" measure,
        "periods" periods,
    } finish_all
}

read_fields! {
    Encoding {
        "x" x,
        "size" size,
        "y" y,
        "color" color,
        "facet" facet,
        "hide" hide,
        "reference" reference,
        "classes" classes,
        "calendars" calendars,
        "stack" stack,
        "minus" minus,
    } finish_all
}

read_fields! {
    View {
        "data" data,
        "query" query,
        "mark" mark,
        "encoding" encoding,
        "sort" sort,
        "limit" limit,
        "unit" unit,
        "title" title,
        "subtitle" subtitle,
        "fallback" fallback,
        "notes" notes,
    } finish_all
}

deserialize_by_spec!(View);
