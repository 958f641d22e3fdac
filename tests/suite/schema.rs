//! Schemas and readers are one and the same.

use std::collections::BTreeMap;

use hamyar::chart::View;
use hamyar::ingest::Descriptor;
use hamyar::model::Dataset;
use hamyar::ranking::Rules;
use hamyar::schema::{files, schema};
use hamyar::spec::{FromSpec, Shape, Value};

use super::ingest::open_data::open_dataset;

const VIEWS: [&str; 2] = [
    include_str!("../../www/views/views.json"),
    include_str!("../../www/views/gallery-views.json"),
];
const RANKING: &str = include_str!("../../www/data/example/ranking.json");
const PACKAGE: &str = include_str!("../../www/data/datapackage.json");

fn views() -> Vec<(String, Value)> {
    VIEWS
        .iter()
        .flat_map(|text| serde_json::from_str::<BTreeMap<String, Value>>(text).unwrap())
        .collect()
}

/// Numbers that are the same on every run.
struct Lots(u64);

impl Lots {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }
}

/// Something else in place of a value.
fn other(lots: &mut Lots, value: &Value) -> Value {
    let words = ["", "area", "planned", "growth", "line", "10.5", "-3", "x", "1e9"];
    match lots.below(9) {
        0 => Value::Null,
        1 => Value::Flag(true),
        2 => Value::Number([0.0, -1.0, 1.5, 70_000.0, 1e300][lots.below(5)]),
        3 => Value::Text(words[lots.below(words.len())].to_owned()),
        4 => Value::List(vec![]),
        5 => Value::List(vec![value.clone(), value.clone()]),
        6 => Value::List(vec![Value::Text(words[lots.below(words.len())].to_owned())]),
        7 => Value::Fields(vec![]),
        _ => Value::Fields(vec![("of".to_owned(), value.clone())]),
    }
}

/// Changes one thing somewhere inside.
fn mutate(lots: &mut Lots, value: &mut Value) {
    match value {
        Value::Fields(fields) if !fields.is_empty() && lots.below(4) > 0 => {
            let place = lots.below(fields.len());
            match lots.below(8) {
                0 => {
                    fields.remove(place);
                }
                1 => fields[place].0.push('x'),
                2 => fields.push(("notThere".to_owned(), Value::Null)),
                _ => mutate(lots, &mut fields[place].1),
            }
        }
        Value::List(items) if !items.is_empty() && lots.below(4) > 0 => {
            let place = lots.below(items.len());
            mutate(lots, &mut items[place]);
        }
        value => *value = other(lots, value),
    }
}

/// Whether a day is asked for: a text that is no day is told by the calendar, not by its shape.
fn asks_for_a_day(value: &Value) -> bool {
    let Value::Fields(fields) = value else { return false };
    fields.iter().any(|(name, inner)| name == "asKnown" || asks_for_a_day(inner))
}

fn agree<T: FromSpec>(seeds: &[Value], rounds: usize) -> [usize; 2] {
    let shape = T::shape();
    let mut lots = Lots(7);
    let mut found = [0, 0];
    for round in 0..rounds {
        let mut value = seeds[round % seeds.len()].clone();
        for _ in 0..=lots.below(3) {
            mutate(&mut lots, &mut value);
        }
        if asks_for_a_day(&value) {
            continue;
        }
        let is_read = T::read(&value).is_ok();
        assert_eq!(shape.holds(&value), is_read, "{value:?}");
        found[usize::from(is_read)] += 1;
    }
    found
}

#[test]
fn what_a_reader_takes_is_of_its_shape_and_nothing_else_is() {
    let views: Vec<Value> = views().into_iter().map(|(_, view)| view).collect();
    for view in &views {
        assert!(View::shape().holds(view), "{view:?}");
    }
    let [refused, taken] = agree::<View>(&views, 20_000);
    assert!(refused > 4_000 && taken > 2_000, "{refused} refused, {taken} taken");
    let [refused, taken] = agree::<Rules>(&[serde_json::from_str(RANKING).unwrap()], 4_000);
    assert!(refused > 1_000 && taken > 300, "{refused} refused, {taken} taken");
    let [refused, taken] = agree::<Descriptor>(&[serde_json::from_str(PACKAGE).unwrap()], 400);
    assert!(refused > 20 && taken > 20, "{refused} refused, {taken} taken");
}

#[test]
fn a_schema_names_every_field_and_word_of_its_shape() {
    let whole = schema("view").unwrap();
    let Shape::Fields(parts) = View::shape() else { panic!("a view has fields") };
    let properties = whole["properties"].as_object().unwrap();
    assert_eq!(properties.len(), parts.parts.len());
    for part in &parts.parts {
        assert!(properties.contains_key(part.name), "{}", part.name);
    }
    let marks = &whole["properties"]["mark"]["anyOf"][0]["enum"];
    let known: Vec<&str> = hamyar::chart::MarkKind::ALL.iter().map(|mark| mark.code()).collect();
    assert_eq!(*marks, serde_json::json!(known));
    assert_eq!(whole["additionalProperties"], false);
    // Each part that is named is told.
    let text = whole.to_string();
    for part in text.split("#/$defs/").skip(1) {
        let name = part.split('"').next().unwrap();
        assert!(whole["$defs"][name].is_object(), "{name}");
    }
    assert_eq!(schema("package").unwrap()["additionalProperties"], true);
}

#[test]
fn types_and_rows_have_every_table_and_column_of_a_package() {
    let made = files(&open_dataset());
    let text = |path: &str| &made.iter().find(|(one, _)| one == path).unwrap().1;
    let rows: serde_json::Value = serde_json::from_str(text("rows.schema.json")).unwrap();
    let descriptor = hamyar::export::data_package(&open_dataset()).remove(0).1;
    let descriptor: serde_json::Value = serde_json::from_slice(&descriptor).unwrap();
    let tables = descriptor["resources"].as_array().unwrap();
    assert_eq!(rows["$defs"].as_object().unwrap().len(), tables.len());
    let types = text("hamyar-types.d.ts");
    for table in tables {
        let told = &rows["$defs"][table["name"].as_str().unwrap()]["properties"];
        for field in table["schema"]["fields"].as_array().unwrap() {
            let name = field["name"].as_str().unwrap();
            assert_eq!(told[name]["title"], field["title"], "{name}");
            assert!(types.contains(&format!("\n  {name}")), "{name}");
        }
    }
    assert_eq!(files(&Dataset::default()), files(&Dataset::default()));
}
