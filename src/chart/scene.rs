//! The one truth about a chart: every position and every string that will be seen.
//!
//! Painting, hit testing, keyboard steps, the table, the description and the tests all read the
//! same [`Scene`]. Lengths are CSS px on a grid of 1/8 px; the origin is the top left corner of the
//! plot; y grows downwards.

use super::evidence::Evidence;
use super::view::MarkKind;
use crate::text::{Direction, Lang};

/// Length in CSS px. Kept as whole eighths so that native and wasm builds agree to the byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Px(pub i32);

impl Px {
    /// The length as CSS writes it.
    pub fn css(self) -> f64 {
        f64::from(self.0) / 8.0
    }
}

/// A point of the plot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: Px,
    /// From the top.
    pub y: Px,
}

/// A rectangle of the plot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Left edge.
    pub x: Px,
    /// Top edge.
    pub y: Px,
    /// Width, not negative.
    pub width: Px,
    /// Height, not negative.
    pub height: Px,
}

/// A colour by its part in the picture; themes give it a value when it is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// Card.
    Paper,
    /// Quote, head row.
    Sunken,
    /// Text, zero line.
    Ink,
    /// Subtitle.
    Ink2,
    /// Tick labels, source.
    Ink3,
    /// Slots, tile edges.
    Axis,
    /// Hairline.
    Rule,
    /// Grid line.
    Grid,
    /// Background marks.
    Context,
    /// Highlighted interval.
    Selection,
    /// Focus ring, outer.
    FocusOuter,
    /// Focus ring, inner.
    FocusInner,
    /// Categorical colour 1 to 8.
    Category(u8),
    /// Sequential class 1 to 5.
    Sequence(u8),
    /// Text on sequential class 1 to 5.
    SequenceText(u8),
    /// Diverging class 1, the lowest, to 7; 4 is about nought.
    Diverging(u8),
}

/// How a shape is filled. Form carries the meaning, colour repeats it (LOOK §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Nothing.
    None,
    /// Actual, paid.
    Solid(Ink),
    /// Approved, allocated: a tint.
    Tint(Ink),
    /// Planned: 45° hatch.
    Hatch(Ink),
    /// In progress: lower half solid.
    LowerHalf(Ink),
    /// At most, fewer than: dot screen.
    Dots(Ink),
    /// Withheld: cross hatch.
    CrossHatch(Ink),
    /// About: solid whose end fades, towards [`Side`].
    Fade(Ink, Side),
}

/// A side of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left.
    Left,
    /// Right.
    Right,
}

/// Line pattern, as on-off lengths in px.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken.
    Solid,
    /// 8 5, planned.
    Planned,
    /// 5 4, references and changes of method.
    Reference,
    /// 1.8 4 round, slot of what is not reported.
    Slot,
    /// 2 4, forecast.
    Dots,
}

/// An outline or a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Colour.
    pub ink: Ink,
    /// Width.
    pub width: Px,
    /// Pattern.
    pub dash: Dash,
}

/// A geometric shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Geometry {
    /// Rectangle with rounded corners.
    Rect(Rect, Px),
    /// Open line.
    Line(Vec<Point>),
    /// Closed polygon.
    Polygon(Vec<Point>),
    /// Circle: centre and radius.
    Circle(Point, Px),
    /// Many rectangles that look alike.
    Rects(Vec<Rect>),
    /// Many circles of one radius that look alike, by their centres.
    Circles(Vec<Point>, Px),
}

/// Where a text stands from its point. Never start/end, which flip in a right-to-left page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The point is its left end.
    Left,
    /// The point is its middle.
    Middle,
    /// The point is its right end.
    Right,
}

/// One line of text on its alphabetic baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// On the baseline.
    pub at: Point,
    /// Where it stands from the point.
    pub anchor: Anchor,
    /// What is written, isolated runs included.
    pub text: String,
    /// Font size.
    pub size: Px,
    /// Weight 700 instead of 400.
    pub bold: bool,
    /// Digits of one width.
    pub tabular: bool,
    /// Colour.
    pub ink: Ink,
    /// Base direction of the run.
    pub direction: Direction,
    /// A paper-coloured rim so that it stays readable over marks.
    pub halo: bool,
}

/// Something to paint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A shape.
    Shape {
        /// Its geometry.
        geometry: Geometry,
        /// Its fill.
        fill: Fill,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A text.
    Label(Label),
}

/// One line of a tooltip or an announcement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tip {
    /// Who and when.
    pub heading: String,
    /// Value with unit, or the words of its absence.
    pub value: String,
    /// Stage, comparison, working: at most two lines.
    pub details: Vec<String>,
    /// Source, one line.
    pub source: String,
    /// All of it as one sentence for a screen reader.
    pub spoken: String,
    /// What was computed, with the formula in numbers, for the source card; empty for what is stated.
    pub working: String,
}

/// What is said of one row: of its mark and of its line in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Stable key of the row, such as `area=24@1395;period=1400`.
    pub key: String,
    /// Tooltip.
    pub tip: Tip,
    /// What it rests on together with what stands beside it, for the source card.
    pub evidence: Vec<Evidence>,
}

/// One data mark: what can be pointed at, stepped to and opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What belongs to it, in paint order.
    pub items: Vec<Item>,
    /// Where a pointer hits it; also where the focus ring stands.
    pub target: Rect,
    /// Which series it belongs to, counted from 0; 0 where there is one.
    pub series: usize,
    /// Which panel it stands in, counted from 0; 0 where there is one chart.
    pub panel: usize,
    /// Row of [`Scene::said`] and of the table that tell the same.
    pub row: usize,
}

/// One entry of the key, shown only if direct labels cannot do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// Swatch: a shape of 18 × 12 px at the origin.
    pub swatch: Vec<Item>,
    /// Words.
    pub text: String,
}

/// One cell of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What is shown.
    pub text: String,
    /// What it sorts by ([`Table::places`]): of a number its exact decimal text, else a text; empty
    /// for nothing.
    pub sort: String,
    /// Whether it is a number.
    pub numeric: bool,
    /// What it rests on, for the source card.
    pub evidence: Vec<Evidence>,
    /// What was computed, with the formula in numbers; empty for what is stated.
    pub working: String,
}

/// The equal view of the chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Caption.
    pub caption: String,
    /// Heads; units stand in the head.
    pub heads: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
    /// Total or coverage line below; may be empty.
    pub foot: String,
}

/// What the chart says in words, written from the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    /// What the chart is: kind, measure, unit, place, period.
    pub brief: String,
    /// The same with what stands out first.
    pub short: String,
    /// Kind, range, extremes, where each line went, gaps, bounds, coverage, source.
    pub long: String,
}

/// One document behind the chart, as its source line names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Id.
    pub source: String,
    /// Publisher and date.
    pub text: String,
    /// A figure of that document in the chart, or the document: opens its card.
    pub evidence: Vec<Evidence>,
}

/// A resolved chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// Language of every string.
    pub lang: Lang,
    /// Direction of categories, legend and table.
    pub direction: Direction,
    /// Kind of picture, which says how keys step through it.
    pub mark: MarkKind,
    /// Width of the plot.
    pub width: Px,
    /// Height of the plot.
    pub height: Px,
    /// The finding.
    pub title: String,
    /// What, unit, place, period.
    pub subtitle: String,
    /// Key, empty when direct labels do.
    pub legend: Vec<LegendEntry>,
    /// What lies under the marks: grid, axes, reference lines, slots.
    pub ground: Vec<Item>,
    /// Data marks in keyboard order: the visual order, rows first.
    pub marks: Vec<Mark>,
    /// What lies over the marks: labels of reference lines, names.
    pub overlay: Vec<Item>,
    /// What is said of each row, by its number; empty in a scene of [`crate::chart::place`].
    pub said: Vec<Said>,
    /// Table; empty in a scene of [`crate::chart::place`].
    pub table: Table,
    /// Words.
    pub description: Description,
    /// Coverage «۲۴ از ۳۱», empty when nothing was expected.
    pub coverage: String,
    /// Documents.
    pub sources: Vec<SourceLine>,
    /// Notes, such as "computed by Hamyar", a change of base, or why something was refused.
    pub notes: Vec<String>,
    /// Whether the data are made up to show how the view works.
    pub example: bool,
    /// What stands above the plot when the chart leaves the page: title, subtitle, key. Placed from
    /// the top left corner of the header; with the footer empty in a scene of [`crate::chart::place`].
    pub header: Vec<Label>,
    /// Swatches of the key, in the header.
    pub header_items: Vec<Item>,
    /// Height of the header.
    pub header_height: Px,
    /// What stands below the plot: coverage, sources, notes.
    pub footer: Vec<Label>,
    /// Height of the footer.
    pub footer_height: Px,
}

impl Scene {
    /// What is said of a mark.
    pub fn said_of(&self, mark: &Mark) -> Option<&Said> {
        self.said.get(mark.row)
    }
}
