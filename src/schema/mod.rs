//! What views, rankings and data packages may hold, as JSON Schema and as TypeScript: both from the readers themselves
//! ([`crate::spec::Shape`]) and from the tables that are written ([`crate::export::data_package`]). Native only, pure.

mod json;
mod rows;
mod typescript;

use serde_json::Value as Json;

use crate::chart::View;
use crate::ingest::Descriptor;
use crate::model::Dataset;
use crate::ranking::Rules;
use crate::spec::{FromSpec, Shape};

/// The version of the language of views, rankings and packages. A field or a word that is added leaves it as it is; one
/// that goes, or comes to mean something else, makes it one more.
pub const VERSION: u32 = 1;

/// The draft of JSON Schema.
const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A path and what is written there.
pub type File = (String, String);

/// What is described, by name, in the order of the files.
fn described() -> [(&'static str, Shape); 3] {
    [("view", View::shape()), ("package", Descriptor::shape()), ("ranking", Rules::shape())]
}

/// The schema of one of `view`, `package` and `ranking`; `None` for another name.
///
/// ```
/// let schema = hamyar::schema::schema("view").unwrap();
/// assert_eq!(schema["$id"], "urn:hamyar:view:1");
/// assert_eq!(schema["properties"]["limit"]["anyOf"][0]["maximum"], 65535);
/// assert!(hamyar::schema::schema("chart").is_none());
/// ```
pub fn schema(name: &str) -> Option<Json> {
    let (name, shape) = described().into_iter().find(|(known, _)| *known == name)?;
    Some(json::schema(name, &shape))
}

/// Every schema (`view.schema.json`, `package.schema.json`, `ranking.schema.json`), that of the rows of each table that a data set is
/// written as (`rows.schema.json`), and the types of all of them (`hamyar-types.d.ts`).
///
/// ```
/// let files = hamyar::schema::files(&hamyar::model::Dataset::default());
/// let (_, types) = files.iter().find(|(path, _)| path == "hamyar-types.d.ts").unwrap();
/// assert!(types.contains("export interface View {") && types.contains("export interface ObservationsRow {"));
/// ```
pub fn files(dataset: &Dataset) -> Vec<File> {
    let tables = rows::tables(dataset);
    let described = described();
    let mut files: Vec<File> =
        described.iter().map(|(name, shape)| written(name, &json::schema(name, shape))).collect();
    files.push(written("rows", &rows::schema(&tables)));
    let shapes = described.iter().map(|(_, shape)| shape);
    files.push(("hamyar-types.d.ts".to_owned(), typescript::declarations(shapes, &tables)));
    files
}

fn written(name: &str, schema: &Json) -> File {
    (format!("{name}.schema.json"), format!("{schema:#}\n"))
}
