//! From an answer and a view to a [`Scene`]: scales, axes, marks, words. Pure.
//!
//! [`layout`] first puts the answer into words ([`Prepared`]) and then gives everything a place.

mod bar_form;
mod bounds;
mod captions;
mod card;
mod classes;
mod columns;
mod describe;
mod document;
mod evidence;
mod fact;
mod fact_spec;
mod flow;
mod footing;
mod frame;
mod history;
mod hit;
mod known;
mod layout;
mod listing;
mod mark;
mod member;
mod options;
mod order;
mod pen;
mod phrase;
mod picture;
mod piles;
mod prepare;
mod prepared;
mod processing;
mod reach;
mod scale;
mod scene;
mod shape;
mod spread;
mod stages;
mod steps;
mod style;
mod table;
mod table_order;
mod tally;
mod time_axis;
mod title;
mod vary;
mod view;
mod words;

pub use crate::text::Direction;
pub use captions::example_mark;
pub use card::{CardRow, SourceCard, card, name_text, value_text};
pub use evidence::Evidence;
pub use fact::{FactText, evaluate};
pub use fact_spec::{Count, DatasetCount, Fact, Standing, Style};
pub use flow::Step as FlowStep;
pub use hit::hit;
pub use known::{keep_known, known_note};
pub use layout::layout;
pub use listing::{Listed, Told, listing, statements};
pub use options::Options;
pub use phrase::fill;
pub use piles::Pile;
pub use prepared::{Beside, Break, Datum, Form, Prepared};
pub use scene::{
    Anchor, Cell, Dash, Description, Fill, Geometry, Ink, Item, Label, LegendEntry, Mark, Point,
    Px, Rect, Scene, Side, SourceLine, Stroke, Table, Tip,
};
pub use steps::{Step, next};
pub use view::{Encoding, Field, MarkKind, Sort, Stack, View};
