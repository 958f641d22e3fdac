//! From an answer and a view to a [`Scene`]: scales, axes, marks, words. Pure.
//!
//! [`layout`] first puts the answer into words ([`Prepared`]) and then gives everything a place.

mod across;
mod area_rule;
mod bar_form;
mod bounds;
mod captions;
mod card;
mod classes;
mod columns;
mod course;
mod describe;
mod document;
mod evidence;
mod facets;
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
mod series;
mod shape;
mod spread;
mod stages;
mod steps;
mod style;
mod table;
mod table_order;
mod tally;
mod teller;
mod time_axis;
mod title;
mod vary;
mod view;
mod words;
mod writer;

pub use crate::text::Direction;
pub use captions::{example_mark, figure_words};
pub use card::{CardRow, SourceCard, card, name_text, value_text};
pub use evidence::Evidence;
pub use fact::{FactText, evaluate};
pub use fact_spec::{Count, DatasetCount, Fact, Standing, Style};
pub use flow::Step as FlowStep;
pub use hit::hit;
pub use known::{keep_known, known_note};
pub use layout::{layout, place};
pub use listing::{Listed, Told, listing, statements};
pub use options::Options;
pub use phrase::fill;
pub use prepared::Form;
pub use scene::{
    Anchor, Cell, Dash, Description, Fill, Geometry, Ink, Item, Label, LegendEntry, Mark, Point,
    Px, Rect, Said, Scene, Side, SourceLine, Stroke, Table, Tip,
};
pub use steps::{Step, letters_of, next, typed, typed_again};
pub use teller::{RowName, Teller};
pub use view::{Axis, Calendars, Encoding, Field, MarkKind, Sort, Stack, View};
