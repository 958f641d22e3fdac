//! TopoJSON: lines that neighbours share, each told once, and shapes that name them by number.

use super::{Feature, add_polygon, field, items, number, place, said, text_of};
use crate::model::{Outline, Ring};
use crate::spec::Value;

/// How whole numbers become degrees.
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

/// Every geometry of every object; `None` where one lies outside the earth.
pub(super) fn features(whole: &Value) -> Option<Vec<Feature>> {
    let transform = field(whole, "transform").and_then(transform);
    let decode = |line: &Value| arc(line, transform.as_ref());
    let arcs: Vec<Ring> = items(field(whole, "arcs")).iter().map(decode).collect::<Option<_>>()?;
    let mut features = Vec::new();
    if let Some(Value::Fields(objects)) = field(whole, "objects") {
        for (_, object) in objects {
            add_object(&mut features, object, &arcs);
        }
    }
    Some(features)
}

fn add_object(features: &mut Vec<Feature>, object: &Value, arcs: &[Ring]) {
    if text_of(object, "type") == Some("GeometryCollection") {
        for one in items(field(object, "geometries")) {
            add_object(features, one, arcs);
        }
        return;
    }
    let mut outline = Outline::default();
    let own = items(field(object, "arcs"));
    match text_of(object, "type") {
        Some("Polygon") => add_polygon(&mut outline, own.iter().map(|ring| joined(ring, arcs))),
        Some("MultiPolygon") => {
            for polygon in own {
                let rings = items(Some(polygon)).iter().map(|ring| joined(ring, arcs));
                add_polygon(&mut outline, rings);
            }
        }
        _ => {}
    }
    features.push(Feature { said: said(object), outline });
}

fn transform(value: &Value) -> Option<Transform> {
    let two = |name| match items(field(value, name)) {
        [x, y] => Some([number(x)?, number(y)?]),
        _ => None,
    };
    Some(Transform { scale: two("scale")?, translate: two("translate")? })
}

/// A line of places. With a transform each is told by its distance from the one before.
fn arc(line: &Value, transform: Option<&Transform>) -> Option<Ring> {
    let mut sum = [0.0, 0.0];
    let mut places = Ring::new();
    for position in items(Some(line)) {
        let [x, y, ..] = items(Some(position)) else { continue };
        let (Some(x), Some(y)) = (number(x), number(y)) else { continue };
        let at = match transform {
            None => [x, y],
            Some(Transform { scale, translate }) => {
                sum = [sum[0] + x, sum[1] + y];
                [sum[0] * scale[0] + translate[0], sum[1] * scale[1] + translate[1]]
            }
        };
        places.push(place(at)?);
    }
    Some(places)
}

/// The lines of a ring one after the other: each begins where the one before ends, and one with a number below nought
/// runs backwards.
fn joined(ring: &Value, arcs: &[Ring]) -> Ring {
    let mut places = Ring::new();
    for index in items(Some(ring)).iter().filter_map(number) {
        let is_back = index < 0.0;
        let own = if is_back { -index - 1.0 } else { index };
        let Some(line) = arcs.get(own as usize) else { continue };
        let skip = usize::from(!places.is_empty());
        if is_back {
            places.extend(line.iter().rev().skip(skip));
        } else {
            places.extend(line.iter().skip(skip));
        }
    }
    places
}
