//! Boundaries that a user brings: GeoJSON or TopoJSON, in degrees, matched to areas by code or name.

mod geojson;
mod named;
mod topojson;

use crate::diag::Error;
use crate::ingest::json::parse_value;
use crate::ingest::{limits, messages};
use crate::model::{AreaTree, Division, Level, Outline, Outlines, Ring};
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

/// Points of all boundaries of a file; counties as finely drawn as anybody sees have a tenth of it.
const MOST_POINTS: usize = 2_000_000;

/// How many points were read so far. A line may be named again and again: what is read is no measure of it.
#[derive(Default)]
struct Points(usize);

impl Points {
    fn take(&mut self, count: usize) -> Result<(), Fault> {
        self.0 = self.0.saturating_add(count);
        if self.0 > MOST_POINTS { Err(Fault::TooLarge) } else { Ok(()) }
    }
}

/// Why a file gives no ground.
enum Fault {
    /// A place lies outside the earth.
    NotDegrees,
    /// It has more points than a chart could show.
    TooLarge,
    /// A shape names a line that the file does not have.
    NoLine,
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
/// `file/too-large`, `file/not-utf8`, `outline/not-json` with the line, and what [`outlines_of`]
/// refuses.
///
/// # Example
/// ```
/// use hamyar::ingest::read_outlines;
/// use hamyar::model::AreaTree;
/// let fault = read_outlines(b"{\"type\": \"Feature\"}", &AreaTree::default()).unwrap_err();
/// assert_eq!(fault.0.code, "outline/no-shapes");
/// ```
pub fn read_outlines(bytes: &[u8], areas: &AreaTree) -> Result<ReadOutlines, Error> {
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
/// `outline/no-shapes`, `outline/not-degrees`, `outline/broken`, `outline/too-many`.
pub fn outlines_of(whole: &Value, areas: &AreaTree) -> Result<ReadOutlines, Error> {
    let features = if text_of(whole, "type") == Some("Topology") {
        topojson::features(whole)
    } else {
        geojson::features(whole)
    };
    let mut groups = features.map_err(|fault| match fault {
        Fault::NotDegrees => Error::from(messages::outline::not_degrees()),
        Fault::TooLarge => messages::outline::too_many(MOST_POINTS).into(),
        Fault::NoLine => messages::outline::no_line().into(),
    })?;
    // A shape without ground, such as the point of a town, is of no area.
    for features in &mut groups {
        features.retain(|feature| !feature.outline.parts.is_empty());
    }
    groups.retain(|features| !features.is_empty());
    if groups.is_empty() {
        return Err(messages::outline::no_shapes().into());
    }
    Ok(named::matched(groups, areas))
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

/// A place in millionths of a degree. Where it lies outside the earth the file is in metres of some projection.
fn place([longitude, latitude]: [f64; 2]) -> Result<[i32; 2], Fault> {
    let is_on_earth = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
    let millionths = [longitude, latitude].map(|degrees| (degrees * 1e6).round() as i32);
    if is_on_earth { Ok(millionths) } else { Err(Fault::NotDegrees) }
}

/// Adds a polygon, its outer ring first; one without ground is let go with its holes.
fn add_polygon(outline: &mut Outline, rings: Vec<Ring>) {
    let mut part = Vec::new();
    for (index, mut ring) in rings.into_iter().enumerate() {
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        if ring.len() > 2 {
            part.push(ring);
        } else if index == 0 {
            return;
        }
    }
    if !part.is_empty() {
        outline.parts.push(part);
    }
}
