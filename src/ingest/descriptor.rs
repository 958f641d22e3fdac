//! `datapackage.json` as values. The host parses the JSON (`JSON.parse`, or `serde_json` natively)
//! and hands the object over; fields that are not named here are ignored.

use crate::number::Decimal;
use crate::spec::{Fault, Fields, FromSpec, Value, deserialize_by_spec, read_fields};
#[cfg(not(target_arch = "wasm32"))]
use crate::spec::{Part, Shape};

/// A Frictionless Data Package.
#[derive(Clone, Debug, Default)]
pub struct Descriptor {
    /// Name of the package.
    pub name: String,
    /// Version of the package.
    pub version: String,
    /// Display title, in English; the standard has one language.
    pub title: String,
    /// Display title in Persian.
    pub title_fa: String,
    /// What this product adds to the standard.
    pub hamyar: Extension,
    /// The files.
    pub resources: Vec<Resource>,
}

/// The property `hamyar` of a package.
#[derive(Clone, Debug, Default)]
pub struct Extension {
    /// Made up to show how a view works.
    pub example: bool,
}

/// One file of the package.
#[derive(Clone, Debug, Default)]
pub struct Resource {
    /// Name, such as `areas`: it says what the rows are.
    pub name: String,
    /// Path from the descriptor; one file, because several parts are not read. Empty where the rows
    /// stand in the descriptor.
    pub path: String,
    /// `csv` or `json`; empty for what the path ends in.
    pub format: String,
    /// Rows inside the descriptor as they are written there; only [`Descriptor::parse`] finds them.
    pub data: Inline,
    /// How the file is written.
    pub dialect: Dialect,
    /// Columns and keys.
    pub schema: Schema,
}

/// Rows inside a descriptor, as a text of JSON.
#[derive(Clone, Debug, Default)]
pub struct Inline(pub String);

impl Resource {
    /// Whether the rows stand in the descriptor. A path goes before them: the standard allows one of
    /// the two.
    pub fn is_inline(&self) -> bool {
        self.path.is_empty() && !self.data.0.is_empty()
    }

    /// Whether the rows are written as JSON.
    pub fn is_json(&self) -> bool {
        let ends_so = || self.path.to_ascii_lowercase().ends_with(".json");
        match self.format.as_str() {
            _ if self.is_inline() => true,
            "" => ends_so(),
            format => format.eq_ignore_ascii_case("json"),
        }
    }

    /// The file that the rows stand in.
    pub(super) fn file(&self) -> &str {
        if self.is_inline() { "datapackage.json" } else { &self.path }
    }
}

/// How a file of cells is written.
#[derive(Clone, Debug, Default)]
pub struct Dialect {
    /// The sign between two cells: `,` `;` `|` or a tab; empty for a comma.
    pub delimiter: String,
}

/// A table schema.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// Columns.
    pub fields: Vec<Field>,
    /// Columns that together name a row.
    pub primary_key: Key,
    /// Cells that stand for "no value", beside the empty cell.
    pub missing_values: Vec<String>,
}

/// The columns that together name a row: one name, or a list of names.
#[derive(Clone, Debug, Default)]
pub struct Key(pub Vec<String>);

/// One column.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Heading.
    pub name: String,
    /// Type of the standard; `integer`, `number` and `date` are checked.
    pub kind: String,
    /// How a date is written; empty or `default` for ISO 8601, the only form that is checked.
    pub format: String,
    /// What each cell must keep.
    pub constraints: Constraints,
}

/// What each cell of a column must keep. A `pattern` is not checked here: what it can say of a period,
/// a reference or a locator, the reader of that column says with a better message.
#[derive(Clone, Debug, Default)]
pub struct Constraints {
    /// The cell may not be empty.
    pub required: bool,
    /// No two cells are equal.
    pub unique: bool,
    /// The words allowed; empty for any.
    pub allowed: Vec<String>,
    /// Least value.
    pub minimum: Option<Limit>,
    /// Greatest value.
    pub maximum: Option<Limit>,
    /// Least number of letters.
    pub min_length: Option<u32>,
    /// Greatest number of letters.
    pub max_length: Option<u32>,
}

/// A number of the descriptor, exact to six decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit(pub Decimal);

impl Descriptor {
    /// Paths of all files that may be fetched: inside the package, no address, no way out of it.
    ///
    /// ```
    /// use hamyar::ingest::{Descriptor, Resource};
    /// let resource = |path: &str| Resource { path: path.to_owned(), ..Resource::default() };
    /// let resources = vec![resource("areas.csv"), resource("../passwd"), resource("https://a.b/c")];
    /// let descriptor = Descriptor { resources, ..Descriptor::default() };
    /// assert_eq!(descriptor.paths().collect::<Vec<_>>(), ["areas.csv"]);
    /// ```
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.resources.iter().map(|resource| resource.path.as_str()).filter(|path| is_safe(path))
    }

    /// The resource with this name.
    pub fn resource(&self, name: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.name == name)
    }
}

/// Whether a path stays inside the package on every system: relative, `/` only, no address.
pub(super) fn is_safe(path: &str) -> bool {
    let plain = !path.contains(['\\', ':', '?', '#', '%']) && !path.contains(char::is_control);
    plain && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}

read_fields! {
    Descriptor {
        "name" name, "version" version, "title" title, "title_fa" title_fa, "hamyar" hamyar,
        "resources" resources,
    } finish
    Extension { "example" example } finish
    Resource {
        "name" name, "path" path, "format" format, "data" data, "dialect" dialect, "schema" schema,
    } finish
    Schema { "fields" fields, "primaryKey" primary_key, "missingValues" missing_values } finish
    Field { "name" name, "type" kind, "format" format, "constraints" constraints } finish
    Constraints {
        "required" required, "unique" unique, "enum" allowed, "minimum" minimum,
        "maximum" maximum, "minLength" min_length, "maxLength" max_length,
    } finish
}

impl FromSpec for Dialect {
    fn read(value: &Value) -> Result<Self, Fault> {
        let delimiter = match value {
            // A dialect in a file of its own is not fetched; its path is no delimiter.
            Value::Text(path) => path.clone(),
            _ => {
                let mut delimiter = String::new();
                let mut fields = Fields::of(value);
                fields.take("delimiter", &mut delimiter);
                fields.finish()?;
                delimiter
            }
        };
        Ok(Self { delimiter })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        let delimiter = vec![Part::optional("delimiter", Shape::Text)];
        Shape::Either(vec![Shape::Text, Shape::read_by("Dialect", delimiter, "finish")])
    }
}

impl FromSpec for Inline {
    fn read(value: &Value) -> Result<Self, Fault> {
        // Of rows that are values already the numbers are floats.
        Ok(Self(if let Value::Text(rows) = value { rows.clone() } else { String::new() }))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Any
    }
}

impl FromSpec for Key {
    fn read(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::Text(name) => Ok(Self(vec![name.clone()])),
            _ => Vec::read(value).map(Self),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Text, Shape::list(Shape::Text)])
    }
}

impl FromSpec for Limit {
    fn read(value: &Value) -> Result<Self, Fault> {
        let Value::Number(number) = value else { return Decimal::read(value).map(Self) };
        // What a descriptor states has few decimals, and JavaScript has no other numbers.
        let limit = Decimal::new((number * 1e6).round() as i128, 6);
        let limit = limit.ok().filter(|_| number.is_finite());
        let limit = limit.ok_or_else(|| Fault::expected("عدد", "a number"))?;
        Ok(Self(limit.trimmed()))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Number, Shape::Decimal])
    }
}

deserialize_by_spec!(Descriptor);
