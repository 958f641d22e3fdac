//! `datapackage.json` as bytes, so that rows inside it keep their numbers as they are written.

use super::scan::{Broken, Scanner};
use crate::diag::Error;
use crate::ingest::descriptor::Descriptor;
use crate::ingest::{limits, messages};
use crate::spec::{FromSpec, Value};

const FILE: &str = "datapackage.json";
/// Deeper descriptors are refused; the standard needs about ten levels.
const DEPTH: usize = 32;
/// A resource is the third level: the package, its list, the resource.
const RESOURCE: usize = 3;

impl Descriptor {
    /// Reads the bytes of `datapackage.json`. Only so are rows inside it read
    /// ([`Resource::data`](crate::ingest::Resource)): who parses it first makes floats of its numbers.
    ///
    /// # Errors
    /// `file/too-large`, `file/not-utf8`, `package/not-json` with the line, and `api/argument` with the
    /// name of the field that is at fault.
    ///
    /// ```
    /// use hamyar::ingest::Descriptor;
    /// let descriptor = Descriptor::parse(br#"{"resources": [{"name": "units", "path": "u.json"}]}"#);
    /// assert_eq!(descriptor.unwrap().paths().collect::<Vec<_>>(), ["u.json"]);
    /// assert_eq!(Descriptor::parse(b"{").unwrap_err().0.code, "package/not-json");
    /// ```
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > limits::FILE_BYTES {
            let finding = messages::too_large("شمار بایت‌ها", "There are bytes", limits::FILE_BYTES);
            return Err(finding.at(FILE, 0, "").into());
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes)
            .map_err(|_| Error::from(messages::not_utf8().at(FILE, 0, "")))?;
        let whole = parsed(text, true)
            .map_err(|line| Error::from(messages::descriptor_not_json(line).at(FILE, 0, "")))?;
        Self::read(&whole).map_err(Error::from)
    }
}

/// Any JSON; a text that is none gives the line from which on it is not.
pub(in crate::ingest) fn parse_value(text: &str) -> Result<Value, usize> {
    parsed(text, false)
}

fn parsed(text: &str, has_rows: bool) -> Result<Value, usize> {
    let mut scanner = Scanner::new(text);
    let whole = value(&mut scanner, DEPTH, has_rows);
    let whole = whole.and_then(|whole| match scanner.peek() {
        None => Ok(whole),
        Some(_) => Err(Broken),
    });
    whole.map_err(|Broken| scanner.line())
}

/// One value; `left` levels may still be entered.
fn value(scanner: &mut Scanner<'_>, left: usize, has_rows: bool) -> Result<Value, Broken> {
    Ok(match scanner.peek() {
        Some(b'{') => Value::Fields(fields(scanner, left, has_rows)?),
        Some(b'[') => Value::List(items(scanner, left, has_rows)?),
        Some(b'"') => Value::Text(scanner.text()?.ok_or(Broken)?.into_owned()),
        Some(b't') => scanner.word("true").map(|()| Value::Flag(true))?,
        Some(b'f') => scanner.word("false").map(|()| Value::Flag(false))?,
        Some(b'n') => scanner.word("null").map(|()| Value::Null)?,
        _ => Value::Number(scanner.number()?.parse().map_err(|_| Broken)?),
    })
}

fn fields(
    scanner: &mut Scanner<'_>,
    left: usize,
    has_rows: bool,
) -> Result<Vec<(String, Value)>, Broken> {
    let below = left.checked_sub(1).ok_or(Broken)?;
    scanner.expect(b'{')?;
    let mut fields = Vec::new();
    while scanner.goes_on(fields.is_empty(), b'}')? {
        let name = scanner.text()?.ok_or(Broken)?.into_owned();
        scanner.expect(b':')?;
        // Rows are a table, not a part of the description: they stay text until that is read.
        let is_data = has_rows && name == "data" && left + RESOURCE == DEPTH + 1;
        let value = if is_data {
            Value::Text(scanner.skip()?.to_owned())
        } else {
            value(scanner, below, has_rows)?
        };
        fields.push((name, value));
    }
    Ok(fields)
}

fn items(scanner: &mut Scanner<'_>, left: usize, has_rows: bool) -> Result<Vec<Value>, Broken> {
    let below = left.checked_sub(1).ok_or(Broken)?;
    scanner.expect(b'[')?;
    let mut items = Vec::new();
    while scanner.goes_on(items.is_empty(), b']')? {
        items.push(value(scanner, below, has_rows)?);
    }
    Ok(items)
}
