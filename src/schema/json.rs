//! Shapes as JSON Schema, draft 2020-12.

use serde_json::{Map, Value as Json, json};

use super::{DRAFT, VERSION};
use crate::spec::{Parts, Shape};

/// What a decimal looks like; no more digits after the point than one may hold.
const DECIMAL: &str = r"^-?[0-9]+(\.[0-9]{1,18})?$";

/// A whole schema.
pub(super) fn schema(name: &str, shape: &Shape) -> Json {
    let mut named = Map::new();
    let mut whole = match shape {
        Shape::Fields(parts) => object(parts, &mut named),
        other => of(other, &mut named),
    };
    if let Some(fields) = whole.as_object_mut() {
        fields.insert("$schema".into(), json!(DRAFT));
        fields.insert("$id".into(), json!(format!("urn:hamyar:{name}:{VERSION}")));
        fields.insert("$defs".into(), Json::Object(named));
    }
    whole
}

/// The schema of a place; objects with a name are told once.
fn of(shape: &Shape, named: &mut Map<String, Json>) -> Json {
    match shape {
        Shape::Any => json!({}),
        Shape::Text => json!({ "type": "string" }),
        Shape::Decimal => json!({ "type": "string", "pattern": DECIMAL }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Whole(least, most) => {
            json!({ "type": "integer", "minimum": *least as i64, "maximum": *most as i64 })
        }
        Shape::Words(words) => json!({ "enum": words }),
        Shape::List(item) => json!({ "type": "array", "items": of(item, named) }),
        Shape::Pair(item) => {
            json!({ "type": "array", "items": of(item, named), "minItems": 2, "maxItems": 2 })
        }
        Shape::Either(shapes) => {
            let all: Vec<Json> = shapes.iter().map(|shape| of(shape, named)).collect();
            json!({ "anyOf": all })
        }
        Shape::Fields(parts) if parts.name.is_empty() => object(parts, named),
        Shape::Fields(parts) => {
            if !named.contains_key(parts.name) {
                // Its place is taken before its fields are, which may name it.
                named.insert(parts.name.to_owned(), Json::Null);
                let told = object(parts, named);
                named.insert(parts.name.to_owned(), told);
            }
            json!({ "$ref": format!("#/$defs/{}", parts.name) })
        }
    }
}

fn object(parts: &Parts, named: &mut Map<String, Json>) -> Json {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for part in &parts.parts {
        let value = of(&part.shape, named);
        // Null stands for what is left out.
        properties.insert(part.name.to_owned(), json!({ "anyOf": [value, { "type": "null" }] }));
        if part.is_required {
            required.push(part.name);
        }
    }
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": parts.is_open,
    })
}
