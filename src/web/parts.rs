//! The words of a scene as plain values for the page.

use super::convert::list;
use crate::chart::{Cell, Evidence, LegendEntry, Mark, RowName, Said, Scene, SourceLine, Table};
use crate::list::Gather;
use crate::spec::{Object, Value};

/// Everything of a chart that the page writes as text.
pub(super) fn parts(scene: &Scene) -> Value {
    let mut parts = Object::default();
    parts.text("title", &scene.title).text("subtitle", &scene.subtitle);
    parts.number("width", scene.width.css()).number("height", scene.height.css());
    parts.count("marks", scene.marks.len());
    parts.put("legend", list(&scene.legend, |entry: &LegendEntry| Value::Text(entry.text.clone())));
    let description = &scene.description;
    parts.text("brief", &description.brief).text("short", &description.short);
    parts.text("long", &description.long);
    parts.text("coverage", &scene.coverage);
    parts.put("sources", list(&scene.sources, source));
    parts.texts("notes", &scene.notes).flag("example", scene.example);
    parts.value()
}

/// The table as the page writes it.
pub(super) fn table(table: &Table) -> Value {
    let mut part = Object::default();
    part.text("caption", &table.caption).texts("heads", &table.heads);
    part.put("rows", list(&table.rows, |row: &Vec<Cell>| list(row, cell)));
    let columns = (0..table.heads.len()).map(|column| table.places(column)).gather();
    part.put("places", list(&columns, |places: &Vec<Option<usize>>| list(places, place)));
    part.text("foot", &table.foot);
    part.value()
}

fn place(place: &Option<usize>) -> Value {
    place.map_or(Value::Null, |place| Value::Number(place as f64))
}

fn cell(cell: &Cell) -> Value {
    let mut part = Object::default();
    part.text("text", &cell.text).flag("numeric", cell.numeric);
    part.put("evidence", evidence(&cell.evidence)).text("working", &cell.working);
    part.value()
}

fn source(line: &SourceLine) -> Value {
    let mut part = Object::default();
    part.text("source", &line.source).text("text", &line.text);
    part.put("evidence", evidence(&line.evidence));
    part.value()
}

/// What something rests on, as the page asks for its card.
pub(super) fn evidence(all: &[Evidence]) -> Value {
    list(all, |one: &Evidence| Value::Text(one.as_str().to_owned()))
}

/// The marks in keyboard order, each with what names its row and where it stands across.
pub(super) fn marks(marks: &[Mark], names: &[RowName]) -> Value {
    list(marks, |mark: &Mark| {
        let mut part = Object::default();
        if let Some(row) = names.get(mark.row) {
            part.text("key", &row.key).text("name", &row.name).text("place", &row.place);
            part.text("series", &row.series).text("period", &row.period);
        }
        part.number("left", mark.target.x.css()).number("width", mark.target.width.css());
        part.value()
    })
}

/// One mark as the page shows it in a tooltip, with its box in CSS px of the plot.
pub(super) fn mark(index: usize, mark: &Mark, said: &Said) -> Value {
    let tip = &said.tip;
    let mut part = Object::default();
    part.count("index", index).text("key", &said.key);
    part.text("heading", &tip.heading).text("value", &tip.value).texts("details", &tip.details);
    part.text("source", &tip.source).text("spoken", &tip.spoken);
    part.text("working", &tip.working);
    part.put("evidence", evidence(&said.evidence)).count("row", mark.row);
    part.number("left", mark.target.x.css()).number("top", mark.target.y.css());
    part.number("width", mark.target.width.css()).number("height", mark.target.height.css());
    part.value()
}
