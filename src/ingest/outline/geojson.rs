//! GeoJSON (RFC 7946): a collection, one feature, or a bare geometry.

use super::{Feature, add_polygon, field, items, number, place, said, text_of};
use crate::model::{Outline, Ring};
use crate::spec::Value;

/// Every feature with ground; `None` where one lies outside the earth.
pub(super) fn features(whole: &Value) -> Option<Vec<Feature>> {
    match text_of(whole, "type") {
        Some("FeatureCollection") => items(field(whole, "features")).iter().map(feature).collect(),
        Some("Feature") => Some(vec![feature(whole)?]),
        _ => {
            let mut outline = Outline::default();
            add_geometry(&mut outline, whole)?;
            Some(vec![Feature { said: Vec::new(), outline }])
        }
    }
}

fn feature(shape: &Value) -> Option<Feature> {
    let mut outline = Outline::default();
    if let Some(geometry) = field(shape, "geometry") {
        add_geometry(&mut outline, geometry)?;
    }
    Some(Feature { said: said(shape), outline })
}

fn add_geometry(outline: &mut Outline, geometry: &Value) -> Option<()> {
    let coordinates = items(field(geometry, "coordinates"));
    match text_of(geometry, "type") {
        Some("Polygon") => polygon(outline, coordinates),
        Some("MultiPolygon") => {
            coordinates.iter().try_for_each(|one| polygon(outline, items(Some(one))))
        }
        Some("GeometryCollection") => {
            let all = items(field(geometry, "geometries"));
            all.iter().try_for_each(|one| add_geometry(outline, one))
        }
        _ => Some(()),
    }
}

fn polygon(outline: &mut Outline, rings: &[Value]) -> Option<()> {
    let rings: Vec<Ring> = rings.iter().map(ring).collect::<Option<_>>()?;
    add_polygon(outline, rings.into_iter());
    Some(())
}

fn ring(ring: &Value) -> Option<Ring> {
    items(Some(ring)).iter().filter_map(pair).map(place).collect()
}

/// Longitude and latitude; a height is let go.
fn pair(position: &Value) -> Option<[f64; 2]> {
    match items(Some(position)) {
        [x, y, ..] => Some([number(x)?, number(y)?]),
        _ => None,
    }
}
