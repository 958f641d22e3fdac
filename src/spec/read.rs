//! Taking a value apart.

use super::{Fault, Value};
#[cfg(not(target_arch = "wasm32"))]
use super::{Part, Shape};
use crate::diag::Bilingual;
use crate::number::Decimal;

/// A type that can be read from a specification.
pub trait FromSpec: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// [`Fault`] with the place inside this value.
    fn read(value: &Value) -> Result<Self, Fault>;

    /// What it reads, for schemas.
    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape;
}

/// Something that a value can be put in. It keeps what it holds when the value is at fault.
pub trait Slot {
    /// Puts a value in.
    fn put(&mut self, value: &Value) -> Result<(), Fault>;
}

impl<T: FromSpec> Slot for T {
    fn put(&mut self, value: &Value) -> Result<(), Fault> {
        *self = T::read(value)?;
        Ok(())
    }
}

/// The fields of one value, taken one after the other. The first fault is kept until the end, so
/// that reading many fields needs one check.
///
/// ```
/// use hamyar::spec::{Fields, Value};
/// let value = Value::Fields(vec![("limit".into(), Value::Number(5.0))]);
/// let (mut limit, mut unit) = (0_u16, String::from("rial"));
/// let mut fields = Fields::of(&value);
/// fields.take("limit", &mut limit);
/// fields.take("unit", &mut unit);
/// assert!(fields.finish().is_ok());
/// assert_eq!((limit, unit.as_str()), (5, "rial"));
/// ```
pub struct Fields<'a> {
    fields: &'a [(String, Value)],
    /// How many of the fields have been asked for.
    used: usize,
    fault: Option<Fault>,
    names: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// The fields of a value; [`Fields::finish`] tells if it has none.
    pub fn of(value: &'a Value) -> Self {
        let (fields, fault) = match value {
            Value::Fields(fields) => (fields.as_slice(), None),
            _ => (&[][..], Some(Fault::expected("چند ویژگی", "an object"))),
        };
        Self { fields, used: 0, fault, names: Vec::new() }
    }

    /// Reads a field into its place, which stays as it is when there is no such field.
    pub fn take(&mut self, name: &'static str, place: &mut dyn Slot) {
        self.names.push(name);
        let Some(value) = self.find(name) else { return };
        self.used += 1;
        if matches!(value, Value::Null) {
            return;
        }
        let put = place.put(value);
        if let (Err(fault), None) = (put, &self.fault) {
            self.fault = Some(fault.inside(name));
        }
    }

    /// Reads a field that must be there.
    pub fn require(&mut self, name: &'static str, place: &mut dyn Slot) {
        if self.find(name).is_none() && self.fault.is_none() {
            self.fault = Some(Fault::expected("مقداری", "a value").inside(name));
        }
        self.take(name, place);
    }

    fn find(&self, name: &str) -> Option<&'a Value> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Ends reading; other fields are of no concern.
    ///
    /// # Errors
    /// The first fault.
    pub fn finish(self) -> Result<(), Fault> {
        self.fault.map_or(Ok(()), Err)
    }

    /// Ends reading, and refuses fields that were not asked for: a misspelt condition must not give
    /// another chart.
    ///
    /// # Errors
    /// The first fault, else the first field that was not asked for.
    pub fn finish_all(self) -> Result<(), Fault> {
        if self.used < self.fields.len() && self.fault.is_none() {
            let known = |name: &str| self.names.contains(&name);
            if let Some((name, _)) = self.fields.iter().find(|(name, _)| !known(name)) {
                return Err(Fault::unknown_field(name, self.names));
            }
        }
        self.finish()
    }
}

impl FromSpec for String {
    fn read(value: &Value) -> Result<Self, Fault> {
        text(value).map(str::to_owned)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Text
    }
}

/// The text that a value is.
pub(super) fn text(value: &Value) -> Result<&str, Fault> {
    match value {
        Value::Text(text) => Ok(text),
        _ => Err(Fault::expected("متن", "a text")),
    }
}

impl FromSpec for bool {
    fn read(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::Flag(flag) => Ok(*flag),
            _ => Err(Fault::expected("true یا false", "true or false")),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Flag
    }
}

impl FromSpec for f64 {
    fn read(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::Number(number) => Ok(*number),
            _ => Err(Fault::expected("عدد", "a number")),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Number
    }
}

impl FromSpec for i64 {
    fn read(value: &Value) -> Result<Self, Fault> {
        whole(value, -EXACT, EXACT).map(|number| number as Self)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Whole(-EXACT, EXACT)
    }
}

impl FromSpec for u32 {
    fn read(value: &Value) -> Result<Self, Fault> {
        whole(value, 0.0, f64::from(Self::MAX)).map(|number| number as Self)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Whole(0.0, f64::from(Self::MAX))
    }
}

impl FromSpec for u16 {
    fn read(value: &Value) -> Result<Self, Fault> {
        whole(value, 0.0, f64::from(Self::MAX)).map(|number| number as Self)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Whole(0.0, f64::from(Self::MAX))
    }
}

impl FromSpec for u8 {
    fn read(value: &Value) -> Result<Self, Fault> {
        whole(value, 0.0, f64::from(Self::MAX)).map(|number| number as Self)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Whole(0.0, f64::from(Self::MAX))
    }
}

/// Whole numbers up to this are exact in a double.
const EXACT: f64 = 9_007_199_254_740_991.0;

fn whole(value: &Value, least: f64, most: f64) -> Result<f64, Fault> {
    match value {
        Value::Number(number) if number.trunc() == *number && (least..=most).contains(number) => {
            Ok(*number)
        }
        _ => Err(Fault::expected("عددی درست در بازهٔ خود", "a whole number within its range")),
    }
}

impl FromSpec for Decimal {
    fn read(value: &Value) -> Result<Self, Fault> {
        let decimal = Self::parse(text(value)?);
        decimal.ok_or_else(|| Fault::expected("عددی اعشاری به شکل متن", "a plain decimal as text"))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Decimal
    }
}

impl FromSpec for Bilingual {
    fn read(value: &Value) -> Result<Self, Fault> {
        let mut both = Self::default();
        let mut fields = Fields::of(value);
        fields.require("fa", &mut both.fa);
        fields.require("en", &mut both.en);
        fields.finish_all()?;
        Ok(both)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        let text = |name| Part::required(name, Shape::Text);
        Shape::fields("Bilingual", vec![text("fa"), text("en")])
    }
}

impl<T: FromSpec> FromSpec for Option<T> {
    fn read(value: &Value) -> Result<Self, Fault> {
        T::read(value).map(Some)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: FromSpec> FromSpec for Vec<T> {
    fn read(value: &Value) -> Result<Self, Fault> {
        let mut items = Self::new();
        each(value, &mut |item| {
            items.push(T::read(item)?);
            Ok(())
        })?;
        Ok(items)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::list(T::shape())
    }
}

/// Reads the items of a list one by one; not written out again for each type of item.
fn each(value: &Value, read: &mut dyn FnMut(&Value) -> Result<(), Fault>) -> Result<(), Fault> {
    for (place, item) in list(value)?.iter().enumerate() {
        read(item).map_err(|fault| fault.inside(&place.to_string()))?;
    }
    Ok(())
}

fn list(value: &Value) -> Result<&[Value], Fault> {
    match value {
        Value::List(items) => Ok(items),
        _ => Err(Fault::expected("فهرست", "a list")),
    }
}

impl<T: FromSpec> FromSpec for [T; 2] {
    fn read(value: &Value) -> Result<Self, Fault> {
        match list(value)? {
            [first, second] => Ok([T::read(first)?, T::read(second)?]),
            _ => Err(Fault::expected("فهرستی دوتایی", "a list of two")),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape() -> Shape {
        Shape::Pair(Box::new(T::shape()))
    }
}

/// Reads types field by field, from their defaults. The last word is how reading ends:
/// `finish_all` refuses other fields, `finish` lets them be.
macro_rules! read_fields {
    ($($name:ident { $($field:literal $place:ident),+ $(,)? } $finish:ident)+) => {$(
        impl $crate::spec::FromSpec for $name {
            fn read(value: &$crate::spec::Value) -> Result<Self, $crate::spec::Fault> {
                let mut read = Self::default();
                let mut fields = $crate::spec::Fields::of(value);
                $(fields.take($field, &mut read.$place);)+
                fields.$finish()?;
                Ok(read)
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn shape() -> $crate::spec::Shape {
                let read = Self::default();
                let parts = vec![$($crate::spec::Part::optional($field, $crate::spec::shape_of(&read.$place))),+];
                $crate::spec::Shape::read_by(stringify!($name), parts, stringify!($finish))
            }
        }
    )+};
}

pub(crate) use read_fields;
