//! GeoJSON (RFC 7946): a collection, one feature, or a bare geometry.

use super::{Fault, Feature, Points, add_polygon, field, items, number, place, said, text_of};
use crate::model::{Outline, Ring};
use crate::spec::Value;

/// Every feature, in one group.
pub(super) fn features(whole: &Value) -> Result<Vec<Vec<Feature>>, Fault> {
    let mut reader = Reader { points: Points::default() };
    let features = match text_of(whole, "type") {
        Some("FeatureCollection") => {
            let all = items(field(whole, "features")).iter();
            all.map(|shape| reader.feature(shape)).collect::<Result<_, _>>()?
        }
        Some("Feature") => vec![reader.feature(whole)?],
        _ => {
            let mut outline = Outline::default();
            reader.add_geometry(&mut outline, whole)?;
            vec![Feature { said: Vec::new(), outline }]
        }
    };
    Ok(vec![features])
}

struct Reader {
    points: Points,
}

impl Reader {
    fn feature(&mut self, shape: &Value) -> Result<Feature, Fault> {
        let mut outline = Outline::default();
        if let Some(geometry) = field(shape, "geometry") {
            self.add_geometry(&mut outline, geometry)?;
        }
        Ok(Feature { said: said(shape), outline })
    }

    fn add_geometry(&mut self, outline: &mut Outline, geometry: &Value) -> Result<(), Fault> {
        let coordinates = items(field(geometry, "coordinates"));
        match text_of(geometry, "type") {
            Some("Polygon") => self.polygon(outline, coordinates),
            Some("MultiPolygon") => {
                coordinates.iter().try_for_each(|one| self.polygon(outline, items(Some(one))))
            }
            Some("GeometryCollection") => {
                let all = items(field(geometry, "geometries"));
                all.iter().try_for_each(|one| self.add_geometry(outline, one))
            }
            _ => Ok(()),
        }
    }

    fn polygon(&mut self, outline: &mut Outline, rings: &[Value]) -> Result<(), Fault> {
        let rings: Vec<Ring> = rings.iter().map(|one| self.ring(one)).collect::<Result<_, _>>()?;
        add_polygon(outline, rings);
        Ok(())
    }

    fn ring(&mut self, ring: &Value) -> Result<Ring, Fault> {
        let places: Ring =
            items(Some(ring)).iter().filter_map(pair).map(place).collect::<Result<_, _>>()?;
        self.points.take(places.len())?;
        Ok(places)
    }
}

/// Longitude and latitude; a height is let go.
fn pair(position: &Value) -> Option<[f64; 2]> {
    match items(Some(position)) {
        [x, y, ..] => Some([number(x)?, number(y)?]),
        _ => None,
    }
}
