//! TopoJSON: lines that neighbours share, each told once, and shapes that name them by number.

use super::{Fault, Feature, Points, add_polygon, field, items, number, place, said, text_of};
use crate::model::{Outline, Ring};
use crate::spec::Value;

/// How whole numbers become degrees.
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

struct Reader {
    arcs: Vec<Ring>,
    points: Points,
}

/// Every geometry, the objects apart: one may hold the provinces and another their counties.
pub(super) fn features(whole: &Value) -> Result<Vec<Vec<Feature>>, Fault> {
    let transform = field(whole, "transform").and_then(transform);
    let decode = |line: &Value| arc(line, transform.as_ref());
    let arcs = items(field(whole, "arcs")).iter().map(decode).collect::<Result<_, _>>()?;
    let mut reader = Reader { arcs, points: Points::default() };
    let mut groups = Vec::new();
    if let Some(Value::Fields(objects)) = field(whole, "objects") {
        for (_, object) in objects {
            let mut features = Vec::new();
            reader.add_object(&mut features, object)?;
            groups.push(features);
        }
    }
    Ok(groups)
}

impl Reader {
    fn add_object(&mut self, features: &mut Vec<Feature>, object: &Value) -> Result<(), Fault> {
        if text_of(object, "type") == Some("GeometryCollection") {
            let all = items(field(object, "geometries"));
            return all.iter().try_for_each(|one| self.add_object(features, one));
        }
        let mut outline = Outline::default();
        let own = items(field(object, "arcs"));
        match text_of(object, "type") {
            Some("Polygon") => add_polygon(&mut outline, self.rings(own)?),
            Some("MultiPolygon") => {
                for polygon in own {
                    add_polygon(&mut outline, self.rings(items(Some(polygon)))?);
                }
            }
            _ => {}
        }
        features.push(Feature { said: said(object), outline });
        Ok(())
    }

    fn rings(&mut self, rings: &[Value]) -> Result<Vec<Ring>, Fault> {
        rings.iter().map(|ring| self.joined(ring)).collect()
    }

    /// The lines of a ring one after the other: each begins where the one before ends, and one with a number below
    /// nought runs backwards.
    fn joined(&mut self, ring: &Value) -> Result<Ring, Fault> {
        let mut places = Ring::new();
        for index in items(Some(ring)).iter().filter_map(number) {
            let is_back = index < 0.0;
            let own = if is_back { -index - 1.0 } else { index };
            let line = self.arcs.get(own as usize).ok_or(Fault::NoLine)?;
            self.points.take(line.len())?;
            let skip = usize::from(!places.is_empty());
            if is_back {
                places.extend(line.iter().rev().skip(skip));
            } else {
                places.extend(line.iter().skip(skip));
            }
        }
        Ok(places)
    }
}

fn transform(value: &Value) -> Option<Transform> {
    let two = |name| match items(field(value, name)) {
        [x, y] => Some([number(x)?, number(y)?]),
        _ => None,
    };
    Some(Transform { scale: two("scale")?, translate: two("translate")? })
}

/// A line of places. With a transform each is told by its distance from the one before.
fn arc(line: &Value, transform: Option<&Transform>) -> Result<Ring, Fault> {
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
    Ok(places)
}
