//! Boundaries that a user brings: GeoJSON or TopoJSON, in degrees, matched to areas by code or name.

mod geojson;
mod named;
mod topojson;

use crate::diag::{Error, Result};
use crate::ingest::json::parse_value;
use crate::ingest::{limits, messages};
use crate::model::{AreaTree, Division, Level, Outline, Outlines};
use crate::spec::Value;

/// What could be made of a file of boundaries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOutlines {
    /// The ground of each area that was found in it.
    pub outlines: Outlines,
    /// Which areas they are, and of which list; none where no shape has the name or the code of an area.
    pub of: Option<(Level, Division)>,
    /// By which property of the shapes.
    pub property: String,
    /// Names of shapes that are of no area of that list, or of more than one.
    pub unknown: Vec<String>,
    /// Names of areas of that list, in Persian and English, of which the file has no shape.
    pub missing: Vec<(String, String)>,
}

/// One shape with what is said of it.
#[derive(Debug, Default)]
struct Feature {
    said: Vec<(String, String)>,
    outline: Outline,
}

/// Reads a file of boundaries and finds the area of each shape: the level, the list and the property of which most
/// shapes name one area each. Names are compared by their letters, however they are spelt.
///
/// # Errors
/// `file/too-large`, `file/not-utf8`, `outline/not-json` with the line, `outline/no-shapes`, `outline/not-degrees`.
///
/// # Example
/// ```
/// use hamyar::ingest::read_outlines;
/// use hamyar::model::AreaTree;
/// let fault = read_outlines(b"{\"type\": \"Feature\"}", &AreaTree::default()).unwrap_err();
/// assert_eq!(fault.0.code, "outline/no-shapes");
/// ```
pub fn read_outlines(bytes: &[u8], areas: &AreaTree) -> Result<ReadOutlines> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(messages::outline::too_large(limits::FILE_BYTES).into());
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Error::from(messages::json_not_utf8()))?;
    let whole = parse_value(text).map_err(|line| Error::from(messages::outline::not_json(line)))?;
    outlines_of(&whole, areas)
}

/// The same of JSON that was read already, as a page does it.
///
/// # Errors
/// `outline/no-shapes`, `outline/not-degrees`.
pub fn outlines_of(whole: &Value, areas: &AreaTree) -> Result<ReadOutlines> {
    let features = if text_of(whole, "type") == Some("Topology") {
        topojson::features(whole)
    } else {
        geojson::features(whole)
    };
    let features = features.ok_or_else(|| Error::from(messages::outline::not_degrees()))?;
    if features.iter().all(|feature| feature.outline.outer.is_empty()) {
        return Err(messages::outline::no_shapes().into());
    }
    Ok(named::matched(features, areas))
}

fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let Value::Fields(fields) = value else { return None };
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

fn text_of<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    match field(value, name)? {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn items(value: Option<&Value>) -> &[Value] {
    match value {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

const fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// Texts and whole numbers that are said of a shape, its id first.
fn said(shape: &Value) -> Vec<(String, String)> {
    let mut said = Vec::new();
    let mut say = |name: &str, value: &Value| match value {
        Value::Text(text) => said.push((name.to_owned(), text.clone())),
        Value::Number(number) if number.trunc() == *number && number.abs() < 1e12 => {
            said.push((name.to_owned(), (*number as i64).to_string()));
        }
        _ => {}
    };
    if let Some(id) = field(shape, "id") {
        say("id", id);
    }
    if let Some(Value::Fields(properties)) = field(shape, "properties") {
        for (name, value) in properties {
            say(name, value);
        }
    }
    said
}

/// A place in millionths of a degree; `None` outside the earth: the file is in metres of some projection.
fn place([longitude, latitude]: [f64; 2]) -> Option<[i32; 2]> {
    let is_on_earth = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
    is_on_earth.then(|| [longitude, latitude].map(|degrees| (degrees * 1e6).round() as i32))
}

/// Adds the rings of a polygon, the outer one first.
fn add_polygon(outline: &mut Outline, rings: impl Iterator<Item = Vec<[i32; 2]>>) {
    for (index, mut ring) in rings.enumerate() {
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        if ring.len() < 3 {
            continue;
        }
        if index == 0 { outline.outer.push(ring) } else { outline.holes.push(ring) }
    }
}
