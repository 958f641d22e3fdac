//! `datapackage.json` as values. The host parses the JSON (`JSON.parse`, or `serde_json` natively)
//! and hands the object over; fields that are not named here are ignored.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};

use crate::number::Decimal;

/// A Frictionless Data Package.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
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
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Extension {
    /// Made up to show how a view works.
    pub example: bool,
}

/// One file of the package.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Resource {
    /// Name, such as `areas`: it says what the rows are.
    pub name: String,
    /// Path from the descriptor.
    pub path: String,
    /// Columns and keys.
    pub schema: Schema,
}

/// A table schema.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Schema {
    /// Columns.
    pub fields: Vec<Field>,
    /// Columns that together name a row.
    #[serde(deserialize_with = "one_or_many")]
    pub primary_key: Vec<String>,
    /// Cells that stand for "no value", beside the empty cell.
    pub missing_values: Vec<String>,
}

/// One column.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Field {
    /// Heading.
    pub name: String,
    /// Type of the standard; `integer` and `number` are checked.
    #[serde(rename = "type")]
    pub kind: String,
    /// What each cell must keep.
    pub constraints: Constraints,
}

/// What each cell of a column must keep.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Constraints {
    /// The cell may not be empty.
    pub required: bool,
    /// No two cells are equal.
    pub unique: bool,
    /// The words allowed; empty for any.
    #[serde(rename = "enum")]
    pub allowed: Vec<String>,
    /// Least value.
    pub minimum: Option<Limit>,
    /// Greatest value.
    pub maximum: Option<Limit>,
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

/// A string, or a list of strings.
fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    deserializer.deserialize_any(OneOrMany)
}

struct OneOrMany;

impl<'de> Visitor<'de> for OneOrMany {
    type Value = Vec<String>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string or a list of strings")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(vec![text.to_owned()])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut out = Vec::new();
        while let Some(text) = list.next_element()? {
            out.push(text);
        }
        Ok(out)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LimitVisitor)
    }
}

struct LimitVisitor;

impl Visitor<'_> for LimitVisitor {
    type Value = Limit;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Limit, E> {
        Ok(Limit(Decimal::from_int(value)))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Limit, E> {
        Decimal::new(i128::from(value), 0).map(Limit).map_err(|_| E::custom("number too large"))
    }

    /// JavaScript has no other numbers; what a descriptor states has few decimals.
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Limit, E> {
        let millionths = (value * 1e6).round();
        if !millionths.is_finite() {
            return Err(E::custom("not a finite number"));
        }
        let limit = Decimal::new(millionths as i128, 6);
        limit.map(|limit| Limit(limit.trimmed())).map_err(|_| E::custom("number too large"))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Limit, E> {
        Decimal::parse(text).map(Limit).ok_or_else(|| E::custom("not a plain decimal"))
    }
}
