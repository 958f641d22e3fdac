//! Putting a value together.

use super::Value;

/// Fields, one after the other.
///
/// ```
/// use hamyar::spec::{Object, Value};
/// let mut cell = Object::default();
/// cell.text("text", "۵۸۰").flag("numeric", true);
/// let expected = [("text", Value::Text("۵۸۰".into())), ("numeric", Value::Flag(true))];
/// let expected = expected.map(|(name, value)| (name.to_owned(), value));
/// assert_eq!(cell.value(), Value::Fields(expected.to_vec()));
/// ```
#[derive(Default)]
pub struct Object {
    fields: Vec<(String, Value)>,
}

impl Object {
    /// Adds any value.
    pub fn put(&mut self, name: &str, value: Value) -> &mut Self {
        self.fields.push((name.to_owned(), value));
        self
    }

    /// Adds a text.
    pub fn text(&mut self, name: &str, text: &str) -> &mut Self {
        self.put(name, Value::Text(text.to_owned()))
    }

    /// Adds a list of texts.
    pub fn texts(&mut self, name: &str, texts: &[String]) -> &mut Self {
        let mut list = Vec::new();
        for text in texts {
            list.push(Value::Text(text.clone()));
        }
        self.put(name, Value::List(list))
    }

    /// Adds a number.
    pub fn number(&mut self, name: &str, number: f64) -> &mut Self {
        self.put(name, Value::Number(number))
    }

    /// Adds a count. Counts of this product stay far below 2⁵³, where doubles are exact.
    pub fn count(&mut self, name: &str, count: usize) -> &mut Self {
        self.number(name, count as f64)
    }

    /// Adds yes or no.
    pub fn flag(&mut self, name: &str, flag: bool) -> &mut Self {
        self.put(name, Value::Flag(flag))
    }

    /// The whole.
    pub fn value(&mut self) -> Value {
        Value::Fields(std::mem::take(&mut self.fields))
    }
}
