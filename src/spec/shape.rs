//! What a specification may hold, told by the readers themselves, so that a schema cannot say something else. Of native
//! builds alone: no page needs it.

use super::{Coded, FromSpec, Value};

/// What may stand in a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Any text.
    Text,
    /// A plain decimal as text, `10.50`.
    Decimal,
    /// Yes or no.
    Flag,
    /// Any number.
    Number,
    /// A whole number from the first to the second.
    Whole(f64, f64),
    /// One of these words.
    Words(&'static [&'static str]),
    /// Any number of these.
    List(Box<Self>),
    /// Two of these.
    Pair(Box<Self>),
    /// Any of these.
    Either(Vec<Self>),
    /// Fields by name.
    Fields(Parts),
    /// Whatever it is.
    Any,
}

/// The fields of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// What it is called, such as `Query`; empty for what has no name of its own.
    pub name: &'static str,
    /// Its fields.
    pub parts: Vec<Part>,
    /// Whether other fields are let be.
    pub is_open: bool,
}

/// One field.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// What it holds. Null is as good as no field.
    pub shape: Shape,
    /// Whether it must be there.
    pub is_required: bool,
}

/// The shape of what is read into a place.
pub fn shape_of<T: FromSpec>(_place: &T) -> Shape {
    T::shape()
}

impl Shape {
    /// The words of an enumeration.
    pub fn words<T: Coded>() -> Self {
        Self::Words(T::CODES)
    }

    /// Any number of these.
    pub fn list(item: Self) -> Self {
        Self::List(Box::new(item))
    }

    /// An object without other fields than these.
    pub fn fields(name: &'static str, parts: Vec<Part>) -> Self {
        Self::Fields(Parts { name, parts, is_open: false })
    }

    /// An object; reading it ends by the method of [`super::Fields`] of this name.
    pub(crate) fn read_by(name: &'static str, parts: Vec<Part>, finish: &str) -> Self {
        Self::Fields(Parts { name, parts, is_open: finish == "finish" })
    }

    /// Whether a value is of this shape, in all its parts.
    ///
    /// ```
    /// use hamyar::spec::{Part, Shape, Value};
    /// let shape = Shape::fields("", vec![Part::required("of", Shape::Words(&["planned"]))]);
    /// let of = |word: &str| Value::Fields(vec![("of".into(), Value::Text(word.into()))]);
    /// assert!(shape.holds(&of("planned")));
    /// assert!(!shape.holds(&of("paid")) && !shape.holds(&Value::Null));
    /// ```
    pub fn holds(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Any, _)
            | (Self::Text, Value::Text(_))
            | (Self::Flag, Value::Flag(_))
            | (Self::Number, Value::Number(_)) => true,
            (Self::Decimal, Value::Text(text)) => crate::number::Decimal::parse(text).is_some(),
            (Self::Whole(least, most), Value::Number(number)) => {
                number.trunc() == *number && (least..=most).contains(&number)
            }
            (Self::Words(words), Value::Text(text)) => words.contains(&text.as_str()),
            (Self::List(item), Value::List(items)) => items.iter().all(|one| item.holds(one)),
            (Self::Pair(item), Value::List(items)) => {
                items.len() == 2 && items.iter().all(|one| item.holds(one))
            }
            (Self::Either(shapes), value) => shapes.iter().any(|shape| shape.holds(value)),
            (Self::Fields(parts), Value::Fields(fields)) => parts.hold(fields),
            _ => false,
        }
    }
}

impl Parts {
    fn hold(&self, fields: &[(String, Value)]) -> bool {
        let value = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, one)| one);
        let is_known = |name: &str| self.parts.iter().any(|part| part.name == name);
        let is_right = |part: &Part| match value(part.name) {
            None => !part.is_required,
            Some(Value::Null) => true,
            Some(value) => part.shape.holds(value),
        };
        self.parts.iter().all(is_right)
            && (self.is_open || fields.iter().all(|(one, _)| is_known(one)))
    }
}

impl Part {
    /// A field that may be there.
    pub fn optional(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, is_required: false }
    }

    /// A field that must be there.
    pub fn required(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, is_required: true }
    }
}
