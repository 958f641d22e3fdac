//! From an answer and a view to a [`Scene`]: scales, axes, marks, words. Pure.

mod prepared;
mod scene;
mod view;

pub use prepared::{Beside, Break, Datum, Form, Prepared};
pub use scene::{
    Anchor, Cell, Dash, Description, Fill, Geometry, Ink, Item, Label, LegendEntry, Mark, Point,
    Px, Rect, Scene, Side, SourceLine, Stroke, Table, Tip,
};
pub use view::{Encoding, MarkKind, Sort, View};
