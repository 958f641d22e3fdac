//! Tables and descriptors written as JSON. Numbers stay the text that they are written as: no figure
//! passes through a float.

mod descriptor;
mod scan;
mod table;

pub(super) use descriptor::parse_value;
use scan::{Broken, Scanner};

/// What a cell of JSON holds.
enum Held<'a> {
    /// A text or the digits of a number.
    Said(std::borrow::Cow<'a, str>),
    Null,
    /// `true`, `false`, a list or an object.
    NoText,
    /// Half of a pair of surrogates: no letter.
    NoLetter,
}

impl<'a> Held<'a> {
    fn read(scanner: &mut Scanner<'a>) -> Result<Self, Broken> {
        Ok(match scanner.peek() {
            Some(b'"') => scanner.text()?.map_or(Self::NoLetter, Self::Said),
            Some(b'-' | b'0'..=b'9') => Self::Said(scanner.number()?.into()),
            Some(b'n') => scanner.word("null").map(|()| Self::Null)?,
            _ => scanner.skip().map(|_| Self::NoText)?,
        })
    }
}
