//! The rows of the tables of a package: what its descriptor says of each column.

use serde_json::{Map, Value as Json, json};

use super::{DRAFT, VERSION};
use crate::export::data_package;
use crate::model::Dataset;

/// One table.
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
}

/// One column.
pub(super) struct Column {
    pub(super) name: String,
    /// What it is, in English and in Persian.
    pub(super) titles: [String; 2],
    /// `string`, `integer`, `number` or `date`.
    kind: String,
    /// The words that it takes; empty for any.
    pub(super) words: Vec<String>,
    pub(super) is_required: bool,
}

/// The tables that a data set is written as.
pub(super) fn tables(dataset: &Dataset) -> Vec<Table> {
    let files = data_package(dataset);
    let descriptor = files.first().map(|(_, bytes)| bytes.as_slice()).unwrap_or_default();
    let descriptor: Json = serde_json::from_slice(descriptor).unwrap_or_default();
    list(&descriptor, "/resources").iter().map(table).collect()
}

fn table(resource: &Json) -> Table {
    let columns = list(resource, "/schema/fields").iter().map(column).collect();
    Table { name: text(resource, "/name"), columns }
}

fn column(field: &Json) -> Column {
    let words = list(field, "/constraints/enum").iter().filter_map(Json::as_str);
    Column {
        name: text(field, "/name"),
        titles: [text(field, "/title"), text(field, "/title_fa")],
        kind: text(field, "/type"),
        words: words.map(str::to_owned).collect(),
        is_required: field.pointer("/constraints/required") == Some(&Json::Bool(true)),
    }
}

fn list<'a>(value: &'a Json, place: &str) -> &'a [Json] {
    value.pointer(place).and_then(Json::as_array).map_or(&[], Vec::as_slice)
}

fn text(value: &Json, place: &str) -> String {
    value.pointer(place).and_then(Json::as_str).unwrap_or_default().to_owned()
}

/// The schema of the rows of all tables, each a text in each cell, as a table in JSON holds them.
pub(super) fn schema(tables: &[Table]) -> Json {
    let rows: Map<String, Json> =
        tables.iter().map(|table| (table.name.clone(), table.schema())).collect();
    json!({ "$schema": DRAFT, "$id": format!("urn:hamyar:rows:{VERSION}"), "$defs": rows })
}

impl Table {
    fn schema(&self) -> Json {
        let properties: Map<String, Json> =
            self.columns.iter().map(|column| (column.name.clone(), column.schema())).collect();
        let required = self.columns.iter().filter(|column| column.is_required);
        let required: Vec<&str> = required.map(|column| column.name.as_str()).collect();
        json!({ "type": "object", "properties": properties, "required": required })
    }
}

impl Column {
    fn schema(&self) -> Json {
        let [en, fa] = &self.titles;
        let mut schema = json!({ "type": "string", "title": en, "description": fa });
        let Some(fields) = schema.as_object_mut() else { return schema };
        if !self.words.is_empty() {
            // An empty cell says nothing.
            let none = (!self.is_required).then_some("");
            let words: Vec<&str> = self.words.iter().map(String::as_str).chain(none).collect();
            fields.insert("enum".into(), json!(words));
        } else if self.is_required {
            fields.insert("minLength".into(), json!(1));
        }
        if self.kind == "date" {
            fields.insert("pattern".into(), json!(r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"));
        }
        schema
    }
}
